package io.github.incidentadvisor.evidence.linkage.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/**
 * One run of the JDK's compiler over sources against a class path: no annotation processor runs, nothing is written. Attribution
 * and flow analysis go on past errors ({@code should-stop.ifError=FLOW}), so that what an import hides is seen too.
 */
final class Attribution implements AutoCloseable {
    private static final int OLDEST = 8;

    /** What the compiler is shown of a source that is judged, and of one that only supports it. */
    record Readings(UnaryOperator<SourceFile> unit, UnaryOperator<SourceFile> support) {}

    private final FileManagers.Lease lease;
    private final JavacTask task;
    private final Descriptors descriptors;
    private final List<Complaint> complaints = new ArrayList<>();
    private final List<Complaint> warnings = new ArrayList<>();
    private final List<CompilationUnitTree> units = new ArrayList<>();

    private Attribution(
            JavaCompiler compiler,
            FileManagers.Lease lease,
            Readings readings,
            Compilation compilation,
            List<Path> classPath)
            throws IOException {
        this.lease = lease;
        lease.files().setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
        List<SourceTree.Source> inputs = compilation.units().stream()
                .map(unit -> new SourceTree.Source(unit, readings.unit()))
                .toList();
        List<SourceTree.Source> all = new ArrayList<>(inputs);
        compilation.support().forEach(one -> all.add(new SourceTree.Source(one, readings.support())));
        SourceTree tree = new SourceTree(lease.files(), all);
        List<String> options = new ArrayList<>(List.of(
                "-proc:none",
                "-implicit:none",
                "-Xprefer:source",
                "-Xmaxerrs",
                "100000",
                "-XDshould-stop.ifError=FLOW"));
        options.addAll(compilation.warnings().isEmpty() ? List.of("-Xlint:none", "-nowarn") : compilation.warnings());
        if (!compilation.warnings().isEmpty()) {
            options.addAll(List.of("-Xmaxwarns", "100000"));
        }
        int running = Runtime.version().feature();
        if (compilation.release() > 0) {
            options.add("--release");
            options.add(String.valueOf(Math.min(running, Math.max(OLDEST, compilation.release()))));
        }
        Set<String> judged = new HashSet<>();
        compilation.units().forEach(unit -> judged.add(unit.path()));
        task = (JavacTask) compiler.getTask(Writer.nullWriter(), tree, d -> note(d, judged), options, null, inputs);
        descriptors = new Descriptors(task.getElements(), task.getTypes());
    }

    /** @param lease given back when the attribution is closed */
    static Attribution of(
            JavaCompiler compiler,
            FileManagers.Lease lease,
            Readings readings,
            Compilation compilation,
            List<Path> classPath)
            throws IOException {
        Attribution attribution = new Attribution(compiler, lease, readings, compilation, classPath);
        try {
            attribution.task.parse().forEach(attribution.units::add);
            attribution.task.analyze();
            return attribution;
        } catch (IOException | RuntimeException | Error e) {
            attribution.close();
            throw e;
        }
    }

    private void note(Diagnostic<? extends JavaFileObject> diagnostic, Set<String> judged) {
        boolean isError = diagnostic.getKind() == Diagnostic.Kind.ERROR;
        boolean isWarning = diagnostic.getKind() == Diagnostic.Kind.WARNING
                || diagnostic.getKind() == Diagnostic.Kind.MANDATORY_WARNING;
        if (!isError && !isWarning) {
            return;
        }
        String file = diagnostic.getSource() instanceof SourceTree.Source source
                ? source.source().path()
                : "";
        if (isError && file.isEmpty() || judged.contains(file)) {
            (isError ? complaints : warnings)
                    .add(new Complaint(
                            file,
                            diagnostic.getLineNumber(),
                            diagnostic.getStartPosition(),
                            diagnostic.getEndPosition(),
                            diagnostic.getPosition(),
                            String.valueOf(diagnostic.getCode()),
                            diagnostic.getMessage(Locale.ENGLISH)));
        }
    }

    /** In the order in which they were made; those that are about no file have an empty one. */
    List<Complaint> complaints() {
        return complaints;
    }

    /** Those about the judged sources, where the compilation asks for them. */
    List<Complaint> warnings() {
        return warnings;
    }

    List<CompilationUnitTree> units() {
        return units;
    }

    JavacTask task() {
        return task;
    }

    Descriptors descriptors() {
        return descriptors;
    }

    Trees trees() {
        return Trees.instance(task);
    }

    static String path(CompilationUnitTree unit) {
        return unit.getSourceFile().toUri().getPath().substring(1);
    }

    static String text(CompilationUnitTree unit) {
        try {
            return unit.getSourceFile().getCharContent(true).toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What a tree names; null when the compiler has nothing for it. */
    static Element element(Trees trees, TreePath path) {
        try {
            return trees.getElement(path);
        } catch (RuntimeException e) {
            return null; // The compiler has no element for some trees, and says so in its own way.
        }
    }

    @Override
    public void close() {
        lease.close();
    }
}
