package io.github.incidentadvisor.evidence.linkage.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import javax.tools.JavaCompiler;

/** Parses single sources and writes other text into them at the places of their trees. Safe for many threads. */
final class Parser {
    private final JavaCompiler compiler;
    private final FileManagers files;

    Parser(JavaCompiler compiler, FileManagers files) {
        this.compiler = compiler;
        this.files = files;
    }

    /** A source as a tree. */
    record Parsed(CompilationUnitTree unit, SourcePositions positions, String text) {}

    /** Replacements of stretches of text that do not overlap. */
    static final class Edits {
        private record Edit(int from, int to, String text) {}

        private final List<Edit> all = new ArrayList<>();

        /** Writes {@code text} in the place of a tree; nothing happens to a tree that stands nowhere. */
        void replace(Parsed parsed, Tree tree, String text) {
            long from = parsed.positions().getStartPosition(parsed.unit(), tree);
            long to = parsed.positions().getEndPosition(parsed.unit(), tree);
            if (from >= 0 && to >= from) {
                all.add(new Edit((int) from, (int) to, text));
            }
        }

        /** Writes {@code text} before the closing brace that ends a tree. */
        void beforeBrace(Parsed parsed, Tree tree, String text) {
            int end = (int) parsed.positions().getEndPosition(parsed.unit(), tree) - 1;
            if (end >= 0 && parsed.text().charAt(end) == '}') {
                all.add(new Edit(end, end, text));
            }
        }

        private String applied(String text) {
            StringBuilder result = new StringBuilder(text);
            all.sort(Comparator.comparingInt(Edit::from).reversed());
            all.forEach(edit -> result.replace(edit.from(), edit.to(), edit.text()));
            return result.toString();
        }
    }

    /** The source with the edits that {@code rewriting} makes; the source itself when it is no Java. */
    SourceFile rewritten(SourceFile source, BiConsumer<Parsed, Edits> rewriting) {
        try (FileManagers.Lease lease = files.lease()) {
            JavacTask task = (JavacTask) compiler.getTask(
                    Writer.nullWriter(),
                    new SourceTree(lease.files(), List.of()),
                    d -> {},
                    List.of("-proc:none"),
                    null,
                    List.of(new SourceTree.Source(source, UnaryOperator.identity())));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            Edits edits = new Edits();
            for (CompilationUnitTree unit : task.parse()) {
                rewriting.accept(new Parsed(unit, positions, source.text()), edits);
            }
            return source.with(edits.applied(source.text()));
        } catch (IOException | RuntimeException | StackOverflowError | AssertionError e) {
            return source; // What cannot be parsed will not compile on either side, and that is said there.
        }
    }
}
