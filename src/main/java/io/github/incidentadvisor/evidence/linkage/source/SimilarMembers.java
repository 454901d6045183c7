package io.github.incidentadvisor.evidence.linkage.source;

import io.github.incidentadvisor.evidence.Linkage.Instead;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** The members that a type still has in place of one that is gone or has another shape. */
final class SimilarMembers {
    private static final int SHOWN = 3;

    private final Attribution before;
    private final Attribution after;

    SimilarMembers(Attribution before, Attribution after) {
        this.before = before;
        this.after = after;
    }

    /** @param now the member's type after the change */
    Instead like(Element member, TypeElement now) {
        List<Element> all = after.task().getElements().getAllMembers(now).stream()
                .filter(one -> one.getModifiers().contains(Modifier.PUBLIC)
                        || one.getModifiers().contains(Modifier.PROTECTED))
                .filter(one -> one.getKind() == member.getKind())
                .map(Element.class::cast)
                .toList();
        List<Element> sameName = all.stream()
                .filter(one -> one.getSimpleName().contentEquals(member.getSimpleName()))
                .filter(one -> !shape(one).equals(shape(member)))
                .toList();
        if (!sameName.isEmpty()) {
            String shapes = sameName.stream().limit(SHOWN).map(this::shape).collect(Collectors.joining(" or "));
            return new Instead("use " + shapes, existed(sameName.get(0), now));
        }
        return renamed(member, all)
                .map(one -> new Instead("use " + shape(one), existed(one, now)))
                .orElse(Instead.UNKNOWN);
    }

    /** {@code size()} for {@code getSize()} and the other way round, or a slip of case, with the same shape. */
    private Optional<Element> renamed(Element member, List<Element> all) {
        String stem = stem(member);
        return all.stream()
                .filter(one -> !one.getSimpleName().contentEquals(member.getSimpleName()))
                .filter(one -> stem(one).equals(stem) && parameters(one).equals(parameters(member)))
                .findFirst();
    }

    private static String stem(Element member) {
        String name = member.getSimpleName().toString();
        String bare = name.replaceFirst("^(?:get|is|set|with)(?=[A-Z])", "");
        return bare.replace("_", "").toLowerCase(Locale.ROOT);
    }

    private boolean existed(Element one, TypeElement now) {
        TypeElement old = before.task().getElements().getTypeElement(now.getQualifiedName());
        return old != null
                && before.task().getElements().getAllMembers(old).stream()
                        .anyMatch(other ->
                                other.getKind() == one.getKind() && shape(other).equals(shape(one)));
    }

    private String shape(Element member) {
        if (member.getKind() == ElementKind.CONSTRUCTOR) {
            return "new " + member.getEnclosingElement().getSimpleName() + parameters(member);
        }
        return member.getSimpleName() + parameters(member);
    }

    private static String parameters(Element member) {
        return member instanceof ExecutableElement method
                ? method.getParameters().stream()
                        .map(parameter -> simple(parameter.asType().toString()))
                        .collect(Collectors.joining(", ", "(", ")"))
                : "";
    }

    /** A type as people write it: no packages, no annotations. */
    private static String simple(String type) {
        return type.replaceAll("@[\\w.$]+(?:\\([^)]*\\))?\\s*", "").replaceAll("\\b(?:[\\w$]+\\.)+(?=[A-Z])", "");
    }
}
