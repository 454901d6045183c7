package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.evidence.Cycle;
import io.github.incidentadvisor.evidence.Lifecycles;
import io.github.incidentadvisor.evidence.Product;
import io.github.incidentadvisor.evidence.ProductVersion;
import io.github.incidentadvisor.evidence.lifecycle.Jdks;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the project's Java level rules out, and what rules out a Java level: a target that the same project cannot take is none. An
 * upper bound counts only where the data gives a range; of a list like {@code 17, 21} later ones may do.
 */
final class JavaLevels {
    private static final Pattern FIRST = Pattern.compile("^\\D{0,20}(\\d{1,3})");
    private static final Pattern RANGE = Pattern.compile("^(\\d{1,3}) - (\\d{1,3})$");

    /** The Java level that the project compiles to; 0 when it says none. */
    private final int level;

    private final List<Bound> bounds;
    /** The newest Java that something in the project runs already, whatever the data says that it can run; 0 when unknown. */
    private final int highestInUse;

    private record Bound(String what, int highest) {}

    private JavaLevels(int level, int highestInUse, List<Bound> bounds) {
        this.level = level;
        this.highestInUse = highestInUse;
        this.bounds = bounds;
    }

    static JavaLevels of(List<Item> items, Lifecycles lifecycles) {
        int level = items.stream()
                .filter(item -> item.component().equals(Component.Platform.JAVA)
                        && item.module().endsWith("pom.xml"))
                .mapToInt(item -> number(item.version().text()))
                .max()
                .orElse(0);
        List<Bound> bounds = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Item item : items) {
            boolean decides = item.role() != Role.TRANSITIVE && !item.scope().equals("test");
            if (item.component() instanceof Component.Artifact
                    && decides
                    && seen.add(item.component().purl() + "@" + item.version())) {
                for (ProductVersion at : lifecycles.productsOf(item.component(), item.version())) {
                    lifecycles.cycleOf(at.product(), at.version()).ifPresent(cycle -> {
                        Matcher range = RANGE.matcher(cycle.javaVersions());
                        if (range.matches()) {
                            bounds.add(new Bound(
                                    at.product().label() + " " + cycle.name(), Integer.parseInt(range.group(2))));
                        }
                    });
                }
            }
        }
        int highest = items.stream()
                .filter(item -> !(item.component() instanceof Component.Artifact))
                .flatMap(item -> lifecycles.productsOf(item.component(), item.version()).stream()
                        .flatMap(at -> lifecycles.cycleOf(at.product(), at.version()).stream()
                                .map(cycle -> java(at.product().id(), cycle.name()))))
                .max(Integer::compare)
                .orElse(0);
        return new JavaLevels(level, highest, bounds);
    }

    /** Why the project cannot go to this cycle as it stands; empty when nothing is known against it. */
    Optional<String> against(Product product, Cycle cycle) {
        if (Jdks.PRODUCTS.contains(product.id())) {
            int java = number(cycle.name());
            if (java < level) {
                return Optional.of("the project compiles for Java " + level);
            }
            return bounds.stream()
                    .filter(bound -> bound.highest() < java && java > highestInUse)
                    .findFirst()
                    .map(bound -> bound.what() + " runs on Java " + bound.highest() + " at most");
        }
        int needed = number(cycle.javaVersions());
        return needed > 0 && level > 0 && needed > level
                ? Optional.of("it needs Java " + needed + ", and the project compiles for " + level)
                : Optional.empty();
    }

    /** The Java version that a cycle is or runs; 0 when it is about something else. */
    static int java(String product, String cycle) {
        boolean lambda = product.equals("aws-lambda") && cycle.startsWith("java");
        return lambda || Jdks.PRODUCTS.contains(product) ? number(cycle) : 0;
    }

    /** The first number of a text, {@code 1.8} being 8; 0 when it has none. */
    static int number(String text) {
        Matcher first = FIRST.matcher(text.startsWith("1.") ? text.substring(2) : text);
        return first.find() ? Integer.parseInt(first.group(1)) : 0;
    }
}
