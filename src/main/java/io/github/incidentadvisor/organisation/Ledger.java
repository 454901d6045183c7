package io.github.incidentadvisor.organisation;

import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.maven.VersionOrder;
import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Migration;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Version;
import io.github.incidentadvisor.organisation.Advice.Had;
import io.github.incidentadvisor.organisation.Advice.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What was advised and what came of it, from one scan to the next. Written anew from what was kept and what is there now, so that the
 * same scan twice says the same. Only what can be seen is said: that a version moved, not that it moved for our sake.
 */
public final class Ledger {
    private static final int MOST = 500;
    private static final int MOST_PARTS = 20;

    private Ledger() {}

    /**
     * What is known now.
     *
     * @param before what was kept
     * @param report what is due now
     * @param head what there is now
     * @param reverted whether the repository's history since the last look has the advised step and its way back
     */
    public static List<Advice> next(List<Advice> before, Report report, Inventory head, Predicate<Advice> reverted) {
        Map<String, Migration> due =
                report.migrations().stream().collect(Collectors.toMap(Migration::id, one -> one, (a, b) -> a));
        Map<String, Advice> open = new HashMap<>();
        List<Advice> next = new ArrayList<>();
        for (Advice one : before) {
            Advice now = now(one, Optional.ofNullable(due.get(one.migration())), report, head, reverted);
            next.add(now);
            if (now.outcome() == Outcome.OPEN) {
                open.put(now.migration(), now);
            }
        }
        for (Migration one : report.migrations()) {
            boolean takenBack = next.stream()
                    .anyMatch(known -> known.migration().equals(one.id())
                            && known.outcome() == Outcome.REVERTED
                            && known.had().equals(had(one, report)));
            if (!open.containsKey(one.id()) && !takenBack) {
                next.add(advice(one, report));
            }
        }
        return next.size() <= MOST ? next : next.subList(next.size() - MOST, next.size());
    }

    private static Advice now(
            Advice one, Optional<Migration> due, Report report, Inventory head, Predicate<Advice> reverted) {
        String commit = report.head().commit();
        if (one.outcome() == Outcome.AS_ADVISED) {
            boolean back = due.filter(
                            migration -> had(migration, report).stream().anyMatch(one.had()::contains))
                    .isPresent();
            return back ? one.with(Outcome.REVERTED, report.asOf(), commit) : one;
        }
        if (one.outcome() != Outcome.OPEN) {
            return one;
        }
        if (due.isPresent()) {
            return reverted.test(one)
                    ? one.with(Outcome.REVERTED, report.asOf(), commit)
                    : one.with(Outcome.OPEN, one.on(), commit);
        }
        return one.with(outcome(one, head), report.asOf(), commit);
    }

    /** What was due and is not any more. */
    private static Outcome outcome(Advice one, Inventory head) {
        Map<String, List<Version>> there = new HashMap<>();
        head.items().forEach(item -> there.computeIfAbsent(item.component().purl(), k -> new ArrayList<>())
                .add(item.version()));
        List<Had> left =
                one.had().stream().filter(had -> there.containsKey(had.purl())).toList();
        if (left.isEmpty()) {
            return Outcome.REMOVED;
        }
        boolean still = left.stream().anyMatch(had -> there.get(had.purl()).contains(had.version()));
        if (still) {
            return Outcome.UNKNOWN;
        }
        boolean reached = one.target().isKnown()
                && left.stream().allMatch(had -> there.get(had.purl()).stream()
                        .allMatch(version -> isAtLeast(version, one.target())));
        return reached ? Outcome.AS_ADVISED : Outcome.OTHERWISE;
    }

    /** By the numbers that they begin with: {@code 21-jre} has reached {@code 21}. */
    private static boolean isAtLeast(Version version, Version target) {
        Version its = number(version);
        return its.isKnown() && VersionOrder.MAVEN.compare(its, number(target)) >= 0;
    }

    private static Version number(Version version) {
        String plain = version.unpinned().text().replaceFirst("^[^0-9]*", "");
        return new Version(plain.replaceFirst("-(?!\\d).*$", ""));
    }

    private static Advice advice(Migration one, Report report) {
        return new Advice(
                one.id(),
                one.title(),
                report.asOf(),
                had(one, report),
                one.target(),
                one.places().stream()
                        .map(Place::file)
                        .distinct()
                        .limit(MOST_PARTS)
                        .toList(),
                report.head().commit(),
                Outcome.OPEN,
                report.asOf());
    }

    private static List<Had> had(Migration one, Report report) {
        return report.advisories().stream()
                .filter(advisory -> one.advisories().contains(advisory.id()))
                .filter(advisory -> advisory.to().isKnown())
                .map(Ledger::had)
                .distinct()
                .limit(MOST_PARTS)
                .toList();
    }

    private static Had had(Advisory advisory) {
        return new Had(advisory.component().purl(), advisory.to());
    }
}
