package io.github.incidentadvisor.evidence.linkage.source;

import io.github.incidentadvisor.model.Reference;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Names of the compiler's elements as class files have them (JVMS 4.2, 4.3). */
final class Descriptors {
    private final Elements elements;
    private final Types types;
    private final Map<TypeElement, String> binaryNames = new HashMap<>();

    Descriptors(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /** The type that an element is, or is a member of; null for what belongs to none, such as a package. */
    static TypeElement typeOf(Element element) {
        Element at = element;
        while (at != null && !at.getKind().isClass() && !at.getKind().isInterface()) {
            at = at.getEnclosingElement();
        }
        return at instanceof TypeElement type ? type : null;
    }

    String binaryName(TypeElement type) {
        return binaryNames.computeIfAbsent(type, t -> elements.getBinaryName(t).toString());
    }

    /** The member or type as a reference; {@link Reference#NONE} for locals, packages and the like. */
    Reference reference(Element element) {
        if (element instanceof TypeElement type) {
            return new Reference(binaryName(type), "", "");
        }
        TypeElement owner = typeOf(element);
        if (owner == null) {
            return Reference.NONE;
        }
        if (element instanceof ExecutableElement method) {
            return new Reference(binaryName(owner), method.getSimpleName().toString(), descriptor(method));
        }
        if (element instanceof VariableElement field
                && (field.getKind() == ElementKind.FIELD || field.getKind() == ElementKind.ENUM_CONSTANT)) {
            return new Reference(binaryName(owner), field.getSimpleName().toString(), descriptor(field.asType()));
        }
        return Reference.NONE;
    }

    private String descriptor(ExecutableElement method) {
        StringBuilder text = new StringBuilder("(");
        method.getParameters().forEach(parameter -> text.append(descriptor(parameter.asType())));
        return text.append(')').append(descriptor(method.getReturnType())).toString();
    }

    private String descriptor(TypeMirror type) {
        TypeMirror erased = types.erasure(type);
        return switch (erased.getKind()) {
            case BOOLEAN -> "Z";
            case BYTE -> "B";
            case CHAR -> "C";
            case SHORT -> "S";
            case INT -> "I";
            case LONG -> "J";
            case FLOAT -> "F";
            case DOUBLE -> "D";
            case VOID -> "V";
            case ARRAY -> "[" + descriptor(((ArrayType) erased).getComponentType());
            default ->
                erased.getKind() == TypeKind.DECLARED
                        ? "L"
                                + binaryName((TypeElement) ((DeclaredType) erased).asElement())
                                        .replace('.', '/')
                                + ";"
                        : "Ljava/lang/Object;";
        };
    }
}
