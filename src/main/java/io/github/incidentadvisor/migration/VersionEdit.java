package io.github.incidentadvisor.migration;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Replaces the text of a version on one line of a file and leaves every other byte as it was: encoding, line ends,
 * comments.
 */
public final class VersionEdit {
    private VersionEdit() {}

    /**
     * The file with {@code from} replaced by {@code to} on {@code line}; empty when {@code from} does not stand there exactly
     * once as a whole word, since then it cannot be known which one is meant.
     *
     * @param content in any encoding in which a version is ASCII
     * @param line counted from 1
     */
    public static Optional<byte[]> replace(byte[] content, int line, String from, String to) {
        // Latin-1 maps every byte to itself, so that whatever the encoding is survives.
        String text = new String(content, StandardCharsets.ISO_8859_1);
        int start = startOf(text, line);
        if (start < 0
                || from.isEmpty()
                || !StandardCharsets.US_ASCII.newEncoder().canEncode(to)) {
            return Optional.empty();
        }
        int end = text.indexOf('\n', start);
        String before = text.substring(start, end < 0 ? text.length() : end);
        int at = wordAt(before, from, 0);
        if (at < 0 || wordAt(before, from, at + 1) >= 0) {
            return Optional.empty();
        }
        String after = before.substring(0, at) + to + before.substring(at + from.length());
        String edited = text.substring(0, start) + after + (end < 0 ? "" : text.substring(end));
        return Optional.of(edited.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static int startOf(String text, int line) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            int newline = text.indexOf('\n', start);
            if (newline < 0) {
                return -1;
            }
            start = newline + 1;
        }
        return start;
    }

    private static int wordAt(String line, String word, int from) {
        for (int at = line.indexOf(word, from); at >= 0; at = line.indexOf(word, at + 1)) {
            boolean startsThere = at == 0 || !isVersionPart(line.charAt(at - 1));
            int next = at + word.length();
            boolean endsThere = next == line.length() || !isVersionPart(line.charAt(next));
            if (startsThere && endsThere) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isVersionPart(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_' || c == '+';
    }
}
