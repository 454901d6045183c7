package io.github.incidentadvisor.evidence.policy;

import io.github.incidentadvisor.evidence.BuildPolicy.Violation;
import io.github.incidentadvisor.inventory.Asked;
import io.github.incidentadvisor.inventory.Check;
import io.github.incidentadvisor.inventory.maven.VersionOrder;
import io.github.incidentadvisor.model.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everybody must ask for the same version of an artifact, after management: {@code DependencyConvergence} and
 * {@code DependencyVersionMap} of maven-enforcer-plugin. Below a node that differs from one seen before nothing is looked at, so
 * that consequences of one difference are not listed too.
 */
final class DependencyConvergence implements PolicyRule {
    static final String NAME = "dependencyConvergence";

    @Override
    public List<Violation> judge(Facts facts) {
        List<Violation> violations = new ArrayList<>();
        for (Check check : facts.checks(NAME)) {
            List<ArtifactPattern> includes =
                    ArtifactPattern.all(check.configuration().list("includes"));
            List<ArtifactPattern> excludes =
                    ArtifactPattern.all(check.configuration().list("excludes"));
            seen(facts.wishes(check)).forEach((ga, wishes) -> {
                List<Wish> meant = wishes.stream()
                        .filter(wish -> includes.isEmpty() || includes.stream().anyMatch(p -> p.matches(wish.asked())))
                        .filter(wish -> excludes.stream().noneMatch(p -> p.matches(wish.asked())))
                        .toList();
                if (versions(meant).size() > 1) {
                    violations.add(violation(check, ga, meant));
                }
            });
        }
        return violations;
    }

    private static Map<String, List<Wish>> seen(List<Wish> tree) {
        Map<String, List<Wish>> seen = new LinkedHashMap<>();
        int hiddenBelow = Integer.MAX_VALUE;
        for (Wish wish : tree) {
            Asked asked = wish.asked();
            if (asked.depth() > hiddenBelow) {
                continue;
            }
            hiddenBelow = Integer.MAX_VALUE;
            List<Wish> same = seen.computeIfAbsent(wish.ga(), ga -> new ArrayList<>());
            same.add(wish);
            if (versions(same).size() > 1) {
                hiddenBelow = asked.depth();
            }
        }
        return seen;
    }

    private static Set<Version> versions(List<Wish> wishes) {
        return wishes.stream()
                .map(wish -> wish.asked().version())
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    private static Violation violation(Check check, String ga, List<Wish> wishes) {
        Version highest = versions(wishes).stream().max(VersionOrder.MAVEN).orElseThrow();
        String asked = versions(wishes).stream()
                .map(version -> version + " by " + askers(wishes, version))
                .collect(Collectors.joining(", "));
        List<Wish> byDepth = wishes.stream()
                .sorted(Comparator.comparingInt(wish -> wish.asked().depth()))
                .toList();
        return Violations.of(
                check,
                List.of(ga),
                Wish.suspects(byDepth),
                ga + " is asked for as " + asked,
                "manage " + ga + " to " + highest,
                ga + ": " + Wish.quote(wishes));
    }

    private static String askers(List<Wish> wishes, Version version) {
        List<String> who = wishes.stream()
                .filter(wish -> wish.asked().version().equals(version))
                .map(Wish::who)
                .distinct()
                .toList();
        return who.get(0) + (who.size() > 1 ? " and " + (who.size() - 1) + " more" : "");
    }
}
