package io.github.incidentadvisor.incidents.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text into words and numbers; a version such as {@code 2.30.0} or {@code v1.28} is one of them. */
public final class Tokens {
    private static final int MOST_PARTS = 6;
    private static final int SHORTEST_FIRST = 4;

    /** {@code nodejs16}. */
    private static final Pattern NUMBERED = Pattern.compile("(\\p{L}{5,20})\\d{1,2}");

    private Tokens() {}

    /** In the order of the text. */
    public static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>(text.length() / 6 + 1);
        int at = 0;
        while (at < text.length()) {
            if (!Character.isLetterOrDigit(text.charAt(at))) {
                at++;
                continue;
            }
            int number = numberEnd(text, at);
            if (number > 0) {
                int digits = isV(text.charAt(at)) ? at + 1 : at;
                tokens.add(new Token(text.substring(digits, number), at, number, true));
                at = number;
            } else {
                int end = wordEnd(text, at);
                String word = text.substring(at, end);
                tokens.add(new Token(word.toLowerCase(Locale.ROOT), at, end, false, firstOf(word)));
                at = end;
            }
        }
        return tokens;
    }

    private static int wordEnd(String text, int start) {
        int end = start;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Where a number that starts here ends, dots and all; 0 when letters make it a word. */
    private static int numberEnd(String text, int start) {
        int at = isV(text.charAt(start)) ? start + 1 : start;
        int end = at;
        int last = 0;
        for (int part = 0; part < MOST_PARTS; part++) {
            int from = end;
            while (end < text.length() && isDigit(text.charAt(end)) && end - from < 9) {
                end++;
            }
            if (end == from || wordEnd(text, end) > end) {
                break;
            }
            last = end;
            if (end >= text.length() || text.charAt(end) != '.') {
                break;
            }
            end++;
        }
        return last;
    }

    private static boolean isV(char c) {
        return c == 'v' || c == 'V';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The first word of a class name of three words or more, which is often the product, and what is numbered; empty else. */
    private static String firstOf(String word) {
        Matcher numbered = NUMBERED.matcher(word);
        if (numbered.matches()) {
            return numbered.group(1).toLowerCase(Locale.ROOT);
        }
        int humps = 0;
        int first = 0;
        for (int i = 0; i < word.length(); i++) {
            boolean upper = Character.isUpperCase(word.charAt(i));
            if (i == 0 && !upper || upper && i > 0 && Character.isUpperCase(word.charAt(i - 1))) {
                return "";
            }
            if (upper) {
                humps++;
                first = humps == 2 ? i : first;
            }
        }
        return humps > 2 && first >= SHORTEST_FIRST ? word.substring(0, first).toLowerCase(Locale.ROOT) : "";
    }
}
