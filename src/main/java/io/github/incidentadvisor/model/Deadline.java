package io.github.incidentadvisor.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A day on which something ends.
 *
 * @param on the first day on which it is over; {@link LocalDate#MAX} only in {@link #NONE}
 * @param what what ends then, as the vendor calls it: {@code OSS support}, {@code Security Support}
 */
public record Deadline(LocalDate on, String what) implements Comparable<Deadline> {
    /** No day is known; sorts last. */
    public static final Deadline NONE = new Deadline(LocalDate.MAX, "");

    /** Whether there is a day. */
    public boolean isKnown() {
        return !on.equals(LocalDate.MAX);
    }

    /** Days from {@code today}; negative once it is over. */
    public long daysFrom(LocalDate today) {
        return ChronoUnit.DAYS.between(today, on);
    }

    /** Whether it is over on {@code today}. */
    public boolean isPast(LocalDate today) {
        return isKnown() && !today.isBefore(on);
    }

    @Override
    public int compareTo(Deadline other) {
        return on.compareTo(other.on);
    }
}
