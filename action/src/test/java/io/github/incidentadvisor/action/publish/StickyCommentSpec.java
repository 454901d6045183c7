package io.github.incidentadvisor.action.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.incidentadvisor.action.Reports;
import io.github.incidentadvisor.action.hub.Caller;
import io.github.incidentadvisor.action.hub.Failure;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.report.MarkdownReport;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One comment, in place, whatever happens around it. */
class StickyCommentSpec extends OnePullRequest {
    @Test
    void whatBreaksBecomesOneComment() throws Exception {
        Run run = run().report(Reports.broken()).pullRequest(FIRST);

        assertThat(run.publish()).isZero();

        assertThat(hub.comments(7)).hasSize(1);
        assertThat(comment())
                .startsWith(MarkdownReport.MARKER + "\n### Fix 1 line, then merge.")
                .contains("Cache.java:12", "**Not checked:**");
        assertThat(run.output()).contains("comment-url<<", "#issuecomment-", "verdict<<", "broken");
        assertThat(run.summary()).contains("### Fix 1 line, then merge.");
    }

    @Test
    void aPullRequestThatLeavesNothingToSayGetsNoComment() throws Exception {
        Run run = run().report(Reports.clean()).pullRequest(FIRST);

        assertThat(run.publish()).isZero();

        assertThat(hub.comments(7)).isEmpty();
        assertThat(hub.checkRuns()).singleElement().satisfies(check -> assertThat(
                        check.path("conclusion").asText())
                .isEqualTo("success"));
        assertThat(run.summary()).contains("### Merge: nothing of yours breaks.");
    }

    @Test
    void aPushEditsTheSameComment() throws Exception {
        run().report(Reports.broken()).pullRequest(FIRST).publish();
        long id = hub.comments(7).keySet().iterator().next();
        hub.push(7, SECOND);

        run().report(Reports.saying("Fix 2 lines, then merge.")
                        .with(Reports.broken().advisories().get(0))
                        .report())
                .pullRequest(SECOND)
                .publish();

        assertThat(hub.comments(7)).containsOnlyKeys(id);
        assertThat(comment()).contains("### Fix 2 lines, then merge.");
    }

    @Test
    void whatSaysTheSameIsNotEdited() throws Exception {
        run().report(Reports.broken()).pullRequest(FIRST).publish();
        hub.push(7, SECOND);
        hub.forgetRequests();

        run().report(Reports.broken()).pullRequest(SECOND).publish();

        assertThat(hub.writes()).containsExactly("POST /repos/{owner}/{repo}/check-runs");
    }

    @Test
    void tickedBoxesStayTickedWhenItIsWrittenAnew() throws Exception {
        run().report(Reports.broken()).pullRequest(FIRST).publish();
        long id = hub.comments(7).keySet().iterator().next();
        hub.editComment(id, comment().replace("- [ ] `src", "- [x] `src"));
        hub.push(7, SECOND);

        run().report(Reports.saying("Fix it, then merge.")
                        .with(Reports.broken().advisories().get(0))
                        .report())
                .pullRequest(SECOND)
                .publish();

        assertThat(comment()).contains("### Fix it, then merge.", "- [x] `src/main/java/Cache.java:12`");
    }

    @Test
    void whenAllIsResolvedOneLineIsLeft() throws Exception {
        run().report(Reports.broken()).pullRequest(FIRST).publish();
        hub.push(7, SECOND);

        run().report(Reports.clean()).pullRequest(SECOND).publish();

        assertThat(comment().lines()).hasSize(2).last().asString().contains("Nothing is left to say");
        hub.push(7, FIRST);
        hub.forgetRequests();
        run().report(Reports.clean()).pullRequest(FIRST).publish();
        assertThat(hub.writes()).containsExactly("POST /repos/{owner}/{repo}/check-runs");
    }

    @Test
    void onlyACommentOfOurOwnAccountIsOurs() throws Exception {
        long theirs = hub.comment(7, MarkdownReport.MARKER + "\n### Merge, all is well.", Caller.person("mallory"));

        run().report(Reports.broken()).pullRequest(FIRST).publish();

        assertThat(hub.comments(7)).hasSize(2);
        assertThat(hub.comments(7).get(theirs)).endsWith("Merge, all is well.");
    }

