package io.github.incidentadvisor.action.hub;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.kohsuke.github.connector.GitHubConnector;
import org.kohsuke.github.connector.GitHubConnectorRequest;
import org.kohsuke.github.connector.GitHubConnectorResponse;

/**
 * The only way out. It asks one host, follows no redirect and no {@code Link} elsewhere, counts what it asks and stops at a bound,
 * waits for a rate limit within a bound, and asks again what only reads when the server had an accident. What writes is asked
 * once: whether a lost answer means a lost comment is for the caller to look at.
 */
public final class Wire implements GitHubConnector {
    private static final Duration ONE_REQUEST = Duration.ofSeconds(30);
    private static final int TRIES = 3;
    private static final int LARGEST = 32 << 20;

    /** Headers that the platform's client sets itself and refuses from others. */
    private static final Set<String> OWN = Set.of("connection", "content-length", "host", "expect", "upgrade");

    private final URI api;
    private final HttpClient client;
    private final Clock clock;
    private final Pause pause;
    private final int most;
    private final AtomicInteger requests = new AtomicInteger();
    private Duration patience;

    /**
     * @param most requests of one run
     * @param patience how long all waiting may take together
     */
    public Wire(URI api, HttpClient client, Clock clock, Pause pause, int most, Duration patience) {
        this.api = api;
        this.client = client;
        this.clock = clock;
        this.pause = pause;
        this.most = most;
        this.patience = patience;
    }

    /** How many requests went out. */
    public int requests() {
        return requests.get();
    }

    @Override
    public GitHubConnectorResponse send(GitHubConnectorRequest request) throws IOException {
        HttpRequest sent = built(request);
        boolean reads = request.method().equals("GET");
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<InputStream> response = exchange(sent);
                byte[] body = read(response);
                Optional<Duration> limit = Limited.wait(response.statusCode(), response.headers(), body, clock);
                boolean accident = reads && response.statusCode() >= 500;
                if (attempt == TRIES
                        || !(limit.isPresent() ? waited(limit.get()) : accident && waited(backOff(attempt)))) {
                    return new Heard(request, response.statusCode(), response.headers(), body);
                }
            } catch (InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                if (!reads || attempt == TRIES || !waited(backOff(attempt))) {
                    throw e;
                }
            }
        }
    }

    private HttpRequest built(GitHubConnectorRequest request) throws IOException {
        URI uri = URI.create(request.url().toString());
        if (!isOurs(uri)) {
            throw new IOException("not asked: " + uri.getHost() + " is not the GitHub of this run, " + api.getHost());
        }
        InputStream body = request.body();
        HttpRequest.Builder builder = HttpRequest.newBuilder(uri)
                .timeout(ONE_REQUEST)
                .method(
                        request.method(),
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body.readAllBytes()));
        request.allHeaders().forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT)) && !name.equalsIgnoreCase("Accept-Encoding")) {
                values.forEach(value -> builder.header(name, value));
            }
        });
        if (body != null && request.contentType() != null) {
            builder.setHeader("Content-Type", request.contentType());
        }
        return builder.build();
    }

    private boolean isOurs(URI uri) {
        return api.getScheme().equals(uri.getScheme())
                && api.getHost().equalsIgnoreCase(uri.getHost())
                && api.getPort() == uri.getPort();
    }

    private HttpResponse<InputStream> exchange(HttpRequest request) throws IOException {
        if (requests.incrementAndGet() > most) {
            throw new IOException("not asked: this run has used up its " + most + " requests");
        }
        try {
            return client.send(request, BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while GitHub was asked");
        }
    }

    private static byte[] read(HttpResponse<InputStream> response) throws IOException {
        try (InputStream in = response.body()) {
            byte[] bytes = in.readNBytes(LARGEST);
            if (bytes.length == LARGEST) {
                throw new IOException("GitHub's answer has more than " + (LARGEST >> 20) + " MiB");
            }
            return bytes;
        }
    }

    private static Duration backOff(int attempt) {
        return Duration.ofSeconds(attempt);
    }

    /** Waits if there is patience left for it. */
    private synchronized boolean waited(Duration time) throws InterruptedIOException {
        if (time.compareTo(patience) > 0) {
            return false;
        }
        patience = patience.minus(time);
        pause.take(time);
        return true;
    }

    private static final class Heard extends GitHubConnectorResponse.ByteArrayResponse {
        private final byte[] body;

        Heard(GitHubConnectorRequest request, int status, HttpHeaders headers, byte[] body) {
            super(request, status, headers.map());
            this.body = body;
        }

        @Override
        protected InputStream rawBodyStream() {
            return new ByteArrayInputStream(body);
        }
    }
}
