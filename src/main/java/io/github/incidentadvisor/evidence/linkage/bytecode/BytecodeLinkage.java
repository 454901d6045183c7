package io.github.incidentadvisor.evidence.linkage.bytecode;

import io.github.incidentadvisor.model.Gap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;
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

    /** Without a cache. */
    public BytecodeLinkage() {
        this.references = new PoolReferences(shapes);
    }

    /** @param cache a folder that keeps from run to run what jars refer to; made when it is needed */
    public BytecodeLinkage(Path cache) {
        this.references = new CachedReferences(cache, shapes);
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
     * What is asked about the dependencies of a module.
     *
     * @param before the libraries of its class path at run time, in their order
     * @param after the same, now
     * @param roots binary names of the library classes that the module's own classes name
     * @param release the Java level that the module runs on; 0 for the Java that runs this
     */
    public record SkewQuestion(List<Library> before, List<Library> after, Set<String> roots, int release) {
        public SkewQuestion {
            before = List.copyOf(before);
            after = List.copyOf(after);
            roots = Set.copyOf(roots);
        }
    }

    /** Which dependencies do not fit each other, new trouble first, and what could not be read. */
    public record SkewAnswer(List<Skew> skews, List<Gap> gaps) {
        public SkewAnswer {
            skews = List.copyOf(skews);
            gaps = List.copyOf(gaps);
        }
    }

    /** Resolves what the libraries demand of each other. */
    public SkewAnswer skews(SkewQuestion question) {
        Map<ClassSource, Library> old = sources(question.before(), question.release());
        Map<ClassSource, Library> now = sources(question.after(), question.release());
        Modules modules = new Modules(shapes, false);
        ClassSource platform = archives.platform(question.release());
        ClassSpace space = new ClassSpace(List.copyOf(now.keySet()), platform, shapes, modules);
        Comparison comparison =
                new Comparison(new ClassSpace(List.copyOf(old.keySet()), platform, shapes, modules), space);
        SkewSearch search = new SkewSearch(comparison, references, shapes);
        ServiceLists services = ServiceLists.of(List.copyOf(now.keySet()));
        Map<String, List<SkewSearch.Vain>> vain = new ConcurrentSkipListMap<>();
        BiConsumer<String, References.Named> judge = (name, named) -> {
            try {
                List<SkewSearch.Vain> found = search.of(name, named);
                if (!found.isEmpty()) {
                    vain.put(name, found);
                }
            } catch (RuntimeException | StackOverflowError e) {
                shapes.trouble(space.source(name).orElseThrow(), name, e);
            }
        };
        Set<String> reached = new Reach(space, references, new Conditions(space, shapes), services.byType(), judge)
                .from(question.roots().stream()
                        .map(name -> name.replace('.', '/'))
                        .toList());
        space.names().parallelStream()
                .filter(name -> !reached.contains(name) && !name.endsWith("-info"))
                .forEach(name ->
                        judge.accept(name, references.of(space.source(name).orElseThrow(), name)));
        SkewReport report = new SkewReport(comparison, old, now);
        vain.forEach((name, all) -> all.forEach(one -> report.add(name, one, reached.contains(name))));
        List<Gap> gaps = new ArrayList<>(gaps(comparison));
        gaps.addAll(services.gaps());
        return new SkewAnswer(report.skews(), gaps);
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
        try (archives) {
            references.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
