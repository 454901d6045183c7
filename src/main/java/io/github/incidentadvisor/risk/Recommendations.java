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
            case ACTION ->
                new Recommendation(
                        Action.PLAN,
                        now(subject, findings, today, target(findings, smallest, longTerm), background),
                        smallest,
                        longTerm);
            case PLAN -> {
                Optional<String> wait = wait(subject, findings, background, today);
                String text = later(subject, findings, wait, target(findings, smallest, longTerm), background);
                yield new Recommendation(wait.isPresent() ? Action.WAIT : Action.PLAN, text, smallest, longTerm);
            }
            case NONE ->
                subject.moved()
                        ? wait(subject, findings, background, today)
                                .map(text -> new Recommendation(Action.WAIT, text, smallest, longTerm))
                                .orElseGet(() -> new Recommendation(Action.MERGE, merge(findings), smallest, longTerm))
                        : new Recommendation(Action.PLAN, "Look at it when you are there.", smallest, longTerm);
        };
    }

    private static Optional<String> wait(
            Subject subject, List<Finding> findings, Background background, LocalDate today) {
        return subject.moved() ? Waits.of(subject, findings, background.releases(), today) : Optional.empty();
    }

    private static String merge(List<Finding> findings) {
        long cautions = findings.stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .count();
        return cautions == 0
                ? "Nothing that was checked speaks against it."
                : "Look at " + (cautions == 1 ? "the caution" : "the " + cautions + " cautions")
                        + " first; nothing else that was checked speaks against it.";
    }

    /** The nearest of what ends. */
    private static Deadline day(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.DEADLINE)
                .map(Finding::deadline)
                .filter(Deadline::isKnown)
                .min(Comparator.naturalOrder())
                .orElse(Deadline.NONE);
    }

    /** Why now, until which day there is time, and where to; nobody is told to upgrade to nothing. */
    private static String now(
            Subject subject, List<Finding> findings, LocalDate today, Optional<String> target, Background background) {
        Deadline day = day(findings);
        boolean open = day.isKnown() && !day.isPast(today);
        if (!subject.moved()) {
            String when = open ? "before " + day.on() : "now";
            return target.map(there -> "Upgrade " + when + ". " + there)
                    .orElseGet(() -> "Look for a way on " + when + ": " + unknown(subject, findings, background));
        }
        String why = !subject.to().isKnown()
                ? ""
                : subject.to().brief()
                        + (open
                                ? " lasts until " + day.on() + " only. "
                                : isVulnerable(findings) && !day.isKnown()
                                        ? " has a known vulnerability. "
                                        : " does not last. ");
        return why + target.orElseGet(() -> "So far " + unknown(subject, findings, background));
    }

    /** What to do before the day on which it ends. */
    private static String later(
            Subject subject,
            List<Finding> findings,
            Optional<String> wait,
            Optional<String> target,
            Background background) {
        LocalDate day = day(findings).on();
        if (!subject.moved()) {
            return target.map(there -> "Plan the upgrade before " + day + ". " + there)
                    .orElseGet(() -> "Keep an eye on it until " + day + ": " + unknown(subject, findings, background));
        }
        return wait.map(first -> first + " Plan the next step").orElse("Merge, and plan the next step") + " before "
                + day + ". " + target.orElseGet(() -> "So far " + unknown(subject, findings, background));
    }

    /** A sentence that says where to go, where that is known. */
    private static Optional<String> target(List<Finding> findings, Version smallest, Version longTerm) {
        return smallest.isKnown()
                ? Optional.of("Go to " + smallest + further(smallest, longTerm) + ".")
                : elsewhere(findings);
    }

    /** The end of a sentence that says why there is nowhere to go. */
    private static String unknown(Subject subject, List<Finding> findings, Background background) {
        return (findings.stream().noneMatch(f -> f.severity() == Severity.DEADLINE)
                        ? "no release that mends it is known"
                        : "no later release that stays supported is known")
                + unjudged(background.available().apply(subject.component(), subject.to())) + ".";
    }

    private static boolean isVulnerable(List<Finding> findings) {
        return findings.stream()
                .anyMatch(
                        finding -> finding.kind() == Finding.Kind.VULNERABILITY && finding.severity() != Severity.INFO);
    }

    private static String further(Version smallest, Version longTerm) {
        return longTerm.isKnown() && !longTerm.equals(smallest) ? ", or to " + longTerm + " to stay longest" : "";
    }

    /** What is taken away has no newer release, but often something that does its work; of some lines no release is known yet. */
    private static Optional<String> elsewhere(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.kind() == Finding.Kind.RETIREMENT
                        ? !finding.fix().isEmpty()
                        : finding.severity() == Severity.DEADLINE
                                && finding.fix().startsWith("move to "))
                .map(finding -> finding.kind() == Finding.Kind.RETIREMENT
                        ? finding.fix()
                        : finding.fix().replaceFirst(";.*", ""))
                .map(fix -> Character.toUpperCase(fix.charAt(0)) + fix.substring(1) + ".")
                .findFirst();
    }

    /** A newer release of the same line ends with it. */
    private static String unjudged(Newest newest) {
        return Stream.of(newest.major(), newest.minor())
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
