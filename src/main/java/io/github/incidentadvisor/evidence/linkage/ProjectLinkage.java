package io.github.incidentadvisor.evidence.linkage;

import io.github.incidentadvisor.evidence.Linkage;
import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.inventory.Artifacts;
import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Module;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Reference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The project's sources against the class paths of its modules before and after. */
public final class ProjectLinkage implements Linkage {
    private final Tree tree;
    private final Inventory base;
    private final Inventory head;
    private final Artifacts artifacts;
    private final Jars jars = new Jars();
    private final Map<String, List<SourceFile>> sources = new HashMap<>();
    private final List<Gap> gaps = new ArrayList<>();

    /**
     * @param tree the state whose sources are judged
     * @param base what it depended on
     * @param head what it depends on now
     */
    public ProjectLinkage(Tree tree, Inventory base, Inventory head, Artifacts artifacts) {
        this.tree = tree;
        this.base = base;
        this.head = head;
        this.artifacts = artifacts;
    }

    @Override
    public Answer compare() {
        List<Compared> compared = compared();
        if (compared.isEmpty()) {
            return new Answer(List.of(), List.of());
        }
        var compiler = Attribution.compiler();
        if (compiler.isEmpty()) {
            return new Answer(
                    List.of(),
                    List.of(Gap.of(
                            "your sources against the new versions", "this Java has no compiler; run with a JDK")));
        }
        Set<Coordinates> wanted = new LinkedHashSet<>();
        compared.forEach(one -> {
            wanted.addAll(one.before());
            wanted.addAll(one.after());
        });
        Map<Coordinates, Path> files = artifacts.files(wanted);
        SourceProbe probe = new SourceProbe(compiler.get(), jars);
        List<Break> breaks = compared.parallelStream()
                .flatMap(one -> breaks(one, files, probe).stream())
                .sorted(Comparator.comparing(Break::place)
                        .thenComparing(one -> one.reference().text()))
                .toList();
        gaps.addAll(artifacts.gaps());
        jars.unreadable()
                .forEach((jar, reason) ->
                        gaps.add(Gap.of(jar.getFileName().toString(), "it cannot be read as a jar: " + reason)));
        return new Answer(distinct(breaks), gaps.stream().distinct().sorted().toList());
    }

    /** Class paths of a module that differ. */
    private record Compared(Module module, boolean test, List<Coordinates> before, List<Coordinates> after) {}

    private List<Compared> compared() {
        ClassPaths old = new ClassPaths(base);
        ClassPaths now = new ClassPaths(head);
        List<Compared> compared = new ArrayList<>();
        for (Module module : head.modules()) {
            if (module.sources().main().isEmpty() || base.incomplete().contains(module.file())) {
                continue;
            }
            for (boolean test : new boolean[] {false, true}) {
                List<Coordinates> before = old.of(module.file(), test);
                List<Coordinates> after = now.of(module.file(), test);
                if (!before.equals(after) && isInBase(module)) {
                    compared.add(new Compared(module, test, before, after));
                }
            }
        }
        return compared;
    }

    private boolean isInBase(Module module) {
        return base.modules().stream().anyMatch(old -> old.file().equals(module.file()));
    }

    private List<Break> breaks(Compared compared, Map<Coordinates, Path> files, SourceProbe probe) {
        List<Path> before = paths(compared.before(), files);
        List<Path> after = paths(compared.after(), files);
        Module module = compared.module();
        List<SourceFile> own = sources(
                compared.test() ? module.sources().test() : module.sources().main());
        List<SourceFile> units = touched(own, before, after);
        if (units.isEmpty()) {
            return List.of();
        }
        Compilation compilation = new Compilation(
                module.file(),
                compared.test(),
                units,
                support(compared, own, units),
                module.sources().release(),
                before,
                after);
        SourceProbe.Outcome outcome = probe.probe(compilation);
        synchronized (gaps) {
            gaps.addAll(outcome.gaps());
        }
        Map<Path, Coordinates> givers = new HashMap<>();
        files.forEach((coordinates, path) -> givers.putIfAbsent(path, coordinates));
        List<Break> breaks = new ArrayList<>();
        outcome.references().forEach((complaint, references) -> {
            List<Reference> all = references.isEmpty() ? List.of(Reference.NONE) : references;
            all.forEach(reference -> breaks.add(new Break(
                    module.file(),
                    Effect.DOES_NOT_COMPILE,
                    new Place(complaint.file(), (int) Math.max(1, complaint.line())),
                    reference,
                    jars.of(reference.owner(), before).map(givers::get),
                    words(complaint),
                    "",
                    false)));
        });
        return breaks;
    }

