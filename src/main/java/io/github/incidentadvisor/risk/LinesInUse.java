package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.evidence.Cycle;
import io.github.incidentadvisor.evidence.Lifecycles;
import io.github.incidentadvisor.evidence.Product;
import io.github.incidentadvisor.evidence.ProductVersion;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The release lines of products that a project uses, and what uses each; in the order of the inventory, without what the project
 * makes itself.
 */
record LinesInUse(Map<Key, Line> lines, Map<Key, List<Use>> uses) {
    private static final Pattern TEST_FOLDER =
            Pattern.compile("/(?:test|tests|e2e|it|testdata|test-data|fixtures|__tests__)/");

    /** A release line of a product. */
    record Line(Product product, Cycle cycle) {}

    /** What a line is called. */
    record Key(String product, String cycle) {}

    /**
     * A component that is, or brings, a product.
     *
     * @param version the product's, which for an image is a part of its tag
     */
    record Use(Item item, Version version) {
        boolean isDeclared() {
            return item.declaration().decidedAt().isKnown();
        }

        /** Whether it is only tested with; of a manifest its folder says so. */
        boolean isTest() {
            return item.scope().equals("test")
                    || !(item.component() instanceof Component.Artifact)
                            && TEST_FOLDER.matcher("/" + item.module()).find();
        }
    }

    static LinesInUse of(Situation situation, Lifecycles lifecycles) {
        Map<Key, Line> lines = new LinkedHashMap<>();
        Map<Key, List<Use>> uses = new LinkedHashMap<>();
        Map<String, List<ProductVersion>> known = new HashMap<>();
        for (Item item : situation.head().items()) {
            if (situation.isOwn(item.component())) {
                continue;
            }
            known.computeIfAbsent(
                            item.component().purl() + "@" + item.version(),
                            k -> lifecycles.productsOf(item.component(), item.version()))
                    .forEach(
                            at -> lifecycles.cycleOf(at.product(), at.version()).ifPresent(cycle -> {
                                Key key = new Key(at.product().id(), cycle.name());
                                lines.putIfAbsent(key, new Line(at.product(), cycle));
                                uses.computeIfAbsent(key, k -> new ArrayList<>())
                                        .add(new Use(item, at.version()));
                            }));
        }
        return new LinesInUse(lines, uses);
    }

    /** Of those of one line the one whose declaration is the most deliberate: there the finding stands. */
    static Use representative(List<Use> all, Situation situation) {
        return all.stream()
                .min(Comparator.comparing((Use use) ->
                                !situation.changeOf(use.item().component()).isPresent())
                        .thenComparing(use -> !use.isDeclared())
                        .thenComparing(Use::isTest)
                        .thenComparing(use -> use.item().role())
                        .thenComparing(use ->
                                !use.item().declaration().decidedAt().file().endsWith("pom.xml"))
                        .thenComparing(use -> use.item().declaration().decidedAt())
                        .thenComparing(use -> use.item().component().purl()))
                .orElseThrow();
    }

    /** Other products that end and that {@code about} brings: they leave with it. */
    List<String> companions(Situation situation, Map<Key, List<Use>> due, Key own, Item about) {
        String purl = about.component().purl();
        Set<String> others = situation.head().items().stream()
                .filter(item -> item.component().equals(about.component())
                        && !item.version().equals(about.version()))
                .map(Item::module)
                .collect(Collectors.toSet());
        return due.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(own))
                .filter(entry -> entry.getValue().stream().noneMatch(Use::isDeclared))
                .filter(entry -> entry.getValue().stream()
                        .anyMatch(use -> use.item().declaration().owner().equals(purl)
                                && !others.contains(use.item().module())))
                .map(entry -> lines.get(entry.getKey()).product().label() + " "
                        + entry.getKey().cycle())
                .sorted()
                .toList();
    }
}
