package io.github.incidentadvisor.evidence.policy;

import io.github.incidentadvisor.evidence.BuildPolicy.Violation;
import io.github.incidentadvisor.inventory.Check;
import io.github.incidentadvisor.inventory.maven.VersionRanges;
import io.github.incidentadvisor.model.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Java that runs Maven must be in a range: {@code RequireJavaVersion} of maven-enforcer-plugin. Judged for the Java that
 * runs now; another machine may have another.
 */
final class RequireJavaVersion implements PolicyRule {
    static final String NAME = "requireJavaVersion";

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern EIGHT = Pattern.compile("(?<![\\d.])8(?![\\d.])");

    @Override
    public List<Violation> judge(Facts facts) {
        List<Violation> violations = new ArrayList<>();
        for (Check check : facts.checks(NAME)) {
            String range = EIGHT.matcher(check.configuration().text("version")).replaceAll("1.8");
            Optional<Boolean> plain = VersionRanges.contains(range, new Version(facts.java()));
            Optional<Boolean> normal = VersionRanges.contains(range, new Version(normalized(facts.java())));
            if (range.isEmpty() || plain.isEmpty() || normal.isEmpty()) {
                facts.gap(NAME + " in " + check.module(), "'" + range + "' is no range of versions");
            } else if (!plain.get() && !normal.get()) {
                violations.add(Violations.of(
                        check,
                        List.of(),
                        List.of(),
                        "Java " + facts.java() + " is not in the range " + range,
                        "build with a Java in " + range,
                        "runs Java " + facts.java() + "; allowed is " + range));
            }
        }
        return violations;
    }

    /** Up to four numbers, the last after a hyphen: as the rule's {@code normalizeJDKVersion} has it. */
    private static String normalized(String java) {
        Matcher numbers = NUMBER.matcher(java);
        StringBuilder normal = new StringBuilder();
        for (int i = 0; i < 4 && numbers.find(); i++) {
            normal.append(i == 0 ? "" : i == 3 ? "-" : ".")
                    .append(numbers.group().replaceFirst("^0+(?=\\d)", ""));
        }
        return normal.toString();
    }
}
