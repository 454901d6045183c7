package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.model.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is better merged later, although nothing speaks against it: a release that came out days ago, and what is not finished. Not
 * what mends a vulnerability, or goes back: somebody has a reason for that.
 */
final class Waits {
    private Waits() {}

    /** What to wait for, in the imperative. */
    static Optional<String> of(Subject subject, List<Finding> findings, ReleaseDays releases, LocalDate today) {
        if (subject.back() || !subject.to().isKnown() || mends(subject, findings, releases)) {
            return Optional.empty();
        }
        String to = subject.component().name() + " " + subject.to().brief();
        if (Levels.isPreRelease(subject.to()) && subject.from().isKnown() && !Levels.isPreRelease(subject.from())) {
            return Optional.of("Wait for the release: " + to + " is a pre-release.");
        }
        return releases.of(subject.component(), subject.to(), today)
                .filter(day -> day.isFresh(today))
                .map(day -> "Wait until " + day.settledOn() + " unless you need it now: " + to + " came out on "
                        + day.on() + ".");
    }

    private static boolean mends(Subject subject, List<Finding> findings, ReleaseDays releases) {
        return findings.stream().anyMatch(finding -> finding.kind() == Finding.Kind.VULNERABILITY)
                || releases.mendsSecurity(subject.component(), subject.to());
    }
}
