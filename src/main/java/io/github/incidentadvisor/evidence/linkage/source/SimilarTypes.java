package io.github.incidentadvisor.evidence.linkage.source;

import io.github.incidentadvisor.evidence.Linkage.Instead;
import io.github.incidentadvisor.evidence.linkage.Jars;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Where a type that is gone went: the same name in another package, or in the same package a name that says more, with most of
 * the same methods. Types without methods of their own (annotations, markers) are judged by name alone.
 */
final class SimilarTypes {
    private static final double ALIKE = 0.5;

    private final Attribution before;
    private final Attribution after;
    private final Jars jars;
    private final Collection<Path> old;
    private final Collection<Path> now;

    SimilarTypes(Compilation compilation, Attribution before, Attribution after, Jars jars) {
        this.before = before;
        this.after = after;
        this.jars = jars;
        this.old = compilation.before();
        this.now = compilation.after();
    }

    Instead like(TypeElement gone) {
        String simple = gone.getSimpleName().toString();
        List<TypeElement> moved = candidates(jars.named(simple, now), gone);
        Optional<TypeElement> best = best(gone, moved);
        if (best.isPresent()) {
            return instead("import " + best.get().getQualifiedName() + " in its place", best.get());
        }
        String home = packageOf(gone.getQualifiedName().toString());
        List<TypeElement> longer = candidates(
                jars.all(now).keySet().stream()
                        .filter(name -> packageOf(name).equals(home) && saysMore(Jars.simpleName(name), simple))
                        .sorted()
                        .toList(),
                gone);
        return best(gone, longer)
                .map(type -> instead("use " + type.getSimpleName() + " of the same package", type))
                .orElse(Instead.UNKNOWN);
    }

    /** A type of that simple or qualified name, preferring the package of {@code near}. */
    Optional<TypeElement> named(String name, TypeElement near, Attribution attribution) {
        var elements = attribution.task().getElements();
        if (name.contains(".") && elements.getTypeElement(name) != null) {
            return Optional.of(elements.getTypeElement(name));
        }
        String beside = packageOf(near.getQualifiedName().toString()) + "." + name;
        return Optional.ofNullable(elements.getTypeElement(beside)).or(() -> {
            List<String> all = List.copyOf(jars.named(name.substring(name.lastIndexOf('.') + 1), now));
            return all.size() == 1 ? Optional.ofNullable(elements.getTypeElement(all.get(0))) : Optional.empty();
        });
    }

    private Instead instead(String text, TypeElement type) {
        String name = type.getQualifiedName().toString();
        return new Instead(text, before.task().getElements().getTypeElement(name) != null && isIn(old, name));
    }

    private boolean isIn(Collection<Path> path, String name) {
        return jars.all(path).containsKey(name);
    }

    private List<TypeElement> candidates(Collection<String> names, TypeElement gone) {
        List<TypeElement> types = new ArrayList<>();
        for (String name : names) {
            TypeElement type =
                    name.contains("$") ? null : after.task().getElements().getTypeElement(name);
            if (type != null
                    && type.getKind() == gone.getKind()
                    && type.getModifiers().contains(Modifier.PUBLIC)) {
                types.add(type);
            }
        }
        return types;
    }

    private static Optional<TypeElement> best(TypeElement gone, List<TypeElement> candidates) {
        record Scored(TypeElement type, double likeness) {}
        Set<String> methods = methods(gone);
        List<Scored> scored = candidates.stream()
                .map(type -> new Scored(type, likeness(methods, methods(type), gone, type)))
                .filter(one -> one.likeness() >= ALIKE)
                .sorted(Comparator.comparingDouble(Scored::likeness).reversed())
                .toList();
        boolean clear = scored.size() == 1
                || scored.size() > 1 && scored.get(0).likeness() > scored.get(1).likeness();
        return clear ? Optional.of(scored.get(0).type()) : Optional.empty();
    }

    /** Shared method names over all, and a little for how much of the package's name is the same. */
    private static double likeness(Set<String> a, Set<String> b, TypeElement gone, TypeElement type) {
        Set<String> all = new HashSet<>(a);
        all.addAll(b);
        Set<String> both = new HashSet<>(a);
        both.retainAll(b);
        double methods = all.isEmpty() ? ALIKE : (double) both.size() / all.size();
        return methods
                + 0.1
                        * samePackageWords(
                                gone.getQualifiedName().toString(),
                                type.getQualifiedName().toString());
    }

    private static double samePackageWords(String a, String b) {
        List<String> one = List.of(packageOf(a).split("\\."));
        Set<String> shared = new HashSet<>(List.of(packageOf(b).split("\\.")));
        long same = one.stream().filter(shared::contains).count();
        return (double) same / Math.max(one.size(), shared.size());
    }

    private static Set<String> methods(TypeElement type) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> method.getKind() == ElementKind.METHOD
                        && method.getModifiers().contains(Modifier.PUBLIC))
                .map(Element::getSimpleName)
                .map(Object::toString)
                .collect(Collectors.toSet());
    }

    /** Whether a name ends or begins with another one and has more words. */
    private static boolean saysMore(String name, String simple) {
        String a = name.toLowerCase(Locale.ROOT);
        String b = simple.toLowerCase(Locale.ROOT);
        return simple.length() > 4 && !a.equals(b) && (a.endsWith(b) || a.startsWith(b));
    }

    private static String packageOf(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }
}
