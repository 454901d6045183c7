package io.github.incidentadvisor.evidence.linkage;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import io.github.incidentadvisor.model.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** What a line named when it still compiled: looked up at the place of a complaint in the attribution before the change. */
final class Blame {
    private static final Pattern UNIMPLEMENTED = Pattern.compile("abstract method ([\\w$]+)\\([^)]*\\) in ([\\w.$]+)");

    private final Trees trees;
    private final SourcePositions positions;
    private final Elements elements;
    private final Types types;
    private final Descriptors descriptors;
    private final Predicate<String> changed;
    private final Predicate<String> library;
    private final Map<String, CompilationUnitTree> units = new HashMap<>();

    /**
     * @param changed whether a class, by binary name, is in a jar that changes
     * @param library whether it is in any jar
     */
    Blame(Attribution before, Predicate<String> changed, Predicate<String> library) {
        this.trees = before.trees();
        this.positions = trees.getSourcePositions();
        this.elements = before.task().getElements();
        this.types = before.task().getTypes();
        this.descriptors = new Descriptors(elements, types);
        this.changed = changed;
        this.library = library;
        before.units().forEach(unit -> units.put(Attribution.path(unit), unit));
    }

    /** The most telling reference first; none when the place names nothing of a library. */
    List<Reference> of(Complaint complaint) {
        CompilationUnitTree unit = units.get(complaint.file());
        if (unit == null || complaint.position() < 0) {
            return List.of();
        }
        TreePath at = smallest(unit, complaint);
        if (at == null) {
            return List.of();
        }
        if (complaint.is("does.not.override.abstract")) {
            Matcher matcher = UNIMPLEMENTED.matcher(complaint.message());
            return matcher.find() ? List.of(new Reference(matcher.group(2), matcher.group(1), "")) : List.of();
        }
        if (complaint.code().contains("override") || complaint.code().contains("does.not.implement")) {
            List<Reference> overridden = overridden(at);
            if (!overridden.isEmpty()) {
                return overridden;
            }
        }
        return named(at);
    }

    private List<Reference> named(TreePath at) {
        Reference inLibrary = Reference.NONE;
        for (TreePath path = at; path != null; path = path.getParentPath()) {
            Element element = element(path);
            Reference reference = element == null ? Reference.NONE : descriptors.reference(element);
            if (reference.isKnown() && changed.test(reference.owner())) {
                return List.of(reference);
            }
            if (reference.isKnown() && !inLibrary.isKnown() && library.test(reference.owner())) {
                inLibrary = reference;
            }
            Tree tree = path.getLeaf();
            if (tree instanceof StatementTree || tree instanceof MethodTree || tree instanceof VariableTree) {
                break;
            }
        }
        return inLibrary.isKnown() ? List.of(inLibrary) : List.of();
    }

    private Element element(TreePath path) {
        try {
            return trees.getElement(path);
        } catch (RuntimeException e) {
            return null; // The compiler has no element for some trees, and says so in its own way.
        }
    }

    /** Library methods that the method around a place overrides. */
    private List<Reference> overridden(TreePath at) {
        TreePath path = at;
        while (path != null && !(path.getLeaf() instanceof MethodTree)) {
            path = path.getParentPath();
        }
        if (path == null || !(element(path) instanceof ExecutableElement method)) {
            return List.of();
        }
        return overridden(method);
    }

    /** Library methods that {@code method} overrides or implements. */
    List<Reference> overridden(ExecutableElement method) {
        TypeElement owner = Descriptors.typeOf(method);
        List<Reference> found = new ArrayList<>();
        List<TypeMirror> open = new ArrayList<>(types.directSupertypes(owner.asType()));
        for (int i = 0; i < open.size() && i < 500; i++) {
            if (!(open.get(i) instanceof DeclaredType declared)
                    || !(declared.asElement() instanceof TypeElement type)) {
                continue;
            }
            for (Element member : type.getEnclosedElements()) {
                if (member.getKind() == ElementKind.METHOD
                        && member.getSimpleName().equals(method.getSimpleName())
                        && elements.overrides(method, (ExecutableElement) member, owner)) {
                    Reference reference = descriptors.reference(member);
                    if (library.test(reference.owner()) && !found.contains(reference)) {
                        found.add(reference);
                    }
                }
            }
            open.addAll(types.directSupertypes(declared));
        }
        return found;
    }

    private TreePath smallest(CompilationUnitTree unit, Complaint complaint) {
        class Search extends TreePathScanner<Void, Void> {
            private TreePath best;
            private long size = Long.MAX_VALUE;

            @Override
            public Void scan(Tree tree, Void nothing) {
                if (tree == null) {
                    return null;
                }
                long start = positions.getStartPosition(unit, tree);
                long end = positions.getEndPosition(unit, tree);
                boolean known = start >= 0 && end >= start;
                if (known && (complaint.position() < start || complaint.position() > end)) {
                    return null;
                }
                TreePath here = getCurrentPath() == null ? new TreePath(unit) : new TreePath(getCurrentPath(), tree);
                boolean exact = start == complaint.start() && end == complaint.end();
                if (known && end - start <= size && (exact || size != exactSize(complaint))) {
                    best = here;
                    size = end - start;
                }
                return super.scan(tree, nothing);
            }
        }
        Search search = new Search();
        search.scan(unit, null);
        return search.best;
    }

    private static long exactSize(Complaint complaint) {
        return complaint.end() - complaint.start();
    }
}
