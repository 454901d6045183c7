package io.github.incidentadvisor.verify;

import java.util.Set;

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
            "ness", "ity", "t", "tion", "y", "ive");
    private static final String JOINS = "./-#:$@";
    private static final Set<Kind> FACTS = Set.of(Kind.DATE, Kind.PLACE, Kind.VERSION, Kind.NUMBER, Kind.ID);

    boolean isFact() {
        return FACTS.contains(kind);
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
        return switch (kind) {
            case DATE ->
                known.kind == Kind.DATE && known.norm.startsWith(norm + "-")
                        || known.kind == Kind.DATE && norm.startsWith("-") && known.norm.endsWith(norm.substring(1));
            case VERSION ->
                known.kind == Kind.VERSION && known.norm.matches("v?\\Q" + norm + "\\E[.+-].*")
                        || known.kind == Kind.ID && endsWithPart(known.text, text);
            case ID, NAME -> isPartOf(known);
            case PLACE -> known.kind == Kind.PLACE && known.norm.endsWith("/" + norm);
            case NUMBER -> false;
            case WORD -> known.kind == Kind.WORD && isDerived(norm, known.norm);
        };
    }

    /** Words of one root: evict and eviction, attack and attacker. */
    private static boolean isDerived(String one, String other) {
        int shared = 0;
        while (shared < Math.min(one.length(), other.length()) && one.charAt(shared) == other.charAt(shared)) {
            shared++;
        }
        return shared >= 4 && ENDINGS.contains(one.substring(shared)) && ENDINGS.contains(other.substring(shared));
    }

    private boolean isPartOf(Token known) {
        String mine = norm;
        String theirs = known.norm;
        if (kind == Kind.NAME) {
            String a = text.replaceAll("[^\\p{L}\\d]", "").toLowerCase(java.util.Locale.ROOT);
            String b = known.text.replaceAll("[^\\p{L}\\d]", "").toLowerCase(java.util.Locale.ROOT);
            return a.equals(b)
                    || b.matches("\\Q" + a + "\\E(js|db|sql|jdk)")
                    || a.matches("\\Q" + b + "\\E(js|db|sql|jdk)")
                    || theirs.length() > 4 && mine.startsWith(theirs)
                    || mine.length() > 4 && theirs.startsWith(mine);
        }
        if (known.kind == Kind.PLACE
                && theirs.replaceFirst(":\\d+$", "").matches("(.*/)?\\Q" + mine + "\\E(\\.\\w+)?")) {
            return true;
        }
        String call = theirs.replaceFirst("\\(.*", "");
        return isBounded(theirs, mine)
                || endsWithPart(call, mine)
                || call.equals(mine)
                || known.kind == Kind.ID && theirs.startsWith(mine + ".") && Character.isUpperCase(mine.charAt(0));
    }

    /** The part stands between marks that join names, at the beginning or at the end. */
    private static boolean isBounded(String whole, String part) {
        for (int at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
            int end = at + part.length();
            boolean starts = at == 0 || JOINS.indexOf(whole.charAt(at - 1)) >= 0;
            if (starts && (end == whole.length() || JOINS.indexOf(whole.charAt(end)) >= 0)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWithPart(String whole, String part) {
        int at = whole.length() - part.length() - 1;
        return at >= 0 && whole.endsWith(part) && JOINS.indexOf(whole.charAt(at)) >= 0;
    }
}
