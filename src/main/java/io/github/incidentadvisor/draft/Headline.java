package io.github.incidentadvisor.draft;

import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Recommendation.Action;
import io.github.incidentadvisor.model.Report.Mode;
import io.github.incidentadvisor.model.Report.PastIncident;
import io.github.incidentadvisor.model.Verdict;
import io.github.incidentadvisor.model.Version;
import io.github.incidentadvisor.risk.Breaks;
import io.github.incidentadvisor.risk.Unjudged;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The recommendation in one line, in the imperative. */
public final class Headline {
    private static final String MOVE = "move to ";
    private static final Pattern CAPITALISED = Pattern.compile("\\b\\p{Lu}\\p{Ll}+\\b");

    private Headline() {}

    /**
     * @param advisories most urgent first
     * @param incidents those that the change resembles
     * @param notChecked what could not be looked at
     */
    public static String of(
            Mode mode,
            Verdict verdict,
            List<Advisory> advisories,
            List<PastIncident> incidents,
            Collection<Gap> notChecked,
            LocalDate today) {
        List<Advisory> ours = advisories.stream().filter(Advisory::inChange).toList();
        List<String> parts = new ArrayList<>();
        boolean change = mode != Mode.STATE;
        String fixes = fixes(ours);
        if (!fixes.isEmpty()) {
            String apart = apart(ours);
            parts.add(apart + fixes + (!change ? "." : apart.isEmpty() ? ", then merge." : ", then merge it too."));
        }
        ours.stream()
                .filter(advisory -> advisory.verdict() == Verdict.ACTION || isOver(advisory, today))
                .min(Comparator.comparing(Headline::comesAlong))
                .ifPresent(first -> parts.add(act(first, change, today) + andMore(first, ours, Verdict.ACTION)));
        if (parts.isEmpty() && verdict == Verdict.PLAN) {
            Advisory first = ours.stream()
                    .filter(advisory -> advisory.verdict() == Verdict.PLAN)
                    .findFirst()
                    .orElseThrow();
            List<Advisory> waiting = waiting(ours);
            parts.add((waiting.isEmpty()
                            ? change ? "Merge, and plan ahead: " : "Plan ahead: "
                            : wait(waiting) + " Plan ahead: ")
                    + ends(first, today)
                    + andMore(first, ours, Verdict.PLAN));
        }
        if (parts.isEmpty()) {
            parts.add(quiet(change, ours, incidents, notChecked));
        }
        elsewhere(advisories, today, parts);
        return String.join(" ", parts);
    }

