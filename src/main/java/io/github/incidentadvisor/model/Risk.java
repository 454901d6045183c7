package io.github.incidentadvisor.model;

import java.util.List;
import java.util.Locale;

/** How careful to be with a change, and why; never a number. */
public record Risk(Level level, List<Reason> reasons) {
    public Risk {
        reasons = List.copyOf(reasons);
    }

    /** The word; the later, the riskier. */
    public enum Level {
        NONE,
        LOW,
        MODERATE,
        HIGH;

        /** The name in report.json. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One reason for a level, and what it rests on. */
    public record Reason(String text, List<Evidence> evidence) {
        public Reason {
            evidence = List.copyOf(evidence);
        }
    }
}
