package io.github.incidentadvisor;

import io.github.incidentadvisor.git.Base;
import io.github.incidentadvisor.git.FolderTree;
import io.github.incidentadvisor.git.GitRepository;
import io.github.incidentadvisor.git.Tree;
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
 * @param root the folder that paths are relative to
 */
record Comparison(Path root, Mode mode, Optional<Tree> base, Tree head, List<Gap> gaps) {
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
        Tree head = repository.hasWorkingDirectory()
                ? repository.workingDirectory()
                : repository
                        .commit("HEAD")
                        .orElseThrow(() -> new io.github.incidentadvisor.model.AdvisorException(
                                repository.root() + " has no commit yet; there is nothing to look at."));
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

    Revision baseRevision() {
        return base.map(Tree::revision).orElse(Revision.NONE);
    }
}
