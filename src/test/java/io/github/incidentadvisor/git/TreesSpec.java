package io.github.incidentadvisor.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.model.Gap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.StoredConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class TreesSpec {
    @TempDir
    Path folder;

    @Test
    void aCommitIsReadWithoutCheckingItOut() throws Exception {
        try (GitSandbox sandbox = GitSandbox.in(folder)) {
            String first = sandbox.write("a/pom.xml", "one").commit("first");
            sandbox.write("a/pom.xml", "two").commit("second");

            try (GitRepository repository =
                    GitRepository.discover(folder.resolve("a")).orElseThrow()) {
                Tree tree = repository.commit(first).orElseThrow();

                assertThat(text(tree, "a/pom.xml")).isEqualTo("one");
                assertThat(tree.revision().commit()).isEqualTo(first);
                assertThat(Files.readString(folder.resolve("a/pom.xml"))).isEqualTo("two");
            }
        }
    }

    @Test
    void theWorkingDirectoryHasNewFilesButNotIgnoredOnesNorOurOwnOutput() throws Exception {
        try (GitSandbox sandbox = GitSandbox.in(folder)) {
            sandbox.write(".gitignore", "target/\n").write("pom.xml", "one").commit("first");
            sandbox.write("target/x.txt", "x")
                    .write("new.txt", "n")
                    .write(".incident-advisor/out/report.json", "{}")
                    .delete(".gitignore")
                    .write(".gitignore", "target/\n");

            try (GitRepository repository = GitRepository.discover(folder).orElseThrow()) {
                assertThat(repository.workingDirectory().entries())
                        .extracting(Tree.Entry::path)
                        .containsExactly(".gitignore", "new.txt", "pom.xml");
            }
        }
    }

    @Test
    void aTrackedFileCountsThoughItIsIgnored() throws Exception {
        try (GitSandbox sandbox = GitSandbox.in(folder)) {
            sandbox.write("kept/pom.xml", "one").commit("first");
            sandbox.write(".gitignore", "kept/\n").commit("second");

            try (GitRepository repository = GitRepository.discover(folder).orElseThrow()) {
                assertThat(repository.workingDirectory().find("kept/pom.xml")).isPresent();
            }
        }
    }

    @Test
    void aCleanCheckoutIsNotDirtyAndHasTheCommitsHashes() throws Exception {
        try (GitSandbox sandbox = GitSandbox.in(folder)) {
            sandbox.write("pom.xml", "one").write("b/c.txt", "c").commit("first");

            try (GitRepository repository = GitRepository.discover(folder).orElseThrow()) {
                Tree work = repository.workingDirectory();

                assertThat(work.revision().dirty()).isFalse();
                assertThat(work.entries())
                        .isEqualTo(repository.commit("HEAD").orElseThrow().entries());
            }
        }
    }

    @Test
    void windowsLineEndsOfACheckoutAreNoChange() throws Exception {
        try (GitSandbox sandbox = GitSandbox.in(folder)) {
            StoredConfig config = sandbox.git().getRepository().getConfig();
            config.setString("core", null, "autocrlf", "true");
            config.save();
            sandbox.write("pom.xml", "one\r\ntwo\r\n").commit("first");
            sandbox.write("pom.xml", "one\r\ntwo\r\n");

            try (GitRepository repository = GitRepository.discover(folder).orElseThrow()) {
                assertThat(repository.workingDirectory().revision().dirty()).isFalse();
            }
        }
    }

    @Test
    void aFilterThatTheRepositoryConfiguresIsNeverRun() throws Exception {
        Path proof = folder.resolveSibling(folder.getFileName() + "-proof");
        try (GitSandbox sandbox = GitSandbox.in(folder)) {
            sandbox.write("pom.xml", "one").commit("first");
            StoredConfig config = sandbox.git().getRepository().getConfig();
            config.setString("filter", "evil", "clean", "touch " + proof);
            config.setString("core", null, "fsmonitor", "touch " + proof);
            config.save();
            sandbox.write(".gitattributes", "*.xml filter=evil\n").write("pom.xml", "two");

            try (GitRepository repository = GitRepository.discover(folder).orElseThrow()) {
                assertThat(text(repository.workingDirectory(), "pom.xml")).isEqualTo("two");
                assertThat(repository.workingDirectory().revision().dirty()).isTrue();
            }
        }
        assertThat(proof).doesNotExist();
    }

    @Test
    void aLinkThatLeadsOutIsNoFile() throws Exception {
        Path outside = Files.writeString(folder.resolveSibling(folder.getFileName() + "-secret"), "secret");
        try (GitSandbox sandbox = GitSandbox.in(folder)) {
            Files.createSymbolicLink(folder.resolve("pom.xml"), outside);
            sandbox.commit("first");

            try (GitRepository repository = GitRepository.discover(folder).orElseThrow()) {
                assertThat(repository.commit("HEAD").orElseThrow().entries()).isEmpty();
                assertThat(repository.workingDirectory().entries()).isEmpty();
            }
        }
    }

    @Test
    @Timeout(30)
    void aPipeIsNoFileAndIsNotWaitedFor() throws Exception {
        try (GitSandbox sandbox = GitSandbox.in(folder)) {
            Files.writeString(folder.resolve("a.txt"), "a");
            sandbox.commit("first");
            Path pipe = folder.resolve("Dockerfile");
            assumeTrue(makesPipe(pipe), "no mkfifo here");

            try (GitRepository repository = GitRepository.discover(folder).orElseThrow()) {
                assertThat(repository.workingDirectory().entries())
                        .extracting(Tree.Entry::path)
                        .containsExactly("a.txt");
            }
        }
    }

    private static boolean makesPipe(Path pipe) throws InterruptedException {
        try {
            return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aFolderWithoutGitIsReadWithoutBuildOutput() throws Exception {
        Files.writeString(folder.resolve("pom.xml"), "one");
        Files.createDirectories(folder.resolve("target"));
        Files.writeString(folder.resolve("target/pom.xml"), "built");

        assertThat(FolderTree.of(folder).entries()).extracting(Tree.Entry::path).containsExactly("pom.xml");
        assertThat(FolderTree.of(folder).revision().commit()).isEmpty();
    }

    @Test
    void anOverlayReplacesAddsAndRemoves() throws Exception {
        Files.writeString(folder.resolve("a.txt"), "a");
        Files.writeString(folder.resolve("b.txt"), "b");

        Tree overlay = OverlayTree.of(
                FolderTree.of(folder),
                Map.of("a.txt", "A".getBytes(StandardCharsets.UTF_8), "c.txt", "C".getBytes(StandardCharsets.UTF_8)),
                Set.of("b.txt"));

        assertThat(overlay.entries()).extracting(Tree.Entry::path).containsExactly("a.txt", "c.txt");
        assertThat(text(overlay, "a.txt")).isEqualTo("A");
        assertThat(Diff.between(FolderTree.of(folder), overlay).paths()).containsExactly("a.txt", "b.txt", "c.txt");
    }

    @Test
    void changedLinesAreThoseOfTheHead() {
        assertThat(Diff.changedLines("a\nb\nc\n".getBytes(), "a\nB\nc\nd\n".getBytes()))
                .containsExactly(new Diff.Lines(2, 2), new Diff.Lines(4, 4));
    }

    @Test
    void aDirtyDefaultBranchIsComparedWithItsHead() throws Exception {
        try (GitSandbox sandbox = GitSandbox.in(folder)) {
            String head = sandbox.write("pom.xml", "one").commit("first");
            sandbox.write("pom.xml", "two");

            assertThat(baseCommit(Optional.empty())).contains(head);
        }
    }

    @Test
    void aBranchIsComparedWithWhereItLeftTheDefaultBranch() throws Exception {
        try (GitSandbox sandbox = GitSandbox.in(folder)) {
            String fork = sandbox.write("pom.xml", "one").commit("first");
            sandbox.branch("feature").write("pom.xml", "two").commit("second");

            assertThat(baseCommit(Optional.empty())).contains(fork);
        }
    }

    @Test
    void aCleanDefaultBranchHasNoBaseAndNoGap() throws Exception {
        try (GitSandbox sandbox = GitSandbox.in(folder)) {
            sandbox.write("pom.xml", "one").commit("first");

            assertThat(base(Optional.empty())).isEqualTo(new Base.None(java.util.List.of()));
        }
    }

    @Test
    void anUnbornHeadIsSaid() throws Exception {
        try (GitSandbox sandbox = GitSandbox.in(folder)) {
            sandbox.write("pom.xml", "one");

            assertThat(base(Optional.empty())).isInstanceOfSatisfying(Base.None.class, none -> assertThat(none.gaps())
                    .containsExactly(Gap.of("what changed", "there is no commit yet; the state is judged")));
        }
    }

    @Test
    void aMissingBaseInAShallowCloneSaysHowToFetchIt() throws Exception {
        try (GitSandbox sandbox = GitSandbox.in(folder)) {
            String only = sandbox.write("pom.xml", "one").commit("first");
            Files.writeString(folder.resolve(".git/shallow"), only + "\n");

            assertThatThrownBy(() -> base(Optional.of("deadbeef")))
                    .isInstanceOf(AdvisorException.class)
                    .hasMessageContaining("'deadbeef'")
                    .hasMessageContaining("fetch-depth");
        }
    }

    @Test
    void aLinkedWorktreeIsARepositoryOfItsOwnFolder() throws Exception {
        Path main = folder.resolve("main");
        Path linked = folder.resolve("linked");
        try (GitSandbox sandbox = GitSandbox.in(main)) {
            String first = sandbox.write("pom.xml", "one").commit("first");
            Path admin = Files.createDirectories(main.resolve(".git/worktrees/linked"));
            Files.createDirectories(linked);
            Files.writeString(linked.resolve(".git"), "gitdir: " + admin + "\n");
            Files.writeString(admin.resolve("gitdir"), linked.resolve(".git") + "\n");
            Files.writeString(admin.resolve("commondir"), "../..\n");
            Files.writeString(admin.resolve("HEAD"), first + "\n");
            Files.writeString(linked.resolve("pom.xml"), "two");

            try (GitRepository repository = GitRepository.discover(linked).orElseThrow()) {
                assertThat(repository.root()).isEqualTo(linked.toAbsolutePath());
                assertThat(repository.head()).contains(first);
                assertThat(text(repository.workingDirectory(), "pom.xml")).isEqualTo("two");
            }
        }
    }

    @Test
    void aBareCloneIsOpenedByItsFolderOrByTheOneAround() throws Exception {
        try (GitSandbox sandbox = GitSandbox.in(folder.resolve("origin"))) {
            String first = sandbox.write("pom.xml", "one").commit("first");
            org.eclipse.jgit.api.Git.cloneRepository()
                    .setBare(true)
                    .setURI(folder.resolve("origin").toUri().toString())
                    .setDirectory(folder.resolve("owner+name/repo").toFile())
                    .call()
                    .close();

            try (GitRepository repository =
                    GitRepository.open(folder.resolve("owner+name")).orElseThrow()) {
                assertThat(text(repository.commit(first).orElseThrow(), "pom.xml"))
                        .isEqualTo("one");
                assertThat(repository.hasWorkingDirectory()).isFalse();
            }
        }
    }

    @Test
    void aBrokenConfigIsAMessage() throws Exception {
        try (GitSandbox sandbox = GitSandbox.in(folder)) {
            sandbox.write("pom.xml", "one").commit("first");
            Files.writeString(folder.resolve(".git/config"), "[core\nx");

            assertThatThrownBy(() -> GitRepository.discover(folder))
                    .isInstanceOf(AdvisorException.class)
                    .hasMessageContaining(folder.toString());
        }
    }

    private Optional<String> baseCommit(Optional<String> asked) {
        try (GitRepository repository = GitRepository.discover(folder).orElseThrow()) {
            return Base.of(repository, asked) instanceof Base.Commit commit
                    ? Optional.of(commit.tree().revision().commit())
                    : Optional.empty();
        }
    }

    private Base base(Optional<String> asked) {
        try (GitRepository repository = GitRepository.discover(folder).orElseThrow()) {
            return Base.of(repository, asked);
        }
    }

    private static String text(Tree tree, String path) {
        return new String(tree.read(tree.find(path).orElseThrow()), StandardCharsets.UTF_8);
    }
}
