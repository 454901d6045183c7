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
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The project's sources against the class paths of its modules before and after. */
public final class ProjectLinkage implements Linkage {
    /** From this heap on, modules are compiled at the same time. */
    private static final long ROOMY = 1_500L << 20;

    private final Tree tree;
    private final Workspace workspace;
    private final Inventory base;
    private final Inventory head;
    private final Artifacts artifacts;
    private final Jars jars = new Jars();
    private final ProjectSources sources;
    private final ClassPaths now;
    private final ContentCache kept;
    private final ProbeCache cache;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Set<String> touched = ConcurrentHashMap.newKeySet();
    private final Set<String> partly = ConcurrentHashMap.newKeySet();
    private final List<Gap> gaps = Collections.synchronizedList(new ArrayList<>());

    /**
     * @param tree the state whose sources are judged
     * @param base what it depended on
     * @param head what it depends on now
     */
    public ProjectLinkage(Tree tree, Inventory base, Inventory head, Artifacts artifacts, Workspace workspace) {
        this.tree = tree;
        this.workspace = workspace;
        this.sources = new ProjectSources(tree);
        this.base = base;
        this.head = head;
        this.artifacts = artifacts;
        this.now = new ClassPaths(head);
        this.kept = new ContentCache(workspace.cache());
        this.cache = new ProbeCache(kept, jars);
    }

    @Override
    public Answer compare() {
        List<ModulePath> differing = ModulePath.differing(base, head);
        if (differing.isEmpty()) {
            return Answer.NOTHING;
        }
        Set<Coordinates> wanted = new LinkedHashSet<>();
        differing.forEach(path -> {
            wanted.addAll(path.before());
            wanted.addAll(path.after());
        });
        Map<Coordinates, Path> files = artifacts.files(wanted);
        List<Break> breaks = new ArrayList<>(breaks(differing, files));
        ClassFileBreaks classFiles = new ClassFileBreaks(tree, workspace.root(), now, jars);
        breaks.addAll(classFiles.of(differing, files, partly));
        gaps.addAll(classFiles.gaps());
        NewerJava newer = new NewerJava(jars, workspace.java());
        List<NeedsJava> needs = differing.stream()
                .flatMap(path -> newer.in(path, files).stream())
                .distinct()
                .toList();
        JarSkews againstEachOther = new JarSkews(base, head, sources, jars, kept);
        List<Skew> skews = againstEachOther.of(files);
        gaps.addAll(againstEachOther.gaps());
        gaps.addAll(sources.gaps());
        gaps.addAll(artifacts.gaps());
        jars.unreadable()
                .forEach((jar, reason) ->
                        gaps.add(Gap.of(jar.getFileName().toString(), "it cannot be read as a jar: " + reason)));
        Set<Coordinates> unread = new LinkedHashSet<>(wanted);
        unread.removeAll(files.keySet());
        return new Answer(
                breaks,
                skews,
                needs,
                new Coverage(seen.size(), touched.size(), partly.size(), unread),
                gaps.stream().distinct().sorted().toList());
    }

    private List<Break> breaks(List<ModulePath> differing, Map<Coordinates, Path> files) {
        Optional<SourceProbe> compiler = SourceProbe.of(jars);
        if (compiler.isEmpty()) {
            gaps.add(Gap.of("your sources against the new versions", "this Java has no compiler; run with a JDK"));
            return List.of();
        }
        Map<Object, Break> found = new LinkedHashMap<>();
        try (SourceProbe probe = compiler.get()) {
            (isRoomy() ? differing.parallelStream() : differing.stream())
                    .flatMap(path -> breaks(path, files, probe).stream())
                    .sorted(Comparator.comparing(Break::place)
                            .thenComparing(one -> one.reference().text())
                            .thenComparing(Break::module))
                    .forEachOrdered(one -> found.putIfAbsent(List.of(one.place(), one.reference(), one.effect()), one));
        }
        return List.copyOf(found.values());
    }

    /** Each compilation under way has the classes of two class paths in mind. */
    private static boolean isRoomy() {
        return Runtime.getRuntime().maxMemory() >= ROOMY;
    }

    private List<Break> breaks(ModulePath path, Map<Coordinates, Path> files, SourceProbe probe) {
        List<Path> before = path.filesBefore(files);
        List<Path> after = path.filesAfter(files);
        Module module = path.module();
        List<SourceFile> own = sources.of(
                path.test() ? module.sources().test() : module.sources().main());
        own.forEach(source -> seen.add(source.path()));
        List<SourceFile> units = Touched.of(own, affected(path, before, after, files));
        if (units.isEmpty()) {
            return List.of();
        }
        Compilation compilation = new Compilation(
                path.name(),
                units,
                support(path, own, units),
                module.sources().release(),
                warnings(path),
                before,
                after);
        SourceProbe.Outcome outcome = cache.of(compilation, probe::probe);
        units.forEach(source -> touched.add(source.path()));
        partly.addAll(outcome.partly());
        gaps.addAll(outcome.gaps());
        Map<Path, Coordinates> givers = new HashMap<>();
        files.forEach((coordinates, file) -> givers.putIfAbsent(file, coordinates));
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

    /** How the compilations of a module that warnings fail ask for them. */
    private List<String> warnings(ModulePath path) {
        Set<String> options = new LinkedHashSet<>();
        head.policies().strict().stream()
                .filter(one -> one.module().equals(path.module().file()) && one.tests() == path.test())
                .forEach(one -> options.addAll(one.asking()));
        return List.copyOf(options);
    }

    /** Binary names of the classes that can behave differently: of jars that differ, and of those that brought them. */
    private Set<String> affected(ModulePath path, List<Path> before, List<Path> after, Map<Coordinates, Path> files) {
        Set<Path> leaving = new HashSet<>(before);
        leaving.removeAll(after);
        Set<Path> coming = new HashSet<>(after);
        coming.removeAll(before);
        if (jars.all(leaving).equals(jars.all(coming))) {
            return Set.of();
        }
        Set<Path> differ = new HashSet<>(leaving);
        differ.addAll(coming);
        path.after().stream()
                .filter(one -> path.bringers().contains(one.toString()) && files.containsKey(one))
                .forEach(one -> differ.add(files.get(one)));
        return jars.all(differ).keySet();
    }

    private List<SourceFile> support(ModulePath path, List<SourceFile> own, List<SourceFile> units) {
        Set<SourceFile> support = new LinkedHashSet<>(own);
        units.forEach(support::remove);
        if (path.test()) {
            support.addAll(sources.of(path.module().sources().main()));
        }
        now.siblings(path.module().file(), path.test()).forEach((sibling, tests) -> {
            support.addAll(sources.of(sibling.sources().main()));
            if (tests) {
                support.addAll(sources.of(sibling.sources().test()));
            }
        });
        return List.copyOf(support);
    }
}
