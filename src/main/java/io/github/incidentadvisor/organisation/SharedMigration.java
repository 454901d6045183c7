package io.github.incidentadvisor.organisation;

import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Migration;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Version;
import java.util.Comparator;
import java.util.List;

/**
 * The same migration wherever it is due: the same reason with the same day.
 *
 * @param title of most of them
 * @param trigger of the first; days that are left are not in it
 * @param within the repositories, by name
 * @param incidents ids of past incidents of its kind, of any of them
 */
public record SharedMigration(
        String id,
        Migration.Kind kind,
        String title,
        String trigger,
        Deadline deadline,
        Version target,
        Version longTerm,
        List<Within> within,
        List<String> incidents) {
    /** What is due now, then the nearest, then the gravest, then what hurt before, then the most widespread. */
    static final Comparator<SharedMigration> ORDER = Comparator.comparing(
                    (SharedMigration one) -> !one.isUrgentWithoutDay())
            .thenComparing(SharedMigration::deadline)
            .thenComparing(SharedMigration::kind)
            .thenComparing(one -> one.incidents().isEmpty())
            .thenComparing(one -> -one.within().size())
            .thenComparing(SharedMigration::title)
            .thenComparing(SharedMigration::id);

    public SharedMigration {
        within = List.copyOf(within);
        incidents = List.copyOf(incidents);
    }

    /**
     * One repository of it.
     *
     * @param title its own, with its own versions
     * @param after titles of migrations of the repository that come first
     */
    public record Within(
            String repository,
            String title,
            Version target,
            List<Place> places,
            Migration.Cost cost,
            List<String> after) {
        public Within {
            places = List.copyOf(places);
            after = List.copyOf(after);
        }
    }

    /** Whether it is due now although no day says so. */
    public boolean isUrgentWithoutDay() {
        return !deadline.isKnown() && (kind == Migration.Kind.FORCED_STOP || kind == Migration.Kind.VULNERABILITY);
    }

    /** Lines to edit in all. */
    public int edits() {
        return within.stream().mapToInt(one -> one.cost().edits()).sum();
    }
}
