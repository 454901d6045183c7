package io.github.incidentadvisor.action.whole;

import io.github.incidentadvisor.action.hub.GitHubServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The repository on GitHub's side: a default branch, branches of pull requests, and their merges as GitHub makes them. */
final class Origin {
    private final Path folder;

    Origin(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        Shell.git(folder, "init", "-q", "-b", "main");
        Shell.git(folder, "config", "uploadpack.allowAnySHA1InWant", "true");
    }

    Origin file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    Origin file(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        return this;
    }

    Origin replace(String name, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(name));
        if (!text.contains(from)) {
            throw new AssertionError(from + " is not in " + name);
        }
        return file(name, text.replace(from, to));
    }

    /** The new commit's hash. */
    String commit(String message) {
        Shell.git(folder, "add", "-A");
        Shell.git(folder, "commit", "-q", "-m", message);
        return Shell.git(folder, "rev-parse", "HEAD");
    }

    Origin branch(String name) {
        Shell.git(folder, "checkout", "-q", "-B", name);
        return this;
    }

    /** Makes what GitHub calls the merge ref of a pull request, and gives its hash. */
    String merge(int number, String branch) {
        Shell.git(folder, "checkout", "-q", "--detach", "main");
        Shell.git(folder, "merge", "-q", "--no-ff", "-m", "Merge " + branch + " into main", branch);
        String merge = Shell.git(folder, "rev-parse", "HEAD");
        Shell.git(folder, "update-ref", "refs/pull/" + number + "/merge", merge);
        Shell.git(folder, "checkout", "-q", branch);
        return merge;
    }

    /** Shows the branch that is checked out to a GitHub, under git's own ids. */
    void pushTo(GitHubServer hub, String branch) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (String path :
                Shell.git(folder, "ls-tree", "-r", "--name-only", "HEAD").split("\n")) {
            files.put(path, Files.readAllBytes(folder.resolve(path)));
        }
        hub.mirrors(branch, head(), Shell.git(folder, "rev-parse", "HEAD^{tree}"), files);
    }

    String head() {
        return Shell.git(folder, "rev-parse", "HEAD");
    }

    String main() {
        return Shell.git(folder, "rev-parse", "main");
    }

    /** What actions/checkout does: a fresh repository, one ref fetched so deep, a detached head. */
    Path checkedOut(Path workspace, String commit, int depth) throws IOException {
        Files.createDirectories(workspace);
        Shell.git(workspace, "init", "-q", "-b", "main");
        Shell.git(workspace, "remote", "add", "origin", folder.toUri().toString());
        Shell.git(
                workspace,
                "fetch",
                "-q",
                "--no-tags",
                "--depth=" + depth,
                "origin",
                "+" + commit + ":refs/remotes/pull/7/merge");
        Shell.git(workspace, "checkout", "-q", "--detach", commit);
        return workspace;
    }
}
