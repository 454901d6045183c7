package io.github.incidentadvisor.action.issues;

import io.github.incidentadvisor.model.Deadline;
import java.time.LocalDate;
import java.util.Locale;

/** How near a deadline is; only a step from one to another is worth a comment, since a comment sends mail. */
enum Nearness {
    /** No day is known. */
    UNDATED,
    FAR,
    /** Within 90 days. */
    NEAR,
    /** Within 30 days. */
    PRESSING,
    OVER;

    static Nearness of(Deadline deadline, LocalDate today) {
        if (!deadline.isKnown()) {
            return UNDATED;
        }
        long days = deadline.daysFrom(today);
        return days <= 0 ? OVER : days <= 30 ? PRESSING : days <= 90 ? NEAR : FAR;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Nearness named(String word) {
        for (Nearness one : values()) {
            if (one.word().equals(word)) {
                return one;
            }
        }
        return UNDATED;
    }
}
