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
    private static final int MOST_REDIRECTS = 5;
    private static final int TRIES = 2;

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

    Response travel(URI start, Map<String, String> headers) throws Trouble {
        long until = System.nanoTime() + limits.total().toNanos();
        Map<String, String> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sent.putAll(headers);
        URI at = start;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            Response response = patiently(at, sent, until);
            if (!REDIRECTS.contains(response.status())) {
                return response;
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

    private Response patiently(URI uri, Map<String, String> headers, long until) throws Trouble {
        for (int attempt = 1; ; attempt++) {
            Response response = wire.send(uri, headers, Duration.ofNanos(until - System.nanoTime()));
            boolean limited = isLimited(response);
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
                                || !response.header("retry-after").isEmpty());
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
