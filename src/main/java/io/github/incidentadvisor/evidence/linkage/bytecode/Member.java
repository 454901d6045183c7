package io.github.incidentadvisor.evidence.linkage.bytecode;

import java.util.List;
import org.objectweb.asm.Opcodes;

/**
 * A field or method that a class file declares.
 *
 * @param access flags of JVMS 4.5 and 4.6
 * @param exceptions internal names of what a method says that it throws
 */
record Member(String name, String descriptor, int access, List<String> exceptions) {
    Member {
        exceptions = List.copyOf(exceptions);
    }

    boolean is(int flag) {
        return (access & flag) != 0;
    }

    boolean isStatic() {
        return is(Opcodes.ACC_STATIC);
    }

    boolean isAbstract() {
        return is(Opcodes.ACC_ABSTRACT);
    }

    boolean isPrivate() {
        return is(Opcodes.ACC_PRIVATE);
    }

    /** What {@link ClassShape#method} looks for. */
    String key() {
        return name + descriptor;
    }
}
