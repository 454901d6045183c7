package io.github.incidentadvisor.inventory;

import java.util.Set;

/**
 * Which of a module's dependencies a check looks at, and how; the same check does it differently in different releases.
 *
 * @param withoutScopes scopes whose direct dependencies are left out before anything is resolved
 * @param withoutOptional whether direct optional dependencies are left out before anything is resolved
 */
public record View(Set<String> withoutScopes, boolean withoutOptional, Collector collector) {
    /** What Maven itself resolves for a module's tests. */
    public static final View RESOLVED = new View(Set.of(), false);

    /** A view that follows what Maven follows. */
    public View(Set<String> withoutScopes, boolean withoutOptional) {
        this(withoutScopes, withoutOptional, Collector.MAVEN);
    }

    public View {
        withoutScopes = Set.copyOf(withoutScopes);
    }

    /** How a tree is made from direct dependencies. */
    public enum Collector {
        /** As Maven 3 does it. */
        MAVEN,
        /** As Maven 2 did: a wish that widens the scope of a nearer one loses its own version. */
        MAVEN_2,
        /** Provided dependencies of dependencies are followed too, which Maven does not do. */
        WITH_PROVIDED,
        /**
         * The same, and once all is resolved only what is of scope compile or runtime and not optional is looked at, and
         * nothing below anything else.
         */
        WITH_PROVIDED_THEN_SHIPPED
    }
}
