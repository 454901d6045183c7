package io.github.incidentadvisor.http;

import io.github.incidentadvisor.http.Answer.Reason;
import io.github.incidentadvisor.http.Wire.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** From a URL to its last response: follows redirects where they may lead, and waits once where it is asked to. */
final class Journey {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    /** What a server may not say a second time. */
    private static final Set<Integer> PASSING = Set.of(500, 502, 504);

    private static final int MOST_REDIRECTS = 5;
    private static final int TRIES = 2;
    private static final int MESSAGE = 2_000;

    private final Wire wire;
    private final AllowedHosts hosts;
    private final Limits limits;
    private final Clock clock;

    Journey(Wire wire, AllowedHosts hosts, Limits limits, Clock clock) {
        this.wire = wire;
        this.hosts = hosts;
        this.limits = limits;
        this.clock = clock;
    }

    /** @param body what is asked; empty for a GET */
    Response travel(URI start, Map<String, String> headers, byte[] body) throws Trouble {
        long until = System.nanoTime() + limits.total().toNanos();
        Map<String, String> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sent.putAll(headers);
        URI at = start;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            Response response = patiently(at, sent, body, until);
            if (!REDIRECTS.contains(response.status())) {
                return response;
            }
            if (body.length > 0) {
                throw new Trouble(Reason.REDIRECT, AllowedHosts.redacted(start) + " redirects what is not a GET");
            }
            URI next = next(at, response.header("location"));
            if (!AllowedHosts.sameOrigin(at, next)) {
                sent.remove("Authorization");
                sent.remove("Cookie");
            }
            at = next;
        }
        throw new Trouble(
                Reason.REDIRECT, AllowedHosts.redacted(start) + " redirects more than " + MOST_REDIRECTS + " times");
    }

    /** Where a redirect leads, if it may. */
    URI next(URI from, String location) throws Trouble {
        URI to;
        try {
            to = from.resolve(location.strip());
        } catch (IllegalArgumentException e) {
            throw new Trouble(Reason.REDIRECT, AllowedHosts.redacted(from) + " redirects to no URL");
        }
        if (location.isBlank() || !AllowedHosts.isWeb(to)) {
            throw new Trouble(Reason.REDIRECT, AllowedHosts.redacted(from) + " redirects to no URL");
        }
        if (!hosts.allow(to) || to.getRawUserInfo() != null) {
            String whither = AllowedHosts.authority(to);
            throw new Trouble(
                    Reason.REDIRECT,
                    AllowedHosts.redacted(from) + " redirects to " + whither + ", which is not configured");
        }
        if ("https".equalsIgnoreCase(from.getScheme()) && !"https".equalsIgnoreCase(to.getScheme())) {
            throw new Trouble(Reason.REDIRECT, AllowedHosts.redacted(from) + " redirects from https to http");
        }
        return to;
    }

    private Response patiently(URI uri, Map<String, String> headers, byte[] body, long until) throws Trouble {
        for (int attempt = 1; ; attempt++) {
            Response response = wire.send(uri, headers, body, Duration.ofNanos(until - System.nanoTime()));
            boolean limited = isLimited(response);
            if (attempt < TRIES && PASSING.contains(response.status())) {
                continue;
            }
            if (!limited && response.status() != 503) {
                return response;
            }
            String host = AllowedHosts.authority(uri);
            Optional<Duration> wait = RetryAfter.read(response.header("retry-after"), clock);
            boolean worthIt = wait.isPresent()
                    && wait.get().compareTo(limits.longestWait()) <= 0
                    && wait.get().toNanos() < until - System.nanoTime();
            if (attempt < TRIES && worthIt) {
                sleep(host, wait.get());
                continue;
            }
            if (!limited) {
                return response;
            }
            String hint = wait.map(time -> ", and may be asked again in " + time.toSeconds() + " s")
                    .orElse("");
            var trouble =
                    new Trouble(Reason.RATE_LIMITED, host + " limits requests (" + response.status() + ")" + hint);
            wire.giveUp(host, trouble);
            throw trouble;
        }
    }

    /** GitHub says 403 where others say 429. */
    private static boolean isLimited(Response response) {
        return response.status() == 429
                || response.status() == 403
                        && (response.header("x-ratelimit-remaining").equals("0")
                                || !response.header("retry-after").isEmpty()
                                || saysSo(response.body()));
    }

    /** A secondary limit of GitHub's may come with no header at all, and then only its message tells it from a refusal. */
    private static boolean saysSo(byte[] body) {
        String text = new String(body, 0, Math.min(body.length, MESSAGE), java.nio.charset.StandardCharsets.UTF_8);
        return text.toLowerCase(java.util.Locale.ROOT).contains("rate limit");
    }

    private static void sleep(String host, Duration wait) throws Trouble {
        try {
            Thread.sleep(wait.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble(Reason.TIMEOUT, host + " asked to wait: interrupted");
        }
    }
}
