package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.model.Component.Artifact;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who has to move so that something moves whose version no line of the project decides: its parent's parent, if need be; never a module
 * of the project itself.
 */
final class Owners {
    private Owners() {}

    /** The purl of the first declared one on the way up; of the last one known where none is. */
    static String of(Item item, Inventory head) {
        String purl = item.component().purl();
        Set<String> own = new HashSet<>();
        head.modules()
                .forEach(module ->
                        own.add(Artifact.of(module.group(), module.artifact()).purl()));
        String owner = own.contains(item.declaration().owner())
                ? item.path().stream()
                        .map(Groups::purl)
                        .filter(step -> !own.contains(step))
                        .findFirst()
                        .orElse("")
                : item.declaration().owner();
        Set<String> seen = new HashSet<>();
        while (!owner.isEmpty() && seen.add(owner)) {
            purl = owner;
            owner = declared(owner, head).isPresent() ? "" : next(owner, head);
        }
        return purl;
    }

    /** Where the project itself says the version of a component. */
    static Optional<Item> declared(String purl, Inventory head) {
        return head.items().stream()
                .filter(item -> item.component().purl().equals(purl)
                        && item.declaration().decidedAt().isKnown())
                .min(Comparator.comparing(Item::role)
                        .thenComparing(item -> item.declaration().decidedAt()));
    }

    private static String next(String purl, Inventory head) {
        return head.items().stream()
                .filter(item -> item.component().purl().equals(purl))
                .map(item -> item.declaration().owner())
                .filter(owner -> !owner.isEmpty() && !owner.equals(purl))
                .min(Comparator.naturalOrder())
                .orElse("");
    }
}
