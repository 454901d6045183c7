package io.github.incidentadvisor.inventory.manifest;

import io.github.incidentadvisor.git.Tree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files of a tree that readers may look at, and how one names another. Safe for many threads. */
final class Files {
    /** A manifest longer than this is somebody's data. */
    static final long LIMIT = 8L << 20;

    /** Other people's files and what tools leave. */
    private static final Set<String> SKIPPED = Set.of("node_modules", ".terraform", ".git", "vendor");

    private final Tree tree;
    private final List<Tree.Entry> entries = new ArrayList<>();
    private final Map<String, List<String>> byFolder = new HashMap<>();

    Files(Tree tree) {
        this(tree, tree.entries());
    }

    /** @param listed those of the tree's files that are looked through; others are found by their path */
    Files(Tree tree, List<Tree.Entry> listed) {
        this.tree = tree;
        for (Tree.Entry entry : listed) {
            if (!isSkipped(entry.path())) {
                entries.add(entry);
                String folder = entry.path().substring(0, entry.path().lastIndexOf('/') + 1);
                byFolder.computeIfAbsent(folder, f -> new ArrayList<>()).add(entry.path());
            }
        }
    }

    static boolean isSkipped(String path) {
        for (String part : path.split("/")) {
            if (SKIPPED.contains(part)) {
                return true;
            }
        }
        return false;
    }

    List<Tree.Entry> entries() {
        return entries;
    }

    /** Paths of the files right in a folder (with its last {@code /}), in order. */
    Collection<String> in(String folder) {
        return byFolder.getOrDefault(folder, List.of());
    }

    /** Paths of the files in a folder (with its last {@code /}) at any depth. */
    Collection<String> under(String folder) {
        return entries.stream()
                .map(Tree.Entry::path)
                .filter(path -> path.startsWith(folder))
                .toList();
    }

    Optional<Source> find(String path) {
        return tree.find(path).filter(entry -> entry.size() <= LIMIT).map(entry -> new Source(this, entry));
    }

    /** The file at a path relative to a folder; none when it leads out of the tree. */
    Optional<Source> find(String folder, String relative) {
        return resolve(folder, relative).flatMap(this::find);
    }

    /** {@code relative} from {@code folder}, without {@code .} and {@code ..}; none when it leads out of the tree. */
    static Optional<String> resolve(String folder, String relative) {
        if (relative.startsWith("/") || relative.contains("\0")) {
            return Optional.empty();
        }
        Deque<String> parts = new ArrayDeque<>();
        for (String part : (folder + relative).split("/")) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return Optional.of(String.join("/", parts));
    }

    byte[] bytes(Tree.Entry entry) {
        return tree.read(entry);
    }

    Source open(Tree.Entry entry) {
        return new Source(this, entry);
    }
}
