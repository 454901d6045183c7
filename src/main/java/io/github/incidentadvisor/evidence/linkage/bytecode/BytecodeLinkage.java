package io.github.incidentadvisor.evidence.linkage.bytecode;

import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.model.Gap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Class files against class paths before and after. One is meant to live as long as a run: it keeps jars open and classes in mind,
 * within bounds. Safe for many threads.
 */
public final class BytecodeLinkage implements AutoCloseable {
    private final Archives archives = new Archives();
    private final Shapes shapes = new Shapes();
    private final References references;

    /** With nothing read yet. */
    public BytecodeLinkage() {
        this.references = new PoolReferences(shapes);
    }

    /**
     * What is asked about the classes of a module.
     *
     * @param judged the classes whose references are resolved
     * @param support classes of the same tree that they may need: of other modules, the main classes for tests
     * @param before jars or folders in the order of the class path
     * @param after the same, now
     * @param release the Java level that the module runs on; 0 for the Java that runs this
     */
    public record Question(
            List<ClassSource> judged, List<ClassSource> support, List<Path> before, List<Path> after, int release) {
        public Question {
            judged = List.copyOf(judged);
            support = List.copyOf(support);
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /** What breaks, by {@link Break#ORDER}, and what could not be read. */
    public record Answer(List<Break> breaks, List<Gap> gaps) {
        public Answer {
            breaks = List.copyOf(breaks);
            gaps = List.copyOf(gaps);
        }
    }

    /** Resolves each reference of the judged classes twice. Jars and classes that cannot be read are gaps. */
    public Answer judge(Question question) {
        boolean modular = question.judged().stream().anyMatch(Modules::isModule);
        Modules modules = new Modules(shapes, modular);
        Comparison comparison =
                new Comparison(space(question, question.before(), modules), space(question, question.after(), modules));
        LinkCheck check = new LinkCheck(comparison);
        List<Break> breaks = question.judged().stream()
                .flatMap(source -> source.names().parallelStream()
                        .flatMap(name -> judge(source, name, comparison, check).stream()))
                .sorted(Break.ORDER)
                .toList();
        return new Answer(breaks, gaps(comparison));
    }

    private ClassSpace space(Question question, List<Path> path, Modules modules) {
        int level =
                question.release() > 0 ? question.release() : Runtime.version().feature();
        List<ClassSource> sources = new ArrayList<>(question.judged());
        sources.addAll(question.support());
        sources.addAll(archives.open(path, level));
        return new ClassSpace(sources, archives.platform(question.release()), shapes, modules);
    }

    private List<Break> judge(ClassSource source, String name, Comparison comparison, LinkCheck check) {
        if (name.endsWith("-info")) {
            return List.of();
        }
        try {
            boolean touched = shapes.named(source, name)
                    .filter(named ->
                            comparison.isAnyDifferent(named.classes()) || comparison.isAnyDifferent(named.described()))
                    .isPresent();
            if (!touched) {
                return List.of();
            }
            return comparison
                    .before()
                    .space()
                    .find(name)
                    .flatMap(shape -> shapes.uses(source, name).map(uses -> check.check(shape, uses)))
                    .orElse(List.of());
        } catch (RuntimeException | StackOverflowError e) {
            // One class that nobody foresaw must not cost the others.
            shapes.trouble(source, name, e);
            return List.of();
        }
    }

    /**
     * What is asked about the dependencies of a module, or of several whose class paths are the same.
     *
     * @param before the libraries of its class path at run time, in their order
     * @param after the same, now
     * @param callers those of {@code after} whose references are resolved; what they refer to may be in any
     * @param release the Java level that the module runs on; 0 for the Java that runs this
     */
    public record SkewQuestion(List<Library> before, List<Library> after, Set<Coordinates> callers, int release) {
        /** One about everything on the class path. */
        public SkewQuestion(List<Library> before, List<Library> after, int release) {
            this(before, after, after.stream().map(Library::coordinates).collect(Collectors.toSet()), release);
        }

        public SkewQuestion {
            before = List.copyOf(before);
            after = List.copyOf(after);
            callers = Set.copyOf(callers);
        }
    }

    /** Which dependencies do not fit each other, new trouble first, and what could not be read. */
    public record SkewAnswer(List<Skew> skews, List<Gap> gaps) {
        public SkewAnswer {
            skews = List.copyOf(skews);
            gaps = List.copyOf(gaps);
        }
    }

    /** Resolves what the libraries demand of each other. See {@link #skews(List, Set)}. */
    public SkewAnswer skews(SkewQuestion question, Set<String> roots) {
        return skews(List.of(question), roots);
    }

    /**
     * Resolves what the libraries of each class path demand of each other.
     *
     * @param roots binary names of the library classes that the project's own classes name. What they lead to is found on all class
     *     paths together: it only ranks what was found.
     */
    public SkewAnswer skews(List<SkewQuestion> questions, Set<String> roots) {
        List<Searched> all = questions.stream().map(this::search).toList();
        List<Gap> gaps = new ArrayList<>();
        Set<String> reached = reached(questions, all, roots, gaps);
        List<Skew> skews = new ArrayList<>();
        for (Searched one : all) {
            SkewReport report = new SkewReport(one.comparison(), one.old(), one.now());
            one.vain().forEach((name, vain) -> vain.forEach(each -> report.add(name, each, reached.contains(name))));
            skews.addAll(report.skews());
            gaps.addAll(gaps(one.comparison()));
        }
        return new SkewAnswer(skews, gaps.stream().distinct().toList());
    }

    /** What was found on one class path. */
    private record Searched(
            Comparison comparison,
            Map<ClassSource, Library> old,
            Map<ClassSource, Library> now,
            Map<String, List<SkewSearch.Vain>> vain) {}

    private Searched search(SkewQuestion question) {
        Map<ClassSource, Library> old = sources(question.before(), question.release());
        Map<ClassSource, Library> now = sources(question.after(), question.release());
        ClassSpace space = space(now.keySet(), question.release());
        Comparison comparison = new Comparison(space(old.keySet(), question.release()), space);
        SkewSearch search = new SkewSearch(comparison, references, shapes);
        Map<String, List<SkewSearch.Vain>> vain = new ConcurrentSkipListMap<>();
        now.entrySet().stream()
                .filter(entry -> question.callers().contains(entry.getValue().coordinates()))
                .map(Map.Entry::getKey)
                .flatMap(source -> source.names().stream()
                        .filter(name -> !name.endsWith("-info")
                                && space.source(name).filter(source::equals).isPresent()))
                .toList()
                .parallelStream()
                .forEach(name -> {
                    List<SkewSearch.Vain> found = search(search, space, name);
                    if (!found.isEmpty()) {
                        vain.put(name, found);
                    }
                });
        return new Searched(comparison, old, now, vain);
    }

    private ClassSpace space(Set<ClassSource> sources, int release) {
        return new ClassSpace(List.copyOf(sources), archives.platform(release), shapes, new Modules(shapes, false));
    }

    /** Who leads where is asked only when there is something to be led to: mostly there is nothing. */
    private Set<String> reached(List<SkewQuestion> questions, List<Searched> all, Set<String> roots, List<Gap> gaps) {
        if (all.stream().allMatch(one -> one.vain().isEmpty())) {
            return Set.of();
        }
        Set<ClassSource> together = new LinkedHashSet<>();
        all.forEach(one -> together.addAll(one.now().keySet()));
        int release = questions.stream().mapToInt(SkewQuestion::release).max().orElse(0);
        ClassSpace space = space(together, release);
        ServiceLists services = ServiceLists.of(List.copyOf(together));
        gaps.addAll(services.gaps());
        return new Reach(space, references, new Conditions(space, shapes), services.byType())
                .from(roots.stream().map(name -> name.replace('.', '/')).toList());
    }

    private List<SkewSearch.Vain> search(SkewSearch search, ClassSpace space, String name) {
        ClassSource source = space.source(name).orElseThrow();
        try {
            return search.of(name, references.of(source, name));
        } catch (RuntimeException | StackOverflowError e) {
            // One class that nobody foresaw must not cost the others.
            shapes.trouble(source, name, e);
            return List.of();
        }
    }

    /** Binary names of the classes that a class file names: roots for {@link SkewQuestion}. Empty for what is no class file. */
    public static Set<String> named(byte[] classFile) {
        try {
            return ClassFile.of(classFile).pool().classes().stream()
                    .map(Names::binary)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (RuntimeException e) {
            return Set.of();
        }
    }

    private Map<ClassSource, Library> sources(List<Library> libraries, int release) {
        int level = release > 0 ? release : Runtime.version().feature();
        Map<ClassSource, Library> sources = new LinkedHashMap<>();
        archives.open(libraries.stream().map(Library::file).toList(), level);
        for (Library library : libraries) {
            archives.open(List.of(library.file()), level).forEach(source -> sources.putIfAbsent(source, library));
        }
        return sources;
    }

    private List<Gap> gaps(Comparison comparison) {
        Stream<Gap> unknown = comparison.unknown() == 0
                ? Stream.empty()
                : Stream.of(Gap.of(
                        comparison.unknown() + " references in class files",
                        "supertypes of the classes that they name are on neither class path"));
        return Stream.of(archives.gaps().stream(), shapes.gaps().stream(), unknown)
                .flatMap(all -> all)
                .toList();
    }

    @Override
    public void close() {
        archives.close();
    }
}
