package io.github.incidentadvisor.action.proposals;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.incidentadvisor.action.Reports;
import io.github.incidentadvisor.action.SharedData;
import io.github.incidentadvisor.action.hub.Asked;
import io.github.incidentadvisor.action.hub.Caller;
import io.github.incidentadvisor.action.hub.Failure;
import io.github.incidentadvisor.action.hub.GitHubServer;
import io.github.incidentadvisor.action.publish.Run;
import io.github.incidentadvisor.model.Report;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Begun migrations become a branch and a draft pull request; the cases of refusal by their names. */
class ProposalSpec {
    private static final String BRANCH = "incident-advisor/mig-3f9a1c";
    private static final Predicate<Asked> OPENS = asked -> asked.operation().equals("POST /repos/{owner}/{repo}/pulls");
    private static final Predicate<Asked> MAKES_REF =
            asked -> asked.operation().equals("POST /repos/{owner}/{repo}/git/refs");

    @TempDir
    Path folder;

    private final Map<String, String> main = new LinkedHashMap<>(Map.of(
            "pom.xml",
            "<version>3.2.0</version>\n",
            ".github/workflows/ci.yml",
            "runs-on: ubuntu-22.04\n",
            "README.md",
            "A shop\n"));

    private GitHubServer hub;
    private String tip;
    private String log = "";

    @BeforeEach
    void aRepository() throws Exception {
        hub = new GitHubServer("acme", "shop").token("t", Caller.PROPOSES);
        tip = hub.commit("main", main, "mary");
    }

    @AfterEach
    void nothingWentAgainstGitHubsDescription() {
        hub.close();
    }

    @Test
    void theEditsLieOnABranchOfTheirOwnWithADraft() throws Exception {
        begun(edits(Map.of("pom.xml", "<version>3.5.9</version>\n")));

        scan();

        assertThat(hub.files(BRANCH))
                .containsEntry("pom.xml", "<version>3.5.9</version>\n")
                .containsEntry("README.md", "A shop\n");
        assertThat(hub.pulls().values()).singleElement().satisfies(pull -> {
            assertThat(pull.path("draft").asBoolean()).isTrue();
            assertThat(pull.path("title").asText()).isEqualTo("Spring Boot 3.2 → 3.5");
            assertThat(pull.at("/head/ref").asText()).isEqualTo(BRANCH);
            assertThat(pull.path("body").asText())
                    .contains("3.2 has ended", "- Cache.java:7: uses Pool.evict", "- README.md:1: says 3.2");
        });
        assertThat(hub.refs()).containsEntry("refs/heads/main", tip);
    }

    @Test
    void theNextScanChangesNothingWhereNothingChanged() throws Exception {
        begun(edits(Map.of("pom.xml", "<version>3.5.9</version>\n")));
        scan();
        String before = hub.refs().get("refs/heads/" + BRANCH);

        scan();

        assertThat(hub.refs()).containsEntry("refs/heads/" + BRANCH, before);
        assertThat(hub.pulls()).hasSize(1);
        assertThat(hub.writes()).noneMatch(one -> one.contains("/git/refs") || one.contains("/git/commits"));
    }

    @Test
    void whenTheDefaultBranchMovesOnItIsWrittenAnew() throws Exception {
        begun(edits(Map.of("pom.xml", "<version>3.5.9</version>\n")));
        scan();
        main.put("README.md", "A better shop\n");
        tip = hub.commit("main", main, "mary");

        begun(edits(Map.of("pom.xml", "<version>3.5.9</version>\n")));
        scan();

        assertThat(hub.files(BRANCH)).containsEntry("README.md", "A better shop\n");
        assertThat(hub.pulls()).hasSize(1);
    }

    @Test
    void aBranchThatSomebodyCommittedOnIsTheirs() throws Exception {
        begun(edits(Map.of("pom.xml", "<version>3.5.9</version>\n")));
        scan();
        String theirs = hub.commit(BRANCH, Map.of("pom.xml", "<version>3.5.10</version>\n"), "ahmed");

        begun(edits(Map.of("pom.xml", "<version>3.5.11</version>\n")));
        scan();

        assertThat(hub.refs()).containsEntry("refs/heads/" + BRANCH, theirs);
        assertThat(log).contains("Somebody has committed on " + BRANCH);
    }

    @Test
    void aPullRequestThatSomebodyClosedIsNotOpenedAgain() throws Exception {
        begun(edits(Map.of("pom.xml", "<version>3.5.9</version>\n")));
        scan();
        hub.closePull(hub.pulls().keySet().iterator().next());

        begun(edits(Map.of("pom.xml", "<version>3.5.11</version>\n")));
        scan();

        assertThat(hub.writes()).isEmpty();
    }

