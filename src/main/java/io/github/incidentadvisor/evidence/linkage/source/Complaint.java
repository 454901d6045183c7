package io.github.incidentadvisor.evidence.linkage.source;

import java.util.List;

/**
 * An error that the compiler reports.
 *
 * @param start offset of the tree that it is about; -1 when it is about none
 * @param end offset behind that tree
 * @param position the offset that it points at
 * @param code as {@code compiler.err.cant.resolve.location}
 */
record Complaint(String file, long line, long start, long end, long position, String code, String message) {
    /** The same complaint against another class path: places are the same, since the sources are. */
    record Key(String file, long position, String code) {}

    Key key() {
        return new Key(file, position, code);
    }

    /** The message in one line. */
    String sentence() {
        List<String> lines = message.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return String.join("; ", lines.subList(0, Math.min(3, lines.size())));
    }

    boolean is(String shortCode) {
        return code.equals("compiler.err." + shortCode);
    }
}
