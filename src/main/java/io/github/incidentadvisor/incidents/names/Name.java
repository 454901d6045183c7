package io.github.incidentadvisor.incidents.names;

import io.github.incidentadvisor.incidents.text.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Words by which a text may speak of what changes.
 *
 * @param words in lower case; all must stand close together
 * @param bond how surely the words mean what changes
 * @param server whether they name what runs by itself: to a client of it, its troubles are another matter
 * @param common whether its one word means something else mostly, so that only a version behind it makes it a name
 * @param moves between which versions, where these are not those of the change itself
 */
public record Name(List<String> words, Bond bond, boolean server, boolean common, Moves moves) {
    public Name {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a name without words");
        }
    }

    /** How surely. */
    public enum Bond {
        /** Its own name. */
        OWN("same component"),
        /** Another name of the same thing, or of a service that runs it. */
        ALIAS("the same by another name"),
        /** What it replaces, where that is another thing. */
        REPLACED("what it replaces"),
        /** The family that it is a part of; versions are mostly shared, troubles mostly not. */
        FAMILY("same family"),
        /** What the change's notes or findings name. */
        NOTED("named in the notes"),
        /** What such a change usually moves as well. */
        BROUGHT("usually moves along");

        private final String text;

        Bond(String text) {
            this.text = text;
        }

        /** For people. */
        public String text() {
            return text;
        }
    }

    /**
     * The versions that a named thing moves between.
     *
     * @param own whether they are its own; else those of the change count, which {@code from} and {@code to} leave empty
     */
    public record Moves(boolean own, Numbers from, Numbers to) {
        /** With the change that was asked about. */
        public static final Moves WITH_THE_CHANGE = new Moves(false, Numbers.NONE, Numbers.NONE);

        /** Somewhere, which nobody says. */
        public static final Moves UNSAID = new Moves(true, Numbers.NONE, Numbers.NONE);

        static Moves between(Numbers from, Numbers to) {
            return new Moves(true, from, to);
        }
    }

    /** The words as people read them. */
    public String text() {
        return String.join(" ", words);
    }

    static List<String> wordsOf(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