    private static String words(Complaint complaint) {
        List<String> lines = complaint
                .message()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return String.join("; ", lines.subList(0, Math.min(3, lines.size())));
    }

    private List<Path> paths(List<Coordinates> coordinates, Map<Coordinates, Path> files) {
        return coordinates.stream()
                .map(files::get)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    /**
     * The sources that can be touched: those that have the name of a class that differs or is gone, those that have the name of
     * such a source's type, and all of them when they are few.
     */
    private List<SourceFile> touched(List<SourceFile> own, List<Path> before, List<Path> after) {
        Map<String, Long> old = jars.all(before);
        Map<String, Long> now = jars.all(after);
        Set<String> names = new HashSet<>();
        old.forEach((name, checksum) -> {
            if (!checksum.equals(now.get(name))) {
                names.add(Jars.simpleName(name));
            }
        });
        if (names.isEmpty()) {
            return List.of();
        }
        Map<SourceFile, Set<String>> words = new LinkedHashMap<>();
        own.forEach(source -> words.put(source, source.words()));
        Set<SourceFile> touched = new LinkedHashSet<>();
        words.forEach((source, used) -> {
            if (used.stream().anyMatch(names::contains)) {
                touched.add(source);
            }
        });
        Set<String> types = new HashSet<>();
        touched.forEach(source -> types.add(source.simpleName()));
        return own.stream()
                .filter(source ->
                        touched.contains(source) || words.get(source).stream().anyMatch(types::contains))
                .toList();
    }

    private List<SourceFile> support(Compared compared, List<SourceFile> own, List<SourceFile> units) {
        Set<SourceFile> support = new LinkedHashSet<>(own);
        units.forEach(support::remove);
        if (compared.test()) {
            support.addAll(sources(compared.module().sources().main()));
        }
        new ClassPaths(head).siblings(compared.module().file(), compared.test()).forEach((sibling, tests) -> {
            support.addAll(sources(sibling.sources().main()));
            if (tests) {
                support.addAll(sources(sibling.sources().test()));
            }
        });
        return List.copyOf(support);
    }

    private List<SourceFile> sources(List<String> roots) {
        return roots.stream().flatMap(root -> sources(root).stream()).toList();
    }

    private List<SourceFile> sources(String root) {
        synchronized (sources) {
            return sources.computeIfAbsent(root, this::read);
        }
    }

    private List<SourceFile> read(String root) {
        Stream<Tree.Entry> entries = tree.entries().stream()
                .filter(entry -> entry.path().startsWith(root + "/")
                        && entry.path().endsWith(".java")
                        && !entry.path().endsWith("/module-info.java")
                        && !entry.path().endsWith("/package-info.java"));
        return entries.map(entry -> source(root, entry))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<SourceFile> source(String root, Tree.Entry entry) {
        try {
            return Optional.of(SourceFile.of(root, entry.path(), new String(tree.read(entry), StandardCharsets.UTF_8)));
        } catch (Tree.TooLarge | java.io.UncheckedIOException e) {
            gaps.add(Gap.of(entry.path(), String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    /** The main and test class paths often see the same. */
    private static List<Break> distinct(List<Break> breaks) {
        Map<Object, Break> first = new LinkedHashMap<>();
        breaks.forEach(one -> first.putIfAbsent(List.of(one.place(), one.reference(), one.effect()), one));
        return List.copyOf(first.values());
    }
}
