package io.github.incidentadvisor.incidents.text;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into what can be quoted: sentences, headings, items of lists, rows of tables. */
public final class Sentences {
    private Sentences() {}

    /** In the order of the text, none empty, none longer than {@code longest} characters. */
    public static List<Span> of(String text, int longest) {
        List<Span> sentences = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (ends(text, i) || i - start >= longest) {
                add(text, start, i + 1, sentences);
                start = i + 1;
            }
        }
        add(text, start, text.length(), sentences);
        return sentences;
    }

    private static void add(String text, int start, int end, List<Span> sentences) {
        Span span = new Span(start, end).stripped(text);
        if (span.end() > span.start()) {
            sentences.add(span);
        }
    }

    private static boolean ends(String text, int at) {
        char c = text.charAt(at);
        char next = at + 1 < text.length() ? text.charAt(at + 1) : '\n';
        if (c == '.' || c == '!' || c == '?' || c == ';') {
            return Character.isWhitespace(next) && !isAbbreviation(text, at);
        }
        return c == '\n'
                && (isHeading(text, at)
                        || Character.isWhitespace(next)
                        || "-*#|–".indexOf(next) >= 0
                        || Character.isDigit(next));
    }

    /** Whether the line that ends here is a heading, which is no part of what follows it. */
    private static boolean isHeading(String text, int end) {
        int start = text.lastIndexOf('\n', end - 1) + 1;
        return start < end && "#=".indexOf(text.charAt(start)) >= 0;
    }

    private static boolean isAbbreviation(String text, int at) {
        String before = text.substring(Math.max(0, at - 4), at + 1);
        return before.endsWith("e.g.") || before.endsWith("i.e.") || before.endsWith(" vs.") || before.endsWith("etc.");
    }
}
