package io.github.incidentadvisor.verify;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * A word or fact of a text.
 *
 * @param norm what is compared: a group of synonyms, a stem, an ISO date, a version
 * @param sign -1 for the half of a pair of opposites that means absence or refusal ({@code removed}, {@code disabled})
 * @param negated whether {@code not}, {@code no longer} and the like stand before it
 */
record Token(Kind kind, String text, String norm, int sign, boolean negated) {
    enum Kind {
        DATE,
        PLACE,
        VERSION,
        NUMBER,
        ID,
        NAME,
        WORD
    }

    private static final Set<String> ENDINGS = Set.of(
            "", "e", "er", "or", "ion", "ation", "ment", "al", "able", "ible", "ance", "ence", "ure", "ing", "ed",
            "ness", "ity", "enc", "anc", "t", "tion", "y", "ive");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z\\d]*-\\d+");
    private static final Set<String> GOING = Set.of("EXIST", "ENABLE");
    private static final Set<Kind> FACTS = Set.of(Kind.DATE, Kind.PLACE, Kind.VERSION, Kind.NUMBER, Kind.ID);

    boolean isFact() {
        return FACTS.contains(kind);
    }

    /** Whether it names an event: INC-118. */
    boolean isCode() {
        return CODE.matcher(text).matches();
    }

    /** Whether it says that something goes away: removed, or switched off. */
    boolean isGone() {
        return GOING.contains(norm) && !isPositive();
    }

    /** Meaning as far as yes and no go: removed and "not there" are the same. */
    boolean isPositive() {
        return (sign >= 0) != negated;
    }

    /** Whether {@code known}, a token of evidence, says at least what this one says. */
    boolean isIn(Token known) {
        if (norm.equals(known.norm)) {
            return true;
        }
        boolean plural = (kind == Kind.ID || kind == Kind.NAME)
                && text.length() > 4
                && text.endsWith("s")
                && !text.endsWith("ss");
        if (plural && known.text.equals(text.substring(0, text.length() - 1))) {
            return true;
        }
        return switch (kind) {
            case DATE ->
                known.kind == Kind.DATE && isMonthOf(known)
                        || known.kind == Kind.DATE && known.norm.startsWith(norm + "-")
                        || known.kind == Kind.DATE && norm.startsWith("-") && known.norm.endsWith(norm.substring(1));
            case VERSION ->
                known.kind == Kind.VERSION && isLineOf(known)
                        || known.kind == Kind.ID && Naming.endsWith(known.text, text);
            case ID, NAME -> Naming.isPart(this, known);
            case PLACE -> known.kind == Kind.PLACE && known.norm.endsWith("/" + norm);
            case NUMBER -> false;
            case WORD -> known.kind == Kind.WORD && isDerived(norm, known.norm);
        };
    }

    /** "In May" is a day of May of any year. */
    private boolean isMonthOf(Token known) {
        return norm.length() == 4
                && norm.startsWith("--")
                && known.norm.length() >= 7
                && known.norm.startsWith(norm.substring(1), 4)
                && (known.norm.length() == 7 || known.norm.charAt(7) == '-');
    }

    /** 1.2 is said of 1.2.3. */
    private boolean isLineOf(Token known) {
        String full = known.norm.startsWith("v") ? known.norm.substring(1) : known.norm;
        return full.length() > norm.length() && full.startsWith(norm) && ".+-".indexOf(full.charAt(norm.length())) >= 0;
    }

    /** Words of one root: evict and eviction, attack and attacker. */
    private static boolean isDerived(String one, String other) {
        int shared = 0;
        while (shared < Math.min(one.length(), other.length()) && one.charAt(shared) == other.charAt(shared)) {
            shared++;
        }
        return shared >= 4 && ENDINGS.contains(one.substring(shared)) && ENDINGS.contains(other.substring(shared));
    }
}
