package io.github.incidentadvisor.action.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.incidentadvisor.action.hub.Caller;
import io.github.incidentadvisor.action.hub.GitHubServer;
import io.github.incidentadvisor.action.publish.Run;
import io.github.incidentadvisor.action.whole.Runner.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The action on a schedule, from a real repository to the issue, the branch and the draft pull request. */
class WholeScanIT {
    /** One machine for all, so that Maven fetches its plugins once. */
    @TempDir
    static Path machine;

    private static Path artifacts;

    @TempDir
    Path folder;

    private GitHubServer hub;
    private Origin origin;

    @BeforeAll
    static void ourselves() throws Exception {
        artifacts = machine.resolve("artifacts");
        new Artifacts(artifacts).withOurselves();
    }

    @BeforeEach
    void aRepositoryWithTwoImagesThatHaveEnded() throws Exception {
        hub = new GitHubServer("acme", "shop").token("t", Caller.PROPOSES);
        origin = new Origin(folder.resolve("origin"));
        origin.file(".incident-advisor.yml", "offline: true\n")
                .file("web/Dockerfile", "# The shop's pages\nFROM node:16 AS build\nRUN true\n")
                .file("jobs/Dockerfile", "FROM python:3.7\n")
                .file("README.md", "A shop\n");
        origin.commit("Images that have ended");
        origin.pushTo(hub, "main");
    }

    @AfterEach
    void nothingWentAgainstGitHubsDescription() {
        hub.close();
    }

    @Test
    void eachMigrationGetsAnIssueAndABranchWithADraft() throws Exception {
        Step step = scan("one", "5");

        assertThat(step.code()).as(step.log()).isZero();
        assertThat(hub.issues()).hasSize(2);
        assertThat(bodies(hub.issues()))
                .as(step.log())
                .anyMatch(body -> body.contains("web/Dockerfile:2"))
                .anyMatch(body -> body.contains("jobs/Dockerfile:1"));
        assertThat(hub.pulls()).as(step.log() + step.summary()).hasSize(2);
        assertThat(hub.pulls().values()).allSatisfy(pull -> {
            assertThat(pull.path("draft").asBoolean()).isTrue();
            assertThat(pull.at("/base/ref").asText()).isEqualTo("main");
            assertThat(pull.path("title").asText()).isNotBlank();
            assertThat(pull.path("body").asText()).contains("this is a draft for a person to finish and to merge");
        });
        Map<String, String> files = hub.files(branchThatChanges("web/Dockerfile"));
        assertThat(files.get("web/Dockerfile"))
                .matches("# The shop's pages\nFROM node:\\d\\d AS build\nRUN true\n")
                .doesNotContain("node:16");
        assertThat(files)
                .as("the branch holds this migration and nothing else")
                .containsEntry("jobs/Dockerfile", "FROM python:3.7\n")
                .containsEntry("README.md", "A shop\n")
                .hasSize(4);
        assertThat(hub.refs()).containsEntry("refs/heads/main", origin.head());
    }

    @Test
    void theNextScanOfTheSameStateWritesNothing() throws Exception {
        scan("one", "5");
        Map<String, String> refs = hub.refs();
        hub.forgetRequests();

        Step step = scan("two", "5");

        assertThat(step.code()).as(step.log()).isZero();
        assertThat(hub.refs()).isEqualTo(refs);
        assertThat(hub.issues()).hasSize(2);
        assertThat(hub.pulls()).hasSize(2);
        assertThat(hub.operations()).as("it looked").isNotEmpty();
        assertThat(hub.writes()).allMatch(one -> one.matches("POST .*/git/(blobs|trees)"));
    }

    @Test
    void noMoreDraftsAreOpenThanWereAskedFor() throws Exception {
        Step step = scan("one", "1");

        assertThat(step.code()).as(step.log()).isZero();
        assertThat(hub.issues()).as("issues have a limit of their own").hasSize(2);
        assertThat(hub.pulls()).hasSize(1);
        assertThat(hub.refs()).as("main and one branch").hasSize(2);
    }

    @Test
    void aBranchThatAPersonCommittedOnIsLeftToThem() throws Exception {
        scan("one", "5");
        String branch = branchThatChanges("web/Dockerfile");
        String theirs = hub.commit(branch, Map.of("web/Dockerfile", "FROM node:22-slim\n"), "ahmed");
        origin.file("README.md", "A better shop\n").commit("The default branch moves on");
        origin.pushTo(hub, "main");

        Step step = scan("two", "5");

        assertThat(hub.refs()).containsEntry("refs/heads/" + branch, theirs);
        assertThat(step.log()).contains("Somebody has committed on " + branch);
        assertThat(hub.files(branchThatChanges("jobs/Dockerfile")))
                .as("the other is written anew")
                .containsEntry("README.md", "A better shop\n");
    }

    private String branchThatChanges(String path) {
        String main = hub.files("main").get(path);
        Optional<String> branch = hub.refs().keySet().stream()
                .filter(ref -> ref.startsWith("refs/heads/incident-advisor/"))
                .map(ref -> ref.substring("refs/heads/".length()))
                .filter(name -> hub.files(name).containsKey(path))
                .filter(name -> !main.equals(hub.files(name).get(path)))
                .findFirst();
        return branch.orElseThrow(() -> new AssertionError("no branch changes " + path));
    }

    private Step scan(String workspace, String mostPulls) throws Exception {
        String head = origin.head();
        return new Runner(machine, artifacts, hub)
                .event("schedule", Run.payload("workflow_dispatch", ""))
                .set("GITHUB_SHA", head)
                .input("most-pulls", mostPulls)
                .run(origin.checkedOut(folder.resolve(workspace), head, 1));
    }

    private static List<String> bodies(Map<Integer, JsonNode> issues) {
        return issues.values().stream().map(one -> one.path("body").asText()).toList();
    }
}
