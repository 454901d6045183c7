package io.github.incidentadvisor.evidence.notes;

/**
 * A piece of a text with its structure.
 *
 * @param level of a heading, 1 the highest; of an item, how deep it stands in its list, 0 the outermost
 * @param text its words, line breaks and runs of blanks made one blank
 * @param line counts from 1
 */
record Block(Kind kind, int level, String text, int line) {
    enum Kind {
        HEADING,
        /** A line that heads what follows without being a heading of the document: {@code **Fixed**}, {@code New features:}. */
        LABEL,
        ITEM,
        TEXT
    }

    /** Words of one blank between each two. */
    static String collapsed(String text) {
        return text.replaceAll("[\\s\\u00a0]+", " ").strip();
    }
}
