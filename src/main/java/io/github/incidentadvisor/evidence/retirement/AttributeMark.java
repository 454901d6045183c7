package io.github.incidentadvisor.evidence.retirement;

import io.github.incidentadvisor.inventory.DeclaredObject;
import io.github.incidentadvisor.inventory.DeclaredReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A value at places that the table groups.
 *
 * @param at name of the group
 * @param names of what has the value, in lower case; empty when the places say it
 * @param when values that must stand beside it
 */
record AttributeMark(String at, List<Spot> spots, Set<String> names, Map<String, String> when, Values values)
        implements Mark {
    @Override
    public Set<String> kinds() {
        return spots.stream().flatMap(spot -> spot.kinds().stream()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean inObjects() {
        return spots.stream().anyMatch(Spot::inObjects);
    }

    @Override
    public Optional<Hit> in(DeclaredReference reference) {
        if (!names.isEmpty() && !names.contains(reference.name().toLowerCase(java.util.Locale.ROOT))) {
            return Optional.empty();
        }
        return spots.stream()
                .map(spot -> spot.value(reference, when))
                .flatMap(Optional::stream)
                .filter(values::has)
                .findFirst()
                .map(Hit::of);
    }

    @Override
    public List<Hit> in(DeclaredObject object) {
        return spots.stream()
                .flatMap(spot -> spot.values(object).stream())
                .filter(hit -> values.has(hit.value()))
                .toList();
    }
}
