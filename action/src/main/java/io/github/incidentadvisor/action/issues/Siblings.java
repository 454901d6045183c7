package io.github.incidentadvisor.action.issues;

import io.github.incidentadvisor.action.issues.Standing.Ended;
import io.github.incidentadvisor.model.Migration;
import io.github.incidentadvisor.model.Report;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which issue is about which migration. */
final class Siblings {
    /** Open ones first, of these the oldest; of closed ones the newest. */
    private static final Comparator<Existing> BEST = Comparator.comparing((Existing issue) -> !issue.open())
            .thenComparing(issue -> issue.open() ? issue.number() : -issue.number());

    private final Map<String, Existing> byMigration = new HashMap<>();
    private final Set<Integer> taken = new HashSet<>();
    private final Set<String> ids;

    Siblings(Report report, List<Existing> existing) {
        List<Existing> sorted = existing.stream().sorted(BEST).toList();
        this.ids = report.migrations().stream().map(Migration::id).collect(Collectors.toSet());
        for (Migration migration : report.migrations()) {
            find(sorted, issue -> isAbout(issue, migration)).ifPresent(issue -> take(migration, issue));
        }
        for (Migration migration : report.migrations()) {
            if (!byMigration.containsKey(migration.id())) {
                find(sorted, issue -> hadAnotherTarget(issue, migration)).ifPresent(issue -> take(migration, issue));
            }
        }
    }

    private Optional<Existing> find(List<Existing> sorted, java.util.function.Predicate<Existing> wanted) {
        return sorted.stream()
                .filter(issue -> !taken.contains(issue.number()))
                .filter(wanted)
                .findFirst();
    }

    private void take(Migration migration, Existing issue) {
        byMigration.put(migration.id(), issue);
        taken.add(issue.number());
    }

    /** By its mark, or by its title where somebody took the mark away. */
    private static boolean isAbout(Existing issue, Migration migration) {
        return issue.standing()
                .map(one -> one.id().equals(migration.id()) && one.ended() != Ended.TWICE)
                .orElseGet(() -> issue.title().equals(MigrationText.name(migration))
                        || issue.title().startsWith(MigrationText.name(migration) + ", "));
    }

    /** A migration's id holds its target; what it ends says that it is the same work. What was done is done, though. */
    private boolean hadAnotherTarget(Existing issue, Migration migration) {
        return (issue.open() || issue.isDeclined())
                && issue.standing()
                        .map(one -> !ids.contains(one.id())
                                && !Collections.disjoint(one.advisories(), migration.advisories()))
                        .orElse(false);
    }

    Optional<Existing> of(Migration migration) {
        return Optional.ofNullable(byMigration.get(migration.id()));
    }

    boolean isTaken(Existing issue) {
        return taken.contains(issue.number());
    }

    /** Whether a migration that it is about has another issue. */
    boolean isAnothers(Standing standing) {
        return ids.contains(standing.id());
    }
}
