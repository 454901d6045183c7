package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.evidence.Cycle;
import io.github.incidentadvisor.evidence.Product;
import io.github.incidentadvisor.model.Version;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where to go from a release line that ends: the nearest line that is itself supported for a while, and the one that stays
 * longest.
 *
 * @param words both in one phrase, with the day that each lasts until
 */
record Targets(Version smallest, Version longest, String words) {
    /** A line that ends sooner than this is no target. */
    private static final int MARGIN_DAYS = 180;

    static Targets beyond(Product product, Cycle present, LocalDate today, Comparator<Version> order) {
        List<Cycle> later = product.cycles().stream()
                .filter(cycle -> order.compare(new Version(cycle.name()), new Version(present.name())) > 0)
                .filter(cycle ->
                        !cycle.released().isAfter(today) && cycle.latest().isKnown())
                .filter(cycle -> !cycle.endedUndated() && !cycle.endOfLife().isPast(today))
                .sorted(Comparator.comparing((Cycle cycle) -> new Version(cycle.name()), order))
                .toList();
        Optional<Cycle> nearest = later.stream()
                .filter(cycle -> cycle.endOfLife().daysFrom(today) >= MARGIN_DAYS)
                .findFirst()
                .or(() -> later.stream().max(Comparator.comparing(Cycle::endOfLife)));
        if (nearest.isEmpty()) {
            return new Targets(Version.NONE, Version.NONE, "");
        }
        Cycle longest = later.stream()
                .max(Comparator.comparing(Cycle::endOfLife)
                        .thenComparing(Cycle::lts)
                        .thenComparing(cycle -> new Version(cycle.name()), order))
                .orElseThrow();
        Cycle smallest = nearest.get();
        String words =
                until(smallest) + (longest.equals(smallest) ? "" : ", or to " + until(longest) + " to stay longest");
        return new Targets(smallest.latest(), longest.latest(), words);
    }

    private static String until(Cycle cycle) {
        return cycle.latest()
                + (cycle.endOfLife().isKnown()
                        ? " (supported until " + cycle.endOfLife().on() + ")"
                        : " (no end announced)");
    }
}
