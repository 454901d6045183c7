package io.github.incidentadvisor.model;

import java.util.List;

/**
 * A check of the build that a finding is about.
 *
 * @param rule the check's own name: {@code requireUpperBoundDeps}, {@code dependencyLock} …; empty only in {@link #NONE}
 * @param artifacts {@code group:artifact} of what it objects to, in a stable order
 */
public record Policy(String rule, List<String> artifacts) {
    /** The finding is about no check of the build. */
    public static final Policy NONE = new Policy("", List.of());

    public Policy {
        artifacts = List.copyOf(artifacts);
    }

    /** Whether there is one. */
    public boolean isKnown() {
        return !rule.isEmpty();
    }
}
