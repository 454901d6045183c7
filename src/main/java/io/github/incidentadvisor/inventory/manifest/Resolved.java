package io.github.incidentadvisor.inventory.manifest;

import io.github.incidentadvisor.model.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Text after its variables were replaced, which knows where each part of it was written. */
record Resolved(List<Part> parts) {
    /** Stands for what is not known; no text holds it. */
    static final char UNKNOWN = '\0';

    private static final int LIMIT = 4096;
    /** Unknown parts have no length; variables of variables could have any number of them. */
    private static final int MOST = 256;

    /**
     * A piece.
     *
     * @param text what it is; what was written when it is not known
     * @param origin the line where it was written; {@link Place#NONE} for the line that the whole stands on
     */
    record Part(String text, boolean known, Place origin) {}

    Resolved {
        parts = List.copyOf(parts);
    }

    static Resolved of(String text) {
        return new Resolved(List.of(new Part(text, true, Place.NONE)));
    }

    static Resolved of(String text, Place origin) {
        return new Resolved(List.of(new Part(text, true, origin)));
    }

    static Resolved unknown(String raw) {
        return new Resolved(List.of(new Part(raw, false, Place.NONE)));
    }

    boolean isKnown() {
        return parts.stream().allMatch(Part::known);
    }

    /** The text with {@link #UNKNOWN} for each piece that is not known. */
    String text() {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.known() ? part.text() : String.valueOf(UNKNOWN)));
        return text.toString();
    }

    /** The part that a position of {@link #text} lies in. */
    Part partAt(int index) {
        int at = 0;
        for (Part part : parts) {
            at += part.known() ? part.text().length() : 1;
            if (index < at) {
                return part;
            }
        }
        return parts.isEmpty() ? new Part("", true, Place.NONE) : parts.get(parts.size() - 1);
    }

    /** The part that says most: of a text put together from several lines the one to look at. */
    Part main() {
        return parts.stream()
                .max(Comparator.comparingInt(part -> part.text().length()))
                .orElse(new Part("", true, Place.NONE));
    }

    /** Parts one after another; nothing is gained from texts longer than a reference can be. */
    static Resolved join(List<Part> parts) {
        List<Part> kept = new ArrayList<>();
        int length = 0;
        for (Part part : parts) {
            length += part.text().length();
            if (length > LIMIT || kept.size() >= MOST) {
                return unknown("");
            }
            if (!part.known() || !part.text().isEmpty()) {
                kept.add(part);
            }
        }
        return new Resolved(kept);
    }

    /** The same, written elsewhere, where a part does not know better. */
    Resolved from(Place origin) {
        return new Resolved(parts.stream()
                .map(part -> part.origin().isKnown() ? part : new Part(part.text(), part.known(), origin))
                .toList());
    }
}
