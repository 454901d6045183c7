package io.github.incidentadvisor.evidence.linkage.bytecode;

import java.util.Set;

/**
 * One place of a class file that refers to a class or a member of one.
 *
 * @param owner internal name of the class that the reference names
 * @param name of the member; empty for a class
 * @param descriptor of the member; empty for a class
 * @param onInterface whether the reference says that the owner is an interface
 * @param method name and descriptor of the method that it stands in; empty for what is no code
 * @param line of the source; 0 when the class file does not tell
 * @param caught internal names of what the code around it catches
 */
record Use(
        Kind kind,
        String owner,
        String name,
        String descriptor,
        boolean onInterface,
        String method,
        int line,
        Set<String> caught) {

    /** Who catches one of these expects that the reference may be broken, as the compiler's own code for enum switches does. */
    private static final Set<String> GUARDS = Set.of(
            "java/lang/NoClassDefFoundError",
            "java/lang/NoSuchFieldError",
            "java/lang/NoSuchMethodError",
            "java/lang/AbstractMethodError",
            "java/lang/IncompatibleClassChangeError",
            "java/lang/LinkageError");

    /** How it refers. */
    enum Kind {
        /** {@code invokevirtual}, or a method reference to such a method. */
        VIRTUAL,
        /** {@code invokeinterface}. */
        INTERFACE,
        /** {@code invokestatic}. */
        STATIC,
        /** {@code invokespecial}: a constructor, or {@code super.m()}. */
        SPECIAL,
        GETFIELD,
        PUTFIELD,
        GETSTATIC,
        PUTSTATIC,
        /** {@code new}. */
        NEW,
        /** Another instruction that resolves the class: a cast, a literal, an array, the types of a dynamic call. */
        TYPE,
        CATCH,
        /** The interface of a lambda or method reference, with the method that it implements. */
        LAMBDA,
        /** The type of a declared field, parameter, result or exception: resolved by reflection and the compiler alone. */
        SIGNATURE,
        ANNOTATION,
        /** An entry of the constant pool that nothing else accounts for. */
        POOL;

        boolean isCall() {
            return this == VIRTUAL || this == INTERFACE || this == STATIC || this == SPECIAL;
        }

        boolean isField() {
            return this == GETFIELD || this == PUTFIELD || this == GETSTATIC || this == PUTSTATIC;
        }

        boolean isWrite() {
            return this == PUTFIELD || this == PUTSTATIC;
        }

        boolean isStatic() {
            return this == STATIC || this == GETSTATIC || this == PUTSTATIC;
        }

        /** Whether the virtual machine never resolves it by itself. */
        boolean isMention() {
            return this == SIGNATURE || this == ANNOTATION || this == POOL;
        }
    }

    /** Something that stands in no code. */
    static Use mention(Kind kind, String owner, String method) {
        return new Use(kind, owner, "", "", false, method, 0, Set.of());
    }

    /** Whether the code catches the error that a broken reference throws. */
    boolean isGuarded() {
        return caught.stream().anyMatch(GUARDS::contains);
    }

    Use atLine(int other) {
        return new Use(kind, owner, name, descriptor, onInterface, method, other, caught);
    }
}
