package io.github.incidentadvisor.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Prose;
import io.github.incidentadvisor.model.Recommendation;
import io.github.incidentadvisor.model.Reference;
import io.github.incidentadvisor.model.Report.Mode;
import io.github.incidentadvisor.model.Report.PastIncident;
import io.github.incidentadvisor.model.Risk;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.Verdict;
import io.github.incidentadvisor.model.Version;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadlineSpec {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final Gap REFLECTION = Gap.of("reflection", "not looked at");

    @Test
    void aChangeThatNothingSpeaksAgainstIsToBeMerged() {
        assertThat(headline(List.of(pool(true, Verdict.NONE, "2.1")), List.of(), List.of()))
                .isEqualTo("Merge: no objection from what was checked.");
        assertThat(headline(List.of(pool(true, Verdict.NONE, "2.1")), List.of(), List.of(REFLECTION)))
                .isEqualTo("Merge: no objection from what was checked; see what was not.");
    }

    @Test
    void whatNobodyCouldJudgeIsNotCalledHarmless() {
        assertThat(headline(
                        List.of(pool(true, Verdict.NONE, "2.1")),
                        List.of(),
                        List.of(Gap.of("what com.acme:pool 2.1 breaks", "its jar is in no repository"))))
                .isEqualTo("Look for yourself before you merge: nothing that moves could be judged.");
    }

    @Test
    void anIncidentIsNamedAndNotCountedAsACautionToo() {
        Advisory advisory = pool(true, Verdict.NONE, "2.1", finding(Kind.PAST_INCIDENT, Severity.CAUTION, ""));

        assertThat(headline(List.of(advisory), List.of(incident("INC-7")), List.of()))
                .isEqualTo("Merge after a look at INC-7, which this resembles.");
        assertThat(headline(List.of(advisory), List.of(incident("INC-7"), incident("INC-9")), List.of()))
                .isEqualTo("Merge after a look at INC-7 and 1 more, which this resembles.");
    }

    @Test
    void cautionsAreCounted() {
        Advisory advisory = pool(true, Verdict.NONE, "2.1", finding(Kind.DEPRECATED_REFERENCE, Severity.CAUTION, ""));

        assertThat(headline(List.of(advisory), List.of(incident("INC-7")), List.of()))
                .isEqualTo("Merge after a look at 1 caution and at INC-7, which this resembles.");
    }

    @Test
    void whatHasEndedIsNamedOnce() {
        assertThat(headline(
                        List.of(pool(
                                true,
                                Verdict.ACTION,
                                "2.1",
                                finding(Kind.TARGET_NEAR_END, Severity.DEADLINE, "2026-06-30"))),
                        List.of(),
                        List.of()))
                .isEqualTo("Aim higher, at pool 4.0: OSS support of 2.1 ended on 2026-06-30.");
    }

    @Test
    void whatComesWithAnotherIsNoAimOfItsOwn() {
        Advisory brought =
                pool(true, Verdict.ACTION, "2.1", finding(Kind.TARGET_NEAR_END, Severity.DEADLINE, "2026-06-30"));
        Advisory undeclared = at(Place.NONE, brought);

        assertThat(headline(List.of(undeclared), List.of(), List.of()))
                .isEqualTo("Look at what comes along: pool 2.1: OSS support ended on 2026-06-30.");
        assertThat(headline(List.of(undeclared, brought), List.of(), List.of()))
                .startsWith("Aim higher, at pool 4.0: ");
    }

    private static Advisory at(Place place, Advisory one) {
        return new Advisory(
                one.id(),
                one.inChange(),
                one.verdict(),
                one.component(),
                one.from(),
                one.to(),
                one.role(),
                place,
                one.movedBy(),
                one.moves(),
                one.risk(),
                one.findings(),
                one.recommendation(),
                one.tasks(),
                one.prose());
    }

    @Test
    void whatIsDueElsewhereIsPlannedApart() {
        assertThat(headline(
                        List.of(
                                pool(true, Verdict.NONE, "2.1"),
                                pool(
                                        false,
                                        Verdict.ACTION,
                                        "1.0",
                                        finding(Kind.END_OF_LIFE, Severity.DEADLINE, "2026-12-24"))),
                        List.of(),
                        List.of()))
                .isEqualTo("Merge: no objection from what was checked. Plan separately: pool 1.0: OSS support ends on"
                        + " 2026-12-24 (30 days left).");
    }

    @Test
    void whatIsBetterMergedLaterIsWaitedFor() {
        Advisory young = pool(true, Verdict.NONE, "2.1")
                .with(advice(Recommendation.Action.WAIT, "Wait until 2026-11-30: pool 2.1 came out on 2026-11-23."));
        Advisory other = pool(true, Verdict.NONE, "2.1", finding(Kind.DEPRECATED_REFERENCE, Severity.CAUTION, ""));

        assertThat(headline(List.of(young), List.of(), List.of(REFLECTION)))
                .isEqualTo("Wait until 2026-11-30: pool 2.1 came out on 2026-11-23.");
        assertThat(headline(List.of(young, young, other), List.of(), List.of()))
                .isEqualTo("Wait until 2026-11-30: pool 2.1 came out on 2026-11-23. 1 more like it."
                        + " Then merge after a look at 1 caution.");
    }

    @Test
    void whatIsWaitedForAndEndsIsPlannedToo() {
        Advisory young = pool(true, Verdict.PLAN, "2.1", finding(Kind.TARGET_NEAR_END, Severity.DEADLINE, "2027-09-30"))
                .with(
                        advice(
                                Recommendation.Action.WAIT,
                                "Wait until 2026-11-26: pool 2.1 came out on 2026-11-23. Plan the next step before 2027-09-30."));

        assertThat(headline(List.of(young), List.of(), List.of()))
                .isEqualTo(
                        "Wait until 2026-11-26: pool 2.1 came out on 2026-11-23. Plan ahead: pool 2.1: OSS support ends"
                                + " on 2027-09-30 (310 days left).");
    }

    @Test
    void whatBreaksMuchIsTakenOutOfAChangeWhoseRestIsFine() {
        Advisory split = pool(true, Verdict.BROKEN, "2.1", finding(Kind.BROKEN_REFERENCE, Severity.BREAKS_BUILD, ""))
                .with(advice(Recommendation.Action.SPLIT, "Take it out."));
        Advisory whole = pool(true, Verdict.BROKEN, "2.1", finding(Kind.BROKEN_REFERENCE, Severity.BREAKS_BUILD, ""));

        assertThat(headline(List.of(split, pool(true, Verdict.NONE, "2.1")), List.of(), List.of()))
                .isEqualTo("Take pool out of this change and merge the rest. Fix 1 line, then merge it too.");
        assertThat(headline(List.of(split, whole), List.of(), List.of())).isEqualTo("Fix 1 line, then merge.");
    }

    private static Recommendation advice(Recommendation.Action action, String text) {
        return new Recommendation(action, text, Version.NONE, Version.NONE);
    }

    private static String headline(List<Advisory> advisories, List<PastIncident> incidents, List<Gap> gaps) {
        Verdict verdict = advisories.stream()
                .filter(Advisory::inChange)
                .map(Advisory::verdict)
                .reduce(Verdict.NONE, Verdict::or);
        return Headline.of(Mode.CHANGE, verdict, advisories, incidents, gaps, TODAY);
    }

    private static Finding finding(Kind kind, Severity severity, String deadline) {
        return new Finding(
                "x-123456",
                kind,
                severity,
                Grade.STATED,
                Place.NONE,
                Reference.NONE,
                deadline.isEmpty() ? Deadline.NONE : new Deadline(LocalDate.parse(deadline), "OSS support"),
                "a text",
                "",
                List.of(new Evidence("x", Grade.STATED, "x", "", "", "a text")));
    }

    private static PastIncident incident(String id) {
        return new PastIncident(
                id,
                "it stood still",
                "",
                "2024-02-14",
                0.8,
                "adv-123456",
                List.of(),
                "",
                "",
                new Evidence("incident", Grade.INFERRED, id, "", "", "it stood still"));
    }

    private static Advisory pool(boolean inChange, Verdict verdict, String to, Finding... findings) {
        return new Advisory(
                "adv-123456",
                inChange,
                verdict,
                Artifact.of("com.acme", "pool"),
                new Version("1.0"),
                new Version(to),
                Role.DIRECT,
                new Place("pom.xml", 9),
                "",
                0,
                new Risk(Risk.Level.LOW, List.of()),
                List.of(findings),
                new Recommendation(Recommendation.Action.MERGE, "Merge.", new Version("4.0"), Version.NONE),
                List.of(),
                new Prose(Prose.Author.TEMPLATE, List.of(), 0));
    }
}
