package io.github.incidentadvisor.evidence.linkage.source;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Which methods a method overrides or implements (JLS 8.4.8), as one attribution sees it. */
final class Overrides {
    /** Hierarchies with more supertypes are not real. */
    private static final int SUPERTYPES = 500;

    private final Elements elements;
    private final Types types;

    Overrides(Attribution attribution) {
        this.elements = attribution.task().getElements();
        this.types = attribution.task().getTypes();
    }

    /** Nearest first. */
    List<ExecutableElement> of(ExecutableElement method) {
        TypeElement owner = Descriptors.typeOf(method);
        List<ExecutableElement> found = new ArrayList<>();
        for (TypeMirror supertype : supertypes(owner)) {
            if (!(supertype instanceof DeclaredType declared && declared.asElement() instanceof TypeElement type)) {
                continue;
            }
            for (Element member : type.getEnclosedElements()) {
                if (member.getKind() == ElementKind.METHOD
                        && member.getSimpleName().equals(method.getSimpleName())
                        && elements.overrides(method, (ExecutableElement) member, owner)) {
                    found.add((ExecutableElement) member);
                }
            }
        }
        return found;
    }

    /** Whether a type has a supertype, however far up, that cannot be found. */
    boolean isIncomplete(TypeElement type) {
        return supertypes(type).stream().anyMatch(supertype -> supertype.getKind() == TypeKind.ERROR);
    }

    private List<TypeMirror> supertypes(TypeElement type) {
        List<TypeMirror> open = new ArrayList<>(types.directSupertypes(type.asType()));
        for (int i = 0; i < open.size() && i < SUPERTYPES; i++) {
            if (open.get(i).getKind() == TypeKind.DECLARED) {
                open.addAll(types.directSupertypes(open.get(i)));
            }
        }
        return open;
    }
}