    @Test
    void editsOfAnotherStateAreNotPutOverThisOne() throws Exception {
        begun(edits(Map.of("pom.xml", "<version>3.5.9</version>\n")));
        main.put("pom.xml", "<version>3.3.0</version>\n");
        hub.commit("main", main, "mary");

        scan();

        assertThat(hub.writes()).isEmpty();
        assertThat(log).contains("was made for another state");
    }

    @Test
    void nothingIsProposedUnlessAskedFor() throws Exception {
        begun(edits(Map.of("pom.xml", "<version>3.5.9</version>\n")));

        run().publish();

        assertThat(hub.refs()).hasSize(1);
        assertThat(hub.pulls()).isEmpty();
    }

    @Test
    void soManyAreOpenAtOnce() throws Exception {
        begun(edits(Map.of("pom.xml", "<version>3.5.9</version>\n")));
        begun(edits(Map.of("README.md", "Another shop\n")).put("id", "mig-4f9a1c"));

        run().set("INCIDENT_ADVISOR_MOST_PULLS", "1").publish();

        assertThat(hub.pulls()).hasSize(1);
        assertThat(hub.refs()).hasSize(2);
    }

    // Refusals

    @ParameterizedTest
    @ValueSource(ints = {404, 409})
    void aRepositoryWithoutADefaultBranch(int status) throws Exception {
        begun(edits(Map.of("pom.xml", "<version>3.5.9</version>\n")));
        hub.fail(Failure.of(asked -> asked.uri().endsWith("/heads/main"), status, "Git Repository is empty."));

        scan();

        assertThat(hub.pulls()).isEmpty();
        assertThat(hub.refs()).hasSize(1);
        assertThat(log).contains("the repository has no default branch, or nothing is on it");
    }

    @Test
    void anArchivedRepository() throws Exception {
        begun(edits(Map.of("pom.xml", "<version>3.5.9</version>\n")));
        hub.archived();

        scan();

        assertThat(hub.refs()).hasSize(1);
        assertThat(log).contains("the repository is archived");
    }

    @Test
    void aRenamedRepository() throws Exception {
        begun(edits(Map.of("pom.xml", "<version>3.5.9</version>\n")));
        hub.renamed();

        scan();

        assertThat(hub.refs()).hasSize(1);
        assertThat(log).contains("the repository has been renamed or moved");
    }

    @Test
    void refExists() throws Exception {
        begun(edits(Map.of("pom.xml", "<version>3.5.9</version>\n")));
        scan();
        String ours = hub.refs().get("refs/heads/" + BRANCH);
        hub.fail(Failure.of(
                asked -> asked.uri().contains("/git/ref") && asked.uri().endsWith(BRANCH), 404, "Not Found"));
        hub.fail(refusal("ref-exists", MAKES_REF));

        begun(edits(Map.of("pom.xml", "<version>3.5.11</version>\n")));
        scan();

        assertThat(hub.refs().get("refs/heads/" + BRANCH))
                .as("the ref is updated")
                .isNotEqualTo(ours);
        assertThat(hub.files(BRANCH)).containsEntry("pom.xml", "<version>3.5.11</version>\n");
    }

    @Test
    void prExists() throws Exception {
        begun(edits(Map.of("pom.xml", "<version>3.5.9</version>\n")));
        scan();
        hub.fail(new Failure(
                asked -> asked.query().getOrDefault("state", "").equals("all"), 200, Map.of(), "[]", 1, false));
        hub.fail(refusal("pr-exists", OPENS));

        begun(edits(Map.of("pom.xml", "<version>3.5.9</version>\n", "README.md", "Another\n")));
        scan();

        assertThat(hub.pulls().values()).singleElement().satisfies(pull -> assertThat(
                        pull.path("body").asText())
                .as("it is found and updated")
                .contains("in 2 files"));
    }

    @Test
    void actionsMayNotCreatePr() throws Exception {
        hub.fail(refusal("actions-may-not-create-pr", OPENS).often());
        begun(edits(Map.of("pom.xml", "<version>3.5.9</version>\n")));

        scan();

        assertThat(log).contains("Allow GitHub Actions to create and approve pull requests");
        assertThat(hub.refs()).containsKey("refs/heads/" + BRANCH);
    }

