package io.github.incidentadvisor.evidence.lifecycle;

import io.github.incidentadvisor.evidence.Product;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What the data says of one product. */
record ProductFacts(String id, String label, String url, List<String> aliases, Phases phases, List<CycleFacts> cycles) {
    /**
     * Products whose "extended" phase is free and by the project itself. Hibernate calls its phases stable and limited support,
     * Pulsar active and security support; for all others the extension is somebody's product.
     */
    private static final Set<String> FREE_EXTENSION = Set.of("hibernate-orm", "apache-pulsar");

    ProductFacts {
        aliases = List.copyOf(aliases);
        cycles = List.copyOf(cycles);
    }

    /** What the product calls its phases; empty where it has no such phase. */
    record Phases(String active, String endOfLife, String extended, String discontinued) {}

    ProductFacts with(List<CycleFacts> itsCycles) {
        return new ProductFacts(id, label, url, aliases, phases, itsCycles);
    }

    Product on(LocalDate today, LocalDate asOf) {
        boolean free = FREE_EXTENSION.contains(id);
        return new Product(
                id,
                label,
                url,
                asOf.toString(),
                cycles.stream().map(cycle -> cycle.on(today, phases, free)).toList());
    }
}
