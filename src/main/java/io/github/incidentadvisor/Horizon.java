package io.github.incidentadvisor;

import io.github.incidentadvisor.evidence.Cycle;
import io.github.incidentadvisor.evidence.Lifecycles;
import io.github.incidentadvisor.evidence.ProductVersion;
import io.github.incidentadvisor.evidence.Retirement;
import io.github.incidentadvisor.evidence.Retirements;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.risk.Urgency;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How long a judgement holds. Facts and tree unchanged, it changes only when a day comes that a rule looks at: the end of a release
 * line that is in use or could be gone to, its release, a step of a retirement, each with the lead times before it.
 */
final class Horizon {
    private Horizon() {}

    static LocalDate of(Inventory head, Lifecycles lifecycles, Retirements retirements, LocalDate today) {
        TreeSet<LocalDate> days = new TreeSet<>();
        Set<String> seen = new HashSet<>();
        for (Inventory.Item item : head.items()) {
            if (!seen.add(item.component().purl() + "@" + item.version())) {
                continue;
            }
            for (ProductVersion at : lifecycles.productsOf(item.component(), item.version())) {
                lifecycles.cycleOf(at.product(), at.version()).ifPresent(cycle -> inUse(cycle, days));
                if (seen.add(at.product().id())) {
                    at.product().cycles().forEach(cycle -> within(cycle, days));
                }
            }
        }
        Stream.concat(
                        head.references().stream().flatMap(reference -> retirements.of(reference).stream()),
                        head.objects().stream().flatMap(object -> retirements.of(object).stream()))
                .flatMap(match -> match.fact().phases().stream())
                .map(Retirement.Phase::on)
                .forEach(day -> ends(day, days));
        return Optional.ofNullable(days.higher(today)).orElse(LocalDate.MAX);
    }

    private static void inUse(Cycle cycle, Set<LocalDate> days) {
        known(cycle.endOfLife()).forEach(day -> ends(day, days));
        Stream.of(cycle.activeSupport(), cycle.paidSupport(), cycle.discontinued())
                .flatMap(Horizon::known)
                .forEach(days::add);
    }

    private static void ends(LocalDate day, Set<LocalDate> days) {
        days.add(day);
        days.add(day.minusDays(Urgency.DEFAULT.leadDays()));
        days.add(day.minusDays(Urgency.DEFAULT.horizonDays()));
    }

    /** What could be gone to: once it is out, and as long as it lasts long enough. */
    private static void within(Cycle cycle, Set<LocalDate> days) {
        known(cycle.endOfLife()).forEach(day -> {
            days.add(day.minusDays(Urgency.MARGIN_DAYS));
            days.add(day.minusDays(Urgency.MARGIN_DAYS - 1));
        });
        days.add(cycle.released());
        days.add(cycle.latestReleased());
    }

    private static Stream<LocalDate> known(Deadline deadline) {
        return deadline.isKnown() ? Stream.of(deadline.on()) : Stream.empty();
    }
}
