package io.github.incidentadvisor.evidence.linkage.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;

/**
 * Writes the members that Lombok's annotations stand for (projectlombok.org/features) into a source, as bare signatures at the
 * end of each class, on the line of its closing brace, so that no line moves. Annotation processors are never run here;
 * without this, all that goes through a generated getter or builder could not be judged.
 */
final class Lombok {
    private static final Pattern USED = Pattern.compile("\\bimport\\s+(?:static\\s+)?lombok\\.|@lombok\\.");
    private static final Pattern VAL = Pattern.compile("\\bval(?=\\s+\\w+\\s*[=:])");

    private final JavaCompiler compiler;

    Lombok(JavaCompiler compiler) {
        this.compiler = compiler;
    }

    /** The source with what its annotations stand for; the same one when it uses none or is no Java. */
    SourceFile expanded(SourceFile source) {
        if (!USED.matcher(source.text()).find()) {
            return source;
        }
        String text = VAL.matcher(source.text()).replaceAll("var");
        try {
            return source.with(inserted(text, members(source.with(text))));
        } catch (IOException | RuntimeException e) {
            return source; // It will not compile on either side, and that is said there.
        }
    }

    private Map<Integer, String> members(SourceFile source) throws IOException {
        try (SourceTree files = new SourceTree(compiler.getStandardFileManager(d -> {}, null, null), List.of(source))) {
            JavacTask task = (JavacTask) compiler.getTask(
                    Writer.nullWriter(),
                    files,
                    d -> {},
                    List.of("-proc:none"),
                    null,
                    List.of(new SourceTree.Source(source)));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            Map<Integer, String> members = new TreeMap<>((a, b) -> Integer.compare(b, a));
            for (CompilationUnitTree unit : task.parse()) {
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitClass(ClassTree type, Void nothing) {
                        long end = positions.getEndPosition(unit, type);
                        if (isClassOrEnum(type) && end > 0 && source.text().charAt((int) end - 1) == '}') {
                            members.put((int) end - 1, new LombokMembers(type).text());
                        }
                        return super.visitClass(type, nothing);
                    }
                }.scan(unit, null);
            }
            return members;
        }
    }

    private static boolean isClassOrEnum(ClassTree type) {
        return (type.getKind() == Tree.Kind.CLASS || type.getKind() == Tree.Kind.ENUM)
                && type.getSimpleName().length() > 0;
    }

    /** @param members by offset, last one first */
    private static String inserted(String text, Map<Integer, String> members) {
        StringBuilder all = new StringBuilder(text);
        members.forEach(all::insert);
        return all.toString();
    }
}
