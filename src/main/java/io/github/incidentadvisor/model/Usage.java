package io.github.incidentadvisor.model;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a run cost; the only part of a report that may differ between two runs on the same input.
 *
 * @param seconds wall time
 * @param byHost requests by host
 * @param stages seconds by stage
 */
public record Usage(double seconds, int requests, Map<String, Integer> byHost, Map<String, Double> stages) {
    public Usage {
        byHost = java.util.Collections.unmodifiableMap(new TreeMap<>(byHost));
        stages = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(stages));
    }
}
