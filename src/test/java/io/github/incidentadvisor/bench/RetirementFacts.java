package io.github.incidentadvisor.bench;

import io.github.incidentadvisor.evidence.retirement.FactSources;
import io.github.incidentadvisor.git.Tree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Where the bundled retirement facts and the clones of their public sources differ: {@code CLONES}. */
public final class RetirementFacts {
    private RetirementFacts() {}

    public static void main(String[] args) {
        if (args.length != 1) {
            throw new IllegalArgumentException("needs a folder of clones, each called owner+name");
        }
        Clones clones = new Clones(Path.of(args[0]));
        FactSources.compare((repository, path) -> text(clones, repository, path))
                .forEach(System.out::println);
    }

    private static Optional<String> text(Clones clones, String repository, String path) {
        try {
            Tree tree = clones.at(repository, "HEAD");
            return tree.find(path).map(entry -> new String(tree.read(entry), StandardCharsets.UTF_8));
        } catch (IllegalStateException e) {
            // No clone of it: the comparison says so.
            return Optional.empty();
        }
    }
}
