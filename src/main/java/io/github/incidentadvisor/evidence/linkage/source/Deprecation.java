package io.github.incidentadvisor.evidence.linkage.source;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/** {@code @Deprecated} on an element or on what encloses it (JLS 9.6.4.6). */
final class Deprecation {
    private Deprecation() {}

    /** The element itself or what encloses it, whichever its publisher says will be removed; null when neither. */
    static Element forRemoval(Element element) {
        for (Element at = element; at != null && !(at instanceof PackageElement); at = at.getEnclosingElement()) {
            if (at.getAnnotationMirrors().stream().anyMatch(Deprecation::saysForRemoval)) {
                return at;
            }
        }
        return null;
    }

    private static boolean saysForRemoval(AnnotationMirror annotation) {
        return annotation.getAnnotationType().asElement() instanceof TypeElement type
                && type.getQualifiedName().contentEquals("java.lang.Deprecated")
                && annotation.getElementValues().entrySet().stream()
                        .anyMatch(value -> value.getKey().getSimpleName().contentEquals("forRemoval")
                                && Boolean.TRUE.equals(value.getValue().getValue()));
    }
}
