package io.github.incidentadvisor;

import io.github.incidentadvisor.git.Base;
import io.github.incidentadvisor.git.FolderTree;
import io.github.incidentadvisor.git.GitRepository;
import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Report.Mode;
import io.github.incidentadvisor.model.Report.Revision;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The trees of a run: what is looked at, and what it is compared with.
 *
 * @param root the folder that paths are relative to; of somebody else's clone an empty one, since nothing of it lies on the disk
 * @param purpose what the run is for
 * @param foreign where somebody else's repository is, if it is one
 */
record Comparison(
        Path root, Mode mode, Optional<Tree> base, Tree head, List<Gap> gaps, Purpose purpose, Optional<Path> foreign) {
    /** What a run is for. */
    enum Purpose {
        /** To judge a change, or what there is. */
        CHECK,
        /** To find the migrations of the present project, and what each of them breaks. */
        SCAN,
        /** To find the migrations of one of many. */
        SCAN_OF_MANY
    }

    /** One to check. */
    Comparison(Path root, Mode mode, Optional<Tree> base, Tree head, List<Gap> gaps) {
        this(root, mode, base, head, gaps, Purpose.CHECK, Optional.empty());
    }

    /** The state of the project that {@code where} is in. */
    static Comparison state(Path where, Optional<GitRepository> git) {
        Tree head = git.map(Comparison::head).orElseGet(() -> FolderTree.of(where));
        Path root = git.map(GitRepository::root).orElse(where);
        return new Comparison(root, Mode.STATE, Optional.empty(), head, List.of(), Purpose.SCAN, Optional.empty());
    }

    /**
     * The state of a clone.
     *
     * @param empty a folder that holds nothing
     */
    static Comparison of(Tree tree, Path clone, Path empty) {
        return new Comparison(
                empty, Mode.STATE, Optional.empty(), tree, List.of(), Purpose.SCAN_OF_MANY, Optional.of(clone));
    }

    /** The repository that the head is of, if it is of any; to be closed. */
    Optional<GitRepository> repository() {
        return foreign.isPresent() ? GitRepository.open(foreign.get()) : GitRepository.discover(root);
    }

    /**
     * @param where any folder of the project
     * @param asked the base that the user named
     * @param whatIf the head is compared with itself
     */
    static Comparison of(Path where, Optional<GitRepository> git, Optional<String> asked, boolean whatIf) {
        List<Gap> gaps = new ArrayList<>();
        if (git.isEmpty()) {
            gaps.add(Gap.of("what changed", "no git repository here; the state is judged"));
            Tree head = FolderTree.of(where);
            return new Comparison(where, whatIf ? Mode.WHAT_IF : Mode.STATE, Optional.empty(), head, gaps);
        }
        GitRepository repository = git.get();
        Tree head = head(repository);
        if (whatIf) {
            return new Comparison(repository.root(), Mode.WHAT_IF, Optional.empty(), head, gaps);
        }
        Base base = Base.of(repository, asked);
        if (base instanceof Base.Commit commit) {
            return new Comparison(repository.root(), Mode.CHANGE, Optional.of(commit.tree()), head, gaps);
        }
        gaps.addAll(((Base.None) base).gaps());
        return new Comparison(repository.root(), Mode.STATE, Optional.empty(), head, gaps);
    }

    private static Tree head(GitRepository repository) {
        return repository.hasWorkingDirectory()
                ? repository.workingDirectory()
                : repository
                        .commit("HEAD")
                        .orElseThrow(() -> new AdvisorException(
                                repository.root() + " has no commit yet; there is nothing to look at."));
    }

    Revision baseRevision() {
        return base.map(Tree::revision).orElse(Revision.NONE);
    }
}
