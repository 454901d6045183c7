package io.github.incidentadvisor.evidence.linkage.source;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/** {@code @Deprecated} on an element or on what encloses it (JLS 9.6.4.6). */
final class Deprecation {
    private Deprecation() {}

    /** Whether its publisher says that it will be removed. */
    static boolean isForRemoval(Element element) {
        for (Element at = element; at != null && !(at instanceof PackageElement); at = at.getEnclosingElement()) {
            for (AnnotationMirror annotation : at.getAnnotationMirrors()) {
                if (isDeprecated(annotation)
                        && annotation.getElementValues().entrySet().stream()
                                .anyMatch(
                                        value -> value.getKey().getSimpleName().contentEquals("forRemoval")
                                                && Boolean.TRUE.equals(
                                                        value.getValue().getValue()))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isDeprecated(AnnotationMirror annotation) {
        return annotation.getAnnotationType().asElement() instanceof TypeElement type
                && type.getQualifiedName().contentEquals("java.lang.Deprecated");
    }
}
