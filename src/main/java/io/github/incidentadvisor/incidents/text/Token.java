package io.github.incidentadvisor.incidents.text;

/**
 * A word or a number with its place in the text.
 *
 * @param term in lower case; words without their plural or verbal ending are {@link #stem()}
 * @param first the first word of a name that is several words written as one, such as {@code flyway} of
 *     {@code FlywayValidateException}; empty else
 * @param number whether it begins with a digit: a version, a count, a day
 */
public record Token(String term, int start, int end, boolean number, String first) {
    /** A token that is no name of several words written as one. */
    public Token(String term, int start, int end, boolean number) {
        this(term, start, end, number, "");
    }

    /** The stem of a single word. */
    public static String stemOf(String word) {
        return Stems.of(word);
    }

    /** What is left without a plural or verbal ending; crude on purpose, so that it can be explained. */
    public String stem() {
        return number ? term : Stems.of(term);
    }
}
