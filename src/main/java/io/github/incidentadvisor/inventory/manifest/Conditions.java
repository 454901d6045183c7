package io.github.incidentadvisor.inventory.manifest;

import java.util.BitSet;

/**
 * What a template's actions leave unsaid: which lines stand under a condition, and which text was an action.
 *
 * @param asking lines under a condition that asks the cluster what it serves
 */
record Conditions(BitSet lines, BitSet asking, boolean templated) {
    /** A file that is no template. */
    static final Conditions NONE = new Conditions(new BitSet(), new BitSet(), false);

    /** Stands where an action was; no name or version begins with it. */
    static final String BLANK = "__";

    boolean at(int line) {
        return lines.get(line);
    }

    /** Whether a condition over the line asks the cluster what it serves or which version it has. */
    boolean asksCluster(int line) {
        return asking.get(line);
    }

    /** Whether an action made a part of the text. */
    boolean isBlank(String text) {
        return templated && text.contains(BLANK);
    }
}
