package io.github.incidentadvisor.incidents.names;

import java.util.List;

/**
 * Words by which a text may speak of what changes.
 *
 * @param words in lower case; all must stand close together
 * @param bond how surely the words mean what changes
 */
public record Name(List<String> words, Bond bond) {
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

    /** The words as people read them. */
    public String text() {
        return String.join(" ", words);
    }
}
