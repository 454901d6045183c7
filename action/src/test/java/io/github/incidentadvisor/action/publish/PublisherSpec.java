package io.github.incidentadvisor.action.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.incidentadvisor.action.Reports;
import io.github.incidentadvisor.action.hub.Caller;
import io.github.incidentadvisor.action.hub.Failure;
import io.github.incidentadvisor.action.hub.GitHubServer;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.Version;
import io.github.incidentadvisor.report.MarkdownReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublisherSpec {
    private static final String FIRST = "a1".repeat(20);
    private static final String SECOND = "a2".repeat(20);

    @TempDir
    Path folder;

    private GitHubServer hub;

    @BeforeEach
    void aPullRequestThatMovesAVersion() throws Exception {
        hub = new GitHubServer("acme", "shop").token("t", Caller.WORKFLOW);
        hub.pull(7, "acme", "bump-pool", FIRST);
        hub.file(
                7,
                "pom.xml",
                "@@ -19,5 +19,5 @@\n <dependency>\n <artifactId>pool</artifactId>\n-<version>1.0</version>\n"
                        + "+<version>2.0</version>\n </dependency>");
    }

    @AfterEach
    void nothingWentAgainstGitHubsDescription() {
        hub.close();
    }

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
    void aVersionLineThatCouldSayMoreGetsASuggestionOnce() throws Exception {
        run().report(pastItsEnd()).pullRequest(FIRST).publish();
        hub.push(7, SECOND);
        run().report(pastItsEnd()).pullRequest(SECOND).publish();

        assertThat(hub.reviews()).hasSize(1);
        assertThat(hub.reviewComments()).singleElement().satisfies(one -> {
            assertThat(one.path("line").asInt()).isEqualTo(21);
            assertThat(one.path("body").asText()).contains("```suggestion\n<version>2.4</version>\n```");
        });
    }

    @Test
    void aSuggestionThatNoLongerHoldsIsTakenAwayOrStruckWhenSomebodyAnswered() throws Exception {
        run().report(pastItsEnd()).pullRequest(FIRST).publish();
        hub.push(7, SECOND);
        run().report(Reports.clean()).pullRequest(SECOND).publish();
        assertThat(hub.reviewComments()).isEmpty();

        hub.push(7, FIRST.replace('1', '3'));
        run().report(pastItsEnd()).pullRequest(FIRST.replace('1', '3')).publish();
        long id = hub.reviewComments().get(0).path("id").asLong();
        hub.answerReviewComment(id, "Why?");
        hub.push(7, FIRST.replace('1', '4'));
        run().report(Reports.clean()).pullRequest(FIRST.replace('1', '4')).publish();

        assertThat(hub.reviewComments()).hasSize(2);
        assertThat(hub.reviewComments().get(0).path("body").asText()).contains("no longer applies");
    }

    @Test
    void aSuggestionIsMadeOnlyWhereTheDiffHoldsThatVersion() throws Exception {
        hub.forgetFiles(7);
        hub.file(7, "pom.xml", "@@ -19,3 +19,3 @@\n <dependency>\n-<version>1.0</version>\n+<version>12.0.1</version>");

        run().report(pastItsEnd()).pullRequest(FIRST).publish();

        assertThat(hub.reviews()).isEmpty();
    }

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
    void whatABotsDescriptionQuotesIsNotRepeated() throws Exception {
        ObjectNode payload = Run.payload("pull_request.opened", FIRST);
        ((ObjectNode) payload.at("/pull_request/user")).put("login", "dependabot[bot]");
        var broken = Reports.broken().advisories().get(0).findings().get(0);
        var note = Reports.finding(
                "rel-000001",
                Kind.RELEASE_NOTE,
                Severity.INFO,
                Grade.STATED,
                "pom.xml",
                21,
                "evict is gone since 2.0",
                "");

        run().report(Reports.saying("Fix it.").with(Reports.pool(broken, note)).report())
                .event("pull_request", payload)
                .publish();

        String before = comment().substring(0, comment().indexOf("Evidence ("));
        assertThat(before).doesNotContain("evict is gone since 2.0").contains("uses Pool.evict");
        assertThat(comment()).contains("not repeated");
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

    @Test
    void anotherAccountThanExpectedIsToldOf() throws Exception {
        hub.token("ghs_app", new Caller("advisor-of-acme[bot]", "Bot", Caller.WORKFLOW.permissions()));
        Run run = run().report(Reports.broken()).pullRequest(FIRST).set("INCIDENT_ADVISOR_TOKEN", "ghs_app");
        run.publish();
        assertThat(run.log()).contains("set comment-author");

        hub.push(7, SECOND);
        run().report(Reports.broken())
                .pullRequest(SECOND)
                .set("INCIDENT_ADVISOR_TOKEN", "ghs_app")
                .set("INCIDENT_ADVISOR_COMMENT_AUTHOR", "advisor-of-acme[bot]")
                .publish();
        assertThat(hub.comments(7)).hasSize(1);
    }

    @Test
    void aPersonsTokenIsAskedWhoseItIs() throws Exception {
        hub.token("ghp_mine", Caller.person("octocat"));
        run().report(Reports.broken())
                .pullRequest(FIRST)
                .set("INCIDENT_ADVISOR_TOKEN", "ghp_mine")
                .publish();
        hub.push(7, SECOND);
        run().report(Reports.broken())
                .pullRequest(SECOND)
                .set("INCIDENT_ADVISOR_TOKEN", "ghp_mine")
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

    @Test
    void ofAGroupedUpdateItIsSaidWhatIsQuiet() throws Exception {
        ObjectNode payload = Run.payload("pull_request.opened", FIRST);
        ((ObjectNode) payload.at("/pull_request/user")).put("login", "renovate[bot]");

        run().report(Reports.saying("Fix it.")
                        .with(Reports.broken().advisories().get(0))
                        .with(Reports.change("org.acme", "tank", "1", "2", "pom.xml", 30, List.of()))
                        .with(Reports.change("org.acme", "pond", "1", "2", "pom.xml", 40, List.of()))
                        .with(Reports.change("org.acme", "pond-api", "1", "2", "pom.xml", 40, List.of()))
                        .report())
                .event("pull_request", payload)
                .publish();

        assertThat(comment()).contains("Of 3 updates in this pull request 2 leave nothing to say: tank, pond.");
    }

    @Test
    void eachFolderOfARepositoryThatLooksAtSeveralHasItsOwn() throws Exception {
        for (String folder : List.of("services/shop", "./services/till/", "services/shop", "a folder; of $people")) {
            run().report(pastItsEnd())
                    .pullRequest(FIRST)
                    .set("INCIDENT_ADVISOR_WORKING_DIRECTORY", folder)
                    .publish();
        }

        assertThat(hub.comments(7)).hasSize(3);
        assertThat(hub.comments(7).values()).allMatch(body -> body.startsWith("<!-- incident-advisor:v1 "));
        assertThat(hub.reviewComments()).hasSize(3);
        assertThat(hub.checkRuns().stream()
                        .map(one -> one.path("name").asText())
                        .distinct())
                .hasSize(3)
                .contains("incident-advisor (services/shop)", "incident-advisor (services/till)");
    }

    private Run run() {
        return new Run(folder, hub);
    }

    private String comment() {
        return hub.comments(7).values().iterator().next();
    }

    private static ObjectNode analysed(String owner, String branch, String sha) {
        ObjectNode payload = Run.payload("workflow_run.completed", "");
        ObjectNode run = (ObjectNode) payload.get("workflow_run");
        run.put("event", "pull_request").put("head_branch", branch).put("head_sha", sha);
        ((ObjectNode) run.at("/head_repository")).put("id", 99);
        ((ObjectNode) run.at("/head_repository/owner")).put("login", owner);
        return payload;
    }

    private static Report pastItsEnd() {
        var ended = Reports.ending(
                "tgt-000001", "pom.xml", 21, "pool 2.0: support ended on 2026-06-30", "2026-06-30", "move to 2.4");
        return Reports.saying("Aim higher, at pool 2.4.")
                .with(Reports.advisory(
                        Component.Artifact.of("org.acme", "pool"),
                        true,
                        "1.0",
                        "2.0",
                        Role.DIRECT,
                        "pom.xml",
                        21,
                        List.of(ended),
                        new Version("2.4")))
                .report();
    }
}
