package io.github.incidentadvisor.action.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.action.Reports;
import io.github.incidentadvisor.action.hub.Caller;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is delivered when it is asked for and allowed, and what it costs. */
class DeliveriesSpec extends OnePullRequest {
    @Test
    void sarifIsSentOnlyWhenAskedForAndKeptAsAFileWhereItIsNotTaken() throws Exception {
        run().report(Reports.broken()).pullRequest(FIRST).publish();
        assertThat(hub.sarifs()).isEmpty();

        run().report(Reports.broken())
                .pullRequest(FIRST)
                .set("INCIDENT_ADVISOR_SARIF", "true")
                .publish();
        assertThat(hub.sarifs()).singleElement().satisfies(one -> {
            assertThat(one.path("ref").asText()).isEqualTo("refs/pull/7/merge");
            assertThat(one.path("commit_sha").asText()).isEqualTo("c".repeat(40));
        });

        hub.withoutCodeScanning();
        Run run = run().report(Reports.broken()).pullRequest(FIRST).set("INCIDENT_ADVISOR_SARIF", "true");
        run.publish();
        assertThat(run.log()).contains("No code scanning: code scanning is not switched on");
        assertThat(folder.resolve("report.sarif")).exists();
    }

    @Test
    void oneLabelSaysTheVerdictWhenAskedFor() throws Exception {
        run().report(Reports.broken())
                .pullRequest(FIRST)
                .set("INCIDENT_ADVISOR_LABELS", "true")
                .publish();
        assertThat(hub.labels(7)).containsExactly("upgrade: needs a fix");

        run().report(Reports.clean())
                .pullRequest(FIRST)
                .set("INCIDENT_ADVISOR_LABELS", "true")
                .publish();
        assertThat(hub.labels(7)).isEmpty();
    }

    @Test
    void aMissingPermissionIsNamedAndTheOtherDeliveriesGoOn() throws Exception {
        hub.token(
                "t",
                Caller.bot(Map.of("contents", "read", "metadata", "read", "pull_requests", "read", "checks", "write")));
        Run run = run().report(Reports.broken()).pullRequest(FIRST);

        assertThat(run.publish()).isZero();

        assertThat(run.log())
                .contains("No comment: the token may not do it; give the job 'permissions: pull-requests: write'");
        assertThat(run.summary()).contains("### Fix 1 line", "pull-requests: write");
        assertThat(hub.checkRuns()).hasSize(1);
    }

    @Test
    void aTokenWithoutAnyRightCostsTheCommentsButNotTheSummary() throws Exception {
        hub.token("t", Caller.NOBODY);
        Run run = run().report(Reports.broken()).pullRequest(FIRST).set("INCIDENT_ADVISOR_FAIL_ON", "any");

        assertThat(run.publish()).isEqualTo(1);

        assertThat(run.summary()).contains("### Fix 1 line", "Nothing was posted");
        assertThat(hub.writes()).isEmpty();
    }

    @Test
    void aWholeRunAsksAtMostTwentyFiveTimes() throws Exception {
        run().report(pastItsEnd())
                .pullRequest(FIRST)
                .set("INCIDENT_ADVISOR_SARIF", "true")
                .set("INCIDENT_ADVISOR_LABELS", "true")
                .publish();

        assertThat(hub.asked()).hasSizeLessThanOrEqualTo(14);
    }
}
