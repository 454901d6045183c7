package io.github.incidentadvisor.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.evidence.Linkage.Answer;
import io.github.incidentadvisor.evidence.Linkage.Break;
import io.github.incidentadvisor.evidence.Linkage.Coverage;
import io.github.incidentadvisor.evidence.Linkage.Effect;
import io.github.incidentadvisor.evidence.Linkage.Instead;
import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.inventory.Declaration;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.inventory.Inventory.Module;
import io.github.incidentadvisor.inventory.Inventory.SourceRoots;
import io.github.incidentadvisor.model.Change;
import io.github.incidentadvisor.model.Change.Direction;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Reference;
import io.github.incidentadvisor.model.Report.Mode;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.Version;
import io.github.incidentadvisor.risk.Rule.Found;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is said of a line that the change breaks. */
class BrokenReferencesSpec {
    private static final Artifact POOL = Artifact.of("com.acme", "pool");

    @Test
    void aTypeThatTheNewVersionHasNotIsSaidToBeMissingInIt() {
        assertThat(broken("a/pom.xml", in("a/pom.xml"))).satisfies(finding -> {
            assertThat(finding.text()).isEqualTo("uses Pool, which pool 2.0 no longer has: will not compile.");
            assertThat(finding.evidence().get(0).source()).isEqualTo("a/pom.xml, compiled against pool 1.0 → 2.0");
        });
    }

    @Test
    void whereOnlyOtherModulesHaveTheArtifactItsNewVersionIsNotBlamed() {
        assertThat(broken("a/pom.xml", in("b/pom.xml"))).satisfies(finding -> {
            assertThat(finding.text())
                    .isEqualTo("uses Pool, which is gone from the class path with pool 1.0: will not compile.");
            assertThat(finding.evidence().get(0).source())
                    .isEqualTo("a/pom.xml, compiled against pool 1.0 → none here");
        });
    }

    @Test
    void whatOnlyTestsHaveIsNotThereForAMainSource() {
        assertThat(broken("a/pom.xml", scoped("a/pom.xml", "test")).text()).contains("is gone from the class path");
        assertThat(broken("a/pom.xml", scoped("a/pom.xml", "provided")).text()).contains("pool 2.0 no longer has");
    }

    private static Finding broken(String module, Item head) {
        Break one = new Break(
                module,
                Effect.REMOVED,
                new Place("a/src/main/java/A.java", 3),
                new Reference("com.acme.Pool", "", ""),
                Optional.of(new Coordinates(POOL, new Version("1.0"))),
                "this type was removed",
                Instead.UNKNOWN);
        Change change = new Change(
                POOL,
                Direction.UP,
                new Version("1.0"),
                new Version("2.0"),
                Role.DIRECT,
                new Place("pom.xml", 9),
                "",
                List.of(),
                List.of("a/pom.xml", "b/pom.xml"));
        Module a = new Module(
                "a/pom.xml",
                "com.acme",
                "a",
                "1",
                "jar",
                List.of(),
                List.of(),
                new SourceRoots(List.of("a/src/main/java"), List.of("a/src/test/java"), 17),
                Set.of());
        Inventory inventory = new Inventory(List.of(a), List.of(head), List.of(), List.of(), Set.of(), List.of());
        List<Found> found = new BrokenReferences(
                        new Answer(List.of(one), List.of(), List.of(), Coverage.NOTHING, List.of()))
                .apply(new Situation(Mode.CHANGE, inventory, List.of(change), LocalDate.parse("2026-11-25")));
        assertThat(found).hasSize(1);
        return found.get(0).finding();
    }

    private static Item in(String module) {
        return scoped(module, "compile");
    }

    private static Item scoped(String module, String scope) {
        Place place = new Place("pom.xml", 9);
        return new Item(
                POOL,
                new Version("2.0"),
                Role.DIRECT,
                module,
                scope,
                false,
                new Declaration(place, place, "2.0", "", "", ""),
                List.of(),
                Version.NONE);
    }
}
