package io.github.incidentadvisor.http;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts every request that leaves this process, by host, whichever client sends it. Thread-safe. */
public final class Requests {
    private final Map<String, AtomicInteger> byHost = new ConcurrentHashMap<>();

    /** One request to {@code host}. */
    public void sent(String host) {
        byHost.computeIfAbsent(host, h -> new AtomicInteger()).incrementAndGet();
    }

    /** All of them so far. */
    public int total() {
        return byHost.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    /** So far, by host, sorted. */
    public Map<String, Integer> byHost() {
        Map<String, Integer> counts = new TreeMap<>();
        byHost.forEach((host, count) -> counts.put(host, count.get()));
        return counts;
    }
}
