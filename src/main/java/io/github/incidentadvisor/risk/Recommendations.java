package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.inventory.Newest;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Recommendation;
import io.github.incidentadvisor.model.Recommendation.Action;
import io.github.incidentadvisor.model.Verdict;
import io.github.incidentadvisor.model.Version;
import io.github.incidentadvisor.risk.Rule.Found;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What to do about one advisory, taken by itself; {@link Splits} looks at all of them. */
final class Recommendations {
    private Recommendations() {}

    static Recommendation of(
            Verdict verdict,
            Subject subject,
            List<Finding> findings,
            List<Found> found,
            Background background,
            LocalDate today) {
        Version smallest = first(found, Found::smallestStep);
        Version longTerm = first(found, Found::longTerm);
        return switch (verdict) {
            case BROKEN ->
                new Recommendation(
                        Action.FIX_FIRST,
                        Breaks.of(findings).mend() + (subject.moved() ? ", then merge." : "."),
                        smallest,
                        longTerm);
            case ACTION, PLAN -> {
                Newest newest = background.available().apply(subject.component(), subject.to());
                String text = when(verdict, subject, findings, today) + target(findings, smallest, longTerm, newest);
                yield new Recommendation(Action.PLAN, text.strip(), smallest, longTerm);
            }
            case NONE ->
                subject.moved()
                        ? Waits.of(subject, findings, background.releases(), today)
                                .map(text -> new Recommendation(Action.WAIT, text, smallest, longTerm))
                                .orElseGet(() -> new Recommendation(
                                        Action.MERGE,
                                        "Nothing that was checked speaks against it.",
                                        smallest,
                                        longTerm))
                        : new Recommendation(Action.PLAN, "Look at it when you are there.", smallest, longTerm);
        };
    }

    /** Why now, and until which day there is time. */
    private static String when(Verdict verdict, Subject subject, List<Finding> findings, LocalDate today) {
        Deadline day = findings.stream()
                .filter(finding -> finding.severity() == Severity.DEADLINE)
                .map(Finding::deadline)
                .filter(Deadline::isKnown)
                .min(Comparator.naturalOrder())
                .orElse(Deadline.NONE);
        boolean open = day.isKnown() && !day.isPast(today);
        if (!subject.moved()) {
            return (verdict == Verdict.ACTION ? "Upgrade" : "Plan the upgrade")
                    + (open ? " before " + day.on() + "." : " now.");
        }
        if (!subject.to().isKnown()) {
            return "";
        }
        return subject.to().brief()
                + (open
                        ? " lasts until " + day.on() + " only."
                        : isVulnerable(findings) && !day.isKnown() ? " has a known vulnerability." : " does not last.");
    }

    private static String target(List<Finding> findings, Version smallest, Version longTerm, Newest newest) {
        return smallest.isKnown()
                ? " Go to " + smallest + further(smallest, longTerm) + "."
                : elsewhere(findings)
                        .orElseGet(() -> (findings.stream().noneMatch(f -> f.severity() == Severity.DEADLINE)
                                        ? " No release that mends it is known"
                                        : " No release that stays supported is known")
                                + unjudged(newest) + ".");
    }

    private static boolean isVulnerable(List<Finding> findings) {
        return findings.stream()
                .anyMatch(
                        finding -> finding.kind() == Finding.Kind.VULNERABILITY && finding.severity() != Severity.INFO);
    }

    private static String further(Version smallest, Version longTerm) {
        return longTerm.isKnown() && !longTerm.equals(smallest) ? ", or to " + longTerm + " to stay longest" : "";
    }

    /** What is taken away has no newer release, but often something that does its work. */
    private static Optional<String> elsewhere(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.kind() == Finding.Kind.RETIREMENT
                        && !finding.fix().isEmpty())
                .map(finding -> " " + Character.toUpperCase(finding.fix().charAt(0))
                        + finding.fix().substring(1) + ".")
                .findFirst();
    }

    private static String unjudged(Newest newest) {
        return Stream.of(newest.major(), newest.minor(), newest.patch())
                .filter(Version::isKnown)
                .findFirst()
                .map(version -> "; the newest one is " + version)
                .orElse("");
    }

    /** Of several, that of what ends: what mends a vulnerability may end as well. */
    private static Version first(List<Found> found, Function<Found, Version> target) {
        return found.stream()
                .sorted(Comparator.comparing(one -> one.finding().severity() != Severity.DEADLINE))
                .map(target)
                .filter(Version::isKnown)
                .findFirst()
                .orElse(Version.NONE);
    }
}
