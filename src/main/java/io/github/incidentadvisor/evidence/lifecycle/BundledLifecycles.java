package io.github.incidentadvisor.evidence.lifecycle;

import io.github.incidentadvisor.evidence.Cycle;
import io.github.incidentadvisor.evidence.Lifecycles;
import io.github.incidentadvisor.evidence.Product;
import io.github.incidentadvisor.evidence.ProductVersion;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The lifecycle facts that ship with us. Needs no network; as old as {@link Product#asOf()} says. */
public final class BundledLifecycles implements Lifecycles {
    private final LifecycleTable table;
    private final ProductNames names;
    private final LocalDate today;

    /** @param today the day to judge by */
    public BundledLifecycles(LocalDate today) {
        this(LifecycleTable.bundled(), today);
    }

    BundledLifecycles(LifecycleTable table, LocalDate today) {
        this.table = table;
        this.names = ProductNames.bundled();
        this.today = today;
    }

    /** The day on which the facts were true. */
    public LocalDate asOf() {
        return table.asOf();
    }

    @Override
    public List<ProductVersion> productsOf(Component component, Version version) {
        return products(component, version, this::product);
    }

    /** What the rules name and {@code data} knows. */
    List<ProductVersion> products(Component component, Version version, Function<String, Optional<Product>> data) {
        return names.of(component, version).stream()
                .flatMap(at -> data.apply(at.product()).stream()
                        .map(product -> new ProductVersion(named(component, product), at.version())))
                .toList();
    }

    @Override
    public Optional<Product> product(String id) {
        return table.product(id).map(facts -> facts.on(today, table.asOf()));
    }

    @Override
    public Optional<Cycle> cycleOf(Product product, Version version) {
        return VersionNumbers.of(version, product).cycleOf(product);
    }

    @Override
    public List<Gap> gaps() {
        return List.of();
    }

    LocalDate today() {
        return today;
    }

    /** A project says "Java 17" and no vendor; what we then know is how long there are free builds of it. */
    private static Product named(Component component, Product product) {
        return component.equals(Component.Platform.JAVA)
                ? new Product(
                        product.id(),
                        "Java (free builds by " + product.label() + ")",
                        product.url(),
                        product.asOf(),
                        product.cycles())
                : product;
    }
}
