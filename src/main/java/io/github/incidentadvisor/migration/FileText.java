package io.github.incidentadvisor.migration;

import io.github.incidentadvisor.git.Tree;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The bytes of a file as Latin-1 text, in which a place in the text is a place among the bytes. */
final class FileText {
    /** No file of this sort is longer; what is, is left to a person: 512 KiB. */
    private static final int LIMIT = 512 << 10;

    private final String path;
    private final String text;

    FileText(String path, byte[] content) {
        this.path = path;
        this.text = new String(content, StandardCharsets.ISO_8859_1);
    }

    /** Empty when there is no such file, or it cannot be read or is too long. */
    static Optional<FileText> of(Tree tree, String path) {
        try {
            return tree.find(path)
                    .filter(entry -> entry.size() <= LIMIT)
                    .map(entry -> new FileText(path, tree.read(entry)));
        } catch (UncheckedIOException | Tree.TooLarge e) {
            return Optional.empty();
        }
    }

    /**
     * A part of it.
     *
     * @param end behind its last byte
     */
    record Span(int start, int end) {
        boolean isEmpty() {
            return start >= end;
        }
    }

    String text() {
        return text;
    }

    String in(Span span) {
        return text.substring(span.start(), span.end());
    }

    /** A line without its end; empty when there is no such line. */
    Optional<Span> line(int number) {
        int start = 0;
        for (int i = 1; i < number; i++) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                return Optional.empty();
            }
            start = end + 1;
        }
        int end = text.indexOf('\n', start);
        int stop = end < 0 ? text.length() : end;
        return Optional.of(new Span(start, stop > start && text.charAt(stop - 1) == '\r' ? stop - 1 : stop));
    }

    /** The line that a place in the text is on. */
    int lineOf(int offset) {
        return 1 + (int) text.chars().limit(offset).filter(c -> c == '\n').count();
    }

    /** The whole lines that {@code span} takes up, line ends too, if nothing but blanks stands beside it; else itself. */
    Span withItsLines(Span span) {
        int start = span.start();
        while (start > 0 && isBlank(text.charAt(start - 1))) {
            start--;
        }
        int end = span.end();
        while (end < text.length() && (isBlank(text.charAt(end)) || text.charAt(end) == '\r')) {
            end++;
        }
        boolean atStart = start == 0 || text.charAt(start - 1) == '\n';
        boolean atEnd = end == text.length() || text.charAt(end) == '\n';
        return atStart && atEnd ? new Span(start, Math.min(end + 1, text.length())) : span;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    /** Where a text stands within {@code span} so that neither end is in the middle of a word. */
    List<Span> all(Span span, String wanted, Words words) {
        List<Span> found = new ArrayList<>();
        for (int at = text.indexOf(wanted, span.start());
                !wanted.isEmpty() && at >= 0 && at + wanted.length() <= span.end();
                at = text.indexOf(wanted, at + 1)) {
            if (words.begins(text, at, span.start()) && words.ends(text, at + wanted.length(), span.end())) {
                found.add(new Span(at, at + wanted.length()));
            }
        }
        return found;
    }

    /** Replaces a part of it. */
    Edit edit(Span span, String after) {
        return new Edit(path, lineOf(span.start()), span.start(), in(span), after);
    }

    /** What goes on beyond the ends of a text and makes it part of something longer. */
    enum Words {
        /** Letters, digits, and what joins them in a version. */
        WHOLE {
            @Override
            boolean begins(String text, int at, int from) {
                return at == from || !isPart(text.charAt(at - 1));
            }

            @Override
            boolean ends(String text, int end, int to) {
                return end == to || !isPart(text.charAt(end));
            }
        },
        /** Digits, and dots between digits: {@code 17} in {@code openjdk-17-jre}, not in {@code 1.17}. */
        NUMBER {
            @Override
            boolean begins(String text, int at, int from) {
                return at == from
                        || !Character.isDigit(text.charAt(at - 1))
                                && !(text.charAt(at - 1) == '.'
                                        && at - 1 > from
                                        && Character.isDigit(text.charAt(at - 2)));
            }

            @Override
            boolean ends(String text, int end, int to) {
                return end == to
                        || !Character.isDigit(text.charAt(end))
                                && !(text.charAt(end) == '.'
                                        && end + 1 < to
                                        && Character.isDigit(text.charAt(end + 1)));
            }
        };

        abstract boolean begins(String text, int at, int from);

        abstract boolean ends(String text, int end, int to);

        private static boolean isPart(char c) {
            return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_' || c == '+';
        }
    }
}
