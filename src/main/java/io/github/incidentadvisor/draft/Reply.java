package io.github.incidentadvisor.draft;

import java.util.Map;

/**
 * What a model answered.
 *
 * @param usage calls, and tokens where the server counts them
 */
public record Reply(String text, Map<String, Integer> usage) {
    public Reply {
        usage = Map.copyOf(usage);
    }
}
