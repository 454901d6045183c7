package io.github.incidentadvisor.organisation;

import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Migration;
import java.time.LocalDate;

/** How near a deadline is, in classes: what changes class is worth a word. */
enum Nearness {
    OVER,
    DUE,
    AHEAD,
    UNDATED;

    /** 180 days before a forced stop, 90 before an end of support, 30 before a deprecation. */
    static int leadDays(Migration.Kind kind) {
        return switch (kind) {
            case FORCED_STOP -> 180;
            case VULNERABILITY, END_OF_SUPPORT -> 90;
            case DEPRECATION, ORPHAN_PIN -> 30;
        };
    }

    static Nearness of(Migration.Kind kind, Deadline deadline, LocalDate today) {
        if (!deadline.isKnown()) {
            return UNDATED;
        }
        if (deadline.isPast(today)) {
            return OVER;
        }
        return deadline.daysFrom(today) <= leadDays(kind) ? DUE : AHEAD;
    }
}
