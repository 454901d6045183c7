package io.github.incidentadvisor.model;

import java.util.Locale;

/**
 * What to do about an advisory.
 *
 * @param text one sentence in the imperative
 * @param smallestStep the nearest version that ends the trouble; {@link Version#NONE} when none is known or needed
 * @param longTerm the version that lasts longest; {@link Version#NONE} likewise
 */
public record Recommendation(Action action, String text, Version smallestStep, Version longTerm) {
    /** What to do, in one word. */
    public enum Action {
        MERGE,
        FIX_FIRST,
        SPLIT,
        WAIT,
        PLAN;

        /** The name in report.json. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
