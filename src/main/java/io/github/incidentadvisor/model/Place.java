package io.github.incidentadvisor.model;

import java.util.Comparator;

/**
 * A line of a file of the tree under review; what every claim should end in.
 *
 * @param file path relative to the repository's root with {@code /}; empty only in {@link #NONE}
 * @param line counted from 1; 0 only in {@link #NONE}
 */
public record Place(String file, int line) implements Comparable<Place> {
    /** Nowhere in the tree: decided by a file that the project does not own, or not known. */
    public static final Place NONE = new Place("", 0);

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::file).thenComparingInt(Place::line);

    public Place {
        if (file.isEmpty() ? line != 0 : line < 1) {
            throw new IllegalArgumentException("lines count from 1, got " + line + " for '" + file + "'");
        }
    }

    /** Whether this names a line at all. */
    public boolean isKnown() {
        return !file.isEmpty();
    }

    /** For sentences: the line without its folders. */
    public String brief() {
        return file.substring(file.lastIndexOf('/') + 1) + ":" + line;
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return isKnown() ? file + ":" + line : "(no place)";
    }
}
