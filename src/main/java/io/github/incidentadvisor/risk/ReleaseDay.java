package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.model.Evidence;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The day on which a version came out, and who says so. */
record ReleaseDay(LocalDate on, Evidence evidence) {
    /** What is wrong with a release mostly shows within days; bots that hold updates back wait up to two weeks, many of them one. */
    private static final int CARE_DAYS = 7;

    /** What was slipped into a release, or is taken back, is found sooner: three days are the least that such bots wait. */
    private static final int WAIT_DAYS = 3;

    /** How many days it had been out. */
    long daysOn(LocalDate today) {
        return ChronoUnit.DAYS.between(on, today);
    }

    /** Whether there was little time for anything to show. */
    boolean isYoung(LocalDate today) {
        return daysOn(today) < CARE_DAYS;
    }

    /** Whether it is better waited for than taken. */
    boolean isFresh(LocalDate today) {
        return daysOn(today) < WAIT_DAYS;
    }

    /** The first day on which it is not fresh any more. */
    LocalDate settledOn() {
        return on.plusDays(WAIT_DAYS);
    }
}
