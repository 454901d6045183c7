package io.github.incidentadvisor.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.evidence.Linkage.Coverage;
import io.github.incidentadvisor.evidence.TestedLines;
import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Risk.Level;
import io.github.incidentadvisor.model.Risk.Reason;
import io.github.incidentadvisor.model.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinesUnderTestSpec {
    private static final Place KEY = new Place("src/main/java/com/acme/Jobs.java", 41);
    private static final Place BEAN = new Place("src/main/java/com/acme/Async.java", 27);
    private static final Place OTHER = new Place("src/main/java/com/acme/Pump.java", 9);

    @Test
    void whatMayDifferWhereNoTestLooksAsksForMostCare() {
        Advisory unwatched = judged(Map.of(KEY, false), caution(KEY));
        Advisory watched = judged(Map.of(KEY, true), caution(KEY));

        assertThat(unwatched.risk().level()).isEqualTo(Level.HIGH);
        assertThat(reasons(unwatched)).contains("No test runs Jobs.java:41.");
        assertThat(watched.risk().level()).isEqualTo(Level.MODERATE);
        assertThat(reasons(watched))
                .contains("Tests run the line that this is about; whether they would notice is not known.");
    }

    @Test
    void testsThatRunALineTakeNothingBack() {
        Finding broken = Step.finding(Kind.BROKEN_REFERENCE, Severity.BREAKS_BUILD, KEY, Deadline.NONE);

        Advisory advisory = judged(Map.of(KEY, true), broken);

        assertThat(advisory.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(advisory.risk().level()).isEqualTo(Level.HIGH);
    }

    @Test
    void whatIsOnlyDeprecatedIsNoRiskForWantOfATest() {
        Finding deprecated = Step.finding(Kind.DEPRECATED_REFERENCE, Severity.INFO, KEY, Deadline.NONE);

        assertThat(judged(Map.of(KEY, false), deprecated).risk().level()).isEqualTo(Level.LOW);
    }

    @Test
    void whereNothingIsKnownNothingIsSaid() {
        Advisory advisory = judged(Map.of(), caution(KEY));

        assertThat(advisory.risk().level()).isEqualTo(Level.MODERATE);
        assertThat(reasons(advisory)).noneMatch(text -> text.contains("ests run") || text.contains("test runs"));
        assertThat(advisory.findings()).extracting(Finding::tests).containsExactly(Finding.Tests.UNKNOWN);
    }

    @Test
    void linesWithoutATestComeFirstAmongEquals() {
        Advisory advisory = judged(Map.of(KEY, false, BEAN, true), caution(BEAN), caution(OTHER), caution(KEY));

        assertThat(advisory.findings()).extracting(Finding::place).containsExactly(KEY, BEAN, OTHER);
    }

    @Test
    void theReasonCountsLinesAndItsEvidenceIsTheReport() {
        Advisory advisory =
                judged(Map.of(KEY, false, BEAN, true, OTHER, false), caution(BEAN), caution(OTHER), caution(KEY));

        Reason reason = advisory.risk().reasons().stream()
                .filter(one -> one.text().startsWith("No test"))
                .findFirst()
                .orElseThrow();
        assertThat(reason.text()).isEqualTo("No test runs Jobs.java:41 and Pump.java:9; tests run 1 other line.");
        assertThat(reason.evidence()).singleElement().satisfies(evidence -> {
            assertThat(evidence.kind()).isEqualTo("coverage");
            assertThat(evidence.source()).isEqualTo("target/site/jacoco/jacoco.xml");
            assertThat(evidence.asOf()).isEqualTo("2026-11-24");
            assertThat(evidence.quote())
                    .isEqualTo("src/main/java/com/acme/Async.java:27 run, src/main/java/com/acme/Jobs.java:41 not run,"
                            + " src/main/java/com/acme/Pump.java:9 not run");
        });
    }

    @Test
    void onlyWhatIsAboutALineIsAskedAbout() {
        Step step = Step.of("com.acme:pool", "1.4.2", "1.4.3")
                .with(caution(KEY))
                .with(Step.ending("2026-12-31"))
                .with(Step.vulnerability(Severity.CAUTION));

        assertThat(LinesUnderTest.asked(step.found())).containsExactly(KEY);
    }

    private static Finding caution(Place place) {
        return Step.finding(Kind.BEHAVIOUR_CHANGE, Severity.CAUTION, place, Deadline.NONE);
    }

    private static Advisory judged(Map<Place, Boolean> covered, Finding... findings) {
        Step step = Step.of("com.acme:pool", "1.4.2", "1.4.3");
        List.of(findings).forEach(step::with);
        TestedLines tested = new Report(covered);
        return step.marked(tested).first(Backgrounds.of(new Coverage(40, 7, 0), tested));
    }

    private static List<String> reasons(Advisory advisory) {
        return advisory.risk().reasons().stream().map(Reason::text).toList();
    }

    private record Report(Map<Place, Boolean> covered) implements TestedLines {
        @Override
        public Optional<Run> of(Place place) {
            return Optional.ofNullable(covered.get(place))
                    .map(run -> new Run(run, "target/site/jacoco/jacoco.xml", LocalDate.parse("2026-11-24")));
        }

        @Override
        public List<Gap> gaps() {
            return List.of();
        }
    }
}
