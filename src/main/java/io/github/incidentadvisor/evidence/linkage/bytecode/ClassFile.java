package io.github.incidentadvisor.evidence.linkage.bytecode;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * The bytes of one class file (JVMS 4), checked so far that reading them ends: every count and length stays within the file. What
 * does not hold throws an {@link IllegalArgumentException}; other exceptions of a reader mean a malformed file as well.
 */
final class ClassFile {
    private static final int MAGIC = 0xCAFEBABE;
    private static final int NEWEST_FOR_ASM = Opcodes.V28;

    private final byte[] bytes;
    private final ConstantPool pool;
    private final String name;

    private ClassFile(byte[] bytes, ConstantPool pool, String name) {
        this.name = name;
        this.bytes = bytes;
        this.pool = pool;
    }

    static ClassFile of(byte[] bytes) {
        Bytes at = new Bytes(bytes);
        if (at.u4() != MAGIC) {
            throw new IllegalArgumentException("it is no class file");
        }
        at.skip(4);
        ConstantPool pool = ConstantPool.read(at);
        at.skip(2);
        String name = pool.className(at.u2());
        at.skip(2);
        at.skip(2 * at.u2());
        members(at, pool);
        members(at, pool);
        attributes(at, pool, false);
        return new ClassFile(bytes, pool, name);
    }

    private static void members(Bytes at, ConstantPool pool) {
        for (int count = at.u2(); count > 0; count--) {
            at.skip(6);
            attributes(at, pool, true);
        }
    }

    private static void attributes(Bytes at, ConstantPool pool, boolean ofMember) {
        for (int count = at.u2(); count > 0; count--) {
            String attribute = pool.utf8(at.u2());
            int length = at.length();
            int end = at.position() + length;
            if (ofMember && attribute.equals("Code")) {
                at.skip(4);
                at.skip(at.length());
                at.skip(8 * at.u2());
                attributes(at, pool, false);
            } else {
                at.skip(length);
            }
            if (at.position() != end) {
                throw new IllegalArgumentException("an attribute is not as long as it says");
            }
        }
    }

    ConstantPool pool() {
        return pool;
    }

    /** The class's own name, internal. */
    String name() {
        return name;
    }

    /** A reader of these bytes; a file of a newer format than ASM knows is read as the newest that it knows. */
    ClassReader reader() {
        int major = (bytes[6] & 0xff) << 8 | bytes[7] & 0xff;
        if (major <= (NEWEST_FOR_ASM & 0xffff)) {
            return new ClassReader(bytes);
        }
        byte[] patched = bytes.clone();
        patched[6] = 0;
        patched[7] = (byte) NEWEST_FOR_ASM;
        return new ClassReader(patched);
    }
}
