package io.github.incidentadvisor.migration;

import java.nio.charset.StandardCharsets;

/**
 * A replacement of some bytes of a file. Texts are Latin-1 views of bytes, so that every byte of whatever the encoding is has its
 * character and comes back unchanged.
 *
 * @param file path relative to the root
 * @param line the line that it begins on, counted from 1
 * @param offset bytes before it in the file
 * @param before what stands there; empty when something is put in
 * @param after what stands there then; empty when something is taken out
 */
public record Edit(String file, int line, int offset, String before, String after) implements Comparable<Edit> {
    public Edit {
        if (offset < 0 || line < 1) {
            throw new IllegalArgumentException("no place in a file: line " + line + ", offset " + offset);
        }
    }

    /** The first byte behind what it replaces. */
    public int end() {
        return offset + before.length();
    }

    /** Whether both cannot be made. */
    boolean clashesWith(Edit other) {
        return file.equals(other.file) && !equals(other) && offset < other.end() && other.offset < end();
    }

    /** Bytes read as the text that they most likely are. */
    static String readable(String latin1) {
        return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    @Override
    public int compareTo(Edit other) {
        int byFile = file.compareTo(other.file);
        return byFile != 0 ? byFile : Integer.compare(offset, other.offset);
    }
}
