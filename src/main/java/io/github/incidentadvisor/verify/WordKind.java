package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.verify.Token.Kind;
import java.util.regex.Pattern;

/** What a word is by its look and by the lexicon: an identifier of code, a name, or English. */
final class WordKind {
    private static final Lexicon WORDS = Lexicon.ENGLISH;

    /** Names such as OpenSSL, which are no identifiers of code. */
    private static final Pattern BRAND =
            Pattern.compile("[A-Z][a-z]+[A-Z]{2,}|[A-Z][a-z]*[A-Z]{2,}|[A-Z][a-z]+\\.(js|io|NET)");

    private WordKind() {}

    static boolean isBrand(String text) {
        return BRAND.matcher(text).matches();
    }

    /** Whether it is a word of English that the lexicon has; what is not and has a capital is a name. */
    static boolean isKnown(String lower) {
        return WORDS.meaning(lower).isPresent()
                || WORDS.isIn("stop", lower)
                || WORDS.isPlain(lower)
                || WORDS.isIn("negators", lower)
                || WORDS.isIn("bases", lower)
                || WORDS.isIn("all", lower)
                || WORDS.isIn("some", lower)
                || WORDS.isIn("condition", lower)
                || WORDS.isHedge(lower);
    }

    /** "Blue" of "cluster blue": behind such a word, a word of no other use is a name, unless it looks like a plural. */
    static boolean canName(String lower) {
        return WORDS.meaning(lower).isEmpty()
                && !WORDS.isPlain(lower)
                && !WORDS.isHedge(lower)
                && !WORDS.isIn("trade", lower)
                && !WORDS.isIn("bases", lower)
                && lower.matches("[a-z][a-z0-9-]*[a-rt-z0-9]");
    }

    /** "Unchecked" is "not checked". */
    static boolean isUndone(String lower) {
        return lower.matches("un[a-z]{3,}ed") && WORDS.meaning(lower).isEmpty() && !WORDS.isPlain(lower);
    }

    /** "Kafka 4", "version 2" and "okhttp 5" are no counts. */
    static boolean namesVersions(Token token, String last) {
        return token.kind() == Kind.NAME
                || token.kind() == Kind.WORD
                        && token.text().equals(last)
                        && WORDS.meaning(last).isEmpty()
                        && !WORDS.isPlain(last)
                        && !WORDS.isHedge(last)
                        && !WORDS.isIn("some", last)
                        && !WORDS.isIn("all", last)
                || token.text().equals(last)
                        && token.text().matches("versions?|releases?|cycle|line|java|jdk|kubernetes|postgres(ql)?");
    }

    static boolean isIdentifier(String text) {
        String inner = text.substring(1);
        return text.matches(".*[\\d_.:#$/+].*")
                || inner.chars().anyMatch(Character::isUpperCase)
                        && inner.chars().anyMatch(Character::isLowerCase)
                || text.matches("[A-Z]+(-[A-Z0-9]+)+")
                || text.matches("[a-z]+(-[a-z0-9]+){2,}");
    }

    /** "Not yet used" denies the use. */
    static boolean isAdverb(String text) {
        return WORDS.isIn("adverbs", text) || text.length() > 4 && text.endsWith("ly");
    }
}
