package io.github.incidentadvisor.evidence.policy;

import io.github.incidentadvisor.evidence.BuildPolicy.Violation;
import io.github.incidentadvisor.inventory.Check;
import io.github.incidentadvisor.inventory.maven.VersionOrder;
import io.github.incidentadvisor.model.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The resolved version of an artifact must not be lower than any that is asked for, before management put another in its place:
 * {@code RequireUpperBoundDeps} of maven-enforcer-plugin. Resolved is the wish nearest to the module, the first of equally near
 * ones; artifacts are told apart by {@code group:artifact} alone.
 */
final class RequireUpperBoundDeps implements PolicyRule {
    static final String NAME = "requireUpperBoundDeps";

    @Override
    public List<Violation> judge(Facts facts) {
        List<Violation> violations = new ArrayList<>();
        for (Check check : facts.checks(NAME)) {
            List<String> includes = check.configuration().list("includes");
            List<String> excludes = check.configuration().list("excludes");
            Map<String, List<Wish>> byArtifact = new LinkedHashMap<>();
            for (Wish wish : facts.wishes(check)) {
                if (!excludes.contains(wish.ga()) && (includes.isEmpty() || includes.contains(wish.ga()))) {
                    byArtifact
                            .computeIfAbsent(wish.ga(), ga -> new ArrayList<>())
                            .add(wish);
                }
            }
            byArtifact.forEach((ga, wishes) -> {
                wishes.sort(Comparator.comparingInt(wish -> wish.asked().depth()));
                Version resolved = wishes.get(0).asked().version();
                Wish highest = wishes.stream()
                        .max(Comparator.comparing(wish -> wish.asked().asked(), VersionOrder.MAVEN))
                        .orElseThrow();
                if (VersionOrder.MAVEN.compare(resolved, highest.asked().asked()) < 0) {
                    violations.add(violation(check, ga, wishes, highest));
                }
            });
        }
        return violations;
    }

    private static Violation violation(Check check, String ga, List<Wish> wishes, Wish highest) {
        Version resolved = wishes.get(0).asked().version();
        List<Wish> order = new ArrayList<>(List.of(highest));
        order.addAll(wishes);
        return Violations.of(
                check,
                List.of(ga),
                Wish.suspects(order),
                ga + " is " + resolved + ", but " + highest.who() + " asks for "
                        + highest.asked().asked(),
                "manage " + ga + " to " + highest.asked().asked(),
                ga + " resolves to " + resolved + "; asked for: " + Wish.quote(wishes));
    }
}
