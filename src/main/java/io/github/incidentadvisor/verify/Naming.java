package io.github.incidentadvisor.verify;

import io.github.incidentadvisor.verify.Token.Kind;
import java.util.Locale;
import java.util.Set;

/** Whether what one name says is said by another one: a class by its full name, a product by the name of its artifact. */
final class Naming {
    private static final String JOINS = "./-#:$@";
    private static final String NAME_JOINS = "./#:$@";
    private static final Set<String> ADDITIONS = Set.of("js", "db", "sql", "jdk");

    private Naming() {}

    /** Whether {@code known}, of any kind, says at least the name {@code said}. */
    static boolean isPart(Token said, Token known) {
        String mine = said.norm();
        String theirs = known.norm();
        return isSpelledAlike(said, known)
                || said.kind() == Kind.ID
                        && isCamel(said.text())
                        && isBounded(theirs.toLowerCase(Locale.ROOT), mine.toLowerCase(Locale.ROOT))
                || (said.kind() == Kind.NAME ? isNamePart(said, known) : isIdentifierPart(mine, theirs, known));
    }

    /** "Vert.x" is vertx, and "OpenSearch" opensearch. */
    private static boolean isSpelledAlike(Token said, Token known) {
        String mine = said.norm();
        if (known.text().equalsIgnoreCase(said.text()) && mine.chars().allMatch(Character::isLetter)) {
            return true;
        }
        if (known.kind() != Kind.WORD || said.text().indexOf('(') >= 0) {
            return false;
        }
        String letters = letters(mine);
        return letters.length() > 3
                && letters.length() < mine.length()
                && known.text().equalsIgnoreCase(letters);
    }

    private static boolean isNamePart(Token said, Token known) {
        String mine = letters(said.text());
        String theirs = letters(known.text());
        return mine.equals(theirs)
                || adds(theirs, mine)
                || adds(mine, theirs)
                || known.norm().length() > 4 && said.norm().startsWith(known.norm())
                || said.norm().length() > 4 && known.norm().startsWith(said.norm());
    }

    /** "Postgres" and "PostgreSQL", "Mongo" and "MongoDB". */
    private static boolean adds(String longer, String shorter) {
        return longer.startsWith(shorter) && ADDITIONS.contains(longer.substring(shorter.length()));
    }

    private static boolean isIdentifierPart(String mine, String theirs, Token known) {
        if (known.kind() == Kind.PLACE && isFile(theirs, mine)) {
            return true;
        }
        int bracket = theirs.indexOf('(');
        String call = bracket < 0 ? theirs : theirs.substring(0, bracket);
        return isBounded(theirs, mine)
                || endsWith(call, mine)
                || call.equals(mine)
                || known.kind() == Kind.ID
                        && Character.isUpperCase(mine.charAt(0))
                        && theirs.startsWith(mine)
                        && theirs.startsWith(".", mine.length());
    }

    /** Whether a place is in this file, with its ending or without, in whatever folder. */
    private static boolean isFile(String place, String name) {
        int colon = place.lastIndexOf(':');
        String path = colon < 0 ? place : place.substring(0, colon);
        String file = path.endsWith(name) || name.indexOf('/') >= 0 ? path : path.substring(path.lastIndexOf('/') + 1);
        if (file.equals(name) || file.endsWith("/" + name)) {
            return true;
        }
        int dot = file.lastIndexOf('.');
        String stem = dot < 0 ? file : file.substring(0, dot);
        return stem.equals(name) || stem.endsWith("/" + name);
    }

    /** The part stands between marks that join names, at the beginning or at the end. */
    private static boolean isBounded(String whole, String part) {
        // "registry" is in "registry-simple", and "my-registry" is another thing than "my-registry-simple".
        String joins = part.indexOf('-') < 0 ? JOINS : NAME_JOINS;
        for (int at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
            int end = at + part.length();
            boolean starts = at == 0 || joins.indexOf(whole.charAt(at - 1)) >= 0;
            if (starts && (end == whole.length() || joins.indexOf(whole.charAt(end)) >= 0)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the part is the last one. */
    static boolean endsWith(String whole, String part) {
        int at = whole.length() - part.length() - 1;
        return at >= 0 && whole.endsWith(part) && JOINS.indexOf(whole.charAt(at)) >= 0;
    }

    private static boolean isCamel(String text) {
        return text.length() > 1
                && Character.isUpperCase(text.charAt(0))
                && text.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c));
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        text.chars().filter(Character::isLetterOrDigit).forEach(c -> letters.append((char) Character.toLowerCase(c)));
        return letters.toString();
    }
}
