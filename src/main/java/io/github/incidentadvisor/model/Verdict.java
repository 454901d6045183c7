package io.github.incidentadvisor.model;

import java.util.Locale;

/** What the findings amount to; the later, the more urgent. */
public enum Verdict {
    /** Nothing to do. */
    NONE,
    /** A deadline that is further away than its lead time. */
    PLAN,
    /** A deadline passed or within its lead time, or a known vulnerability. */
    ACTION,
    /** A measured finding breaks the build or the run. */
    BROKEN;

    /** The name in report.json. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The more urgent of the two. */
    public Verdict or(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
