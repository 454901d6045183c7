package io.github.incidentadvisor.evidence.policy;

import io.github.incidentadvisor.evidence.BuildPolicy.Violation;
import io.github.incidentadvisor.inventory.Asked;
import io.github.incidentadvisor.inventory.Check;
import io.github.incidentadvisor.inventory.maven.VersionOrder;
import io.github.incidentadvisor.model.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is excluded must not be there, unless it is included: {@code BannedDependencies} of maven-enforcer-plugin. Since 3.2 it
 * looks at the losers of mediation too, and until 3.6.3 not at what a banned one brings.
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
            int hiddenBelow = Integer.MAX_VALUE;
            for (Wish wish : facts.wishes(check)) {
                Asked asked = wish.asked();
                if (asked.depth() > hiddenBelow) {
                    continue;
                }
                hiddenBelow = Integer.MAX_VALUE;
                boolean seen = asked.depth() > 0
                        && (transitive ? asked.wins() || isSince("3.2.0", check) : asked.depth() == 1)
                        && allowed.stream().noneMatch(pattern -> pattern.matches(asked));
                Optional<ArtifactPattern> by = banned.stream()
                        .filter(pattern -> seen && pattern.matches(asked))
                        .findFirst();
                if (by.isPresent() && told.add(wish.ga())) {
                    violations.add(violation(check, wish, by.get()));
                }
                if (by.isPresent() && isSince("3.2.0", check) && !isSince("3.6.3", check)) {
                    hiddenBelow = asked.depth();
                }
            }
        }
        return violations;
    }

    private static boolean isSince(String release, Check check) {
        String version = check.plugin().version();
        return version.isEmpty() || VersionOrder.MAVEN.compare(new Version(version), new Version(release)) >= 0;
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
