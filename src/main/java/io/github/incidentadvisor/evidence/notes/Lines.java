package io.github.incidentadvisor.evidence.notes;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The lines of somebody's text, bounded: so many, so long. */
final class Lines {
    static final int MOST = 200_000;
    static final int LONGEST = 8_000;

    private Lines() {}

    /** UTF-8; bytes that are none become U+FFFD. A line that is too long is cut, and lines that are too many are left out. */
    static List<String> of(byte[] bytes) {
        return of(new String(bytes, StandardCharsets.UTF_8));
    }

    static List<String> of(String text) {
        List<String> lines = new ArrayList<>();
        int start = text.startsWith("\uFEFF") ? 1 : 0;
        while (start <= text.length() && lines.size() < MOST) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            int stop = end > start && text.charAt(end - 1) == '\r' ? end - 1 : end;
            lines.add(text.substring(start, Math.min(stop, start + LONGEST)).replace('\u0000', ' '));
            start = end + 1;
        }
        return lines;
    }
}
