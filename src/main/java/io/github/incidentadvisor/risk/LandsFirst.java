package io.github.incidentadvisor.risk;

/** Fixes that work before the change too: they can be made, tested and merged apart from it, so they are the first thing to do. */
final class LandsFirst {
    private static final String WORDS = "can land first";

    private LandsFirst() {}

    /**
     * The fix, and whether it can.
     *
     * @param fix in the imperative; empty when none is known
     */
    static String told(String fix, boolean landsFirst) {
        return fix.isEmpty() || !landsFirst ? fix : fix + "; that works before the change too, so it " + WORDS;
    }

    /** Whether a fix says of itself that it can. */
    static boolean says(String fix) {
        return fix.contains(WORDS);
    }
}
