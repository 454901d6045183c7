package io.github.incidentadvisor.migration;

import io.github.incidentadvisor.git.GitRepository;
import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.model.AdvisorException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Where the edits go. */
public enum Apply {
    /** Nowhere: the difference is shown. */
    NOWHERE {
        @Override
        public Begun write(Plan plan, Begun begun, Where where) {
            return begun;
        }
    },
    /** Into the files of the working directory; refused for those with changes that are not committed. */
    WORKTREE {
        @Override
        public Begun write(Plan plan, Begun begun, Where where) {
            WorkingFiles.write(where.root(), plan, where.git().flatMap(git -> git.commit("HEAD")));
            return begun;
        }
    },
    /** Onto a branch of their own, one commit above HEAD; nothing that is checked out is touched. */
    BRANCH {
        @Override
        public Tree tree(Where where) {
            return where.git()
                    .flatMap(git -> git.commit("HEAD"))
                    .orElseThrow(() -> new AdvisorException(where.root()
                            + " is no git repository with a commit; there is nothing that a branch could start from."));
        }

        @Override
        public Begun write(Plan plan, Begun begun, Where where) {
            return plan.isEmpty()
                    ? begun
                    : begun.at(MigrationBranch.commit(
                            where.root(),
                            begun.migration().id(),
                            new MigrationBranch.Content(
                                    plan.changed(), begun.message(), where.environment(), where.now())));
        }
    };

    /**
     * A project on disk.
     *
     * @param root the folder that paths are relative to
     * @param folder its files outside git
     * @param environment may say who the user is to git
     */
    public record Where(
            Path root, Optional<GitRepository> git, Tree folder, Map<String, String> environment, Instant now) {
        public Where {
            environment = Map.copyOf(environment);
        }
    }

    /** What the edits are made for. */
    public Tree tree(Where where) {
        return where.folder();
    }

    /**
     * Writes them, all or none.
     *
     * @throws AdvisorException when that would lose somebody's work; nothing is touched then
     */
    public abstract Begun write(Plan plan, Begun begun, Where where);

    /**
     * By its name.
     *
     * @param text empty for {@link #NOWHERE}
     */
    public static Apply of(String text) {
        return switch (text.strip()) {
            case "" -> NOWHERE;
            case "worktree" -> WORKTREE;
            case "branch" -> BRANCH;
            default ->
                throw new AdvisorException(
                        "apply is '" + text + "'; it must be worktree, branch, or absent to see the difference only.");
        };
    }
}
