package io.github.incidentadvisor.model;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a run cost; the only part of a report that may differ between two runs on the same input.
 *
 * @param seconds wall time
 * @param byHost requests by host
 * @param stages seconds by stage
 * @param model calls and tokens of the model that words were asked of; empty without one
 */
public record Usage(
        double seconds,
        int requests,
        Map<String, Integer> byHost,
        Map<String, Double> stages,
        Map<String, Integer> model) {
    /** Without a model. */
    public Usage(double seconds, int requests, Map<String, Integer> byHost, Map<String, Double> stages) {
        this(seconds, requests, byHost, stages, Map.of());
    }

    /** With one more stage that asked a host. */
    public Usage with(String stage, double took, String host, int asked) {
        Map<String, Double> times = new java.util.LinkedHashMap<>(stages);
        times.merge(stage, took, Double::sum);
        Map<String, Integer> hosts = new TreeMap<>(byHost);
        if (asked > 0) {
            hosts.merge(host, asked, Integer::sum);
        }
        return new Usage(seconds + took, requests + asked, hosts, times, model);
    }

    public Usage {
        model = java.util.Collections.unmodifiableMap(new TreeMap<>(model));
        byHost = java.util.Collections.unmodifiableMap(new TreeMap<>(byHost));
        stages = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(stages));
    }
}
