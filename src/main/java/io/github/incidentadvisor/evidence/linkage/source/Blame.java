package io.github.incidentadvisor.evidence.linkage.source;

import com.sun.source.tree.ClassTree;
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
import java.util.Optional;
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

    private static final Pattern QUALIFIED = Pattern.compile("(?:[\\w$]+\\.)+[\\w$]+");

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
        return named(at, complaint);
    }

    /** Whether it is about a checked exception in a method that Lombok lets throw it. */
    boolean isSneaky(Complaint complaint) {
        CompilationUnitTree unit = units.get(complaint.file());
        if (unit == null || !complaint.code().contains("unreported.exception") || complaint.position() < 0) {
            return false;
        }
        for (TreePath path = smallest(unit, complaint); path != null; path = path.getParentPath()) {
            if (path.getLeaf() instanceof MethodTree method
                    && method.getModifiers().getAnnotations().stream()
                            .anyMatch(one -> one.getAnnotationType().toString().endsWith("SneakyThrows"))) {
                return true;
            }
        }
        return false;
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

    /** What the place or what is around it in the statement names; else what is in it; else what the message names. */
    private List<Suspect> named(TreePath at, Complaint complaint) {
        Suspect unchanged = null;
        TreePath outermost = at;
        for (TreePath path = at; path != null; path = path.getParentPath()) {
            Suspect suspect = suspect(path);
            if (suspect != null && changed.test(suspect.reference().owner())) {
                return List.of(suspect);
            }
            if (suspect != null
                    && unchanged == null
                    && library.test(suspect.reference().owner())) {
                unchanged = suspect;
            }
            outermost = path;
            Tree tree = path.getLeaf();
            if (tree instanceof StatementTree || tree instanceof MethodTree || tree instanceof VariableTree) {
                break;
            }
        }
        TreePath statement = outermost;
        return Optional.ofNullable(unchanged)
                .or(() -> within(statement))
                .or(() -> said(complaint.message()))
                .map(List::of)
                .orElse(List.of());
    }

    private Suspect suspect(TreePath path) {
        Element element = Attribution.element(trees, path);
        Reference reference = element == null ? Reference.NONE : descriptors.reference(element);
        return reference.isKnown() ? new Suspect(element, reference) : null;
    }

    /** The last changed member that is named inside a tree: in a chain of calls, the nearest one. */
    private Optional<Suspect> within(TreePath tree) {
        if (tree.getLeaf() instanceof ClassTree || tree.getLeaf() instanceof MethodTree) {
            return Optional.empty();
        }
        List<Suspect> found = new ArrayList<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void scan(Tree inner, Void nothing) {
                if (inner != null && getCurrentPath() != null) {
                    Suspect suspect = suspect(new TreePath(getCurrentPath(), inner));
                    if (suspect != null && changed.test(suspect.reference().owner())) {
                        found.add(suspect);
                    }
                }
                return super.scan(inner, nothing);
            }
        }.scan(tree, null);
        return found.stream()
                .filter(suspect -> !suspect.reference().member().isEmpty())
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    private Optional<Suspect> said(String message) {
        Matcher names = QUALIFIED.matcher(message);
        while (names.find()) {
            TypeElement type = elements.getTypeElement(names.group());
            if (type != null && changed.test(descriptors.binaryName(type))) {
                return Optional.of(new Suspect(type, descriptors.reference(type)));
            }
        }
        return Optional.empty();
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
