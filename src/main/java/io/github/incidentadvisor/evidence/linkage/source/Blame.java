package io.github.incidentadvisor.evidence.linkage.source;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** What a line named when it still compiled: looked up at the place of a complaint in the attribution before the change. */
final class Blame {
    private static final Pattern UNIMPLEMENTED = Pattern.compile("abstract method ([\\w$]+)\\([^)]*\\) in ([\\w.$]+)");

    private final Trees trees;
    private final SourcePositions positions;
    private final Elements elements;
    private final Overrides overrides;
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
        this.overrides = new Overrides(before);
        this.descriptors = before.descriptors();
        this.changed = changed;
        this.library = library;
        before.units().forEach(unit -> units.put(Attribution.path(unit), unit));
    }

    /** What a line named: the element in the attribution before, and its name. */
    record Suspect(Element element, Reference reference) {}

    /** The most telling one first; none when the place names nothing of a library. */
    List<Suspect> of(Complaint complaint) {
        CompilationUnitTree unit = units.get(complaint.file());
        TreePath at = unit == null || complaint.position() < 0 ? null : smallest(unit, complaint);
        if (at == null) {
            return List.of();
        }
        if (complaint.is("does.not.override.abstract")) {
            return unimplemented(complaint);
        }
        if (complaint.code().contains("override") || complaint.code().contains("does.not.implement")) {
            List<Suspect> overridden = overridden(at);
            if (!overridden.isEmpty()) {
                return overridden;
            }
        }
        return named(at);
    }

    private List<Suspect> unimplemented(Complaint complaint) {
        Matcher matcher = UNIMPLEMENTED.matcher(complaint.message());
        if (!matcher.find()) {
            return List.of();
        }
        TypeElement owner = elements.getTypeElement(matcher.group(2));
        return List.of(new Suspect(
                owner,
                new Reference(owner == null ? matcher.group(2) : descriptors.binaryName(owner), matcher.group(1), "")));
    }

    private List<Suspect> named(TreePath at) {
        Suspect inLibrary = null;
        for (TreePath path = at; path != null; path = path.getParentPath()) {
            Element element = Attribution.element(trees, path);
            Reference reference = element == null ? Reference.NONE : descriptors.reference(element);
            if (reference.isKnown() && changed.test(reference.owner())) {
                return List.of(new Suspect(element, reference));
            }
            if (reference.isKnown() && inLibrary == null && library.test(reference.owner())) {
                inLibrary = new Suspect(element, reference);
            }
            Tree tree = path.getLeaf();
            if (tree instanceof StatementTree || tree instanceof MethodTree || tree instanceof VariableTree) {
                break;
            }
        }
        return inLibrary == null ? List.of() : List.of(inLibrary);
    }

    /** Library methods that the method around a place overrides. */
    private List<Suspect> overridden(TreePath at) {
        TreePath path = at;
        while (path != null && !(path.getLeaf() instanceof MethodTree)) {
            path = path.getParentPath();
        }
        return path != null && Attribution.element(trees, path) instanceof ExecutableElement method
                ? overridden(method)
                : List.of();
    }

    /** Library methods that {@code method} overrides or implements. */
    List<Suspect> overridden(ExecutableElement method) {
        return overrides.of(method).stream()
                .map(found -> new Suspect(found, descriptors.reference(found)))
                .filter(suspect -> library.test(suspect.reference().owner()))
                .distinct()
                .toList();
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
