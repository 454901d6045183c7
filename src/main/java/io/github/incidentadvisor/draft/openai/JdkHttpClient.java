package io.github.incidentadvisor.draft.openai;

import com.openai.core.RequestOptions;
import com.openai.core.http.Headers;
import com.openai.core.http.HttpClient;
import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpResponse;
import io.github.incidentadvisor.http.BoundedBody;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The library's requests over the JDK's client: no redirects (a prompt goes to the configured host only), bodies bounded in
 * size, and the time bounded for the whole exchange, not only for its first byte.
 */
final class JdkHttpClient implements HttpClient {
    private static final int LARGEST = 2 << 20;
    private static final Set<String> OURS = Set.of("host", "content-length", "connection", "expect", "upgrade");

    private final java.net.http.HttpClient client;
    private final Supplier<Duration> left;

    /** @param left how long an exchange may still take */
    JdkHttpClient(ProxySelector proxies, Supplier<Duration> left) {
        this.client = java.net.http.HttpClient.newBuilder()
                .proxy(proxies)
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
                .build();
        this.left = left;
    }

    @Override
    public HttpResponse execute(HttpRequest request, RequestOptions options) {
        java.net.http.HttpRequest.Builder to =
                java.net.http.HttpRequest.newBuilder(URI.create(request.url())).timeout(left.get());
        request.headers().names().stream()
                .filter(name -> !OURS.contains(name.toLowerCase(java.util.Locale.ROOT)))
                .forEach(name -> request.headers().values(name).forEach(value -> to.header(name, value)));
        to.method(request.method().name(), java.net.http.HttpRequest.BodyPublishers.ofByteArray(body(request, to)));
        CompletableFuture<java.net.http.HttpResponse<byte[]>> exchange =
                client.sendAsync(to.build(), BoundedBody.handler(LARGEST));
        try {
            return answer(exchange.get(left.get().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            throw new Trouble("did not answer in time");
        } catch (ExecutionException e) {
            throw new Trouble(reason(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("was interrupted");
        } finally {
            exchange.cancel(true);
        }
    }

    private static byte[] body(HttpRequest request, java.net.http.HttpRequest.Builder to) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (request.body() != null) {
            request.body().writeTo(bytes);
            to.setHeader("Content-Type", "application/json");
        }
        return bytes.toByteArray();
    }

    private static String reason(Throwable cause) {
        if (cause instanceof java.net.http.HttpTimeoutException) {
            return "did not answer in time";
        }
        return cause.getClass().getSimpleName().equals("TooLarge")
                ? "answered with more than " + (LARGEST >> 20) + " MiB"
                : cause instanceof java.net.ConnectException ? "cannot be reached" : "broke the connection off";
    }

    private static HttpResponse answer(java.net.http.HttpResponse<byte[]> response) {
        if (response.statusCode() != 200) {
            throw new Refusal(
                    response.statusCode(),
                    response.headers().firstValue("retry-after").orElse(""),
                    new String(response.body(), java.nio.charset.StandardCharsets.UTF_8));
        }
        if (response.headers().firstValue("content-type").orElse("").contains("html")) {
            throw new Trouble("answered with HTML: the base URL leads to a web page or a proxy's log-in");
        }
        Headers.Builder headers = Headers.builder();
        response.headers().map().forEach(headers::put);
        return new Answer(response.statusCode(), headers.build(), response.body());
    }

    private record Answer(int statusCode, Headers headers, byte[] bytes) implements HttpResponse {
        @Override
        public InputStream body() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public void close() {}
    }

    @Override
    public CompletableFuture<HttpResponse> executeAsync(HttpRequest request, RequestOptions options) {
        return CompletableFuture.supplyAsync(() -> execute(request, options));
    }

    @Override
    public void close() {}

    /** The exchange did not come about; the message goes on after the host's name. */
    static final class Trouble extends UncheckedIOException {
        private static final long serialVersionUID = 1L;

        Trouble(String message) {
            super(message, new IOException(message));
        }
    }
}
