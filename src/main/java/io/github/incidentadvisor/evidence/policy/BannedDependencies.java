package io.github.incidentadvisor.evidence.policy;

import io.github.incidentadvisor.evidence.BuildPolicy.Violation;
import io.github.incidentadvisor.inventory.Asked;
import io.github.incidentadvisor.inventory.Check;
import io.github.incidentadvisor.inventory.maven.VersionRanges;
import io.github.incidentadvisor.model.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is excluded must not be there, unless it is included: {@code BannedDependencies} of maven-enforcer-plugin. Since 3.2 it
 * looks at the losers of mediation too.
 */
final class BannedDependencies implements PolicyRule {
    static final String NAME = "bannedDependencies";

    @Override
    public List<Violation> judge(Facts facts) {
        List<Violation> violations = new ArrayList<>();
        for (Check check : facts.checks(NAME)) {
            List<ArtifactPattern> banned =
                    ArtifactPattern.all(check.configuration().list("excludes"));
            List<ArtifactPattern> allowed =
                    ArtifactPattern.all(check.configuration().list("includes"));
            boolean transitive = check.configuration().flag("searchTransitive", true);
            Set<String> told = new HashSet<>();
            for (Wish wish : facts.wishes(check)) {
                Asked asked = wish.asked();
                boolean seen = asked.depth() > 0
                        && (transitive ? asked.wins() || seesLosers(check) : asked.depth() == 1)
                        && allowed.stream().noneMatch(pattern -> pattern.matches(asked));
                Optional<ArtifactPattern> by = banned.stream()
                        .filter(pattern -> seen && pattern.matches(asked))
                        .findFirst();
                if (by.isPresent() && told.add(wish.ga())) {
                    violations.add(violation(check, wish, by.get()));
                }
            }
        }
        return violations;
    }

    private static boolean seesLosers(Check check) {
        String version = check.plugin().version();
        return version.isEmpty()
                || VersionRanges.contains("[3.2.0,)", new Version(version)).orElse(true);
    }

    private static Violation violation(Check check, Wish wish, ArtifactPattern by) {
        String what = wish.asked().coordinates();
        return Violations.of(
                check,
                List.of(wish.ga()),
                Wish.suspects(List.of(wish)),
                what + ", which " + wish.who() + " brings, is banned by " + by,
                "exclude " + wish.ga() + " from " + wish.who() + ", or allow it in the rule's <includes>",
                what + " asked for by " + wish.who() + "; banned: " + by);
    }
}
