package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.evidence.Behaviours.Answer;
import io.github.incidentadvisor.evidence.Behaviours.Behaviour;
import io.github.incidentadvisor.model.Change;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.StableId;
import java.util.List;
import java.util.Optional;

/** The project's own lines that compile, or are nothing for a compiler, and do not do what they did. */
public final class BehaviourChanges implements Rule {
    private final Answer behaviours;

    /** @param behaviours what the comparison of jars and files found */
    public BehaviourChanges(Answer behaviours) {
        this.behaviours = behaviours;
    }

    @Override
    public List<Found> apply(Situation situation) {
        return behaviours.behaviours().stream()
                .flatMap(one -> found(one, situation).stream())
                .toList();
    }

    private static Optional<Found> found(Behaviour one, Situation situation) {
        Optional<Change> change = situation.changeOf(one.from().artifact());
        return Movement.leader(change, situation).map(item -> {
            Component component = change.map(Change::component).orElse(item.component());
            Finding finding = new Finding(
                    StableId.of(
                            Kind.BEHAVIOUR_CHANGE, component.purl(), one.place().file(), one.name()),
                    Kind.BEHAVIOUR_CHANGE,
                    severity(one),
                    Grade.MEASURED,
                    one.place(),
                    one.reference(),
                    Deadline.NONE,
                    one.message(),
                    LandsFirst.told(one.instead(), one.landsFirst()),
                    List.of(new Evidence(
                            "jar",
                            Grade.MEASURED,
                            one.measured().source(),
                            "",
                            "",
                            one.measured().quote())));
            return Found.of(item, finding);
        });
    }

    private static Severity severity(Behaviour one) {
        return switch (one.effect()) {
            case FAILS_BUILD -> Severity.BREAKS_BUILD;
            case FAILS_RUN -> Severity.BREAKS_RUNTIME;
            case MAY_DIFFER -> Severity.CAUTION;
            case DEPRECATED -> Severity.INFO;
        };
    }
}
