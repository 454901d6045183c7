package io.github.incidentadvisor.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.evidence.ReleaseNotes.Crossed;
import io.github.incidentadvisor.evidence.ReleaseNotes.Health;
import io.github.incidentadvisor.evidence.ReleaseNotes.Hit;
import io.github.incidentadvisor.evidence.ReleaseNotes.Item;
import io.github.incidentadvisor.evidence.ReleaseNotes.Kind;
import io.github.incidentadvisor.evidence.ReleaseNotes.Notes;
import io.github.incidentadvisor.evidence.ReleaseNotes.Section;
import io.github.incidentadvisor.evidence.ReleaseNotes.Step;
import io.github.incidentadvisor.evidence.ReleaseNotes.Touch;
import io.github.incidentadvisor.evidence.Vulnerabilities.Answer;
import io.github.incidentadvisor.evidence.Vulnerabilities.Vulnerability;
import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.inventory.Declaration;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.model.Change;
import io.github.incidentadvisor.model.Change.Direction;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Report.Mode;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.VendorNotes;
import io.github.incidentadvisor.model.Verdict;
import io.github.incidentadvisor.model.Version;
import io.github.incidentadvisor.risk.Rule.Found;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VendorRulesSpec {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final Artifact POOL = Artifact.of("org.acme", "pool");
    private static final Place POM = new Place("pom.xml", 9);
    private static final Change CHANGE = new Change(
            POOL,
            Direction.UP,
            new Version("1.4.0"),
            new Version("2.0.0"),
            Role.DIRECT,
            POM,
            "",
            List.of(),
            List.of("pom.xml"));

    @Test
    void anEntryThatTouchesTheProjectIsQuotedDatedAndPlaced() {
        Item item = item(Kind.REMOVAL, "`Pool.drain(String)` is removed.");
        List<Found> found =
                new TouchingNotes(List.of(crossed(item, item(Kind.FEATURE, "New `Pool`.")))).apply(situation(CHANGE));

        assertThat(found).singleElement().satisfies(one -> {
            Finding finding = one.finding();
            assertThat(finding.text())
                    .isEqualTo("pool 2.0.0 says: “`Pool.drain(String)` is removed.” You use Pool.drain.");
            assertThat(finding.place()).isEqualTo(new Place("Jobs.java", 11));
            assertThat(finding.severity()).isEqualTo(Severity.CAUTION);
            assertThat(finding.grade()).isEqualTo(Grade.STATED);
            assertThat(finding.evidence()).singleElement().satisfies(evidence -> {
                assertThat(evidence.quote()).isEqualTo(item.text());
                assertThat(evidence.asOf()).isEqualTo("2026-09-14");
                assertThat(evidence.url()).isEqualTo("https://example.org/notes#L2");
            });
        });
    }

    @Test
    void whatTouchesTheProjectIsShownBeforeWhatAsksSomethingOfEverybody() {
        Item touching = item(Kind.BUG, "`Pool` no longer leaks.");
        Item breaking = item(Kind.BREAKING, "Everything is different.");
        Item feature = item(Kind.FEATURE, "More.");
        Notes notes = notes(List.of(feature, breaking, touching));

        VendorNotes shown = new TouchingNotes(List.of(new Crossed(CHANGE, notes, List.of(hit(touching)))))
                .shown()
                .get(0);

        assertThat(shown.entries()).isEqualTo(3);
        assertThat(shown.touching()).isEqualTo(1);
        assertThat(shown.shown()).extracting(VendorNotes.Entry::kind).containsExactly("bug", "breaking");
    }

    @Test
    void vulnerabilitiesAreBroughtOrLeftOrEnded() {
        Answer known = new Answer(
                Map.of(
                        new Coordinates(POOL, new Version("1.4.0")), List.of(cve("CVE-1", ""), cve("CVE-2", "3.0.0")),
                        new Coordinates(POOL, new Version("2.0.0")),
                                List.of(cve("CVE-2", "3.0.0"), cve("CVE-3", "2.0.1"))),
                List.of());

        List<Found> found = new KnownVulnerabilities(known).apply(situation(CHANGE));

        assertThat(found)
                .extracting(one -> one.finding().text())
                .containsExactly(
                        "pool 2.0.0 has the known vulnerability CVE-2 (HIGH), “It is.”; it stays with this change; fixed in"
                                + " 3.0.0.",
                        "pool 2.0.0 has the known vulnerability CVE-3 (HIGH), “It is.”; this change brings it; fixed in"
                                + " 2.0.1.",
                        "this change ends the known vulnerability CVE-1 (HIGH), “It is.” of pool 1.4.0.");
        assertThat(found)
                .extracting(one -> Urgency.DEFAULT.of(one.finding(), TODAY))
                .containsExactly(Verdict.ACTION, Verdict.ACTION, Verdict.NONE);
        assertThat(found.get(0).smallestStep()).isEqualTo(new Version("3.0.0"));
        assertThat(found.get(0).finding().fix()).isEqualTo("raise pool to 3.0.0 or newer");
    }

    @Test
    void whatTheChangeDoesNotTouchKeepsItsVulnerabilityToItself() {
        Answer known =
                new Answer(Map.of(new Coordinates(POOL, new Version("2.0.0")), List.of(cve("CVE-2", ""))), List.of());

        assertThat(new KnownVulnerabilities(known).apply(situation()))
                .singleElement()
                .satisfies(one -> assertThat(one.finding().text())
                        .isEqualTo("pool 2.0.0 has the known vulnerability CVE-2 (HIGH), “It is.”."));
    }

    @Test
    void aProjectThatMovedEndedOrIsSilentIsWorthAWord() {
        List<Health> health = List.of(
                new Health(
                        "relocated",
                        "pool has moved to org.new:pool: its own POM says so.",
                        "relocation",
                        "pom",
                        "",
                        ""),
                new Health("own-words", "", "This project is archived", "README", "", "2026-11-24"),
                new Health("last-release", "2021-02-03", "v1.4.0, published 2021-02-03", "releases", "", "2021-02-03"));
        Notes notes = Notes.none(step(), List.of(), health, List.of());

        assertThat(new UpstreamHealth(List.of(new Crossed(CHANGE, notes, List.of()))).apply(situation(CHANGE)))
                .extracting(one -> one.finding().text())
                .containsExactly(
                        "pool has moved to org.new:pool: its own POM says so.",
                        "the project of pool says: “This project is archived”",
                        "pool has had no release on its code host since 2021-02-03.");
    }

    private static Vulnerability cve(String id, String fixedIn) {
        return new Vulnerability(id, List.of(), "It is.", "HIGH, CVSS:3.1/AV:N", "", "", new Version(fixedIn));
    }

    private static Crossed crossed(Item... items) {
        return new Crossed(
                CHANGE,
                notes(List.of(items)),
                List.of(items).stream().map(VendorRulesSpec::hit).toList());
    }

    private static Hit hit(Item item) {
        return new Hit(item, List.of(new Touch("Pool.drain", new Place("Jobs.java", 11))));
    }

    private static Notes notes(List<Item> items) {
        Section section = new Section(new Version("2.0.0"), "2.0.0", "2026-09-14", "", items);
        return new Notes(step(), List.of(section), "CHANGELOG.md", "", List.of(), List.of(), List.of());
    }

    private static Item item(Kind kind, String text) {
        return new Item(new Version("2.0.0"), kind, "", text, "CHANGELOG.md:2", "https://example.org/notes#L2");
    }

    private static Step step() {
        return new Step(POOL, new Version("1.4.0"), new Version("2.0.0"));
    }

    private static Situation situation(Change... changes) {
        Inventory.Item item = new Inventory.Item(
                POOL,
                new Version("2.0.0"),
                Role.DIRECT,
                "pom.xml",
                "compile",
                false,
                new Declaration(POM, POM, "2.0.0", "", "", ""),
                List.of(),
                Version.NONE);
        Inventory head = new Inventory(List.of(), List.of(item), List.of(), List.of(), Set.of(), List.of());
        return new Situation(Mode.CHANGE, head, List.of(changes), TODAY);
    }
}
