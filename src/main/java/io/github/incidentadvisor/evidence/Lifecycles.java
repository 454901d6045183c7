package io.github.incidentadvisor.evidence;

import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Version;
import java.util.List;
import java.util.Optional;

/** When versions of products end. Safe for many threads; answers are the same for a whole run. */
public interface Lifecycles {
    /**
     * What a component at a version is, then what it brings, each with all its cycles; empty when the data does not know it. An
     * image may be several things: Maven, the JDK and the operating system under it.
     */
    List<ProductVersion> productsOf(Component component, Version version);

    /**
     * The cycle of {@code product} that {@code version} falls in, by the longest dot-prefix; empty when there is none, which
     * means unknown, neither fine nor over.
     */
    Optional<Cycle> cycleOf(Product product, Version version);

    /** The product with this id or alias of the lifecycle data; empty when the data does not know it. */
    default Optional<Product> product(String id) {
        return Optional.empty();
    }

    /** What could not be refreshed or read. */
    List<Gap> gaps();
}
