package io.github.incidentadvisor.evidence.linkage.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.regex.Pattern;

/**
 * Writes the members that Lombok's annotations stand for (projectlombok.org/features) into a source, as bare signatures at the
 * end of each class, on the line of its closing brace, so that no line moves. Annotation processors are never run here;
 * without this, all that goes through a generated getter or builder could not be judged.
 */
final class Lombok {
    private static final Pattern USED = Pattern.compile("\\bimport\\s+(?:static\\s+)?lombok\\.|@lombok\\.");
    private static final Pattern VAL = Pattern.compile("\\bval(?=\\s+\\w+\\s*[=:])");

    private final Parser parser;

    Lombok(Parser parser) {
        this.parser = parser;
    }

    /** The source with what its annotations stand for; the same one when it uses none or is no Java. */
    SourceFile expanded(SourceFile source) {
        if (!USED.matcher(source.text()).find()) {
            return source;
        }
        SourceFile plain = source.with(VAL.matcher(source.text()).replaceAll("var"));
        return parser.rewritten(
                plain,
                (parsed, edits) -> new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitClass(ClassTree type, Void nothing) {
                        if (isClassOrEnum(type)) {
                            edits.beforeBrace(parsed, type, new LombokMembers(type).text());
                        }
                        return super.visitClass(type, nothing);
                    }
                }.scan(parsed.unit(), null));
    }

    private static boolean isClassOrEnum(ClassTree type) {
        return (type.getKind() == Tree.Kind.CLASS || type.getKind() == Tree.Kind.ENUM)
                && type.getSimpleName().length() > 0;
    }
}
