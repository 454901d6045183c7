package io.github.incidentadvisor.action.issues;

import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Kind;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;

/**
 * How many days before a deadline people are told of it.
 *
 * @param forced when the vendor stops or changes what runs
 * @param support when only support ends
 * @param deprecation when something is announced to go
 */
public record LeadTimes(int forced, int support, int deprecation) {
    private static final Set<Kind> FORCED = Set.of(Kind.RETIREMENT, Kind.REMOVED_API);
    private static final Set<Kind> ANNOUNCED = Set.of(Kind.DEPRECATED_REFERENCE, Kind.VENDOR_ANNOUNCEMENT);

    /** Words of vendors for days on which they act themselves. */
    private static final String BY_ITSELF =
            "(?i).*\\b(forced|automatic\\w*|upgraded|blocked|stops?|shut ?down|retire[ds]?|removed)\\b.*";

    /** @throws AdvisorException when it is not three numbers of days, such as {@code 180,90,30} */
    public static LeadTimes of(String text) {
        String plain = text.replaceAll("\\s+", "");
        if (!plain.matches("\\d{1,4},\\d{1,4},\\d{1,4}")) {
            throw new AdvisorException("lead-times must be three numbers of days, such as 180,90,30.");
        }
        String[] days = plain.split(",");
        return new LeadTimes(Integer.parseInt(days[0]), Integer.parseInt(days[1]), Integer.parseInt(days[2]));
    }

    /** Whether it is time; what has no day, such as a vulnerability, is due at once. */
    boolean reach(Deadline deadline, Collection<Finding> because, LocalDate today) {
        return !deadline.isKnown() || deadline.daysFrom(today) <= days(deadline, because);
    }

    private int days(Deadline deadline, Collection<Finding> because) {
        boolean forcedToMove = deadline.what().matches(BY_ITSELF)
                || because.stream()
                        .anyMatch(finding -> FORCED.contains(finding.kind())
                                || finding.deadline().what().matches(BY_ITSELF));
        if (forcedToMove) {
            return forced;
        }
        boolean announced =
                !because.isEmpty() && because.stream().map(Finding::kind).allMatch(ANNOUNCED::contains);
        return announced ? deprecation : support;
    }
}
