package io.github.incidentadvisor.evidence.linkage.bytecode;

import io.github.incidentadvisor.model.Gap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Class files against class paths before and after. One is meant to live as long as a run: it keeps jars open and classes in mind,
 * within bounds. Safe for many threads.
 */
public final class BytecodeLinkage implements AutoCloseable {
    private final Archives archives = new Archives();
    private final Shapes shapes = new Shapes();

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
        boolean touched = shapes.file(source, name)
                .filter(file -> comparison.isAnyDifferent(file.pool().classes()))
                .isPresent();
        if (!touched) {
            return List.of();
        }
        return shapes.of(source, name)
                .flatMap(shape -> shapes.uses(source, name).map(uses -> check.check(shape, uses)))
                .orElse(List.of());
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
