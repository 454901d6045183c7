package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.incidents.Step;
import io.github.incidentadvisor.incidents.recall.Recall;
import io.github.incidentadvisor.incidents.recall.Recall.Shown;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Reference;
import io.github.incidentadvisor.model.StableId;
import java.util.List;
import java.util.Map;

/** What happened before and may happen again with this change; what was left to do then becomes a task. */
public final class PastIncidents implements Rule {
    private final Recall recall;
    private final Map<Step, Subject> asked;

    /**
     * What a step is a step of.
     *
     * @param about what the head has of it
     * @param place where it is declared or due
     */
    public record Subject(Item about, Place place) {}

    /** @param asked what each step was asked for */
    public PastIncidents(Recall recall, Map<Step, Subject> asked) {
        this.recall = recall;
        this.asked = Map.copyOf(asked);
    }

    @Override
    public List<Found> apply(Situation situation) {
        return recall.shown().stream()
                .map(shown -> found(shown, asked.get(shown.step())))
                .toList();
    }

    private static Found found(Shown shown, Subject subject) {
        Kind kind = shown.revert() ? Kind.PAST_REVERT : Kind.PAST_INCIDENT;
        return Found.of(
                subject.about(),
                new Finding(
                        StableId.of(kind, subject.about().component().purl(), "", shown.id()),
                        kind,
                        Severity.CAUTION,
                        Grade.INFERRED,
                        subject.place(),
                        Reference.NONE,
                        Deadline.NONE,
                        text(shown),
                        shown.openAction().isEmpty() ? "" : "as " + shown.id() + " left to do: " + shown.openAction(),
                        List.of(evidence(shown))));
    }

    private static String text(Shown shown) {
        String when = shown.date().isEmpty() ? "" : " (" + shown.date() + duration(shown.duration()) + ")";
        return "Seen before" + when + ": " + shown.id() + ", " + shown.title() + ". The cause may differ.";
    }

    private static String duration(long minutes) {
        return minutes == 0 ? "" : minutes < 120 ? ", " + minutes + " min" : ", " + Math.round(minutes / 60.0) + " h";
    }

    /** What carries it: the incident's words, or its title where they may not be shown. */
    public static Evidence evidence(Shown shown) {
        return new Evidence(
                shown.revert() ? "revert" : "incident",
                Grade.INFERRED,
                shown.id(),
                shown.url(),
                shown.date(),
                shown.incidentQuote().isEmpty() ? shown.title() : shown.incidentQuote());
    }
}
