package io.github.incidentadvisor.evidence.linkage.source;

import io.github.incidentadvisor.evidence.linkage.Jars;
import io.github.incidentadvisor.model.Gap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles sources against a class path before and after, and keeps what is new. Safe for many threads. */
public final class SourceProbe implements AutoCloseable {
    private final JavaCompiler compiler;
    private final Jars jars;
    private final FileManagers files;
    private final Lombok lombok;
    private final Outlines outlines;
    private final Map<SourceFile, SourceFile> expanded = new ConcurrentHashMap<>();
    private final Map<SourceFile, SourceFile> outlined = new ConcurrentHashMap<>();

    private SourceProbe(JavaCompiler compiler, Jars jars) {
        this.compiler = compiler;
        this.jars = jars;
        this.files = new FileManagers(compiler);
        Parser parser = new Parser(compiler, files);
        this.lombok = new Lombok(parser);
        this.outlines = new Outlines(parser);
    }

    /** A probe with the running JDK's compiler; empty in a JRE. */
    public static Optional<SourceProbe> of(Jars jars) {
        return Optional.ofNullable(ToolProvider.getSystemJavaCompiler())
                .map(compiler -> new SourceProbe(compiler, jars));
    }

    /**
     * What is new, and what could not be judged.
     *
     * @param isWhole whether the compiler came to its end, so that another run would say the same
     * @param partly paths of sources that do not compile before the change either, sorted
     */
    public record Outcome(List<Line> lines, List<String> partly, List<Gap> gaps, boolean isWhole) {
        public Outcome {
            lines = List.copyOf(lines);
            partly = List.copyOf(partly);
            gaps = List.copyOf(gaps);
        }
    }

    /** Never fails for what the sources or jars hold: what the compiler cannot take is a {@link Gap}. */
    public Outcome probe(Compilation compilation) {
        List<Gap> gaps = new ArrayList<>();
        Attribution.Readings readings = new Attribution.Readings(this::expanded, this::outlined);
        try (Attribution after =
                        Attribution.of(compiler, files.lease(), readings, compilation, readable(compilation.after()));
                Attribution before = Attribution.of(
                        compiler, files.lease(), readings, compilation, readable(compilation.before()))) {
            Comparison comparison = new Comparison(compilation, before, after, jars);
            List<Line> lines = comparison.lines();
            after.complaints().stream()
                    .filter(complaint -> complaint.file().isEmpty())
                    .map(complaint -> Gap.of("the sources of " + compilation.name(), complaint.sentence()))
                    .forEach(gaps::add);
            List<String> partly = comparison.judgedInPart();
            if (!partly.isEmpty()) {
                gaps.add(Gap.of(
                        partly.size() + (partly.size() == 1 ? " source of " : " sources of ") + compilation.name(),
                        "judged in part: they do not compile on their own before the change either (generated code, or"
                                + " an annotation processor that is not run)"));
            }
            return new Outcome(lines, partly, gaps, true);
        } catch (OutOfMemoryError e) {
            gaps.add(Gap.of(
                    "the sources of " + compilation.name(),
                    "not enough memory for the compiler; give Maven more with MAVEN_OPTS=-Xmx2g"));
            return judgedNot(compilation, gaps);
        } catch (IOException | RuntimeException | StackOverflowError | AssertionError e) {
            gaps.add(Gap.of("the sources of " + compilation.name(), "the compiler gave up: " + firstLine(e)));
            return judgedNot(compilation, gaps);
        }
    }

    private static Outcome judgedNot(Compilation compilation, List<Gap> gaps) {
        return new Outcome(
                List.of(), compilation.units().stream().map(SourceFile::path).toList(), gaps, false);
    }

    private SourceFile expanded(SourceFile source) {
        return expanded.computeIfAbsent(source, lombok::expanded);
    }

    private SourceFile outlined(SourceFile source) {
        return outlined.computeIfAbsent(source, one -> outlines.of(expanded(one)));
    }

    @Override
    public void close() {
        files.close();
    }

    /** One jar that is broken would end the compiler's whole run. */
    private List<Path> readable(List<Path> path) {
        return path.stream().filter(jars::isReadable).toList();
    }

    private static String firstLine(Throwable e) {
        String text = e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
        return text.lines().findFirst().orElse("").strip();
    }
}
