package io.github.incidentadvisor.organisation;

import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.LeadTimes;
import io.github.incidentadvisor.model.Migration;
import java.time.LocalDate;

/** How near a deadline is, in classes: what changes class is worth a word. */
enum Nearness {
    OVER,
    DUE,
    AHEAD,
    UNDATED;

    static Nearness of(Migration.Kind kind, Deadline deadline, LocalDate today) {
        if (!deadline.isKnown()) {
            return UNDATED;
        }
        if (deadline.isPast(today)) {
            return OVER;
        }
        return deadline.daysFrom(today) <= LeadTimes.DEFAULT.days(kind) ? DUE : AHEAD;
    }
}
