package io.github.incidentadvisor.git;

import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.model.Gap;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What the head is compared with. */
public sealed interface Base {
    /** A commit. */
    record Commit(Tree tree) implements Base {}

    /**
     * Nothing: the state is judged.
     *
     * @param gaps why nothing, where that is not simply how things are
     */
    record None(List<Gap> gaps) implements Base {
        public None {
            gaps = List.copyOf(gaps);
        }
    }

    /**
     * The base of the working directory of {@code repository}: what was asked for; else HEAD if something differs from it on
     * the default branch; else the merge base with the default branch; else none.
     *
     * @throws AdvisorException when the commit that was asked for is not here
     */
    static Base of(GitRepository repository, Optional<String> asked) {
        try {
            return asked.isPresent() ? asked(repository, asked.get()) : found(repository);
        } catch (IOException e) {
            throw GitRepository.unchecked("cannot look for the base", e);
        }
    }

    private static Base asked(GitRepository repository, String revision) throws IOException {
        Optional<Tree> tree = repository.commit(revision);
        if (tree.isPresent()) {
            return new Commit(tree.get());
        }
        String remedy = repository.isShallow()
                ? "This clone is shallow: fetch it (git fetch --unshallow; with actions/checkout set fetch-depth: 0, or 2 for"
                        + " the first parent of a merge)."
                : "Name a commit, branch or tag that 'git rev-parse' knows.";
        throw new AdvisorException(
                "There is no commit '" + revision + "' to compare with in " + repository.root() + ". " + remedy);
    }

    private static Base found(GitRepository repository) throws IOException {
        Optional<String> head = repository.head();
        if (head.isEmpty()) {
            return new None(List.of(Gap.of("what changed", "there is no commit yet; the state is judged")));
        }
        Optional<String> trunk = repository.defaultBranch();
        if (trunk.isEmpty()) {
            return new None(List.of(Gap.of(
                    "what changed",
                    "no default branch (origin/HEAD, main, master) to compare with; "
                            + (repository.isShallow()
                                    ? "this clone is shallow: with actions/checkout set fetch-depth: 2 for a pull request,"
                                            + " else 0; the state is judged"
                                    : "name one with -Dincident-advisor.base=COMMIT"))));
        }
        Optional<String> mergeBase = repository.mergeBase(head.get(), trunk.get());
        if (mergeBase.isEmpty()) {
            String why = repository.isShallow()
                    ? "this clone is shallow and has no merge base with " + trunk.get()
                            + "; fetch more (git fetch --unshallow, or fetch-depth: 0), or name a base"
                    : "HEAD and " + trunk.get() + " have no commit in common; name a base";
            return new None(List.of(Gap.of("what changed", why)));
        }
        if (!mergeBase.equals(head)) {
            return new Commit(repository.commit(mergeBase.get()).orElseThrow());
        }
        boolean dirty = repository.hasWorkingDirectory()
                && repository.workingDirectory().revision().dirty();
        return dirty ? new Commit(repository.commit("HEAD").orElseThrow()) : new None(List.of());
    }
}
