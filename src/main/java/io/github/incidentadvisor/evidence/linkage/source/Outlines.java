package io.github.incidentadvisor.evidence.linkage.source;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import javax.lang.model.element.Modifier;

/**
 * Sources without what is inside them: bodies of methods, initializers, and values of fields that are no constants. Those who
 * only use a source need no more of it, and the compiler would judge all of it each time.
 */
final class Outlines {
    private final Parser parser;

    Outlines(Parser parser) {
        this.parser = parser;
    }

    /** The outline; the source itself when it cannot be parsed. */
    SourceFile of(SourceFile source) {
        return parser.rewritten(source, (parsed, edits) -> new Bodies(parsed, edits).scan(parsed.unit(), null));
    }

    private static final class Bodies extends TreeScanner<Void, Void> {
        private final Parser.Parsed parsed;
        private final Parser.Edits edits;
        private ClassTree type;

        Bodies(Parser.Parsed parsed, Parser.Edits edits) {
            this.parsed = parsed;
            this.edits = edits;
        }

        @Override
        public Void visitClass(ClassTree inner, Void nothing) {
            ClassTree outer = type;
            type = inner;
            for (Tree member : inner.getMembers()) {
                if (member instanceof BlockTree block) {
                    edits.replace(parsed, block, block.isStatic() ? "static{}" : "{}");
                } else {
                    scan(member, null);
                }
            }
            type = outer;
            return null;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            if (method.getBody() != null) {
                edits.replace(parsed, method.getBody(), method.getReturnType() == null ? "{}" : "{throw null;}");
            }
            return null;
        }

        @Override
        public Void visitVariable(VariableTree field, Void nothing) {
            boolean mayBeConstant = type.getKind() == Tree.Kind.INTERFACE
                    || type.getKind() == Tree.Kind.ANNOTATION_TYPE
                    || field.getModifiers().getFlags().contains(Modifier.FINAL)
                    || String.valueOf(field.getType())
                            .equals(type.getSimpleName().toString());
            if (field.getInitializer() != null && !mayBeConstant) {
                edits.replace(parsed, field.getInitializer(), LombokMembers.zero(String.valueOf(field.getType())));
            }
            return null;
        }
    }
}
