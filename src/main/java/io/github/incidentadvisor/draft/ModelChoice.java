package io.github.incidentadvisor.draft;

import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;

/**
 * Which model words reports, where it is, and what opens the door.
 *
 * @param key empty for a server that wants none; in no message and no file
 * @param patience for one reply with all that it takes; all replies about a report together take no more than two such
 */
public record ModelChoice(String model, URI baseUrl, String key, ProxySelector proxies, Duration patience) {
    /** Whether it listens on loopback: asking it leaves no machine, so it may be asked offline, and without TLS. */
    public boolean isOnThisMachine() {
        return baseUrl.getHost().matches("localhost|127\\..*|\\[::1\\]");
    }

    @Override
    public String toString() {
        return model + " at " + baseUrl.getHost();
    }
}
