package io.github.incidentadvisor.git;

import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.model.Report.Revision;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;

/**
 * A git repository on disk, read and never written. Reads no configuration but the repository's own, and runs nothing that it
 * names. Close it when done; trees that it gave are unusable afterwards.
 */
public final class GitRepository implements AutoCloseable {
    private final Repository git;

    private GitRepository(Repository git) {
        this.git = git;
    }

    /**
     * The repository that {@code where} is in: its folder or any folder above has a {@code .git} folder or file (linked
     * worktrees and submodules have files).
     */
    public static Optional<GitRepository> discover(Path where) {
        IsolatedConfig.install();
        RepositoryBuilder builder = new RepositoryBuilder().setMustExist(true);
        builder.findGitDir(where.toAbsolutePath().toFile());
        if (builder.getGitDir() == null) {
            return Optional.empty();
        }
        return build(builder, where);
    }

    /**
     * The repository of a clone: an ordinary one, a bare one, or a folder that holds one of these as {@code repo}.
     */
    public static Optional<GitRepository> open(Path clone) {
        IsolatedConfig.install();
        for (Path candidate :
                List.of(clone.resolve(".git"), clone, clone.resolve("repo/.git"), clone.resolve("repo"))) {
            if (Files.isRegularFile(candidate.resolve("HEAD")) && Files.isDirectory(candidate.resolve("objects"))) {
                RepositoryBuilder builder = new RepositoryBuilder().setMustExist(true);
                builder.setGitDir(candidate.toFile());
                return build(builder, clone);
            }
        }
        return Optional.empty();
    }

    private static Optional<GitRepository> build(RepositoryBuilder builder, Path where) {
        try {
            return Optional.of(new GitRepository(builder.build()));
        } catch (RepositoryNotFoundException e) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            String reason =
                    e.getCause() instanceof ConfigInvalidException ? "its config is not readable" : e.getMessage();
            throw new AdvisorException(
                    where + ": this looks like a git repository but cannot be opened: " + reason
                            + ". Try 'git status'.",
                    e);
        }
    }

    /** The folder that paths are relative to; the git folder itself when the repository is bare. */
    public Path root() {
        File folder = git.isBare() ? git.getDirectory() : git.getWorkTree();
        return folder.toPath().toAbsolutePath().normalize();
    }

    /** Whether history ends early, so that bases and merge bases may be missing. */
    public boolean isShallow() {
        return Files.exists(git.getDirectory().toPath().resolve("shallow"))
                || Files.exists(git.getCommonDirectory().toPath().resolve("shallow"));
    }

    /** Whether there is a working directory. */
    public boolean hasWorkingDirectory() {
        return !git.isBare();
    }

    /** The files of a commit, named in any way that git understands; empty when there is no such commit here. */
    public Optional<Tree> commit(String revision) {
        try (RevWalk walk = new RevWalk(git)) {
            return parse(walk, revision).map(commit -> new CommitTree(git, commit, revision));
        }
    }

    /** Names of all tags, sorted, without {@code refs/tags/}. */
    public List<String> tags() {
        try {
            return git.getRefDatabase().getRefsByPrefix(Constants.R_TAGS).stream()
                    .map(ref -> ref.getName().substring(Constants.R_TAGS.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unchecked("cannot list the tags", e);
        }
    }

    /** The commit that HEAD is at; empty before the first commit. */
    public Optional<String> head() {
        try (RevWalk walk = new RevWalk(git)) {
            return parse(walk, Constants.HEAD).map(RevCommit::name);
        }
    }

    /** The working directory: tracked and untracked files, without ignored ones. */
    public Tree workingDirectory() {
        return new WorkTree(git, head().orElse(""));
    }

    /**
     * The newest commit of the default branch: what {@code origin/HEAD} names, of a bare repository what HEAD does, else main or
     * master, else whatever is checked out. Empty when there is no commit.
     */
    public Optional<Tree> defaultTree() {
        try {
            Optional<String> origin = Optional.ofNullable(git.exactRef("refs/remotes/origin/HEAD"))
                    .filter(Ref::isSymbolic)
                    .map(ref -> ref.getTarget().getName());
            List<String> names = new ArrayList<>();
            origin.ifPresent(names::add);
            if (git.isBare()) {
                names.add(Constants.HEAD);
            }
            defaultBranch().ifPresent(names::add);
            names.add(Constants.HEAD);
            return names.stream().flatMap(name -> commit(name).stream()).findFirst();
        } catch (IOException e) {
            throw unchecked("cannot read the branches", e);
        }
    }

    /** Where the base is looked for when nobody names one: {@code origin/HEAD}'s target, else main, else master. */
    Optional<String> defaultBranch() throws IOException {
        Ref origin = git.exactRef("refs/remotes/origin/HEAD");
        if (origin != null
                && origin.isSymbolic()
                && git.exactRef(origin.getTarget().getName()) != null) {
            return Optional.of(origin.getTarget().getName());
        }
        for (String name : List.of(
                "refs/remotes/origin/main", "refs/heads/main", "refs/remotes/origin/master", "refs/heads/master")) {
            if (git.exactRef(name) != null) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /** The full name of the branch that is checked out; a hash when detached. */
    String branch() throws IOException {
        String branch = git.getFullBranch();
        return branch == null ? "" : branch;
    }

    Optional<String> mergeBase(String one, String other) throws IOException {
        try (RevWalk walk = new RevWalk(git)) {
            Optional<RevCommit> a = parse(walk, one);
            Optional<RevCommit> b = parse(walk, other);
            if (a.isEmpty() || b.isEmpty()) {
                return Optional.empty();
            }
            walk.setRevFilter(RevFilter.MERGE_BASE);
            walk.markStart(a.get());
            walk.markStart(b.get());
            RevCommit base = walk.next();
            return Optional.ofNullable(base).map(RevCommit::name);
        }
    }

    private Optional<RevCommit> parse(RevWalk walk, String revision) {
        try {
            ObjectId id = git.resolve(revision + "^{commit}");
            return id == null ? Optional.empty() : Optional.of(walk.parseCommit(id));
        } catch (IOException | RuntimeException e) {
            // An odd name, or an object that a shallow or partial clone lacks: there is no such commit here.
            return Optional.empty();
        }
    }

    Repository jgit() {
        return git;
    }

    /** A revision by its hash, as reports show it. */
    static Revision revision(String ref, String commit, boolean dirty) {
        return new Revision(ref, commit, dirty);
    }

    @Override
    public void close() {
        git.close();
    }

    static UncheckedIOException unchecked(String what, IOException e) {
        return new UncheckedIOException(what + ": " + e.getMessage(), e);
    }
}
