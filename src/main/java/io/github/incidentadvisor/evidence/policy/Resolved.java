package io.github.incidentadvisor.evidence.policy;

import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.inventory.Asked;
import io.github.incidentadvisor.inventory.Check;
import io.github.incidentadvisor.inventory.Configuration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The resolved dependencies that a rule of extra-enforcer-rules opens: {@code AbstractResolveDependencies} there, and its
 * successor in maven-enforcer-plugin 3.6.3.
 */
final class Resolved {
    private Resolved() {}

    /** By coordinates, in the order of the tree. */
    static Map<Coordinates, Wish> of(Check check, Facts facts) {
        Configuration rule = check.configuration();
        List<String> scopes = rule.list("scopes");
        List<String> ignored = rule.list("ignoredScopes");
        boolean withoutOptional = rule.flag("ignoreOptionals", false);
        boolean transitive = rule.flag("searchTransitive", true);
        List<String> includes = rule.list("includes");
        List<String> excludes = rule.list("excludes");
        Map<Coordinates, Wish> resolved = new LinkedHashMap<>();
        for (Wish wish : facts.wishes(check)) {
            Asked asked = wish.asked();
            boolean meant = asked.depth() > 0
                    && asked.wins()
                    && (transitive || asked.depth() == 1)
                    && (scopes.isEmpty() || scopes.contains(asked.scope()))
                    && !ignored.contains(asked.scope())
                    && !(withoutOptional && asked.optional())
                    && (includes.isEmpty() || StrictPattern.anyMatches(includes, asked))
                    && !StrictPattern.anyMatches(excludes, asked);
            if (meant) {
                resolved.putIfAbsent(new Coordinates(asked.artifact(), asked.version()), wish);
            }
        }
        return resolved;
    }
}