    @Test
    void itsCommentIsFoundFiveHundredCommentsDeep() throws Exception {
        IntStream.range(0, 499).forEach(i -> hub.comment(7, "No " + i, Caller.person("octocat")));
        run().report(Reports.broken()).pullRequest(FIRST).publish();
        hub.push(7, SECOND);
        hub.forgetRequests();

        run().report(Reports.broken()).pullRequest(SECOND).publish();

        assertThat(hub.comments(7)).hasSize(500);
        assertThat(hub.asked()).hasSizeLessThanOrEqualTo(25);
    }

    @Test
    void twoRunsAtOnceLeaveOneComment() throws Exception {
        // Another run comments between our look and our comment.
        long[] other = {0};
        hub.fail(new Failure(
                asked -> {
                    if (asked.operation().endsWith("{issue_number}/comments")
                            && asked.method().equals("POST")
                            && other[0] == 0) {
                        other[0] = hub.comment(7, MarkdownReport.MARKER + "\n### Of the other run", Caller.WORKFLOW);
                    }
                    return false;
                },
                500,
                Map.of(),
                "",
                1,
                false));

        run().report(Reports.broken()).pullRequest(FIRST).publish();

        assertThat(hub.comments(7)).containsOnlyKeys(other[0]);
    }

    @Test
    void aCommentThatAPersonDeletedIsNotPutBackAtTheSameCommit() throws Exception {
        run().report(Reports.broken()).pullRequest(FIRST).publish();
        hub.deleteComment(hub.comments(7).keySet().iterator().next());

        run().report(Reports.broken()).pullRequest(FIRST).publish();
        assertThat(hub.comments(7)).isEmpty();

        hub.push(7, SECOND);
        run().report(Reports.broken()).pullRequest(SECOND).publish();
        assertThat(hub.comments(7)).hasSize(1);
    }

    @Test
    void aRunThatANewerPushOvertookSaysNothing() throws Exception {
        hub.push(7, SECOND);

        run().report(Reports.broken()).pullRequest(FIRST).publish();

        assertThat(hub.writes()).isEmpty();
    }

    @Test
    void aLockedConversationIsLeftAlone() throws Exception {
        hub.lock(7);
        Run run = run().report(Reports.broken()).pullRequest(FIRST);

        assertThat(run.publish()).isZero();

        assertThat(hub.comments(7)).isEmpty();
        assertThat(run.log()).contains("::notice title=incident-advisor::No comment: the conversation is locked.");
        assertThat(hub.checkRuns()).hasSize(1);
    }

    @Test
    void aClosedPullRequestIsLeftAlone() throws Exception {
        hub.closePull(7);

        run().report(Reports.broken())
                .event("pull_request", Run.payload("pull_request.closed", FIRST))
                .publish();

        assertThat(hub.comments(7)).isEmpty();
    }

    @Test
    void aDraftGetsACommentOnlyWhenAskedFor() throws Exception {
        ObjectNode payload = Run.payload("pull_request.opened", FIRST);
        ((ObjectNode) payload.get("pull_request")).put("draft", true);

        run().report(Reports.broken()).event("pull_request", payload).publish();
        assertThat(hub.comments(7)).isEmpty();

        run().report(Reports.broken())
                .event("pull_request", payload)
                .set("INCIDENT_ADVISOR_DRAFTS", "true")
                .publish();
        assertThat(hub.comments(7)).hasSize(1);
    }

    @Test
    void whatCouldNotBeJudgedAtAllIsSaid() throws Exception {
        run().report(Reports.saying("Look yourself: nothing could be checked.")
                        .with(Reports.pool())
                        .with(Gap.of("org.acme:pool 2.0", "its jar cannot be had"))
                        .report())
                .pullRequest(FIRST)
                .publish();

        assertThat(comment()).contains("its jar cannot be had");
    }
}
