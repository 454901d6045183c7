package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.model.Evidence;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The day on which a version came out, and who says so. */
record ReleaseDay(LocalDate on, Evidence evidence) {
    /**
     * What is wrong with a release, or was slipped into it, mostly shows within days: bots that hold updates back wait three days
     * to two weeks, a week more often than not.
     */
    static final int CARE_DAYS = 7;

    /** How many days it had been out. */
    long daysOn(LocalDate today) {
        return ChronoUnit.DAYS.between(on, today);
    }

    /** Whether there was little time for anything to show. */
    boolean isYoung(LocalDate today) {
        return daysOn(today) < CARE_DAYS;
    }

    /** The first day on which it is not. */
    LocalDate settledOn() {
        return on.plusDays(CARE_DAYS);
    }
}
