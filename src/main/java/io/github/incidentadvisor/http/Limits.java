package io.github.incidentadvisor.http;

import java.time.Duration;

/**
 * How much one run may take from the network.
 *
 * @param budget requests of the whole run, all clients together, redirects and second tries included
 * @param bodyBytes the largest body, packed or unpacked; more is aborted while it arrives
 * @param connect until a connection stands
 * @param total for one answer, redirects and waiting included
 * @param longestWait what a {@code Retry-After} may ask for; more is given up
 * @param freshFor how long a cached answer costs no request
 */
public record Limits(
        int budget, int bodyBytes, Duration connect, Duration total, Duration longestWait, Duration freshFor) {
    /** 150 requests, 8 MiB, 5 s to connect, 20 s in all, 3 s of waiting, 24 h. */
    public static final Limits DEFAULT = new Limits(
            150, 8 << 20, Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(3), Duration.ofHours(24));

    /** These limits with another number of requests. */
    public Limits withBudget(int requests) {
        return new Limits(requests, bodyBytes, connect, total, longestWait, freshFor);
    }
}
