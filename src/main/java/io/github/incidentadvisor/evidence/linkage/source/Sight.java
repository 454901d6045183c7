package io.github.incidentadvisor.evidence.linkage.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import io.github.incidentadvisor.model.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** What sources name of libraries, by where they name it, as one attribution sees it. */
final class Sight {
    /** A tree of a source; the same in both attributions, since the text is the same. */
    record Spot(String file, Tree.Kind kind, long start, long end) {}

    /**
     * A name.
     *
     * @param line of the name itself, which in a chain of calls is not where the chain begins
     * @param isImport whether it stands in an import declaration
     */
    record Use(Element element, long line, boolean isImport) {}

    /** A method that the sources declare. */
    record Declared(ExecutableElement method, long line) {}

    private final Map<Spot, Use> uses = new LinkedHashMap<>();
    private final Map<Spot, Declared> methods = new LinkedHashMap<>();

    private Sight() {}

    /** @param relevant which types, by what declares the name, are worth keeping */
    static Sight of(Attribution attribution, Predicate<TypeElement> relevant) {
        Sight sight = new Sight();
        for (CompilationUnitTree unit : attribution.units()) {
            sight.new Scan(unit, attribution.trees(), relevant).scan(unit, null);
        }
        return sight;
    }

    Map<Spot, Use> uses() {
        return uses;
    }

    Map<Spot, Declared> methods() {
        return methods;
    }

    static Place place(Spot spot, long line) {
        return new Place(spot.file(), (int) Math.max(1, line));
    }

    private final class Scan extends TreePathScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final String file;
        private final String text;
        private final LineMap lines;
        private final Trees trees;
        private final SourcePositions positions;
        private final Predicate<TypeElement> relevant;

        Scan(CompilationUnitTree unit, Trees trees, Predicate<TypeElement> relevant) {
            this.unit = unit;
            this.file = Attribution.path(unit);
            this.text = Attribution.text(unit);
            this.lines = unit.getLineMap();
            this.trees = trees;
            this.positions = trees.getSourcePositions();
            this.relevant = relevant;
        }

        private void note(Tree tree) {
            Element element = Attribution.element(trees, getCurrentPath());
            if (element == null) {
                return;
            }
            TypeElement type = Descriptors.typeOf(element);
            long end = positions.getEndPosition(unit, tree);
            if (type == null || end < 0 || !relevant.test(type)) {
                return;
            }
            long start = positions.getStartPosition(unit, tree);
            long line = lines.getLineNumber(tree instanceof NewClassTree ? start : nameAt(tree, end));
            boolean isImport = getCurrentPath().getParentPath() != null
                    && getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.IMPORT;
            uses.put(new Spot(file, tree.getKind(), start, end), new Use(element, line, isImport));
        }

        /** Offset of the last name of a tree: what follows the dot. */
        private long nameAt(Tree tree, long end) {
            if (tree instanceof MemberSelectTree select) {
                return end - select.getIdentifier().length();
            }
            return tree instanceof IdentifierTree ? positions.getStartPosition(unit, tree) : end - 1;
        }

        @Override
        public Void visitIdentifier(IdentifierTree tree, Void nothing) {
            note(tree);
            return super.visitIdentifier(tree, nothing);
        }

        @Override
        public Void visitMemberSelect(MemberSelectTree tree, Void nothing) {
            note(tree);
            return super.visitMemberSelect(tree, nothing);
        }

        @Override
        public Void visitMemberReference(MemberReferenceTree tree, Void nothing) {
            note(tree);
            return super.visitMemberReference(tree, nothing);
        }

        @Override
        public Void visitNewClass(NewClassTree tree, Void nothing) {
            note(tree);
            return super.visitNewClass(tree, nothing);
        }

        /** Offset of a method's name: behind its return type, or its modifiers. */
        private long nameOf(MethodTree tree) {
            Tree before = tree.getReturnType() == null ? tree.getModifiers() : tree.getReturnType();
            long from = Math.max(positions.getStartPosition(unit, tree), positions.getEndPosition(unit, before));
            int name = text.indexOf(tree.getName().toString(), (int) from);
            return name < 0 ? from : name;
        }

        @Override
        public Void visitMethod(MethodTree tree, Void nothing) {
            if (Attribution.element(trees, getCurrentPath()) instanceof ExecutableElement method) {
                long start = positions.getStartPosition(unit, tree);
                long end = positions.getEndPosition(unit, tree);
                long line = lines.getLineNumber(Math.max(0, nameOf(tree)));
                methods.put(new Spot(file, tree.getKind(), start, end), new Declared(method, line));
            }
            return super.visitMethod(tree, nothing);
        }
    }
}
