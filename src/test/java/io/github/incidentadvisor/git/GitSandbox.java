package io.github.incidentadvisor.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;

/** A real repository in a temporary folder. */
public final class GitSandbox implements AutoCloseable {
    private final Path root;
    private final Git git;

    private GitSandbox(Path root, Git git) {
        this.root = root;
        this.git = git;
    }

    public static GitSandbox in(Path root) throws GitAPIException {
        IsolatedConfig.install();
        return new GitSandbox(
                root,
                Git.init().setDirectory(root.toFile()).setInitialBranch("main").call());
    }

    public GitSandbox write(String path, String content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public GitSandbox delete(String path) throws IOException {
        Files.delete(root.resolve(path));
        return this;
    }

    public String commit(String message) throws GitAPIException {
        git.add().addFilepattern(".").call();
        git.add().addFilepattern(".").setUpdate(true).call();
        PersonIdent who = new PersonIdent(
                "A", "a@example.org", java.time.Instant.ofEpochSecond(1_700_000_000L), java.time.ZoneOffset.UTC);
        RevCommit commit = git.commit()
                .setMessage(message)
                .setAuthor(who)
                .setCommitter(who)
                .setSign(false)
                .call();
        return commit.name();
    }

    public GitSandbox branch(String name) throws GitAPIException {
        git.checkout().setCreateBranch(true).setName(name).call();
        return this;
    }

    public Git git() {
        return git;
    }

    public Path root() {
        return root;
    }

    @Override
    public void close() {
        git.close();
    }
}
