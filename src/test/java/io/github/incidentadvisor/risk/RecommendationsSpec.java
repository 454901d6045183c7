package io.github.incidentadvisor.risk;

import static io.github.incidentadvisor.risk.Step.ending;
import static io.github.incidentadvisor.risk.Step.vulnerability;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.evidence.Linkage.Coverage;
import io.github.incidentadvisor.inventory.Declaration;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Reference;
import io.github.incidentadvisor.model.Report.Mode;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.Version;
import io.github.incidentadvisor.risk.Rule.Found;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecommendationsSpec {
    @Test
    void whatNothingSpeaksAgainstIsToBeMerged() {
        assertThat(said(Step.of("com.acme:pool", "1.4.2", "1.4.3")))
                .isEqualTo("merge: Nothing that was checked speaks against it.");
    }

    @Test
    void whatBreaksIsMendedFirst() {
        assertThat(said(Step.of("com.acme:pool", "1.4.2", "1.4.3").breaking(1)))
                .isEqualTo("fix-first: Mend the line that breaks, then merge.");
        assertThat(said(Step.of("com.acme:pool", "1.4.2", "1.4.3").breaking(5).and("org.other:lib", "1.0", "1.1")))
                .isEqualTo("fix-first: Mend the 5 lines that break, then merge.");
    }

    @Test
    void whatBreaksAtNoLineOfItsOwnIsCountedByItself() {
        Step step = Step.of("com.acme:pool", "1.4.2", "1.4.3").with(skew("a")).with(skew("b"));

        assertThat(said(step)).isEqualTo("fix-first: Mend the 2 things that break, then merge.");
        assertThat(said(step.breaking(3)))
                .isEqualTo("fix-first: Mend the 3 lines and 2 other things that break, then merge.");
    }

    private static Finding skew(String id) {
        return new Finding(
                id,
                Finding.Kind.VERSION_SKEW,
                Severity.BREAKS_RUNTIME,
                Grade.MEASURED,
                new Place("pom.xml", 10),
                Reference.NONE,
                Deadline.NONE,
                "a needs of b what it has not",
                "",
                List.of(new Evidence("linkage", Grade.MEASURED, "jars", "", "", "a, b")));
    }

    @Test
    void whatBreaksMuchIsSplitOffARestThatNothingSpeaksAgainst() {
        Step step = Step.of("com.acme:pool", "1.4.2", "2.0.0").breaking(6);

        assertThat(said(step)).startsWith("fix-first: ");
        assertThat(said(step.and("org.other:lib", "1.0", "1.1")))
                .isEqualTo("split: Take it out of this change: nothing that was checked speaks against the other one."
                        + " Mend the 6 lines that break, then merge.");
        assertThat(said(step.and("org.other:log", "1.0", "1.1"))).contains("against the other 2.");
    }

    @Test
    void whatOneLineDecidesOrOneGroupReleasesStaysTogether() {
        assertThat(said(Step.of("com.acme:pool", "1.4.2", "2.0.0")
                        .breaking(6)
                        .onTheSameLine("org.other:lib", "1.4.2", "2.0.0")))
                .startsWith("fix-first: ");
        assertThat(said(Step.of("com.acme:pool", "1.4.2", "2.0.0")
                        .breaking(6)
                        .and("com.acme:pool-metrics", "1.4.2", "2.0.0")))
                .startsWith("fix-first: ");
    }

    @Test
    void aPreReleaseIsWaitedForUnlessTheProjectIsOnOneAlready() {
        assertThat(said(Step.of("com.acme:pool", "1.4.2", "1.5.0-RC1")))
                .isEqualTo("wait: Wait for the release: pool 1.5.0-RC1 is a pre-release.");
        assertThat(said(Step.of("com.acme:pool", "1.5.0-M1", "1.5.0-RC1"))).startsWith("merge: ");
    }

    @Test
    void whatIsMovedToAndEndsIsTakenFurtherWithTheDayThatItLasts() {
        assertThat(said(Step.of("com.acme:pool", "1.4.2", "1.5.0").with(ending("2026-12-31"), "2.0.1")))
                .isEqualTo("plan: 1.5.0 lasts until 2026-12-31 only. Go to 2.0.1.");
        assertThat(said(Step.of("com.acme:pool", "1.4.2", "1.5.0").with(ending("2026-06-30"), "2.0.1")))
                .isEqualTo("plan: 1.5.0 does not last. Go to 2.0.1.");
        assertThat(said(Step.of("com.acme:pool", "1.4.2", "1.5.0").with(ending("2027-09-30"))))
                .isEqualTo(
                        "plan: Merge, and plan the next step before 2027-09-30. So far no later release that stays supported is"
                                + " known.");
    }

    @Test
    void aLineToGoToOfWhichNoReleaseIsKnownIsNamedAsTheFindingNamesIt() {
        Finding ending = new Finding(
                "eol-123456",
                Finding.Kind.TARGET_NEAR_END,
                Severity.DEADLINE,
                Grade.STATED,
                new Place("pom.xml", 10),
                Reference.NONE,
                new Deadline(LocalDate.parse("2026-12-31"), "free support"),
                "a text",
                "move to Pool 2 (free support until 2029-12-31); the same step at pom.xml:12",
                List.of(new Evidence("lifecycle", Grade.STATED, "x", "", "", "a text")));

        assertThat(said(Step.of("com.acme:pool", "1.4.2", "1.5.0").with(ending)))
                .isEqualTo("plan: 1.5.0 lasts until 2026-12-31 only. Move to Pool 2 (free support until 2029-12-31).");
    }

    @Test
    void cautionsAreLookedAtBeforeWhatIsMerged() {
        Finding caution =
                Step.finding(Finding.Kind.BUILD_POLICY, Severity.CAUTION, new Place("pom.xml", 10), Deadline.NONE);

        assertThat(said(Step.of("com.acme:pool", "1.4.2", "1.4.3").with(caution)))
                .isEqualTo("merge: Look at the caution first; nothing else that was checked speaks against it.");
    }

    @Test
    void whatCanLandBeforeTheChangeIsTheFirstThingToDo() {
        Step step = Step.of("com.acme:pool", "1.4.2", "2.0.0")
                .with(mending(3, "use Pool.close"))
                .with(mending(7, LandsFirst.told("use Pool.remove", true)));

        assertThat(step.first().tasks())
                .extracting(task -> task.place().line() + " " + task.text())
                .containsExactly(
                        "7 use Pool.remove; that works before the change too, so it can land first",
                        "3 use Pool.close");
    }

    private static Finding mending(int line, String fix) {
        return new Finding(
                "api-" + line,
                Finding.Kind.BROKEN_REFERENCE,
                Severity.BREAKS_BUILD,
                Grade.MEASURED,
                new Place("src/main/java/A.java", line),
                Reference.NONE,
                Deadline.NONE,
                "a text",
                fix,
                List.of(new Evidence("linkage", Grade.MEASURED, "jars", "", "", "a, b")));
    }

    @Test
    void whatIsVulnerableIsNotCalledWhatEnds() {
        assertThat(said(Step.of("com.acme:pool", "1.4.2", "1.5.0").with(vulnerability(Severity.CAUTION), "1.5.1")))
                .isEqualTo("plan: 1.5.0 has a known vulnerability. Go to 1.5.1.");
        assertThat(said(Step.of("com.acme:pool", "1.4.2", "1.5.0").with(vulnerability(Severity.CAUTION))))
                .isEqualTo("plan: 1.5.0 has a known vulnerability. So far no release that mends it is known.");
    }

    @Test
    void whereTheVersionThatMendsAVulnerabilityEndsTheOneThatLastsIsNamed() {
        assertThat(said(Step.of("com.acme:pool", "1.4.2", "1.5.0")
                        .with(vulnerability(Severity.CAUTION), "1.5.1")
                        .with(ending("2026-06-30"), "2.0.1")))
                .isEqualTo("plan: 1.5.0 does not last. Go to 2.0.1.");
    }

    @Test
    void whatStandsAndEndsIsPlannedWithItsDay() {
        assertThat(standing(ending("2027-09-30"))).isEqualTo("plan: Plan the upgrade before 2027-09-30. Go to 2.0.1.");
        assertThat(standing(ending("2026-12-31"))).isEqualTo("plan: Upgrade before 2026-12-31. Go to 2.0.1.");
        assertThat(standing(ending("2026-06-30"))).isEqualTo("plan: Upgrade now. Go to 2.0.1.");
        assertThat(standing(vulnerability(Severity.CAUTION))).isEqualTo("plan: Upgrade now. Go to 2.0.1.");
    }

    @Test
    void nobodyIsToldToUpgradeToNothing() {
        assertThat(standing(ending("2026-06-30"), ""))
                .isEqualTo("plan: Look for a way on now: no later release that stays supported is known.");
        assertThat(standing(ending("2026-12-31"), ""))
                .isEqualTo(
                        "plan: Look for a way on before 2026-12-31: no later release that stays supported is known.");
        assertThat(standing(ending("2027-09-30"), ""))
                .isEqualTo("plan: Keep an eye on it until 2027-09-30: no later release that stays supported is known.");
        assertThat(standing(vulnerability(Severity.CAUTION), ""))
                .isEqualTo("plan: Look for a way on now: no release that mends it is known.");
        assertThat(said(Step.of("com.acme:pool", "1.4.2", "1.5.0").with(ending("2026-06-30"))))
                .isEqualTo("plan: 1.5.0 does not last. So far no later release that stays supported is known.");
    }

    private static String said(Step step) {
        return said(step.first());
    }

    private static String said(Advisory advisory) {
        return advisory.recommendation().action().word() + ": "
                + advisory.recommendation().text();
    }

    /** Of a component that no change moves. */
    private static String standing(Finding finding) {
        return standing(finding, "2.0.1");
    }

    private static String standing(Finding finding, String target) {
        Place line = new Place("pom.xml", 10);
        Item item = new Item(
                Step.artifact("com.acme:pool"),
                new Version("1.5.0"),
                Role.DIRECT,
                "pom.xml",
                "",
                false,
                new Declaration(line, line, "", "", "", ""),
                List.of(),
                Version.NONE);
        return said(new Judge(Urgency.DEFAULT, Backgrounds.of(Coverage.NOTHING))
                .judge(
                        new Situation(Mode.STATE, Inventory.EMPTY, List.of(), Step.TODAY),
                        List.of(new Found(item, finding, new Version(target), Version.NONE)))
                .get(0));
    }
}
