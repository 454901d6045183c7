package io.github.incidentadvisor.inventory.maven;

import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Place;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.maven.model.Model;
import org.apache.maven.model.Profile;
import org.apache.maven.model.io.DefaultModelReader;
import org.apache.maven.model.io.ModelParseException;
import org.apache.maven.model.io.ModelReader;

/** The POMs of a tree that belong together, each parsed once, without anything resolved. */
final class TreePoms {
    private static final long LIMIT = 4L << 20;

    private final Tree tree;
    private final Map<String, TreePom> byPath = new LinkedHashMap<>();
    private final Map<String, TreePom> byCoordinates = new HashMap<>();
    private final List<String> roots;
    private final List<Gap> gaps = new ArrayList<>();
    private final Set<String> broken = new LinkedHashSet<>();
    private final Map<String, Map<String, String>> rawVersions = new ConcurrentHashMap<>();

    TreePoms(Tree tree) {
        this.tree = tree;
        roots = roots(tree);
        Deque<String> queue = new ArrayDeque<>(roots);
        while (!queue.isEmpty()) {
            String path = queue.poll();
            if (byPath.containsKey(path) || broken.contains(path)) {
                continue;
            }
            parse(path).ifPresent(pom -> {
                byPath.put(path, pom);
                byCoordinates.putIfAbsent(pom.ga(), pom);
                pom.allModules().forEach(module -> enqueue(pom, module, queue));
            });
        }
        sayWhatNobodyLists();
    }

    /** What many modules share of a parent is worked out once. */
    Map<String, String> rawVersions(String ancestor, Supplier<Map<String, String>> work) {
        return rawVersions.computeIfAbsent(ancestor, key -> work.get());
    }

    private void enqueue(TreePom pom, String module, Deque<String> queue) {
        Optional<String> path = pom.related(module);
        if (path.isPresent() && tree.find(path.get()).isPresent()) {
            queue.add(path.get());
        } else {
            gaps.add(new Gap(
                    pom.path(),
                    "module '" + module + "' has no POM in this tree; fix or remove the <module>",
                    pom.placeOfModule(module)));
        }
    }

    private static List<String> roots(Tree tree) {
        if (tree.find("pom.xml").isPresent()) {
            return List.of("pom.xml");
        }
        List<String> tops = new ArrayList<>();
        for (Tree.Entry entry : tree.entries()) {
            if (isPom(entry.path())
                    && !isFixture(entry.path())
                    && tops.stream().noneMatch(top -> entry.path().startsWith(folder(top)))) {
                tops.add(entry.path());
            }
        }
        return tops;
    }

    private static boolean isPom(String path) {
        return path.equals("pom.xml") || path.endsWith("/pom.xml");
    }

    private static boolean isFixture(String path) {
        return path.contains("src/it/") || path.contains("src/test/") || path.contains("archetype-resources/");
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private void sayWhatNobodyLists() {
        List<String> lost = tree.entries().stream()
                .map(Tree.Entry::path)
                .filter(path -> isPom(path) && !isFixture(path) && !byPath.containsKey(path) && !broken.contains(path))
                .toList();
        if (!lost.isEmpty()) {
            String some = String.join(", ", lost.subList(0, Math.min(3, lost.size())));
            gaps.add(Gap.of(
                    lost.size() == 1 ? lost.get(0) : lost.size() + " POMs",
                    "no module list leads there" + (lost.size() == 1 ? "" : " (" + some + " …)") + "; not resolved"));
        }
    }

    private Optional<TreePom> parse(String path) {
        Tree.Entry entry = tree.find(path).orElseThrow();
        try {
            if (entry.size() > LIMIT) {
                throw new IOException("it has " + (entry.size() >> 20) + " MiB; no POM over 4 MiB is read");
            }
            byte[] content = tree.read(entry);
            Model model = new DefaultModelReader()
                    .read(
                            new ByteArrayInputStream(content),
                            Map.of(ModelReader.IS_STRICT, false, ModelReader.INPUT_SOURCE, TreePom.source(path)));
            return Optional.of(new TreePom(this, path, content, model));
        } catch (ModelParseException e) {
            refuse(path, e.getLineNumber(), "is no POM that Maven can read: " + firstLine(e.getMessage()));
        } catch (IOException | UncheckedIOException | Tree.TooLarge e) {
            refuse(path, 0, "cannot be read: " + firstLine(e.getMessage()));
        } catch (RuntimeException e) {
            refuse(path, 0, "is no POM that Maven can read: " + firstLine(String.valueOf(e.getMessage())));
        }
        return Optional.empty();
    }

    private void refuse(String path, int line, String reason) {
        broken.add(path);
        gaps.add(new Gap(
                path, reason + ". This module is left out; the others are not.", new Place(path, Math.max(1, line))));
    }

    static String firstLine(String message) {
        String line = message == null ? "" : message.strip().lines().findFirst().orElse("");
        return line.length() > 300 ? line.substring(0, 300) + "…" : line;
    }

    Tree tree() {
        return tree;
    }

    List<String> roots() {
        return roots;
    }

    Optional<TreePom> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /**
     * The module of these coordinates: when its version is an expression, that counts as the same version.
     */
    Optional<TreePom> of(String group, String artifact, String version) {
        return Optional.ofNullable(byCoordinates.get(group + ":" + artifact))
                .filter(pom -> pom.version().contains("${") || pom.version().equals(version));
    }

    /** All of them by path. */
    Map<String, TreePom> all() {
        return new TreeMap<>(byPath);
    }

    List<Gap> gaps() {
        return gaps;
    }

    static List<Profile> profiles(Model model) {
        return model.getProfiles() == null ? List.of() : model.getProfiles();
    }
}
