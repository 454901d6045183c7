package io.github.incidentadvisor.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.evidence.Behaviours.Answer;
import io.github.incidentadvisor.evidence.Behaviours.Behaviour;
import io.github.incidentadvisor.evidence.Behaviours.Effect;
import io.github.incidentadvisor.evidence.Behaviours.Measured;
import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.model.Change;
import io.github.incidentadvisor.model.Change.Direction;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Reference;
import io.github.incidentadvisor.model.Report.Mode;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.Version;
import io.github.incidentadvisor.risk.Rule.Found;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class BehaviourChangesSpec {
    private static final Artifact PARENT = new Artifact("org.a", "parent", "pom", "");
    private static final Artifact LIB = Artifact.of("org.a", "lib");

    @Test
    void aFindingBelongsToTheDeclaredChangeThatMovedTheJar() {
        List<Found> found = found(List.of(
                change(PARENT, Role.PARENT, new Place("pom.xml", 4), ""),
                change(LIB, Role.DIRECT, Place.NONE, PARENT.purl())));

        assertThat(found).hasSize(1);
        assertThat(found.get(0).about().component()).isEqualTo(PARENT);
        Finding finding = found.get(0).finding();
        assertThat(finding.id()).startsWith("beh-");
        assertThat(finding.place()).isEqualTo(new Place("a.properties", 3));
        assertThat(finding.text()).isEqualTo("sets x; lib 2 does not read that key any more");
        assertThat(finding.fix()).isEqualTo("use y; that works before the change too, so it can land first");
        assertThat(finding.evidence())
                .extracting(e -> e.source() + " says " + e.quote())
                .containsExactly("lib 2 says x is y");
    }

    @Test
    void whatIsGoneBreaksAndWhatMayDifferIsACaution() {
        assertThat(severity(Effect.FAILS_BUILD)).isEqualTo(Severity.BREAKS_BUILD);
        assertThat(severity(Effect.FAILS_RUN)).isEqualTo(Severity.BREAKS_RUNTIME);
        assertThat(severity(Effect.MAY_DIFFER)).isEqualTo(Severity.CAUTION);
        assertThat(severity(Effect.DEPRECATED)).isEqualTo(Severity.INFO);
    }

    @Test
    void withoutAnyDeclaredChangeThereIsNobodyToTell() {
        assertThat(found(List.of())).isEmpty();
    }

    private static Severity severity(Effect effect) {
        List<Change> changes = List.of(change(LIB, Role.DIRECT, new Place("pom.xml", 9), ""));
        return new BehaviourChanges(new Answer(List.of(behaviour(effect)), List.of()))
                .apply(situation(changes))
                .get(0)
                .finding()
                .severity();
    }

    private static List<Found> found(List<Change> changes) {
        return new BehaviourChanges(new Answer(List.of(behaviour(Effect.FAILS_RUN)), List.of()))
                .apply(situation(changes));
    }

    private static Behaviour behaviour(Effect effect) {
        return new Behaviour(
                "pom.xml",
                effect,
                new Place("a.properties", 3),
                "x",
                Reference.NONE,
                new Coordinates(LIB, new Version("1")),
                "sets x; lib 2 does not read that key any more",
                new Measured("lib 2", "x is y"),
                "use y",
                true);
    }

    private static Situation situation(List<Change> changes) {
        return new Situation(Mode.CHANGE, Inventory.EMPTY, changes, LocalDate.of(2026, 11, 25));
    }

    private static Change change(Artifact artifact, Role role, Place place, String movedBy) {
        return new Change(
                artifact,
                Direction.UP,
                new Version("1"),
                new Version("2"),
                role,
                place,
                movedBy,
                List.of(),
                List.of("pom.xml"));
    }
}
