package io.github.incidentadvisor.evidence.linkage.runtime;

import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.git.Tree.Entry;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Module;
import io.github.incidentadvisor.model.Place;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The project's own files: whose they are, what kind they are, and their text. Each is read at most once or twice a run. */
final class Project {
    private static final long LIMIT = 2 << 20;
    private static final Pattern CONFIGURATION =
            Pattern.compile("(?:application|bootstrap)(?:-[\\w.-]+)?\\.(?:properties|ya?ml)");
    private static final Pattern BUILT = Pattern.compile("(?:^|/)(?:target|build|node_modules|src/it)/");

    private final Tree tree;
    private final Gaps gaps;
    private final Map<String, Optional<Module>> byFolder = new HashMap<>();
    private final List<String> sourceRoots = new ArrayList<>();
    private final List<String> resourceRoots = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> ownClasses = new HashSet<>();
    private final Set<String> ownResources = new HashSet<>();
    private List<JavaFile> sources;

    Project(Tree tree, Inventory inventory, Gaps gaps) {
        this.tree = tree;
        this.gaps = gaps;
        for (Module module : inventory.modules()) {
            byFolder.put(folder(module.file()), Optional.of(module));
            module.sources().main().forEach(root -> sourceRoots.add(root + "/"));
            module.sources().test().forEach(root -> sourceRoots.add(root + "/"));
            module.sources().resources().forEach(root -> resourceRoots.add(root + "/"));
        }
        for (Entry entry : tree.entries()) {
            String path = entry.path();
            if (BUILT.matcher(path).find()) {
                continue;
            }
            entries.add(entry);
            // A POM that the inventory does not have begins a project of its own.
            if (path.equals("pom.xml") || path.endsWith("/pom.xml")) {
                byFolder.putIfAbsent(folder(path), Optional.empty());
            }
            resourcePath(path).ifPresent(ownResources::add);
            if (path.endsWith(".java") || path.endsWith(".kt") || path.endsWith(".groovy") || path.endsWith(".scala")) {
                below(path, sourceRoots)
                        .or(() -> Optional.of(path.replaceFirst("^.*/(?:java|kotlin|groovy|scala)/", "")))
                        .ifPresent(name -> ownClasses.add(name.substring(0, name.lastIndexOf('.'))));
            }
        }
    }

    /** {@code a/b/} of {@code a/b/c}; empty at the root. */
    static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The module with the nearest POM above. */
    Optional<Module> owner(String path) {
        String folder = folder(path);
        while (true) {
            Optional<Module> owner = byFolder.get(folder);
            if (owner != null) {
                return owner;
            }
            if (folder.isEmpty()) {
                return Optional.empty();
            }
            folder = folder(folder.substring(0, folder.length() - 1));
        }
    }

    /** What the class path calls a file below a resource folder. */
    Optional<String> resourcePath(String path) {
        return below(path, resourceRoots);
    }

    private static Optional<String> below(String path, Collection<String> roots) {
        return roots.stream()
                .filter(path::startsWith)
                .map(root -> path.substring(root.length()))
                .min(java.util.Comparator.comparingInt(String::length));
    }

    /** Whether a source of the project is named for this class or for the one that it is nested in. */
    boolean ownsClass(String binaryName) {
        String outer = binaryName.replaceFirst("\\$.*", "");
        return ownClasses.contains(outer.replace('.', '/'));
    }

    boolean ownsResource(String classPathName) {
        return ownResources.contains(classPathName);
    }

    /** Spring's configuration files by their names, wherever in a module they stand. */
    List<Entry> configuration() {
        return files(Project::isConfiguration);
    }

    static boolean isConfiguration(String path) {
        return CONFIGURATION.matcher(fileName(path)).matches();
    }

    /** Files of the project that {@code named} picks by path. */
    List<Entry> files(Predicate<String> named) {
        return entries.stream()
                .filter(entry -> named.test(entry.path()))
                .filter(entry -> owner(entry.path()).isPresent())
                .toList();
    }

    /** POMs that belong to the project's build. */
    List<Entry> poms() {
        return files(path -> fileName(path).equals("pom.xml"));
    }

    /** Files that go onto the class path or into the web application. */
    List<Entry> deployed(Predicate<String> named) {
        return files(path -> named.test(path) && (resourcePath(path).isPresent() || path.contains("src/main/webapp/")));
    }

    /** The text; a file that is too long is a gap. */
    Optional<String> text(Entry entry) {
        if (entry.size() > LIMIT) {
            gaps.add(entry.path(), "it is longer than " + (LIMIT >> 20) + " MiB and was not read", Place.NONE);
            return Optional.empty();
        }
        try {
            return Optional.of(new String(tree.read(entry), StandardCharsets.UTF_8));
        } catch (UncheckedIOException | Tree.TooLarge e) {
            gaps.add(entry.path(), String.valueOf(e.getMessage()), Place.NONE);
            return Optional.empty();
        }
    }

    /** What its Java sources say in strings. */
    synchronized List<JavaFile> sources() {
        if (sources == null) {
            sources = files(path ->
                            path.endsWith(".java") && below(path, sourceRoots).isPresent())
                    .parallelStream()
                    .flatMap(entry -> text(entry).map(text -> JavaFile.of(entry.path(), text)).stream())
                    .toList();
        }
        return sources;
    }
}
