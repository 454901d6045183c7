package io.github.incidentadvisor.evidence.linkage;

import io.github.incidentadvisor.evidence.Linkage;
import io.github.incidentadvisor.evidence.linkage.source.Compilation;
import io.github.incidentadvisor.evidence.linkage.source.SourceFile;
import io.github.incidentadvisor.evidence.linkage.source.SourceProbe;
import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.inventory.Artifacts;
import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Module;
import io.github.incidentadvisor.model.Gap;
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

/** The project's sources against the class paths of its modules before and after. */
public final class ProjectLinkage implements Linkage {
    private final Inventory base;
    private final Inventory head;
    private final Artifacts artifacts;
    private final Jars jars = new Jars();
    private final ProjectSources sources;
    private final List<Gap> gaps = new ArrayList<>();

    /**
     * @param tree the state whose sources are judged
     * @param base what it depended on
     * @param head what it depends on now
     */
    public ProjectLinkage(Tree tree, Inventory base, Inventory head, Artifacts artifacts) {
        this.sources = new ProjectSources(tree);
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
        Optional<SourceProbe> probe = SourceProbe.of(jars);
        if (probe.isEmpty()) {
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
        List<Break> breaks = compared.parallelStream()
                .flatMap(one -> breaks(one, files, probe.get()).stream())
                .sorted(Comparator.comparing(Break::place)
                        .thenComparing(one -> one.reference().text()))
                .toList();
        gaps.addAll(sources.gaps());
        gaps.addAll(artifacts.gaps());
        jars.unreadable()
                .forEach((jar, reason) ->
                        gaps.add(Gap.of(jar.getFileName().toString(), "it cannot be read as a jar: " + reason)));
        return new Answer(distinct(breaks), gaps.stream().distinct().sorted().toList());
    }

    /** Class paths of a module that differ. */
    private record Compared(
            Module module, boolean test, List<Coordinates> before, List<Coordinates> after, Set<String> bringers) {}

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
                    compared.add(new Compared(module, test, before, after, now.bringers(module.file(), before)));
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
        List<SourceFile> own = sources.of(
                compared.test() ? module.sources().test() : module.sources().main());
        List<SourceFile> units = Touched.of(own, affected(compared, before, after, files));
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
        return outcome.lines().stream()
                .map(line -> new Break(
                        module.file(),
                        line.effect(),
                        line.place(),
                        line.reference(),
                        jars.of(line.reference().owner(), before).map(givers::get),
                        line.message(),
                        line.instead()))
                .toList();
    }

    private List<Path> paths(List<Coordinates> coordinates, Map<Coordinates, Path> files) {
        return coordinates.stream()
                .map(files::get)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    /** Simple names of the classes that can behave differently: of jars that differ, and of those that brought them. */
    private Set<String> affected(Compared compared, List<Path> before, List<Path> after, Map<Coordinates, Path> files) {
        Map<String, Long> old = jars.all(before);
        if (old.equals(jars.all(after))) {
            return Set.of();
        }
        Set<Path> differ = new HashSet<>(before);
        differ.removeAll(after);
        Set<Path> coming = new HashSet<>(after);
        coming.removeAll(before);
        differ.addAll(coming);
        Set<String> bringers = compared.bringers();
        files.forEach((coordinates, path) -> {
            if (bringers.contains(coordinates.toString()) && after.contains(path)) {
                differ.add(path);
            }
        });
        Set<String> names = new HashSet<>();
        jars.all(differ).keySet().forEach(name -> names.add(Jars.simpleName(name)));
        return names;
    }

    private List<SourceFile> support(Compared compared, List<SourceFile> own, List<SourceFile> units) {
        Set<SourceFile> support = new LinkedHashSet<>(own);
        units.forEach(support::remove);
        if (compared.test()) {
            support.addAll(sources.of(compared.module().sources().main()));
        }
        new ClassPaths(head).siblings(compared.module().file(), compared.test()).forEach((sibling, tests) -> {
            support.addAll(sources.of(sibling.sources().main()));
            if (tests) {
                support.addAll(sources.of(sibling.sources().test()));
            }
        });
        return List.copyOf(support);
    }

    /** The main and test class paths often see the same. */
    private static List<Break> distinct(List<Break> breaks) {
        Map<Object, Break> first = new LinkedHashMap<>();
        breaks.forEach(one -> first.putIfAbsent(List.of(one.place(), one.reference(), one.effect()), one));
        return List.copyOf(first.values());
    }
}