    /** What there is to do before anything else, in the imperative; empty when nothing breaks. */
    private static String fixes(List<Advisory> ours) {
        Breaks breaks = Breaks.of(
                ours.stream().flatMap(advisory -> advisory.findings().stream()).toList());
        List<Place> places = breaks.lines();
        long files = places.stream().map(Place::file).distinct().count();
        List<String> parts = new ArrayList<>();
        if (!places.isEmpty()) {
            parts.add("fix " + places.size() + (places.size() == 1 ? " line" : " lines")
                    + (files > 2 ? " in " + files + " files" : ""));
        }
        List<String> others = breaks.others().stream()
                .flatMap(finding -> finding.fix().isEmpty()
                        ? Stream.of("mend what breaks at " + finding.place())
                        : Stream.of(finding.fix().split("; ")))
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

    /** What is better a change of its own, with a blank after it; empty unless that holds for all that breaks. */
    private static String apart(List<Advisory> ours) {
        List<Advisory> broken = ours.stream()
                .filter(advisory -> advisory.verdict() == Verdict.BROKEN)
                .toList();
        boolean all = broken.stream().allMatch(one -> one.recommendation().action() == Action.SPLIT);
        return broken.isEmpty() || !all
                ? ""
                : "Take " + broken.get(0).component().name()
                        + (broken.size() == 1 ? "" : " and " + (broken.size() - 1) + " more")
                        + " out of this change and merge the rest. ";
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
        Version target = advisory.recommendation().smallestStep();
        if (comesAlong(advisory)) {
            return "Look at what comes along: " + ends(advisory, today);
        }
        return target.isKnown()
                ? (change && advisory.moved() ? "Aim higher, at " : "Move to ")
                        + advisory.component().name() + " " + target + ": " + endsOfIt(advisory, today)
                : "Act: " + ends(advisory, today);
    }

    /** Whether no line of the project decides its version: then none can be moved to another. */
    private static boolean comesAlong(Advisory advisory) {
        return advisory.component() instanceof Component.Artifact
                && !advisory.declaredAt().isKnown();
    }

    private static String ends(Advisory advisory, LocalDate today) {
        String version = (advisory.component().name() + " " + advisory.to().brief()).strip();
        Finding first = ending(advisory);
        return first.deadline().isKnown()
                ? version + ": " + inLowerCase(first.deadline().what()) + when(first.deadline(), today)
                : first.text();
    }

    /** The same where the name has been said. */
    private static String endsOfIt(Advisory advisory, LocalDate today) {
        Finding first = ending(advisory);
        return first.deadline().isKnown()
                ? inLowerCase(first.deadline().what()) + " of " + advisory.to().brief() + when(first.deadline(), today)
                : first.text();
    }

    private static Finding ending(Advisory advisory) {
        return advisory.findings().stream()
                .filter(finding -> finding.deadline().isKnown())
                .findFirst()
                .orElse(advisory.findings().get(0));
    }

    private static String when(Deadline deadline, LocalDate today) {
        long days = deadline.daysFrom(today);
        return days <= 0
                ? " ended on " + deadline.on() + "."
                : " ends on " + deadline.on() + " (" + days + (days == 1 ? " day" : " days") + " left).";
    }

    /** Vendors write {@code Security Support} as if it were a name; {@code OSS} stays. */
    private static String inLowerCase(String words) {
        return CAPITALISED.matcher(words).replaceAll(word -> word.group().toLowerCase(Locale.ROOT));
    }

    private static String andMore(Advisory first, List<Advisory> ours, Verdict verdict) {
        long more =
                ours.stream().filter(a -> a.verdict() == verdict && a != first).count();
        return more <= 0 ? "" : " " + more + " more like it.";
    }

    private static List<Advisory> waiting(List<Advisory> ours) {
        return ours.stream()
                .filter(one -> one.recommendation().action() == Action.WAIT)
                .toList();
    }

    /** What to wait for: the first sentence of the advice. */
    private static String wait(List<Advisory> waiting) {
        String first = waiting.get(0).recommendation().text().replaceFirst("(?<=\\.) Plan .*", "");
        return waiting.size() == 1 ? first : first + " " + (waiting.size() - 1) + " more like it.";
    }

    private static String quiet(
            boolean change, List<Advisory> ours, List<PastIncident> incidents, Collection<Gap> notChecked) {
        List<String> looks = new ArrayList<>();
        long cautions = ours.stream()
                .flatMap(advisory -> advisory.findings().stream())
                .filter(finding -> finding.kind() != Kind.PAST_INCIDENT)
                .count();
        if (cautions > 0) {
            looks.add(cautions + (cautions == 1 ? " caution" : " cautions"));
        }
        if (!incidents.isEmpty()) {
            int more = incidents.size() - 1;
            looks.add(incidents.get(0).id() + (more == 0 ? "" : " and " + more + " more") + ", which this resembles");
        }
        List<Advisory> waiting = waiting(ours);
        if (!waiting.isEmpty()) {
            return wait(waiting)
                    + (looks.isEmpty() ? "" : " Then merge after a look at " + String.join(" and at ", looks) + ".");
        }
        if (!looks.isEmpty()) {
            return (change ? "Merge after a look at " : "No deadline presses; look at ")
                    + String.join(" and at ", looks) + ".";
        }
        if (!change) {
            return notChecked.isEmpty() ? "Nothing to do." : "Nothing to do in what was checked.";
        }
        if (ours.isEmpty()) {
            return "Nothing to say: no version changed.";
        }
        if (ours.stream().allMatch(advisory -> Unjudged.is(advisory, notChecked))) {
            return "Look for yourself before you merge: nothing that moves could be judged.";
        }
        return "Merge: no objection from what was checked" + (notChecked.isEmpty() ? "." : "; see what was not.");
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
