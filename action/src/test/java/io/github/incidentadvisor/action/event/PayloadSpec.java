package io.github.incidentadvisor.action.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.incidentadvisor.action.event.Occasion.Analysed;
import io.github.incidentadvisor.action.event.Occasion.MergeGroup;
import io.github.incidentadvisor.action.event.Occasion.Other;
import io.github.incidentadvisor.action.event.Occasion.PullRequest;
import io.github.incidentadvisor.action.event.Occasion.Push;
import io.github.incidentadvisor.action.event.Occasion.Scan;
import io.github.incidentadvisor.action.publish.Run;
import io.github.incidentadvisor.model.AdvisorException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadSpec {
    private static final String SHA = "a1".repeat(20);

    @TempDir
    Path folder;

    @Test
    void aPullRequestOfThisRepositoryIsNoFork() {
        assertThat(read("pull_request", Run.payload("pull_request.opened", SHA)))
                .isEqualTo(new PullRequest(
                        7, SHA, "f95f852bd8fca8fcc58a9a2d6c842781e32a215e", false, false, Proposer.PERSON));
    }

    @Test
    void aForkIsKnownByTheRepositoryNotByItsName() {
        ObjectNode payload = Run.payload("pull_request.opened", SHA);
        ((ObjectNode) payload.at("/pull_request/head/repo")).put("id", 99);

        assertThat(((PullRequest) read("pull_request", payload)).fork()).isTrue();
    }

    @Test
    void aForkThatIsGoneIsAFork() {
        ObjectNode payload = Run.payload("pull_request.opened", SHA);
        ((ObjectNode) payload.at("/pull_request/head")).putNull("repo");

        assertThat(((PullRequest) read("pull_request", payload)).fork()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"; rm -rf ~", "$(touch x)", "a\nb", "\u00e4\u202e\ud83d\ude00", "'\"`", ""})
    void oddNamesOfBranchesAreNamesAndNothingElse(String branch) {
        ObjectNode payload = Run.payload("workflow_run.completed", "");
        ((ObjectNode) payload.get("workflow_run"))
                .put("event", "pull_request")
                .put("head_branch", branch + "x".repeat(200));

        assertThat(((Analysed) read("workflow_run", payload)).headBranch()).isEqualTo(branch + "x".repeat(200));
    }

    @ParameterizedTest
    @CsvSource({
        "dependabot[bot],dependabot/maven/x,DEPENDABOT", "renovate[bot],renovate/x,RENOVATE",
                "our-renovate[bot],renovate/y,RENOVATE",
        "octocat,renovate/y,PERSON", "octocat,dependabot/maven/x,PERSON", "evil-renovate,fix,PERSON"
    })
    void whoProposesIsKnownByTheAccount(String login, String branch, Proposer proposer) {
        assertThat(Proposer.of(login, branch)).isEqualTo(proposer);
    }

    @Test
    void aMergeQueueHasTwoCommits() {
        assertThat(read("merge_group", Run.payload("merge_group.checks_requested", "")))
                .isEqualTo(new MergeGroup(
                        "2ffea6db159f6b6c47a24e778fb9ef40cf6b1c7d", "380387fbc80638b734a49e1be1c4dfec1c01b33c"));
    }

    @Test
    void aNewBranchWasNowhereBefore() {
        ObjectNode payload = Run.payload("push", "");
        payload.put("before", "0".repeat(40));

        assertThat(read("push", payload)).isEqualTo(new Push(""));
    }

    @Test
    void aWorkflowThatLookedAtNoPullRequestIsAnyEvent() {
        assertThat(read("workflow_run", Run.payload("workflow_run.completed", "")))
                .isEqualTo(new Other("workflow_run"));
    }

    @Test
    void anythingElseIsNamed() {
        assertThat(read("release", Run.payload("workflow_dispatch", ""))).isEqualTo(new Other("release"));
    }

    @Test
    void theClockAndAnImpatientPersonAskForAScan() {
        assertThat(read("schedule", Run.payload("workflow_dispatch", ""))).isEqualTo(new Scan());
        assertThat(read("workflow_dispatch", Run.payload("workflow_dispatch", "")))
                .isEqualTo(new Scan());
    }

    @Test
    void anEventOfAPullRequestWithoutOneIsAnyEvent() {
        assertThat(read("pull_request", Run.payload("workflow_dispatch", ""))).isEqualTo(new Other("pull_request"));
    }

    @Test
    void aCommitThatIsNoneIsNone() {
        ObjectNode payload = Run.payload("merge_group.checks_requested", "");
        ((ObjectNode) payload.get("merge_group"))
                .put("base_sha", "--upload-pack=touch x")
                .put("head_sha", 7);

        assertThat(read("merge_group", payload)).isEqualTo(new MergeGroup("", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "3", "{", "null"})
    void whatIsNoPayloadIsRefused(String text) {
        assertThatThrownBy(() -> Payload.read("push", text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(AdvisorException.class);
    }

    @Test
    void theBaseIsSaidInAWordThatGitUnderstands() throws Exception {
        assertThat(base("pull_request", Run.payload("pull_request.opened", SHA)))
                .isEqualTo("parent f95f852bd8fca8fcc58a9a2d6c842781e32a215e");
        assertThat(base("merge_group", Run.payload("merge_group.checks_requested", "")))
                .isEqualTo("380387fbc80638b734a49e1be1c4dfec1c01b33c");
        assertThat(base("push", Run.payload("push", ""))).isEqualTo("6113728f27ae82c7b1a177c8d03f9e96e0adf246");
        assertThat(base("workflow_dispatch", Run.payload("workflow_dispatch", "")))
                .isEmpty();
        assertThat(Bases.of(Map.of())).isEmpty();
    }

    private String base(String event, ObjectNode payload) throws Exception {
        Path file = Files.writeString(folder.resolve("event.json"), payload.toString());
        return Bases.of(Map.of("GITHUB_EVENT_NAME", event, "GITHUB_EVENT_PATH", file.toString()));
    }

    private static Occasion read(String event, ObjectNode payload) {
        return Payload.read(event, payload.toString().getBytes(StandardCharsets.UTF_8));
    }
}
