package io.github.incidentadvisor.risk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.incidentadvisor.evidence.BuildPolicy.Answer;
import io.github.incidentadvisor.evidence.BuildPolicy.Effect;
import io.github.incidentadvisor.evidence.BuildPolicy.Violation;
import io.github.incidentadvisor.evidence.Linkage.Coverage;
import io.github.incidentadvisor.inventory.Declaration;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Change;
import io.github.incidentadvisor.model.Change.Direction;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Report.Mode;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.Verdict;
import io.github.incidentadvisor.model.Version;
import io.github.incidentadvisor.report.JsonReport;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BuildPoliciesSpec {
    private static final Artifact LIB = Artifact.of("org.a", "lib");
    private static final Artifact DEEP = Artifact.of("org.a", "deep");
    private static final Place LINE = new Place("pom.xml", 8);

    @Test
    void manyObjectionsOfOneRuleAreOneFindingAtTheLineThatMoved() {
        List<Finding> findings = findings(
                objection(Effect.FAILS, "org.a:deep", Place.NONE, LIB, DEEP),
                objection(Effect.FAILS, "org.a:deeper", Place.NONE, DEEP));

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.place()).isEqualTo(LINE);
            assertThat(finding.severity()).isEqualTo(Severity.BREAKS_BUILD);
            assertThat(finding.policy().rule()).isEqualTo("requireUpperBoundDeps");
            assertThat(finding.policy().artifacts()).containsExactly("org.a:deep", "org.a:deeper");
            assertThat(finding.text())
                    .isEqualTo(
                            "requireUpperBoundDeps will fail in app (enforcer 3, execution x): org.a:deep is low, and"
                                    + " 1 more objection.");
            assertThat(finding.evidence()).hasSize(2);
        });
    }

    @Test
    void aWarningInformsAndAMovedToolCautionsWithoutBeingMeasured() {
        assertThat(findings(objection(Effect.WARNS, "org.a:deep", Place.NONE, LIB)))
                .extracting(Finding::severity, Finding::grade)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Severity.INFO, Grade.MEASURED));
        assertThat(findings(objection(Effect.MAY_FAIL, "org.a:deep", Place.NONE, LIB)))
                .extracting(Finding::severity, Finding::grade)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Severity.CAUTION, Grade.INFERRED));
    }

    @Test
    void anObjectionToALineThatMovesNothingIsPartOfTheChangeAllTheSame() {
        Place lock = new Place("lock.json", 5);
        Situation situation = new Situation(Mode.CHANGE, head(), List.of(), LocalDate.of(2026, 11, 25));
        var found = new BuildPolicies(new Answer(List.of(objection(Effect.FAILS, "org.a:deep", lock, DEEP)), List.of()))
                .apply(situation);

        List<Advisory> advisories =
                new Judge(Urgency.DEFAULT, Backgrounds.of(Coverage.NOTHING)).judge(situation, found);

        assertThat(advisories).singleElement().satisfies(advisory -> {
            assertThat(advisory.inChange()).isTrue();
            assertThat(advisory.verdict()).isEqualTo(Verdict.BROKEN);
            assertThat(advisory.declaredAt()).isEqualTo(lock);
        });
    }

    @Test
    void theReportNamesTheRuleAndTheArtifacts() {
        var json = JsonReport.finding(
                new ObjectMapper().createObjectNode(),
                findings(objection(Effect.FAILS, "org.a:deep", Place.NONE, LIB)).get(0));

        assertThat(json.get("policy"))
                .hasToString("{\"rule\":\"requireUpperBoundDeps\",\"artifacts\":[\"org.a:deep\"]}");
    }

    private static Violation objection(Effect effect, String ga, Place at, Artifact... suspects) {
        return new Violation(
                "requireUpperBoundDeps",
                "pom.xml",
                "enforcer 3, execution x",
                effect,
                List.of(ga),
                List.of(suspects),
                ga + " is low",
                "manage " + ga,
                ga + ": 1, 2",
                at);
    }

    private static List<Finding> findings(Violation... objections) {
        List<Change> changes = List.of(
                new Change(
                        LIB,
                        Direction.UP,
                        new Version("1"),
                        new Version("2"),
                        Role.DIRECT,
                        LINE,
                        "",
                        List.of(),
                        List.of("pom.xml")),
                new Change(
                        DEEP,
                        Direction.UP,
                        new Version("1"),
                        new Version("2"),
                        Role.TRANSITIVE,
                        Place.NONE,
                        LIB.purl(),
                        List.of("org.a:lib:2", "org.a:deep:2"),
                        List.of("pom.xml")));
        Situation situation = new Situation(Mode.CHANGE, head(), changes, LocalDate.of(2026, 11, 25));
        return new BuildPolicies(new Answer(List.of(objections), List.of()))
                .apply(situation).stream().map(Rule.Found::finding).toList();
    }

    private static Inventory head() {
        var module = new Inventory.Module("pom.xml", "g", "app", "1", "jar", List.of(), List.of());
        var lib = new Item(
                LIB,
                new Version("2"),
                Role.DIRECT,
                "pom.xml",
                "compile",
                false,
                new Declaration(LINE, LINE, "2", "", "", ""),
                List.of(),
                Version.NONE);
        return new Inventory(List.of(module), List.of(lib), List.of(), List.of(), Set.of(), List.of());
    }
}
