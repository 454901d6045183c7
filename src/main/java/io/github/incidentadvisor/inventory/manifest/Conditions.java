package io.github.incidentadvisor.inventory.manifest;

import java.util.BitSet;

/** What a template's actions leave unsaid: which lines stand under a condition, and which text was an action. */
record Conditions(BitSet lines, boolean templated) {
    /** A file that is no template. */
    static final Conditions NONE = new Conditions(new BitSet(), false);

    /** Stands where an action was; no name or version begins with it. */
    static final String BLANK = "__";

    boolean at(int line) {
        return lines.get(line);
    }

    /** Whether an action made a part of the text. */
    boolean isBlank(String text) {
        return templated && text.contains(BLANK);
    }
}
