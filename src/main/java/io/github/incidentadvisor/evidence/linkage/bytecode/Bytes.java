package io.github.incidentadvisor.evidence.linkage.bytecode;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A position in an array that never leaves it. */
final class Bytes {
    private final byte[] bytes;
    private int position;

    Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** All of a class file that says how long it is; refuses what is longer than one may be, or than it says. */
    static byte[] bounded(InputStream in, long length) throws IOException {
        if (length < 0 || length > ClassSource.LARGEST_CLASS) {
            throw new IOException("it is larger than " + ClassSource.LARGEST_CLASS + " bytes");
        }
        byte[] bytes = new byte[(int) length];
        if (in.readNBytes(bytes, 0, bytes.length) < bytes.length || in.read() >= 0) {
            throw new IOException("it is not as long as it says");
        }
        return bytes;
    }

    int position() {
        return position;
    }

    int u1() {
        return bytes[take(1)] & 0xff;
    }

    int u2() {
        int at = take(2);
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }

    int u4() {
        return u2() << 16 | u2();
    }

    /** The two bytes at an offset that has been passed before. */
    int u2At(int offset) {
        return (bytes[offset] & 0xff) << 8 | bytes[offset + 1] & 0xff;
    }

    /** A length of four bytes; what is left must hold as much. */
    int length() {
        int length = u4();
        if (length < 0 || length > bytes.length - position) {
            throw new IllegalArgumentException("it ends too early");
        }
        return length;
    }

    void skip(int count) {
        take(count);
    }

    private int take(int count) {
        if (count < 0 || count > bytes.length - position) {
            throw new IllegalArgumentException("it ends too early");
        }
        int at = position;
        position += count;
        return at;
    }

    /** The modified UTF-8 text (JVMS 4.4.7) of which two bytes of length and the characters begin at {@code offset}. */
    String utf8(int offset) {
        int length = u2At(offset);
        for (int i = offset + 2; i < offset + 2 + length; i++) {
            if (bytes[i] < 0) {
                return modifiedUtf8(offset, length);
            }
        }
        return new String(bytes, offset + 2, length, StandardCharsets.ISO_8859_1);
    }

    /** Whether a text that begins there, as for {@link #utf8}, may be a descriptor that names a class. */
    boolean isDescriptor(int offset) {
        int length = u2At(offset);
        return length > 2
                && (bytes[offset + 2] == 'L' && bytes[offset + 1 + length] == ';'
                        || bytes[offset + 2] == '('
                        || bytes[offset + 2] == '[');
    }

    private String modifiedUtf8(int offset, int length) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, offset, length + 2))) {
            return in.readUTF();
        } catch (IOException e) {
            throw new IllegalArgumentException("a name of it is no text", e);
        }
    }
}
