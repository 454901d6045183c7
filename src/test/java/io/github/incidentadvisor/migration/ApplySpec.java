package io.github.incidentadvisor.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.incidentadvisor.git.GitRepository;
import io.github.incidentadvisor.git.GitSandbox;
import io.github.incidentadvisor.git.OverlayTree;
import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.migration.Begun.Broken;
import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Migration;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Version;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplySpec {
    private static final String ID = "mig-0a1b2c";
    private static final String BRANCH = "refs/heads/incident-advisor/" + ID;
    private static final Map<String, String> WHO =
            Map.of("GIT_AUTHOR_NAME", "Ann", "GIT_AUTHOR_EMAIL", "ann@example.org");

    @TempDir
    private Path folder;

    @TempDir
    private Path outside;

    private GitSandbox git;
    private GitRepository repository;

    @BeforeEach
    void aRepository() throws Exception {
        git = GitSandbox.in(folder);
        git.write("a/pom.xml", "<v>1.0</v>\r\n").write("other.txt", "x\n").commit("first");
        repository = GitRepository.discover(folder).orElseThrow();
    }

    @AfterEach
    void close() {
        repository.close();
        git.close();
    }

    private static Migration migration() {
        return new Migration(
                ID,
                "lib 1.0 → 2.0",
                "lib 1.0 ends.",
                Deadline.NONE,
                new Version("2.0"),
                Version.NONE,
                List.of(new Place("a/pom.xml", 1)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Migration.Kind.END_OF_SUPPORT,
                Migration.Cost.edits(1),
                List.of(),
                List.of());
    }

    private Apply.Where where(Map<String, String> environment) {
        return new Apply.Where(
                folder,
                Optional.of(repository),
                repository.workingDirectory(),
                environment,
                Instant.parse("2026-11-24T10:00:00Z"));
    }

    private static Plan plan(Tree tree, String to) {
        byte[] after = ("<v>" + to + "</v>\r\n").getBytes(StandardCharsets.UTF_8);
        return new Plan(
                tree,
                OverlayTree.of(tree, Map.of("a/pom.xml", after), Set.of()),
                List.of(new LeftToDo(new Place("a/pom.xml", 1), "look", "")));
    }

    private Begun apply(Apply apply, String to, Broken... breaks) {
        Apply.Where where = where(WHO);
        Plan plan = plan(apply.tree(where), to);
        return apply.write(plan, plan.begun(migration(), List.of(breaks), List.of(Gap.of("it", "unknown"))), where);
    }

    private RevCommit tip() throws Exception {
        try (RevWalk walk = new RevWalk(git.git().getRepository())) {
            ObjectId id = git.git().getRepository().resolve(BRANCH);
            return id == null ? null : walk.parseCommit(id);
        }
    }

    @Test
    void theBranchIsOneCommitAboveHeadAndNothingElseIsTouched() throws Exception {
        git.write("other.txt", "not committed\n");

        Begun begun = apply(Apply.BRANCH, "2.0");

        assertThat(begun.commit()).isEqualTo(tip().name());
        assertThat(tip().getParent(0)).isEqualTo(git.git().getRepository().resolve("refs/heads/main"));
        assertThat(tip().getAuthorIdent().getName()).isEqualTo("Ann");
        assertThat(tip().getFullMessage())
                .startsWith("lib 1.0 → 2.0\n\nlib 1.0 ends.\n\nLeft to do by hand:\n- a/pom.xml:1: look\n\n")
                .contains("Incident-Advisor-Migration: " + ID + "\n");
        Tree committed = repository.commit(BRANCH).orElseThrow();
        assertThat(committed.read(committed.find("a/pom.xml").orElseThrow()))
                .isEqualTo("<v>2.0</v>\r\n".getBytes(StandardCharsets.UTF_8));
        assertThat(committed.read(committed.find("other.txt").orElseThrow()))
                .isEqualTo("x\n".getBytes(StandardCharsets.UTF_8));
        assertThat(Files.readString(folder.resolve("a/pom.xml"))).isEqualTo("<v>1.0</v>\r\n");
        assertThat(git.git().status().call().getUncommittedChanges()).containsExactly("other.txt");
        assertThat(git.git().getRepository().getBranch()).isEqualTo("main");
    }

    @Test
    void theSameAgainMakesNoNewCommitEvenWhenTheBaseMovesElsewhere() throws Exception {
        String first = apply(Apply.BRANCH, "2.0").commit();
        assertThat(apply(Apply.BRANCH, "2.0").commit()).isEqualTo(first);

        git.write("other.txt", "y\n").commit("elsewhere");

        assertThat(apply(Apply.BRANCH, "2.0").commit()).isEqualTo(first);
        String moved = apply(Apply.BRANCH, "3.0").commit();
        assertThat(moved).isNotEqualTo(first).isEqualTo(tip().name());
        assertThat(tip().getParent(0)).isEqualTo(git.git().getRepository().resolve("refs/heads/main"));
    }

    @Test
    void aBranchWithSomebodysCommitIsLeftAsItIs() throws Exception {
        apply(Apply.BRANCH, "2.0");
        git.git().checkout().setName("incident-advisor/" + ID).call();
        String theirs = git.write("mine.txt", "z\n").commit("mine");
        git.git().checkout().setName("main").call();

        assertThatThrownBy(() -> apply(Apply.BRANCH, "3.0"))
                .isInstanceOf(AdvisorException.class)
                .hasMessageContaining("has commits that are not ours")
                .hasMessageContaining("mine");
        assertThat(tip().name()).isEqualTo(theirs);
    }

    @Test
    void anAmendedCommitOfOursIsSomebodys() throws Exception {
        apply(Apply.BRANCH, "2.0");
        git.git().checkout().setName("incident-advisor/" + ID).call();
        git.write("a/pom.xml", "<v>2.1</v>\r\n");
        git.git().add().addFilepattern(".").call();
        git.git()
                .commit()
                .setAmend(true)
                .setSign(false)
                .setMessage(tip().getFullMessage())
                .call();
        git.git().checkout().setName("main").call();

        assertThatThrownBy(() -> apply(Apply.BRANCH, "3.0")).hasMessageContaining("has commits that are not ours");
    }

    @Test
    void aBranchThatIsCheckedOutIsNotMoved() throws Exception {
        apply(Apply.BRANCH, "2.0");
        git.git().checkout().setName("incident-advisor/" + ID).call();

        assertThatThrownBy(() -> apply(Apply.BRANCH, "3.0"))
                .isInstanceOf(AdvisorException.class)
                .hasMessageContaining("is checked out");
    }

    @Test
    void withoutANameThereIsNoCommit() throws Exception {
        Apply.Where nobody = where(Map.of("HOME", folder.resolve("nowhere").toString()));
        Plan plan = plan(Apply.BRANCH.tree(nobody), "2.0");

        assertThatThrownBy(() -> Apply.BRANCH.write(plan, plan.begun(migration(), List.of(), List.of()), nobody))
                .isInstanceOf(AdvisorException.class)
                .hasMessageContaining("user.name");
        assertThat(tip()).isNull();
    }

    @Test
    void theAuthorIsWhomGitsOwnConfigNames() throws Exception {
        Files.createDirectories(folder.resolve("home"));
        Files.writeString(folder.resolve("home/.gitconfig"), "[user]\n\tname = Bea\n\temail = bea@example.org\n");
        Apply.Where where = where(Map.of("HOME", folder.resolve("home").toString()));
        Plan plan = plan(Apply.BRANCH.tree(where), "2.0");

        Apply.BRANCH.write(plan, plan.begun(migration(), List.of(), List.of()), where);

        assertThat(tip().getCommitterIdent().getEmailAddress()).isEqualTo("bea@example.org");
    }

    @Test
    void whatBreaksMakesADraft() throws Exception {
        Begun begun = apply(
                Apply.BRANCH, "2.0", new Broken(new Place("A.java", 3), Severity.BREAKS_BUILD, "uses x.", "use y"));

        assertThat(begun.isDraft()).isTrue();
        assertThat(tip().getFullMessage()).contains("Draft: with these edits 1 place breaks, the first at A.java:3.");
        assertThat(MigrationWords.lines(begun, Apply.BRANCH))
                .startsWith(
                        ID + "  lib 1.0 → 2.0",
                        "BREAKS: with these edits 1 place breaks. It is a draft until they are mended:",
                        "  A.java:3 uses x. To mend it: use y.")
                .contains("-<v>1.0</v>", "+<v>2.0</v>", "Left to you:", "  a/pom.xml:1: look")
                .last()
                .asString()
                .endsWith("as a draft.");
    }

    @Test
    void theFilesAreWrittenWithTheirRights() throws Exception {
        Path file = folder.resolve("a/pom.xml");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        apply(Apply.WORKTREE, "2.0");

        assertThat(Files.readString(file)).isEqualTo("<v>2.0</v>\r\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
        assertThat(tip()).isNull();
    }

    @Test
    void aFileWithUncommittedChangesIsNotWritten() throws Exception {
        git.write("a/pom.xml", "<v>1.0</v><!-- mine -->\r\n");

        assertThatThrownBy(() -> apply(Apply.WORKTREE, "2.0"))
                .isInstanceOf(AdvisorException.class)
                .hasMessageContaining("a/pom.xml has changes that are not committed; nothing is written");
        assertThat(Files.readString(folder.resolve("a/pom.xml"))).contains("mine");
    }

    @Test
    void aFileThatChangesMeanwhileIsNotWritten() throws Exception {
        Apply.Where where = where(WHO);
        Plan plan = plan(Apply.WORKTREE.tree(where), "2.0");
        plan.changed();
        Tree committed = repository.commit("HEAD").orElseThrow();
        Plan stale = new Plan(committed, plan.after(), List.of());
        git.write("a/pom.xml", "<v>1.0</v>\n");

        assertThatThrownBy(() -> WorkingFiles.write(folder, stale, Optional.empty()))
                .isInstanceOf(AdvisorException.class)
                .hasMessageContaining("changed while it was looked at");
        assertThat(Files.readString(folder.resolve("a/pom.xml"))).isEqualTo("<v>1.0</v>\n");
    }

    @Test
    void aLinkOutOfTheProjectIsNotFollowed() throws Exception {
        Tree committed = repository.commit("HEAD").orElseThrow();
        Plan plan = plan(committed, "2.0");
        Files.writeString(outside.resolve("pom.xml"), "<v>1.0</v>\r\n");
        Files.delete(folder.resolve("a/pom.xml"));
        Files.delete(folder.resolve("a"));
        Files.createSymbolicLink(folder.resolve("a"), outside);

        assertThatThrownBy(() -> WorkingFiles.write(folder, plan, Optional.empty()))
                .isInstanceOf(AdvisorException.class)
                .hasMessageContaining("no plain file inside the project");
        assertThat(Files.readString(outside.resolve("pom.xml"))).isEqualTo("<v>1.0</v>\r\n");
    }

    @Test
    void gitTakesTheDifference() throws Exception {
        Begun begun = apply(Apply.NOWHERE, "2.0");

        git.git()
                .apply()
                .setPatch(new java.io.ByteArrayInputStream(begun.diff().getBytes(StandardCharsets.UTF_8)))
                .call();

        assertThat(Files.readString(folder.resolve("a/pom.xml"))).isEqualTo("<v>2.0</v>\r\n");
        assertThat(begun.diff())
                .startsWith("diff --git a/a/pom.xml b/a/pom.xml\n--- a/a/pom.xml\n+++ b/a/pom.xml\n@@ -1 +1 @@\n");
    }

    @Test
    void theJsonHoldsTheWholeFilesAndFitsItsSchema() throws Exception {
        Begun begun =
                apply(Apply.BRANCH, "2.0", new Broken(new Place("A.java", 3), Severity.BREAKS_RUNTIME, "uses x.", ""));
        ObjectMapper json = new ObjectMapper();
        JsonNode node = json.readTree(BegunJson.bytes(begun));

        try (var schema = BegunJson.class.getResourceAsStream("migration.schema.json")) {
            assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                            .getSchema(json.readTree(schema))
                            .validate(node))
                    .isEmpty();
        }
        JsonNode file = node.get("files").get(0);
        assertThat(new String(Base64.getDecoder().decode(file.get("content").asText()), StandardCharsets.UTF_8))
                .isEqualTo("<v>2.0</v>\r\n");
        assertThat(file.get("before").asText())
                .isEqualTo(repository
                        .commit("HEAD")
                        .orElseThrow()
                        .find("a/pom.xml")
                        .orElseThrow()
                        .id());
        assertThat(file.get("after").asText())
                .isEqualTo(repository
                        .commit(BRANCH)
                        .orElseThrow()
                        .find("a/pom.xml")
                        .orElseThrow()
                        .id());
        assertThat(node.get("draft").asBoolean()).isTrue();
        assertThat(BegunJson.name(begun)).isEqualTo("migration-" + ID + ".json");
    }

    @Test
    void aWordThatIsNoPlaceIsRefused() {
        assertThatThrownBy(() -> Apply.of("everywhere"))
                .isInstanceOf(AdvisorException.class)
                .hasMessage(
                        "apply is 'everywhere'; it must be worktree, branch, or absent to see the difference only.");
    }
}
