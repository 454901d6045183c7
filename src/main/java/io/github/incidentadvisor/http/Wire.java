package io.github.incidentadvisor.http;

import io.github.incidentadvisor.http.Answer.Reason;
import io.github.incidentadvisor.http.BoundedBody.TooLarge;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Sends one request at a time of a caller, counts it, and remembers which hosts are not worth another. */
final class Wire {
    private static final int TIMEOUTS_OF_A_DEAD_HOST = 2;

    private final Requests requests;
    private final Limits limits;
    private final String userAgent;
    private final ProxySelector proxies;
    private final Map<String, Trouble> dead = new ConcurrentHashMap<>();
    private final Map<String, Integer> timeouts = new ConcurrentHashMap<>();
    /** Held by the first request to a host, so that a dead one costs one request however many threads want it. */
    private final Map<String, Semaphore> firstContacts = new ConcurrentHashMap<>();

    private final Set<String> alive = ConcurrentHashMap.newKeySet();
    private HttpClient client;

    Wire(Requests requests, Limits limits, String userAgent, ProxySelector proxies) {
        this.requests = requests;
        this.limits = limits;
        this.userAgent = userAgent;
        this.proxies = proxies;
    }

    /** A response, its body unpacked. */
    record Response(int status, HttpHeaders headers, byte[] body) {
        String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    /** No more requests to this host in this run. */
    void giveUp(String host, Trouble why) {
        dead.putIfAbsent(host, why);
    }

    Response send(URI uri, Map<String, String> headers, byte[] body, Duration left) throws Trouble {
        String host = AllowedHosts.authority(uri);
        if (alive.contains(host)) {
            return exchange(host, uri, headers, body, left);
        }
        long until = System.nanoTime() + left.toNanos();
        Semaphore first = firstContacts.computeIfAbsent(host, h -> new Semaphore(1));
        try {
            if (!first.tryAcquire(left.toMillis(), TimeUnit.MILLISECONDS)) {
                throw timedOut(host);
            }
        } catch (InterruptedException e) {
            throw interrupted(host);
        }
        if (alive.contains(host)) {
            first.release();
            return exchange(host, uri, headers, body, Duration.ofNanos(until - System.nanoTime()));
        }
        try {
            return exchange(host, uri, headers, body, Duration.ofNanos(until - System.nanoTime()));
        } finally {
            first.release();
        }
    }

    private Response exchange(String host, URI uri, Map<String, String> headers, byte[] body, Duration left)
            throws Trouble {
        Trouble earlier = dead.get(host);
        if (earlier != null) {
            throw earlier;
        }
        if (left.isZero() || left.isNegative()) {
            throw timedOut(host);
        }
        HttpRequest request = request(uri, headers, body, left);
        if (!requests.sentWithin(limits.budget(), host)) {
            throw new Trouble(Reason.BUDGET, host + " was not asked: all " + limits.budget() + " requests are used up");
        }
        CompletableFuture<HttpResponse<byte[]>> future =
                client().sendAsync(request, BoundedBody.handler(limits.bodyBytes()));
        try {
            HttpResponse<byte[]> response = future.get(left.toMillis(), TimeUnit.MILLISECONDS);
            alive.add(host);
            return new Response(response.statusCode(), response.headers(), unpacked(response));
        } catch (TimeoutException e) {
            future.cancel(true);
            throw timedOut(host);
        } catch (InterruptedException e) {
            future.cancel(true);
            throw interrupted(host);
        } catch (ExecutionException e) {
            throw trouble(host, e.getCause());
        } catch (IOException e) {
            throw trouble(host, e);
        }
    }

    /** What the platform says of a header that it does not like contains the header, so that is not passed on. */
    private HttpRequest request(URI uri, Map<String, String> headers, byte[] body, Duration left) throws Trouble {
        try {
            HttpRequest.Builder builder = HttpRequest.newBuilder(uri).timeout(left);
            if (body.length > 0) {
                builder.POST(HttpRequest.BodyPublishers.ofByteArray(body));
            }
            headers.forEach(builder::setHeader);
            return builder.setHeader("User-Agent", userAgent)
                    .setHeader("Accept-Encoding", "gzip")
                    .build();
        } catch (IllegalArgumentException e) {
            throw new Trouble(Reason.HOST, AllowedHosts.redacted(uri) + " cannot be asked with these headers");
        }
    }

    private byte[] unpacked(HttpResponse<byte[]> response) throws IOException, Trouble {
        String encoding = response.headers().firstValue("content-encoding").orElse("identity");
        if (response.body().length == 0 || encoding.equalsIgnoreCase("identity")) {
            return response.body();
        }
        if (encoding.equalsIgnoreCase("gzip") || encoding.equalsIgnoreCase("x-gzip")) {
            return BoundedBody.gunzip(response.body(), limits.bodyBytes());
        }
        throw new Trouble(
                Reason.PROTOCOL,
                AllowedHosts.authority(response.uri()) + " answered in an encoding that was not asked for");
    }

    private static Trouble interrupted(String host) {
        Thread.currentThread().interrupt();
        return new Trouble(Reason.TIMEOUT, host + " was not asked to the end: interrupted");
    }

    private Trouble timedOut(String host) {
        var trouble = new Trouble(
                Reason.TIMEOUT,
                host + " did not answer within " + limits.total().toSeconds() + " s");
        if (timeouts.merge(host, 1, Integer::sum) >= TIMEOUTS_OF_A_DEAD_HOST) {
            giveUp(host, trouble);
        }
        return trouble;
    }

    private Trouble trouble(String host, Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof TooLarge) {
                return new Trouble(
                        Reason.TOO_LARGE, host + " answered with more than " + limits.bodyBytes() + " bytes");
            }
            if (at instanceof HttpConnectTimeoutException
                    || at instanceof ConnectException
                    || at instanceof NoRouteToHostException
                    || at instanceof UnknownHostException) {
                return buried(host, host + " could not be reached");
            }
            if (at instanceof SSLException) {
                return buried(host, host + " offers no connection that this Java trusts");
            }
            if (at instanceof HttpTimeoutException) {
                return timedOut(host);
            }
        }
        return new Trouble(Reason.PROTOCOL, host + " gave no answer that can be read");
    }

    private Trouble buried(String host, String text) {
        var trouble = new Trouble(Reason.DEAD, text);
        giveUp(host, trouble);
        return trouble;
    }

    /** Made when first needed: a run without requests starts no threads. */
    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(limits.connect())
                    .proxy(proxies)
                    .build();
        }
        return client;
    }
}
