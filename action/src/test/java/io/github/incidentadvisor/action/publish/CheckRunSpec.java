package io.github.incidentadvisor.action.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.incidentadvisor.action.Reports;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Grade;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The check at the commit. */
class CheckRunSpec extends OnePullRequest {
    @Test
    void theCheckIsNeutralUnlessFailOnSaysOtherwise() throws Exception {
        run().report(Reports.broken()).pullRequest(FIRST).publish();
        int code = run().report(Reports.broken())
                .pullRequest(FIRST)
                .set("INCIDENT_ADVISOR_FAIL_ON", "broken")
                .publish();

        assertThat(code).isEqualTo(1);
        assertThat(hub.checkRuns())
                .extracting(check -> check.path("conclusion").asText())
                .containsExactly("neutral", "failure");
        assertThat(hub.checkRuns())
                .allSatisfy(check -> assertThat(check.path("head_sha").asText()).isEqualTo(FIRST));
    }

    @Test
    void linesOfTheDiffAreAnnotatedAndOthersStandInTheText() throws Exception {
        var inDiff = Reports.finding(
                "pin-000001", Kind.ORPHAN_PIN, Severity.CAUTION, Grade.MEASURED, "pom.xml", 21, "pins it", "");
        var outside = Reports.broken().advisories().get(0).findings().get(0);

        run().report(Reports.saying("Fix it.")
                        .with(Reports.pool(inDiff, outside))
                        .report())
                .pullRequest(FIRST)
                .publish();

        JsonNode check = hub.checkRuns().get(0);
        assertThat(hub.annotations(check.path("id").asLong())).singleElement().satisfies(one -> {
            assertThat(one.path("path").asText()).isEqualTo("pom.xml");
            assertThat(one.path("start_line").asInt()).isEqualTo(21);
            assertThat(one.path("annotation_level").asText()).isEqualTo("warning");
        });
        assertThat(check.at("/output/text").asText()).contains("Cache.java:12");
    }

    @Test
    void moreAnnotationsThanARequestTakesAreSentInSeveral() throws Exception {
        hub.file(7, "big.xml", "@@ -0,0 +1,130 @@" + "\n+x".repeat(130));
        var findings = IntStream.rangeClosed(1, 130)
                .mapToObj(i -> Reports.finding(
                        String.format("pin-%06d", i),
                        Kind.ORPHAN_PIN,
                        Severity.CAUTION,
                        Grade.MEASURED,
                        "big.xml",
                        i,
                        "pins " + i,
                        ""))
                .toList();

        run().report(Reports.saying("Look.")
                        .with(Reports.change("a", "b", "1", "2", "big.xml", 1, findings))
                        .report())
                .pullRequest(FIRST)
                .publish();

        assertThat(hub.annotations(hub.checkRuns().get(0).path("id").asLong())).hasSize(130);
        assertThat(hub.asked()).hasSizeLessThanOrEqualTo(25);
    }
}
