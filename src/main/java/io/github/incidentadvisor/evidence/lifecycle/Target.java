package io.github.incidentadvisor.evidence.lifecycle;

import io.github.incidentadvisor.evidence.Cycle;
import io.github.incidentadvisor.evidence.Product;
import io.github.incidentadvisor.model.Version;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where to go from a version: two cycles, often the same one.
 *
 * @param smallest the nearest
 * @param longest the one that lasts longest
 */
public record Target(Step smallest, Step longest) {
    /**
     * A cycle to go to.
     *
     * @param version its newest release; {@link Version#NONE} when not known, or not yet out on the day judged by
     */
    public record Step(Cycle cycle, Version version) {}

    /** {@link #of(Product, Version, LocalDate, int, Predicate)} where nothing is ruled out. */
    public static Optional<Target> of(Product product, Version present, LocalDate today, int marginDays) {
        return of(product, present, today, marginDays, cycle -> true);
    }

    /**
     * The cycles above that of {@code present}, of its own kind where a product has several ({@code ubuntu-22.04} and
     * {@code macos-14}), that have been released and have free support for {@code marginDays} beyond {@code today} and beyond the end
     * of the present one. Where a product names long-term cycles, another one without an announced end does not count as lasting
     * long. Empty when there is none.
     *
     * @param possible whether the project can take a cycle at all
     */
    public static Optional<Target> of(
            Product product, Version present, LocalDate today, int marginDays, Predicate<Cycle> possible) {
        VersionNumbers from = VersionNumbers.of(present, product);
        Optional<Cycle> own = from.cycleOf(product);
        VersionNumbers kind = own.map(cycle -> VersionNumbers.of(new Version(cycle.name()), product))
                .orElseGet(from::plain);
        LocalDate needed = own.filter(cycle ->
                        Support.isFree(cycle, today) && cycle.endOfLife().isKnown())
                .map(cycle -> cycle.endOfLife().on())
                .orElse(today)
                .plusDays(marginDays);
        List<Cycle> candidates = product.cycles().stream()
                .filter(cycle -> !own.filter(cycle::equals).isPresent())
                .filter(cycle ->
                        VersionNumbers.of(new Version(cycle.name()), product).isLike(kind))
                .filter(cycle -> newest(cycle, product).isAfter(from))
                .filter(cycle -> !cycle.released().isAfter(today))
                .filter(cycle -> Support.isFree(cycle, needed))
                .filter(possible)
                .sorted((a, b) -> newest(a, product).compare(newest(b, product)))
                .toList();
        boolean namesLts = product.cycles().stream().anyMatch(Cycle::lts);
        Comparator<Cycle> lasting = Comparator.comparing((Cycle cycle) ->
                        !namesLts || cycle.lts() || cycle.endOfLife().isKnown())
                .thenComparing(cycle -> cycle.endOfLife().on())
                .thenComparing((a, b) -> newest(a, product).compare(newest(b, product)));
        return candidates.stream()
                .max(lasting)
                .map(longest -> new Target(step(candidates.get(0), today), step(longest, today)));
    }

    /** Some lines hold others ({@code 2} and {@code 2.12}), so that their newest releases tell which is further. */
    private static VersionNumbers newest(Cycle cycle, Product product) {
        VersionNumbers name = VersionNumbers.of(new Version(cycle.name()), product);
        VersionNumbers latest = VersionNumbers.of(cycle.latest(), product);
        return cycle.latest().isKnown() && latest.isLike(name) ? latest : name;
    }

    private static Step step(Cycle cycle, LocalDate today) {
        return new Step(cycle, cycle.latestReleased().isAfter(today) ? Version.NONE : cycle.latest());
    }
}
