package io.github.incidentadvisor.model;

import java.util.Locale;

/** How far a claim can be trusted; always the same three words. */
public enum Grade {
    /** Computed by us from bytes or from the repository. */
    MEASURED,
    /** Written by a vendor; dated and linked. */
    STATED,
    /** By likeness or by a model; may be wrong. */
    INFERRED;

    /** The word in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
