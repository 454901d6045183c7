package io.github.incidentadvisor.inventory.manifest;

import io.github.incidentadvisor.inventory.DeclaredObject.Choice;
import java.util.BitSet;

/**
 * What a template's actions leave unsaid: which lines stand under a condition, and which text was an action.
 *
 * @param asking lines under a condition that asks the cluster what it serves
 * @param others lines that count where those of another branch do not
 */
record Conditions(BitSet lines, BitSet asking, BitSet others, boolean templated) {
    /** A file that is no template. */
    static final Conditions NONE = new Conditions(new BitSet(), new BitSet(), new BitSet(), false);

    /** Stands where an action was; no name or version begins with it. */
    static final String BLANK = "__";

    boolean at(int line) {
        return lines.get(line);
    }

    /** What is known of the condition over the line. */
    Choice choice(int line) {
        if (asking.get(line)) {
            return Choice.CLUSTER;
        }
        return others.get(line) ? Choice.ELSE : Choice.NONE;
    }

    /** Whether an action made a part of the text. */
    boolean isBlank(String text) {
        return templated && text.contains(BLANK);
    }
}
