package io.github.incidentadvisor.evidence.lifecycle;

import io.github.incidentadvisor.evidence.Cycle;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Version;
import java.time.LocalDate;

/**
 * What the data says of one cycle, before anyone asks on which day. Phases are an ISO day, {@link #OVER}, {@link #OPEN},
 * {@link #NONE} or empty where the product has no such phase.
 *
 * @param lts empty, {@link #LTS}, or the ISO day from which it is long-term support
 */
record CycleFacts(
        String name,
        String released,
        String lts,
        String active,
        String endOfLife,
        String extended,
        String discontinued,
        String latest,
        String latestReleased,
        String javaVersions) {
    /** It ended, nobody says when. */
    static final String OVER = "over";
    /** It goes on, and no end is announced. */
    static final String OPEN = "open";
    /** The product has the phase, this cycle has not. */
    static final String NONE = "none";

    static final String LTS = "lts";

    /** This cycle as of {@code today}; the dates decide, a frozen yes or no only where there is no date. */
    Cycle on(LocalDate today, ProductFacts.Phases names, boolean extensionIsFree) {
        boolean prolonged = extensionIsFree && (isDay(extended) || extended.equals(OPEN));
        String free = prolonged ? extended : endOfLife;
        String earlier = prolonged ? endOfLife : active;
        String paid = extensionIsFree ? "" : extended;
        return new Cycle(
                name,
                day(released, LocalDate.MIN),
                lts.equals(LTS) || (!lts.isEmpty() && !today.isBefore(day(lts, LocalDate.MAX))),
                deadline(earlier, prolonged ? names.endOfLife() : names.active()),
                deadline(free, prolonged ? names.extended() : names.endOfLife()),
                deadline(paid, names.extended()),
                free.equals(OVER),
                new Version(latest),
                earlier.equals(OVER),
                paid.equals(OPEN),
                deadline(discontinued, names.discontinued()),
                day(latestReleased, LocalDate.MIN),
                javaVersions);
    }

    private static Deadline deadline(String phase, String name) {
        LocalDate day = day(phase, LocalDate.MAX);
        return day.equals(LocalDate.MAX) ? Deadline.NONE : new Deadline(day, phase(name));
    }

    /** What goes on until the day, where the data names a column ({@code Support Status}) or the day itself ({@code End of Support}). */
    private static String phase(String name) {
        return switch (name) {
            case "Supported", "Support Status", "Service Status", "End of Support", "End of Service (EOS)" -> "Support";
            default -> name.replaceFirst("^End of (?=[A-Z])", "");
        };
    }

    private static LocalDate day(String text, LocalDate otherwise) {
        return isDay(text) ? LocalDate.parse(text) : otherwise;
    }

    static boolean isDay(String text) {
        return !text.isEmpty() && Character.isDigit(text.charAt(0));
    }
}
