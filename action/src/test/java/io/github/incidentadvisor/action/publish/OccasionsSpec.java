package io.github.incidentadvisor.action.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.incidentadvisor.action.Reports;
import io.github.incidentadvisor.action.hub.Caller;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is delivered on which event. */
class OccasionsSpec extends OnePullRequest {
    @Test
    void aForksPullRequestIsSummarisedAndNobodyIsAsked() throws Exception {
        ObjectNode payload = Run.payload("pull_request.opened", FIRST);
        ((ObjectNode) payload.at("/pull_request/head/repo")).put("id", 99).put("full_name", "someone/shop");
        Run run = run().report(Reports.broken()).event("pull_request", payload);

        assertThat(run.publish()).isZero();

        assertThat(hub.asked()).isEmpty();
        assertThat(run.summary()).contains("### Fix 1 line");
        assertThat(run.log()).contains("fork");
    }

    @Test
    void aDeletedForkIsAFork() throws Exception {
        ObjectNode payload = Run.payload("pull_request.opened", FIRST);
        ((ObjectNode) payload.at("/pull_request/head")).putNull("repo");

        run().report(Reports.broken()).event("pull_request", payload).publish();

        assertThat(hub.asked()).isEmpty();
    }

    @Test
    void theSecondHalfCommentsOnTheForksPullRequestThatGitHubNames() throws Exception {
        hub.pull(8, "someone", "their-branch; rm -rf ~", SECOND);

        Run run = run().report(Reports.broken())
                .event("workflow_run", analysed("someone", "their-branch; rm -rf ~", SECOND));

        assertThat(run.publish()).isZero();
        assertThat(hub.comments(7)).isEmpty();
        assertThat(hub.comments(8)).hasSize(1);
        assertThat(hub.comments(8).values().iterator().next()).contains("believe it as far as you believe the fork");
        assertThat(hub.reviews()).isEmpty();
    }

    @Test
    void theSecondHalfOfACommitThatIsNoPullRequestsHeadAnyMorePostsNothing() throws Exception {
        hub.pull(8, "someone", "patch-1", FIRST);
        Run run = run().report(Reports.broken()).event("workflow_run", analysed("someone", "patch-1", SECOND));

        assertThat(run.publish()).isZero();
        assertThat(hub.writes()).isEmpty();
    }

    @Test
    void aMergeQueueGetsACheckAndNoComment() throws Exception {
        ObjectNode payload = Run.payload("merge_group.checks_requested", "");
        ((ObjectNode) payload.get("merge_group")).put("head_sha", SECOND);

        run().report(Reports.broken()).event("merge_group", payload).publish();

        assertThat(hub.checkRuns())
                .singleElement()
                .satisfies(check -> assertThat(check.path("head_sha").asText()).isEqualTo(SECOND));
        assertThat(hub.comments(7)).isEmpty();
    }

    @Test
    void aPushIsSummarisedAndNobodyIsAsked() throws Exception {
        Run run = run().report(Reports.broken()).event("push", Run.payload("push", ""));

        run.publish();

        assertThat(run.summary()).contains("### Fix 1 line");
        assertThat(hub.asked()).isEmpty();
    }

    @Test
    void gitHubEnterpriseServerHasItsInterfaceBelowAPath() throws Exception {
        IntStream.range(0, 130).forEach(i -> hub.comment(7, "No " + i, Caller.person("octocat")));
        run().report(pastItsEnd())
                .pullRequest(FIRST)
                .set("GITHUB_API_URL", hub.url() + "/api/v3")
                .publish();

        assertThat(hub.comments(7)).hasSize(131);
        assertThat(hub.asked()).allMatch(one -> one.uri().startsWith("/api/v3/"));
    }

    private static ObjectNode analysed(String owner, String branch, String sha) {
        ObjectNode payload = Run.payload("workflow_run.completed", "");
        ObjectNode run = (ObjectNode) payload.get("workflow_run");
        run.put("event", "pull_request").put("head_branch", branch).put("head_sha", sha);
        ((ObjectNode) run.at("/head_repository")).put("id", 99);
        ((ObjectNode) run.at("/head_repository/owner")).put("login", owner);
        return payload;
    }
}
