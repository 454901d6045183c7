package io.github.incidentadvisor;

import io.github.incidentadvisor.evidence.Cycle;
import io.github.incidentadvisor.evidence.Lifecycles;
import io.github.incidentadvisor.evidence.Retirement;
import io.github.incidentadvisor.evidence.Retirements;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.risk.Urgency;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How long a judgement holds. Facts and tree unchanged, it changes only when a day comes that a rule looks at: the end of a release
 * line that is in use or could be gone to, its release, a step of a retirement, each with the lead times before it.
 */
final class Horizon {
    private static final List<Integer> BEFORE =
            List.of(0, Urgency.MARGIN_DAYS, Urgency.DEFAULT.leadDays(), Urgency.DEFAULT.horizonDays());

    private Horizon() {}

    static LocalDate of(Inventory head, Lifecycles lifecycles, Retirements retirements, LocalDate today) {
        TreeSet<LocalDate> days = new TreeSet<>();
        Set<String> seen = new HashSet<>();
        head.items().stream()
                .filter(item -> seen.add(item.component().purl() + "@" + item.version()))
                .flatMap(item -> lifecycles.productsOf(item.component(), item.version()).stream())
                .filter(at -> seen.add(at.product().id()))
                .flatMap(at -> at.product().cycles().stream())
                .flatMap(Horizon::days)
                .forEach(day -> add(day, days, today));
        Stream.concat(
                        head.references().stream().flatMap(reference -> retirements.of(reference).stream()),
                        head.objects().stream().flatMap(object -> retirements.of(object).stream()))
                .flatMap(match -> match.fact().phases().stream())
                .map(Retirement.Phase::on)
                .forEach(day -> add(day, days, today));
        return days.isEmpty() ? LocalDate.MAX : days.first();
    }

    private static Stream<LocalDate> days(Cycle cycle) {
        return Stream.concat(
                Stream.of(cycle.endOfLife(), cycle.activeSupport(), cycle.paidSupport(), cycle.discontinued())
                        .filter(Deadline::isKnown)
                        .map(Deadline::on),
                Stream.of(cycle.released(), cycle.latestReleased()).filter(day -> !day.equals(LocalDate.MIN)));
    }

    /** The day itself and the day after it, since some rules count a day in and some do not. */
    private static void add(LocalDate day, Set<LocalDate> days, LocalDate today) {
        for (int lead : BEFORE) {
            Stream.of(day.minusDays(lead), day.minusDays(lead).plusDays(1))
                    .filter(one -> one.isAfter(today))
                    .forEach(days::add);
        }
    }
}
