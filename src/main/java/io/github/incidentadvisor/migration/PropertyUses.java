package io.github.incidentadvisor.migration;

import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.inventory.DeclaredReference;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.model.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the POMs of a tree ask for a property. */
final class PropertyUses {
    private static final int NAMED = 3;

    private final Ground ground;

    PropertyUses(Ground ground) {
        this.ground = ground;
    }

    /** Every line that holds {@code ${property}}. */
    List<Place> of(String property) {
        String wanted = "${" + property + "}";
        List<Place> uses = new ArrayList<>();
        ground.tree().entries().stream()
                .map(Tree.Entry::path)
                .filter(path -> path.endsWith("pom.xml") || path.endsWith(".pom"))
                .forEach(path -> ground.file(path).ifPresent(file -> {
                    for (int at = file.text().indexOf(wanted);
                            at >= 0;
                            at = file.text().indexOf(wanted, at + 1)) {
                        Place place = new Place(path, file.lineOf(at));
                        if (!uses.contains(place)) {
                            uses.add(place);
                        }
                    }
                }));
        return uses;
    }

    /** Uses for what is no version of a component that is decided at {@code decidedAt}. */
    List<LeftToDo> beside(String property, Place decidedAt) {
        Set<Place> versions = Stream.concat(
                        ground.inventory().items().stream()
                                .map(Item::declaration)
                                .filter(declaration -> declaration.decidedAt().equals(decidedAt))
                                .map(declaration -> declaration.usedAt()),
                        ground.inventory().references().stream()
                                .filter(one -> one.raw().contains("${" + property + "}"))
                                .map(DeclaredReference::place))
                .collect(Collectors.toSet());
        List<Place> others = of(property).stream()
                .filter(place -> versions.stream()
                        .noneMatch(one -> one.file().equals(place.file()) && Math.abs(one.line() - place.line()) <= 5))
                .toList();
        return others.isEmpty()
                ? List.of()
                : List.of(new LeftToDo(
                        others.get(0),
                        "see that ${" + property + "} may move here too"
                                + (others.size() == 1
                                        ? ""
                                        : ", and at "
                                                + others.stream()
                                                        .skip(1)
                                                        .limit(NAMED)
                                                        .map(Place::toString)
                                                        .collect(Collectors.joining(", "))
                                                + (others.size() > NAMED + 1
                                                        ? " and " + (others.size() - NAMED - 1) + " more"
                                                        : "")),
                        "it is no version of a dependency"));
    }
}
