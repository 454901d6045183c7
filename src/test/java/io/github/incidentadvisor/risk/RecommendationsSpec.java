package io.github.incidentadvisor.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.inventory.Newest;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Reference;
import io.github.incidentadvisor.model.Verdict;
import io.github.incidentadvisor.model.Version;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is recommended, in words. */
class RecommendationsSpec {
    @Test
    void nobodyIsToldToUpgradeToNothing() {
        assertThat(said(Verdict.ACTION, false, List.of()))
                .isEqualTo("Look for a way on now: no later release that stays supported is known.");
        assertThat(said(Verdict.PLAN, false, List.of()))
                .isEqualTo("Keep an eye on it: no later release that stays supported is known.");
        assertThat(said(Verdict.ACTION, true, List.of()))
                .isEqualTo("2.0 does not last. So far no later release that stays supported is known.");
    }

    @Test
    void aCautionIsLookedAtBeforeTheMerge() {
        assertThat(said(Verdict.NONE, true, List.of())).isEqualTo("Nothing that was checked speaks against it.");
        assertThat(said(Verdict.NONE, true, cautions(1))).isEqualTo("Merge after a look at the caution.");
        assertThat(said(Verdict.NONE, true, cautions(2))).isEqualTo("Merge after a look at the 2 cautions.");
    }

    private static String said(Verdict verdict, boolean moved, List<Finding> findings) {
        return Recommendations.of(verdict, moved, new Version("2.0"), findings, List.of(), Newest.NOTHING)
                .text();
    }

    private static List<Finding> cautions(int count) {
        return Collections.nCopies(
                count,
                new Finding(
                        "pin-123456",
                        Finding.Kind.ORPHAN_PIN,
                        Severity.CAUTION,
                        Grade.MEASURED,
                        new Place("pom.xml", 9),
                        Reference.NONE,
                        Deadline.NONE,
                        "a pin",
                        "",
                        List.of(new Evidence("declaration", Grade.MEASURED, "pom.xml:9", "", "", "2.0"))));
    }
}
