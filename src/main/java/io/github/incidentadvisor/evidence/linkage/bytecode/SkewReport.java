package io.github.incidentadvisor.evidence.linkage.bytecode;

import io.github.incidentadvisor.evidence.linkage.bytecode.Break.Effect;
import io.github.incidentadvisor.evidence.linkage.bytecode.SkewSearch.Vain;
import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.model.Finding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Failing references, told by which jar needs what of which. */
final class SkewReport {
    private static final int SHOWN = 5;

    private final Comparison comparison;
    private final Map<ClassSource, Library> before;
    private final Map<ClassSource, Library> after;
    private final Map<Key, List<Reached>> byPair = new HashMap<>();

    private record Key(Library caller, String callee, boolean isNew) {}

    /**
     * @param provided whether the class is prepared for it
     * @param neverThere whether it is a class that the old class path has not either
     */
    private record Reached(Break broken, boolean reachable, boolean provided, boolean neverThere) {}

    /**
     * @param before what each element of the old class path is
     * @param after what each element of the new one is
     */
    SkewReport(Comparison comparison, Map<ClassSource, Library> before, Map<ClassSource, Library> after) {
        this.comparison = comparison;
        this.before = before;
        this.after = after;
    }

    void add(String className, Vain vain, boolean reachable) {
        Library caller =
                comparison.after().space().source(className).map(after::get).orElseThrow();
        String callee = callee(vain.broken().target().owner().replace('.', '/'))
                .map(SkewReport::ga)
                .orElse("");
        if (!callee.equals(ga(caller.coordinates()))) {
            byPair.computeIfAbsent(new Key(caller, callee, vain.isNew()), key -> new ArrayList<>())
                    .add(new Reached(vain.broken(), reachable, vain.isProvidedFor(), neverThere(vain.broken())));
        }
    }

    private boolean neverThere(Break broken) {
        return broken.kind() == BreakKind.CLASS_REMOVED
                && !comparison.before().space().exists(broken.target().owner().replace('.', '/'));
    }

    /** The jar that has the class, that had it, or that has its package. */
    private Optional<Coordinates> callee(String owner) {
        return Stream.of(
                        comparison.after().space().source(owner).map(after::get).map(Library::coordinates),
                        comparison
                                .before()
                                .space()
                                .source(owner)
                                .map(before::get)
                                .map(Library::coordinates),
                        comparison.after().space().withPackage(Names.packageOf(owner)).stream()
                                .map(after::get)
                                .map(Library::coordinates)
                                .min(Comparator.comparing(Coordinates::toString)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** New ones first, then by severity, those with more references first. */
    List<Skew> skews() {
        Map<String, Coordinates> old = byName(before);
        Map<String, Coordinates> now = byName(after);
        return byPair.entrySet().stream()
                .map(pair -> skew(pair.getKey(), pair.getValue(), old, now))
                .sorted(Comparator.comparing((Skew skew) -> !skew.isNew())
                        .thenComparing(Skew::severity)
                        .thenComparingInt(skew -> -skew.reachable())
                        .thenComparingInt(skew -> -skew.count())
                        .thenComparing(skew -> skew.caller().toString()))
                .toList();
    }

    private static Map<String, Coordinates> byName(Map<ClassSource, Library> all) {
        Map<String, Coordinates> byName = new TreeMap<>();
        all.values().forEach(one -> byName.put(ga(one.coordinates()), one.coordinates()));
        return byName;
    }

    private static Skew skew(Key key, List<Reached> all, Map<String, Coordinates> old, Map<String, Coordinates> now) {
        List<Break> first = all.stream()
                .sorted(Comparator.comparing((Reached one) -> !one.reachable())
                        .thenComparing(one -> one.broken().effect())
                        .thenComparing(Reached::broken, Break.ORDER))
                .limit(SHOWN)
                .map(Reached::broken)
                .toList();
        int reachable = (int) all.stream().filter(Reached::reachable).count();
        Coordinates caller = key.caller().coordinates();
        return new Skew(
                caller,
                Optional.ofNullable(old.get(ga(caller))),
                Optional.ofNullable(now.get(key.callee())),
                Optional.ofNullable(old.get(key.callee())),
                key.isNew(),
                all.size(),
                reachable,
                first,
                severity(key, all, old, now));
    }

    /**
     * A reachable reference that fails breaks at run time. It is less when that cannot be told for certain: when the callee left, and
     * nothing says that the caller needs it; when the class is prepared; when only a class is missing that was not there before
     * either; and it is next to nothing when both were released together.
     */
    private static Severity severity(
            Key key, List<Reached> all, Map<String, Coordinates> old, Map<String, Coordinates> now) {
        Coordinates caller = key.caller().coordinates();
        Coordinates callee = now.get(key.callee());
        List<Reached> reachable = all.stream().filter(Reached::reachable).toList();
        boolean together = callee != null
                && callee.version().equals(caller.version())
                && callee.artifact().group().equals(caller.artifact().group());
        if (!key.isNew() || reachable.isEmpty() || together) {
            return Severity.INFO;
        }
        boolean required = key.caller().requires().contains(key.callee());
        if (callee == null && !required) {
            return caller.equals(old.get(ga(caller))) ? Severity.CAUTION : Severity.INFO;
        }
        boolean certain = reachable.stream()
                .anyMatch(one ->
                        !one.provided() && !one.neverThere() && one.broken().effect() == Effect.FAILS);
        return certain ? Severity.BREAKS_RUNTIME : Severity.CAUTION;
    }

    private static String ga(Coordinates coordinates) {
        return coordinates.artifact().ga();
    }
}
