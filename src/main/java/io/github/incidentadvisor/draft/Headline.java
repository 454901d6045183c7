package io.github.incidentadvisor.draft;

import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Report.Mode;
import io.github.incidentadvisor.model.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The recommendation in one line, in the imperative. */
public final class Headline {
    /** Kinds of which each place is a line to change. */
    private static final Set<Kind> LINES =
            Set.of(Kind.BROKEN_REFERENCE, Kind.BROKEN_OVERRIDE, Kind.BEHAVIOUR_CHANGE, Kind.REMOVED_API);

    private static final String MOVE = "move to ";

    private Headline() {}

    /**
     * @param advisories most urgent first
     * @param incomplete whether anything could not be checked
     */
    public static String of(
            Mode mode, Verdict verdict, List<Advisory> advisories, LocalDate today, boolean incomplete) {
        List<Advisory> ours = advisories.stream().filter(Advisory::inChange).toList();
        List<String> parts = new ArrayList<>();
        boolean change = mode != Mode.STATE;
        String fixes = fixes(ours);
        if (!fixes.isEmpty()) {
            parts.add(fixes + (change ? ", then merge." : "."));
        }
        ours.stream()
                .filter(advisory -> advisory.verdict() == Verdict.ACTION || isOver(advisory, today))
                .findFirst()
                .ifPresent(first -> parts.add(act(first, change, today) + andMore(first, ours, Verdict.ACTION)));
        if (parts.isEmpty() && verdict == Verdict.PLAN) {
            Advisory first = ours.stream()
                    .filter(advisory -> advisory.verdict() == Verdict.PLAN)
                    .findFirst()
                    .orElseThrow();
            parts.add((change ? "Merge, and plan ahead: " : "Plan ahead: ")
                    + ends(first, today)
                    + andMore(first, ours, Verdict.PLAN));
        }
        if (parts.isEmpty()) {
            parts.add(quiet(change, ours, incomplete));
        }
        elsewhere(advisories, today, parts);
        return String.join(" ", parts);
    }

    /** What there is to do before anything else, in the imperative; empty when nothing breaks. */
    private static String fixes(List<Advisory> ours) {
        List<Finding> broken = ours.stream()
                .flatMap(advisory -> advisory.findings().stream())
                .filter(f -> f.severity() == Severity.BREAKS_BUILD || f.severity() == Severity.BREAKS_RUNTIME)
                .toList();
        List<Place> places = broken.stream()
                .filter(finding -> LINES.contains(finding.kind()))
                .map(Finding::place)
                .distinct()
                .toList();
        long files = places.stream().map(Place::file).distinct().count();
        List<String> parts = new ArrayList<>();
        if (!places.isEmpty()) {
            parts.add("fix " + places.size() + (places.size() == 1 ? " line" : " lines")
                    + (files > 2 ? " in " + files + " files" : ""));
        }
        List<String> others = broken.stream()
                .filter(finding -> !LINES.contains(finding.kind()))
                .map(finding -> finding.fix().isEmpty() ? "mend what breaks at " + finding.place() : finding.fix())
                .distinct()
                .toList();
        others.stream().limit(1).forEach(parts::add);
        if (others.size() > 1) {
            parts.add(others.size() - 1 + " more");
        }
        String all = String.join(", and ", parts);
        return all.isEmpty() ? "" : Character.toUpperCase(all.charAt(0)) + all.substring(1);
    }

    /** Whether what is about to break something has also reached its end. */
    private static boolean isOver(Advisory advisory, LocalDate today) {
        return advisory.verdict() == Verdict.BROKEN
                && advisory.findings().stream()
                        .anyMatch(finding -> finding.severity() == Severity.DEADLINE
                                && finding.deadline().isPast(today));
    }

    private static String act(Advisory advisory, boolean change, LocalDate today) {
        String fix = advisory.findings().stream()
                .filter(finding -> finding.severity() == Severity.DEADLINE)
                .map(Finding::fix)
                .filter(text -> text.startsWith(MOVE))
                .findFirst()
                .orElse("");
        if (!(advisory.component() instanceof Component.Artifact)) {
            // An image or platform goes to a version of what it is; that an image of that name has it is not known.
            return (fix.isEmpty()
                            ? "Act: "
                            : "M" + fix.replaceFirst(" \\(.*|[;,].*", "").substring(1) + ": ")
                    + ends(advisory, today);
        }
        String target = advisory.recommendation().smallestStep().isKnown()
                ? (change && advisory.moved() ? "Aim higher, at " : "Move to ")
                        + advisory.component().name() + " "
                        + advisory.recommendation().smallestStep() + ": "
                : "Act: ";
        return target + ends(advisory, today);
    }

    private static String ends(Advisory advisory, LocalDate today) {
        Finding first = advisory.findings().stream()
                .filter(finding -> finding.deadline().isKnown())
                .findFirst()
                .orElse(advisory.findings().get(0));
        Deadline deadline = first.deadline();
        String version = (advisory.component().name() + " " + advisory.to().brief()).strip();
        if (!deadline.isKnown()) {
            return first.text();
        }
        long days = deadline.daysFrom(today);
        return version + ": " + deadline.what()
                + (days <= 0
                        ? " ended on " + deadline.on() + "."
                        : " ends on " + deadline.on() + " (" + days + (days == 1 ? " day" : " days") + " left).");
    }

    private static String andMore(Advisory first, List<Advisory> ours, Verdict verdict) {
        long more =
                ours.stream().filter(a -> a.verdict() == verdict && a != first).count();
        return more <= 0 ? "" : " " + more + " more like it.";
    }

    private static String quiet(boolean change, List<Advisory> ours, boolean incomplete) {
        long cautions = ours.stream().mapToLong(a -> a.findings().size()).sum();
        if (cautions > 0) {
            return (change ? "Merge after a look at " : "No deadline presses; look at ")
                    + cautions
                    + (cautions == 1 ? " caution." : " cautions.");
        }
        if (!change) {
            return incomplete ? "Nothing to do in what was checked." : "Nothing to do.";
        }
        return ours.isEmpty()
                ? "Nothing to say: no version changed."
                : "No objection from what was checked; see what was not.";
    }

    private static void elsewhere(List<Advisory> advisories, LocalDate today, List<String> parts) {
        List<Advisory> due = advisories.stream()
                .filter(a -> !a.inChange() && a.verdict() == Verdict.ACTION)
                .toList();
        if (!due.isEmpty()) {
            parts.add("Plan separately: " + ends(due.get(0), today)
                    + (due.size() > 1 ? " " + (due.size() - 1) + " more elsewhere." : ""));
        }
    }
}
