package io.github.incidentadvisor.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.evidence.Linkage.Answer;
import io.github.incidentadvisor.evidence.Linkage.Coverage;
import io.github.incidentadvisor.evidence.Linkage.Skew;
import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.inventory.Declaration;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.model.Change;
import io.github.incidentadvisor.model.Change.Direction;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Finding.Severity;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What to do about dependencies that do not fit each other. */
class VersionSkewsSpec {
    private static final Artifact PARENT = Artifact.of("com.acme", "acme-parent");
    private static final Artifact WEB = Artifact.of("com.acme", "acme-web");
    private static final Artifact CORE = Artifact.of("com.acme", "acme-core");

    @Test
    void whatHoldsTheOtherBackIsNamedWithItsLine() {
        assertThat(fixes(moved(WEB, 59)))
                .containsExactly("move acme-parent 1.0 (pom.xml:20) along, whose versions do not fit the new ones");
    }

    @Test
    void soIsWhatHoldsBackTheOneThatCalls() {
        Item web = item(WEB, "2.0", Role.TRANSITIVE, Place.NONE, PARENT.purl());
        Item core = item(CORE, "1.0", Role.DIRECT, new Place("pom.xml", 60), "");

        assertThat(fixes(web, core, moved(CORE, 60)))
                .containsExactly("move acme-parent 1.0 (pom.xml:20) along, whose versions do not fit the new ones");
    }

    @Test
    void whatTheChangeMovesItselfIsNotHeldBack() {
        assertThat(fixes(moved(WEB, 59), moved(CORE, 60)))
                .containsExactly("bring acme-web and acme-core to versions that were released for each other");
        assertThat(fixes(moved(WEB, 59), moved(PARENT, 20)))
                .containsExactly("bring acme-web and acme-core to versions that were released for each other");
    }

    private static List<String> fixes(Change... changes) {
        return fixes(
                item(WEB, "2.0", Role.DIRECT, new Place("pom.xml", 59), ""),
                item(CORE, "1.0", Role.TRANSITIVE, Place.NONE, PARENT.purl()),
                changes);
    }

    private static List<String> fixes(Item web, Item core, Change... changes) {
        Skew skew = new Skew(
                new Coordinates(WEB, new Version("2.0")),
                Optional.of(new Coordinates(CORE, new Version("1.0"))),
                Optional.of(new Coordinates(CORE, new Version("1.0"))),
                true,
                1,
                1,
                List.of("Web.java:3 calls Core.start(), which is not there"),
                new Reference("com.acme.Core", "start", "()"),
                Severity.BREAKS_RUNTIME);
        Item parent = item(PARENT, "1.0", Role.PARENT, new Place("pom.xml", 20), "");
        Inventory head =
                new Inventory(List.of(), List.of(parent, web, core), List.of(), List.of(), Set.of(), List.of());
        return new VersionSkews(new Answer(List.of(), List.of(skew), List.of(), Coverage.NOTHING, List.of()))
                        .apply(new Situation(
                                Mode.CHANGE, head, Stream.of(changes).toList(), LocalDate.parse("2026-11-25")))
                        .stream()
                        .map(Found::finding)
                        .map(finding -> finding.fix())
                        .toList();
    }

    private static Change moved(Artifact artifact, int line) {
        return new Change(
                artifact,
                Direction.UP,
                new Version("1.0"),
                new Version("2.0"),
                Role.DIRECT,
                new Place("pom.xml", line),
                "",
                List.of(),
                List.of("pom.xml"));
    }

    private static Item item(Artifact artifact, String version, Role role, Place place, String owner) {
        Declaration declaration = new Declaration(place, place, version, "", owner.isEmpty() ? "" : "o:o:1", owner);
        return new Item(
                artifact,
                new Version(version),
                role,
                "pom.xml",
                "compile",
                false,
                declaration,
                List.of(),
                Version.NONE);
    }
}
