package io.github.incidentadvisor.evidence.linkage.runtime;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Looks into class files without loading them. */
final class ClassFiles {
    private ClassFiles() {}

    /** Whether the constant pool can hold one of these texts: a CONSTANT_Utf8 of exactly these bytes (JVMS 4.4.7). */
    static boolean mentions(byte[] classFile, Collection<byte[]> utf8s) {
        return utf8s.stream().anyMatch(utf8 -> contains(classFile, utf8));
    }

    /** A text as CONSTANT_Utf8 entries hold it; of ASCII, which is all that is asked for. */
    static byte[] utf8(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] entry = new byte[bytes.length + 3];
        entry[0] = 1;
        entry[1] = (byte) (bytes.length >> 8);
        entry[2] = (byte) bytes.length;
        System.arraycopy(bytes, 0, entry, 3, bytes.length);
        return entry;
    }

    static List<byte[]> utf8s(Collection<String> texts) {
        return texts.stream().map(ClassFiles::utf8).toList();
    }

    private static boolean contains(byte[] in, byte[] what) {
        byte last = what[what.length - 1];
        for (int i = what.length - 1; i < in.length; i++) {
            if (in[i] == last && matches(in, i - what.length + 1, what)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(byte[] in, int at, byte[] what) {
        for (int i = 0; i < what.length; i++) {
            if (in[at + i] != what[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Reads a class.
     *
     * @return false when it is no class file that can be read: truncated, or of a format newer than ASM knows
     */
    static boolean visit(byte[] classFile, ClassVisitor visitor, int flags) {
        try {
            new ClassReader(classFile).accept(visitor, flags);
            return true;
        } catch (RuntimeException e) {
            // ASM has no exception of its own for what is no class file: anything from a bad index to a bad name.
            return false;
        }
    }

    /** Fields and methods of a class and of the classes above it as far as {@code jar} has them, in lower case. */
    static Set<String> members(Jar jar, String binaryName) {
        Set<String> members = new HashSet<>();
        Optional<String> at = Optional.of(binaryName);
        for (int depth = 0; depth < 10 && at.isPresent(); depth++) {
            Members visitor = new Members(members);
            Optional<byte[]> file = jar.readClass(at.get());
            at = file.filter(bytes -> visit(
                            bytes, visitor, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES))
                    .map(bytes -> visitor.superName.replace('/', '.'));
        }
        return members;
    }

    private static final class Members extends ClassVisitor {
        private final Set<String> members;
        private String superName = "";

        Members(Set<String> members) {
            super(Opcodes.ASM9);
            this.members = members;
        }

        @Override
        public void visit(int version, int access, String name, String signature, String above, String[] interfaces) {
            superName = above == null ? "" : above;
        }

        @Override
        public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
            members.add(name.toLowerCase(Locale.ROOT));
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            members.add(name.toLowerCase(Locale.ROOT));
            return null;
        }
    }
}
