package io.github.incidentadvisor.evidence;

import java.util.List;

/**
 * A product of the lifecycle data.
 *
 * @param id as in the data: {@code spring-boot}
 * @param label for people: {@code Spring Boot}
 * @param url the page that shows it
 * @param asOf ISO day of the data
 * @param cycles newest first, as the data orders them
 */
public record Product(String id, String label, String url, String asOf, List<Cycle> cycles) {
    public Product {
        cycles = List.copyOf(cycles);
    }
}
