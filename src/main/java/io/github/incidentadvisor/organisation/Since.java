package io.github.incidentadvisor.organisation;

import io.github.incidentadvisor.model.Deadline;
import java.time.LocalDate;
import java.util.List;

/**
 * What is different from the last scan that came to its end.
 *
 * @param day of that scan; {@link LocalDate#MIN} when there was none
 * @param fresh what was not due then
 * @param nearer what is due in a nearer class than then: over, within its lead time, ahead
 * @param resolved what was due then in repositories that were read now, and is not any more
 * @param joined repositories that were not in it
 * @param left repositories that were in it and are not looked at any more, or could not be read
 */
public record Since(
        LocalDate day,
        List<Line> fresh,
        List<Line> nearer,
        List<Line> resolved,
        List<String> joined,
        List<String> left) {
    /** There was none. */
    public static final Since NOTHING = new Since(LocalDate.MIN, List.of(), List.of(), List.of(), List.of(), List.of());

    public Since {
        fresh = List.copyOf(fresh);
        nearer = List.copyOf(nearer);
        resolved = List.copyOf(resolved);
        joined = List.copyOf(joined);
        left = List.copyOf(left);
    }

    /** Whether there was one. */
    public boolean isKnown() {
        return !day.equals(LocalDate.MIN);
    }

    /** A migration of a repository. */
    public record Line(String repository, String title, Deadline deadline) {}
}
