package io.github.incidentadvisor.inventory;

import java.util.Set;

/**
 * Which of a module's dependencies a check looks at; the same check does it differently in different releases.
 *
 * @param withoutScopes scopes whose direct dependencies are left out before anything is resolved
 * @param withoutOptional whether direct optional dependencies are left out before anything is resolved
 * @param providedBelow whether provided dependencies of dependencies are followed, which Maven itself does not
 */
public record View(Set<String> withoutScopes, boolean withoutOptional, boolean providedBelow) {
    /** What Maven itself resolves for a module's tests. */
    public static final View RESOLVED = new View(Set.of(), false, false);

    public View {
        withoutScopes = Set.copyOf(withoutScopes);
    }
}
