package io.github.incidentadvisor.evidence.lifecycle;

import io.github.incidentadvisor.evidence.Cycle;
import io.github.incidentadvisor.model.Deadline;
import java.time.LocalDate;

/**
 * Where a cycle stands on a day. Free and paid support are never mixed.
 *
 * @param next what ends next; {@link Deadline#NONE} when nothing is left or no day is announced
 * @param ended what ended last; {@link Deadline#NONE} when nothing did or nobody says when
 */
public record Support(Phase phase, Deadline next, Deadline ended) {
    /** The phases in the order of a life. */
    public enum Phase {
        /** Free support goes on. */
        SUPPORTED,
        /** Free support goes on, but not active support: as a rule security fixes only. */
        ACTIVE_SUPPORT_OVER,
        /** Free support is over; who pays is supported until {@link Support#next()}. */
        PAID_ONLY,
        /** Nothing is left. Without a known {@link Support#ended()} the data gives no day. */
        OVER
    }

    /** The phase of {@code cycle} on {@code today}. */
    public static Support of(Cycle cycle, LocalDate today) {
        Deadline active = cycle.activeSupport();
        Deadline free = cycle.endOfLife();
        Deadline paid = cycle.paidSupport();
        if (isFree(cycle, today)) {
            return cycle.activeEndedUndated() || active.isPast(today)
                    ? new Support(Phase.ACTIVE_SUPPORT_OVER, free, active)
                    : new Support(Phase.SUPPORTED, active.compareTo(free) <= 0 ? active : free, Deadline.NONE);
        }
        if (cycle.paidOpen() || (paid.isKnown() && !paid.isPast(today))) {
            return new Support(Phase.PAID_ONLY, paid, free);
        }
        return new Support(Phase.OVER, Deadline.NONE, free);
    }

    /** Whether {@code cycle} has free support on {@code day}, as far as the data knows. */
    public static boolean isFree(Cycle cycle, LocalDate day) {
        return !cycle.endedUndated() && !cycle.endOfLife().isPast(day);
    }
}