    @Test
    void workflowScope() throws Exception {
        hub.fail(refusal(
                        "workflow-scope",
                        asked -> asked.body() != null
                                && asked.body().toString().contains(".github/workflows/")
                                && asked.operation().endsWith("/git/trees"))
                .often());
        begun(edits(Map.of(
                "pom.xml", "<version>3.5.9</version>\n", ".github/workflows/ci.yml", "runs-on: ubuntu-24.04\n")));

        scan();

        assertThat(hub.files(BRANCH))
                .containsEntry("pom.xml", "<version>3.5.9</version>\n")
                .containsEntry(".github/workflows/ci.yml", "runs-on: ubuntu-22.04\n");
        assertThat(log).contains("Workflow files of mig-3f9a1c are left to a person");
        assertThat(hub.pulls().values().iterator().next().path("body").asText()).contains("ci.yml");
    }

    // What is not what it seems

    @ParameterizedTest
    @ValueSource(
            strings = {"../outside", "/etc/passwd", ".git/config", "a/.GIT/hooks/x", "a//b", "a/./b", "", "a\nb", "a\\b"
            })
    void aPathOutsideOfTheRepositoryIsRefused(String path) throws Exception {
        ObjectNode edits = edits(Map.of("pom.xml", "x"));
        ((ObjectNode) edits.at("/files/0")).put("path", path);
        begun(edits);

        scan();

        assertThat(hub.writes()).isEmpty();
        assertThat(log).contains("migration-mig-3f9a1c.json is not used");
    }

    @Test
    void aContentThatIsNotWhatItSaysIsRefused() throws Exception {
        ObjectNode edits = edits(Map.of("pom.xml", "x"));
        ((ObjectNode) edits.at("/files/0")).put("content", Base64.getEncoder().encodeToString("y".getBytes()));
        begun(edits);

        scan();

        assertThat(hub.writes()).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsNotMade() throws Exception {
        main.put("new.txt", "");
        ObjectNode edits = edits(Map.of("new.txt", "x"));
        begun(edits);

        scan();

        assertThat(hub.refs()).hasSize(1);
    }

    @Test
    void nothingOfItsTextActs() throws Exception {
        begun(edits(Map.of("pom.xml", "x"))
                .put("title", "x\n\nCo-authored-by: @octocat")
                .put("trigger", "<script> @octocat #12 </details>"));

        scan();

        String body = hub.pulls().values().iterator().next().path("body").asText();
        assertThat(body).doesNotContain("<script", "@octocat", " #12", "</details>");
        assertThat(hub.pulls().values().iterator().next().path("title").asText())
                .doesNotContain("\n");
    }

    private ObjectNode edits(Map<String, String> after) {
        ObjectNode root = new ObjectMapper().createObjectNode().put("schemaVersion", 1);
        root.put("id", "mig-3f9a1c").put("title", "Spring Boot 3.2 → 3.5").put("trigger", "3.2 has ended.");
        root.put("base", tip).put("branch", BRANCH).put("draft", true).put("message", "m");
        var files = root.putArray("files");
        after.forEach((path, text) -> files.addObject()
                .put("path", path)
                .put("before", Proposal.blob(main.get(path).getBytes(StandardCharsets.UTF_8)))
                .put("after", Proposal.blob(text.getBytes(StandardCharsets.UTF_8)))
                .put("content", Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))));
        root.putArray("leftToDo")
                .addObject()
                .put("text", "says 3.2")
                .putObject("place")
                .put("file", "README.md")
                .put("line", 1);
        root.putArray("breaks")
                .addObject()
                .put("text", "uses Pool.evict")
                .putObject("place")
                .put("file", "Cache.java")
                .put("line", 7);
        return root;
    }

    private void begun(ObjectNode edits) throws Exception {
        Files.writeString(folder.resolve("migration-" + edits.path("id").asText() + ".json"), edits.toString());
    }

    private void scan() throws Exception {
        hub.forgetRequests();
        Run run = run().set("INCIDENT_ADVISOR_MOST_PULLS", "5");
        run.publish();
        log = run.log();
    }

    private Run run() throws Exception {
        return new Run(folder, hub)
                .report(Reports.saying("Nothing to do.").in(Report.Mode.STATE).report())
                .event("schedule", Run.payload("workflow_dispatch", ""));
    }

    private static Failure refusal(String id, Predicate<Asked> when) throws Exception {
        JsonNode cases = new ObjectMapper()
                .readTree(Files.readAllBytes(SharedData.at("api/github-failure-cases.json")))
                .path("cases");
        for (JsonNode one : cases) {
            if (one.path("id").asText().equals(id)) {
                return Failure.of(when, one, 1);
            }
        }
        throw new AssertionError(List.of(id, "is no case"));
    }
}
