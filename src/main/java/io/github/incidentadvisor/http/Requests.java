package io.github.incidentadvisor.http;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts every request that leaves this process, by host, whichever client sends it. Thread-safe. */
public final class Requests {
    private final Map<String, Integer> byHost = new TreeMap<>();
    private final Optional<Requests> whole;
    private int total;

    /** A count of its own. */
    public Requests() {
        this.whole = Optional.empty();
    }

    private Requests(Requests whole) {
        this.whole = Optional.of(whole);
    }

    /** A count of a part, each request of which counts here as well. */
    public Requests part() {
        return new Requests(this);
    }

    /** One request to {@code host}. */
    public synchronized void sent(String host) {
        byHost.merge(host, 1, Integer::sum);
        total++;
        whole.ifPresent(all -> all.sent(host));
    }

    /** Counts one request to {@code host} unless {@code budget} of them have been sent already; then it must not be sent. */
    public synchronized boolean sentWithin(int budget, String host) {
        if (total >= budget) {
            return false;
        }
        sent(host);
        return true;
    }

    /** All of them so far. */
    public synchronized int total() {
        return total;
    }

    /** So far, by host, sorted. */
    public synchronized Map<String, Integer> byHost() {
        return new TreeMap<>(byHost);
    }
}
