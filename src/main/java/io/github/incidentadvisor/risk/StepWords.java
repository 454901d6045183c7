package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.model.Change;
import io.github.incidentadvisor.model.Change.Direction;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Risk.Reason;
import io.github.incidentadvisor.model.Version;
import java.util.List;

/** What kind of step a change is, what goes with it, and how much of it was looked at: the reason that every change has. */
final class StepWords {
    private StepWords() {}

    static Reason reason(Subject subject, List<Change> others, Looked looked) {
        Version from = subject.from();
        Version to = subject.to();
        String text = kind(subject) + others(subject, others) + "; " + looked.sentence();
        Evidence evidence = new Evidence(
                "change",
                Grade.MEASURED,
                subject.declaredAt().isKnown() ? subject.declaredAt().toString() : "the resolved dependency graph",
                "",
                "",
                (from.isKnown() ? from.text() : "(none)") + " → " + (to.isKnown() ? to.text() : "(none)"));
        return new Reason(text, List.of(evidence));
    }

    private static String kind(Subject subject) {
        Version from = subject.from();
        Version to = subject.to();
        if (!from.isKnown() || !to.isKnown()) {
            return (from.isKnown() ? "A removal" : "An addition") + unfinished(to);
        }
        String back = subject.back() ? " back" : "";
        return switch (from.stepTo(to)) {
            case MAJOR -> "A major step" + back + unfinished(to);
            case MINOR ->
                Levels.isSmall(from, to)
                        ? "A minor step" + back + unfinished(to)
                        : "A minor step" + back + " before 1.0, where anything may change," + unfinished(to);
            case PATCH -> "A patch step" + back + unfinished(to);
            case OTHER, NONE ->
                "A step" + back
                        + (isRange(from) || isRange(to)
                                ? " between ranges of versions"
                                : " that follows no number scheme")
                        + unfinished(to);
        };
    }

    /** Terraform's, npm's and Helm's constraints and Maven's ranges begin with a sign that no version does. */
    private static boolean isRange(Version version) {
        return version.text().matches("[~^<>=!\\[(].*");
    }

    private static String unfinished(Version to) {
        return to.isKnown() && Levels.isPreRelease(to) ? " to a pre-release" : "";
    }

    private static String others(Subject subject, List<Change> others) {
        String lost = subject.back() ? ", which gives up what " + subject.from().brief() + " brought" : "";
        if (others.isEmpty()) {
            return lost;
        }
        long back = others.stream()
                .filter(change -> change.direction() == Direction.DOWN)
                .count();
        String down = back == 0
                ? ""
                : others.size() == 1
                        ? ", which goes back"
                        : back == others.size()
                                ? ", which all go back"
                                : ", of which " + back + (back == 1 ? " goes back" : " go back");
        return (subject.back() ? lost + " and moves " : " that moves ")
                + others.size()
                + (others.size() == 1 ? " other version" : " other versions")
                + down;
    }
}
