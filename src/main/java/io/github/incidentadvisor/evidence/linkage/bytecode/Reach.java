package io.github.incidentadvisor.evidence.linkage.bytecode;

import io.github.incidentadvisor.evidence.linkage.bytecode.References.Named;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Which classes of a class path others lead to: by naming them in their constant pools, and by lists of services
 * ({@link java.util.ServiceLoader}, and files that name implementations for a type in the same manner). The granularity is the class,
 * so that more is reachable than is used; what {@link Conditions} turn off is not.
 */
final class Reach {
    private static final int LIMIT = 200_000;

    private final ClassSpace space;
    private final References references;
    private final Map<String, Set<String>> services;
    private final Conditions conditions;
    private final Set<String> off = ConcurrentHashMap.newKeySet();
    private final Set<String> reached = ConcurrentHashMap.newKeySet();

    Reach(ClassSpace space, References references, Conditions conditions, Map<String, Set<String>> services) {
        this.conditions = conditions;
        this.space = space;
        this.references = references;
        this.services = services;
    }

    /** Internal names of all classes of the class path that can be reached, the first ones included. */
    Set<String> from(Collection<String> first) {
        List<String> frontier = first.stream().filter(this::isFresh).toList();
        while (!frontier.isEmpty() && reached.size() < LIMIT) {
            frontier = frontier.parallelStream()
                    .flatMap(this::named)
                    .filter(this::isFresh)
                    .toList();
        }
        reached.removeAll(off);
        return reached;
    }

    private Stream<String> named(String name) {
        Stream<String> listed = services.getOrDefault(name, Set.of()).stream();
        Optional<ClassSource> source = space.source(name).filter(one -> !one.isPlatform());
        if (source.isEmpty()) {
            return listed;
        }
        Named named = references.of(source.get(), name);
        if (conditions.isOff(name, named)) {
            off.add(name);
            return Stream.empty();
        }
        return Stream.of(named.classes().stream(), named.described().stream(), listed)
                .flatMap(all -> all);
    }

    /** Classes of the platform are followed no further, but services may be listed for them. */
    private boolean isFresh(String name) {
        return space.exists(name) && reached.add(name);
    }
}
