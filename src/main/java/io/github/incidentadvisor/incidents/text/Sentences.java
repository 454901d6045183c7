package io.github.incidentadvisor.incidents.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a text into what can be quoted: sentences, headings, items of lists, rows of tables. */
public final class Sentences {
    /** {@code 17. November}. */
    private static final Pattern MONTH =
            Pattern.compile(" (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\b");

    private Sentences() {}

    /** In the order of the text, none without a letter, none longer than {@code longest} characters. */
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
        if (span.of(text).chars().anyMatch(Character::isLetterOrDigit)) {
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
        return start < end
                && ("#=".indexOf(text.charAt(start)) >= 0
                        || text.substring(start, end).chars().noneMatch(Character::isLetterOrDigit));
    }

    private static boolean isAbbreviation(String text, int at) {
        boolean ordinal = text.charAt(at) == '.'
                && at > 0
                && Character.isDigit(text.charAt(at - 1))
                && MONTH.matcher(text.substring(at + 1, Math.min(text.length(), at + 12)))
                        .lookingAt();
        if (ordinal) {
            return true;
        }
        String before = text.substring(Math.max(0, at - 4), at + 1);
        return before.endsWith("e.g.") || before.endsWith("i.e.") || before.endsWith(" vs.") || before.endsWith("etc.");
    }
}
