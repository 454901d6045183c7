package io.github.incidentadvisor.evidence.linkage.bytecode;

import io.github.incidentadvisor.model.Reference;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Type;

/** Internal names and descriptors (JVMS 4.2, 4.3) as people and reports write them. */
final class Names {
    private Names() {}

    static String packageOf(String internal) {
        int slash = internal.lastIndexOf('/');
        return slash < 0 ? "" : internal.substring(0, slash);
    }

    static String binary(String internal) {
        return internal.replace('/', '.');
    }

    /** {@code Outer.Inner}. */
    static String simple(String internal) {
        String name = internal.substring(internal.lastIndexOf('/') + 1);
        return name.indexOf('$') <= 0 || name.endsWith("$") ? name : name.replace('$', '.');
    }

    /** What a class is called without its package and its outer class. */
    static String last(String internal) {
        String name = internal.substring(internal.lastIndexOf('/') + 1);
        return name.endsWith("$") ? name : name.substring(name.lastIndexOf('$') + 1);
    }

    static Reference reference(String internal) {
        return new Reference(binary(internal), "", "");
    }

    static Reference reference(String internal, String member, String descriptor) {
        return new Reference(binary(internal), member, descriptor);
    }

    /** {@code evict(String, int)}; {@code new Pool(String)} for a constructor of {@code owner}. */
    static String signature(String owner, String name, String descriptor) {
        List<String> arguments = new ArrayList<>();
        for (Type argument : Type.getArgumentTypes(descriptor)) {
            arguments.add(type(argument));
        }
        String called = name.equals("<init>") ? "new " + simple(owner) : name;
        return called + "(" + String.join(", ", arguments) + ")";
    }

    /** {@code Pool.evict(String, int)}. */
    static String method(String owner, String name, String descriptor) {
        return (name.equals("<init>") ? "" : simple(owner) + ".") + signature(owner, name, descriptor);
    }

    /** Refuses what is no descriptor of a field or method, so that nobody who reads it later has to. */
    static String checked(String descriptor) {
        int at = 0;
        if (descriptor.startsWith("(")) {
            at = 1;
            while (at < descriptor.length() && descriptor.charAt(at) != ')') {
                at = behindType(descriptor, at);
            }
            at++;
            if (at == descriptor.length() - 1 && descriptor.charAt(at) == 'V') {
                return descriptor;
            }
        }
        if (at >= descriptor.length() || behindType(descriptor, at) != descriptor.length()) {
            throw new IllegalArgumentException("a descriptor of it is malformed");
        }
        return descriptor;
    }

    private static int behindType(String descriptor, int from) {
        int at = from;
        while (at < descriptor.length() && descriptor.charAt(at) == '[') {
            at++;
        }
        char kind = at < descriptor.length() ? descriptor.charAt(at) : 'V';
        if (kind == 'L') {
            int end = descriptor.indexOf(';', at);
            if (end > at + 1) {
                return end + 1;
            }
        } else if ("BCDFIJSZ".indexOf(kind) >= 0) {
            return at + 1;
        }
        throw new IllegalArgumentException("a descriptor of it is malformed");
    }

    static String type(Type type) {
        return switch (type.getSort()) {
            case Type.ARRAY -> type(type.getElementType()) + "[]".repeat(type.getDimensions());
            case Type.OBJECT -> simple(type.getInternalName());
            default -> type.getClassName();
        };
    }

    /** The class that a type is made of, without its dimensions; empty for primitives. */
    static String element(Type type) {
        Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
        return element.getSort() == Type.OBJECT ? element.getInternalName() : "";
    }

    /** The class that {@code CONSTANT_Class} names, which may be an array's descriptor. */
    static String element(String constant) {
        return constant.startsWith("[") ? element(Type.getType(checked(constant))) : constant;
    }
}
