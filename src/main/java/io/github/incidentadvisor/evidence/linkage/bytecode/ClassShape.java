package io.github.incidentadvisor.evidence.linkage.bytecode;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Opcodes;

/**
 * A class as those see it that refer to it: its header and its members, no code. Names are internal ({@code java/lang/Object}).
 *
 * @param access flags of the class file (JVMS 4.1), which are what the virtual machine checks
 * @param declaredAccess flags as the source has them (JVMS 4.7.6), which are what the compiler checks; the same for top-level classes
 * @param superName empty only for {@code java/lang/Object}
 * @param permitted of a sealed class; empty when it is not sealed
 * @param nestHost empty for a class that is its own host
 * @param methods by name and descriptor
 * @param fields by name and descriptor
 */
record ClassShape(
        String name,
        int access,
        int declaredAccess,
        String superName,
        List<String> interfaces,
        List<String> permitted,
        String nestHost,
        Map<String, Member> methods,
        Map<String, Member> fields) {

    boolean is(int flag) {
        return (access & flag) != 0;
    }

    boolean isInterface() {
        return is(Opcodes.ACC_INTERFACE);
    }

    boolean isAbstract() {
        return is(Opcodes.ACC_ABSTRACT);
    }

    boolean isFinal() {
        return is(Opcodes.ACC_FINAL);
    }

    boolean isPublic() {
        return is(Opcodes.ACC_PUBLIC);
    }

    boolean isEnum() {
        return is(Opcodes.ACC_ENUM);
    }

    boolean isSealed() {
        return !permitted.isEmpty();
    }

    boolean isRecord() {
        return superName.equals("java/lang/Record");
    }

    Optional<Member> method(String name, String descriptor) {
        return Optional.ofNullable(methods.get(name + descriptor));
    }

    /** A field is named by its descriptor too (JVMS 5.4.3.2). */
    Optional<Member> field(String name, String descriptor) {
        return Optional.ofNullable(fields.get(name + descriptor));
    }

    /** What other classes of the nest call it: the host's name, its own when it is the host. */
    String nest() {
        return nestHost.isEmpty() ? name : nestHost;
    }
}
