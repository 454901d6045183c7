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
    private final Map<ClassSource, Coordinates> before;
    private final Map<ClassSource, Coordinates> after;
    private final Map<Key, List<Reached>> byPair = new HashMap<>();

    private record Key(Coordinates caller, String callee, boolean isNew) {}

    private record Reached(Break broken, boolean reachable, boolean provided) {}

    /**
     * @param before what each element of the old class path is
     * @param after what each element of the new one is
     */
    SkewReport(Comparison comparison, Map<ClassSource, Coordinates> before, Map<ClassSource, Coordinates> after) {
        this.comparison = comparison;
        this.before = before;
        this.after = after;
    }

    void add(String className, Vain vain, boolean reachable) {
        Coordinates caller =
                comparison.after().space().source(className).map(after::get).orElseThrow();
        String callee = callee(vain.broken().target().owner().replace('.', '/'))
                .map(one -> one.artifact().ga())
                .orElse("");
        if (!callee.equals(caller.artifact().ga())) {
            byPair.computeIfAbsent(new Key(caller, callee, vain.isNew()), key -> new ArrayList<>())
                    .add(new Reached(vain.broken(), reachable, vain.isProvidedFor()));
        }
    }

    /** The jar that has the class, that had it, or that has its package. */
    private Optional<Coordinates> callee(String owner) {
        return Stream.of(
                        comparison.after().space().source(owner).map(after::get),
                        comparison.before().space().source(owner).map(before::get),
                        comparison.after().space().withPackage(Names.packageOf(owner)).stream()
                                .map(after::get)
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

    private static Map<String, Coordinates> byName(Map<ClassSource, Coordinates> all) {
        Map<String, Coordinates> byName = new TreeMap<>();
        all.values().forEach(one -> byName.put(one.artifact().ga(), one));
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
        return new Skew(
                key.caller(),
                Optional.ofNullable(old.get(key.caller().artifact().ga())),
                Optional.ofNullable(now.get(key.callee())),
                Optional.ofNullable(old.get(key.callee())),
                key.isNew(),
                all.size(),
                reachable,
                first,
                severity(key.isNew(), all));
    }

    private static Severity severity(boolean isNew, List<Reached> all) {
        if (!isNew || all.stream().noneMatch(Reached::reachable)) {
            return Severity.INFO;
        }
        boolean fails = all.stream()
                .anyMatch(one ->
                        one.reachable() && !one.provided() && one.broken().effect() == Effect.FAILS);
        return fails ? Severity.BREAKS_RUNTIME : Severity.CAUTION;
    }
}
