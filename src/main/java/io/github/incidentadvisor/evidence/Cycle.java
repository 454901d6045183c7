package io.github.incidentadvisor.evidence;

import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Version;
import java.time.LocalDate;

/**
 * A release line of a product and the phases of its life.
 *
 * @param name as the data names it: {@code 3.5}, {@code 17}
 * @param released the first release; {@link LocalDate#MIN} when not known
 * @param activeSupport end of active support; {@link Deadline#NONE} when the product has no such phase
 * @param endOfLife end of free support as the product's label says
 * @param paidSupport end of support that is paid for; {@link Deadline#NONE} when there is none
 * @param endedUndated the data says that it is over without a day
 * @param latest its newest release; {@link Version#NONE} when not known
 */
public record Cycle(
        String name,
        LocalDate released,
        boolean lts,
        Deadline activeSupport,
        Deadline endOfLife,
        Deadline paidSupport,
        boolean endedUndated,
        Version latest) {}
