package io.github.incidentadvisor.evidence.linkage;

import io.github.incidentadvisor.evidence.linkage.source.SourceFile;
import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.model.Gap;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Java sources of a tree by source root, each read once. Safe for many threads. */
final class ProjectSources {
    private final Tree tree;
    private final Map<String, List<SourceFile>> byRoot = new HashMap<>();
    private final List<Gap> gaps = Collections.synchronizedList(new ArrayList<>());

    ProjectSources(Tree tree) {
        this.tree = tree;
    }

    List<SourceFile> of(List<String> roots) {
        return roots.stream().flatMap(root -> of(root).stream()).toList();
    }

    private synchronized List<SourceFile> of(String root) {
        return byRoot.computeIfAbsent(root, this::read);
    }

    /** Descriptors of modules and packages are left out: the class path is judged, not the module path. */
    private List<SourceFile> read(String root) {
        return tree.entries().stream()
                .filter(entry -> entry.path().startsWith(root + "/")
                        && entry.path().endsWith(".java")
                        && !entry.path().endsWith("/module-info.java")
                        && !entry.path().endsWith("/package-info.java"))
                .map(entry -> source(root, entry))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<SourceFile> source(String root, Tree.Entry entry) {
        try {
            return Optional.of(SourceFile.of(
                    root, entry.path(), entry.id(), new String(tree.read(entry), StandardCharsets.UTF_8)));
        } catch (Tree.TooLarge | UncheckedIOException e) {
            gaps.add(Gap.of(entry.path(), String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    List<Gap> gaps() {
        return List.copyOf(gaps);
    }
}
