package io.github.incidentadvisor.incidents.match;

import io.github.incidentadvisor.incidents.text.Span;

/**
 * One thing that speaks for or against a likeness.
 *
 * @param text for people
 * @param points what it counts; below 0 when it speaks against
 * @param span the incident's words that show it
 */
record Reason(Sort sort, String text, double points, Span span) {
    /** What sort of thing. */
    enum Sort {
        NAME,
        TRACKER,
        MOVED,
        FAILED,
        VERSION,
        WORDS,
        FILE,
        OPERATION
    }

    /** Whether it says only that what changes is named. */
    boolean isName() {
        return sort == Sort.NAME || sort == Sort.TRACKER;
    }

    /** Whether it is true of much that has nothing to do with the change: the name, a failure, some later version. */
    boolean isBare() {
        return sort == Sort.NAME
                || sort == Sort.FAILED
                || sort == Sort.VERSION && points <= VersionRelation.BEYOND.points();
    }
}
