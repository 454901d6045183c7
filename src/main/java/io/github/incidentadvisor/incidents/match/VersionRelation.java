package io.github.incidentadvisor.incidents.match;

import io.github.incidentadvisor.incidents.Step;
import io.github.incidentadvisor.incidents.text.Numbers;
import io.github.incidentadvisor.incidents.text.Token;

/** How a version that an incident names stands to the versions that a change moves between. */
enum VersionRelation {
    /** The change starts or ends at exactly this one, which is too particular to be chance. */
    EXACT("the very version", 4),
    /** The change goes past it. */
    CROSSED("a version that this change crosses", 3),
    /** It is on the line that the change starts from or ends at. */
    SAME_LINE("a version of the same line", 1),
    /** Further on than the change goes. */
    BEYOND("a version of it is named", 0.5),
    /** The project has it behind it. */
    PASSED("only versions that this project has behind it", -1.5),
    NONE("", 0);

    private static final int PARTICULAR = 3;

    private final String text;
    private final double points;

    VersionRelation(String text, double points) {
        this.text = text;
        this.points = points;
    }

    String text() {
        return text;
    }

    double points() {
        return points;
    }

    /** Whether a version is so particular that two things hardly share it: three numbers, one of them large. */
    static boolean isParticular(Numbers numbers) {
        return numbers.parts().size() >= PARTICULAR && numbers.parts().stream().anyMatch(part -> part >= 10);
    }

    /** The versions that a change moves between. */
    record Ends(Numbers from, Numbers to) {
        static Ends of(Step step) {
            return new Ends(Numbers.of(step.from()), Numbers.of(step.to()));
        }
    }

    static VersionRelation of(Numbers there, Ends ends) {
        Numbers from = ends.from();
        Numbers to = ends.to();
        if (!there.isKnown() || !to.isKnown()) {
            return NONE;
        }
        if (!from.isKnown()) {
            return there.fits(to) ? CROSSED : there.major() == to.major() ? SAME_LINE : BEYOND;
        }
        if (there.parts().size() >= PARTICULAR && (there.equals(from) || there.equals(to))) {
            return EXACT;
        }
        boolean up = from.order(to) < 0;
        Numbers low = up ? from : to;
        Numbers high = up ? to : from;
        boolean within = there.order(low) > 0 && there.order(high) <= 0 || there.fits(high);
        if (within && !(there.fits(low) && there.fits(high))) {
            return CROSSED;
        }
        if (onLine(there, from, from.major() == to.major()) || onLine(there, to, from.major() == to.major())) {
            return SAME_LINE;
        }
        return there.order(low) < 0 ? PASSED : BEYOND;
    }

    /** Where both ends have one first number, the second decides what a line is. */
    private static boolean onLine(Numbers there, Numbers end, boolean oneMajor) {
        return oneMajor
                ? there.parts().size() > 1
                        && end.parts().size() > 1
                        && there.parts().subList(0, 2).equals(end.parts().subList(0, 2))
                : there.major() == end.major();
    }

    /** The closer of the two. */
    VersionRelation or(VersionRelation other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** {@code 4.x}. */
    private static boolean isLine(Token token, String text) {
        return text.startsWith(".x", token.end())
                && (token.end() + 2 == text.length() || !Character.isLetterOrDigit(text.charAt(token.end() + 2)));
    }

    /**
     * Whether a number is a version rather than a day, a time or a count, by how it is written: with dots, or right after the
     * name as in "Spring Boot 3".
     *
     * @param name the name's last token
     */
    static boolean isVersion(int at, int name, Reading reading) {
        Token token = reading.tokens().get(at);
        if (!token.number() || token.term().contains(".")) {
            return token.number();
        }
        if (isLine(token, reading.text())) {
            return true;
        }
        char after = token.end() < reading.text().length() ? reading.text().charAt(token.end()) : ' ';
        boolean follows =
                at == name + 1 || at == name + 2 && reading.stem(name + 1).equals("version");
        return follows && token.term().length() <= 2 && ":-%".indexOf(after) < 0;
    }
}
