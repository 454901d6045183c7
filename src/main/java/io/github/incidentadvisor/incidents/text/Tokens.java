package io.github.incidentadvisor.incidents.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text into words and numbers; a version such as {@code 2.30.0} or {@code v1.28} is one of them. */
public final class Tokens {
    private static final Pattern TOKEN =
            Pattern.compile("(?<![\\p{L}\\d])[vV]?(\\d{1,9}(?:\\.\\d{1,9}){0,5})(?![\\p{L}\\d]*\\p{L})|[\\p{L}\\d]+");

    /** A class name of three words or more, the first of which is often the product. */
    private static final Pattern CAMEL = Pattern.compile("(\\p{Lu}\\p{Ll}{3,30})(?:\\p{Lu}[\\p{Ll}\\d]{1,30}){2,8}");

    private Tokens() {}

    /** In the order of the text. */
    public static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                tokens.add(new Token(matcher.group(1), matcher.start(), matcher.end(), true));
            } else {
                String word = matcher.group();
                Matcher camel = CAMEL.matcher(word);
                String first = camel.matches() ? camel.group(1).toLowerCase(Locale.ROOT) : "";
                tokens.add(new Token(word.toLowerCase(Locale.ROOT), matcher.start(), matcher.end(), false, first));
            }
        }
        return tokens;
    }
}
