package io.github.incidentadvisor.evidence;

import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Version;
import java.time.LocalDate;

/**
 * A release line of a product and the phases of its life.
 *
 * @param name as the data names it: {@code 3.5}, {@code 17}
 * @param released the first release; {@link LocalDate#MIN} when not known
 * @param activeSupport end of active support; {@link Deadline#NONE} when the product has no such phase or its day is not known
 * @param endOfLife end of free support as the product's label says
 * @param paidSupport end of support that is paid for or another vendor's; {@link Deadline#NONE} when there is none
 * @param endedUndated the data says that free support is over without a day
 * @param latest its newest release; {@link Version#NONE} when not known
 * @param activeEndedUndated the data says that active support is over without a day
 * @param paidOpen the data says that paid support goes on without a day
 * @param discontinued when it is no longer sold; {@link Deadline#NONE} for software, as a rule
 * @param latestReleased the day of {@code latest}; {@link LocalDate#MIN} when not known
 * @param javaVersions the Java versions it supports, in the data's words: {@code 17 - 25}; empty when not known
 */
public record Cycle(
        String name,
        LocalDate released,
        boolean lts,
        Deadline activeSupport,
        Deadline endOfLife,
        Deadline paidSupport,
        boolean endedUndated,
        Version latest,
        boolean activeEndedUndated,
        boolean paidOpen,
        Deadline discontinued,
        LocalDate latestReleased,
        String javaVersions) {
    /** A cycle of which no more is known. */
    public Cycle(
            String name,
            LocalDate released,
            boolean lts,
            Deadline activeSupport,
            Deadline endOfLife,
            Deadline paidSupport,
            boolean endedUndated,
            Version latest) {
        this(
                name,
                released,
                lts,
                activeSupport,
                endOfLife,
                paidSupport,
                endedUndated,
                latest,
                false,
                false,
                Deadline.NONE,
                LocalDate.MIN,
                "");
    }
}
