package io.github.incidentadvisor.changes;

import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Role;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** One side of the comparison: what each module has of each component. */
final class Slots {
    private final Map<Slot, Map<String, Item>> byModule = new LinkedHashMap<>();

    /** The same component in the same kind of use; a plugin and a library of one name are two things. */
    record Slot(Component component, String use) {
        static Slot of(Item item) {
            String use =
                    switch (item.role()) {
                        case DIRECT, MANAGED, TRANSITIVE -> "dependency";
                        case PLUGIN, MANAGED_PLUGIN -> "plugin";
                        default -> item.role().name();
                    };
            return new Slot(item.component(), use);
        }
    }

    /** @param own {@code group:artifact} of the reactor's modules, which are left out */
    Slots(Inventory inventory, Set<String> own) {
        for (Item item : inventory.items()) {
            boolean isOwn = item.component() instanceof Component.Artifact artifact && own.contains(artifact.ga());
            if (isOwn || !item.version().isKnown()) {
                continue; // What has no version cannot be said to have moved.
            }
            byModule.computeIfAbsent(Slot.of(item), s -> new LinkedHashMap<>())
                    .merge(user(item), item, Slots::moreDeliberate);
        }
    }

    /**
     * What has an item: a module; of a manifest what it stands in, since one file can have a thing twice at two versions, and a
     * module of Terraform one for each of its callers.
     */
    private static String user(Item item) {
        boolean named = item.role() == Role.PLATFORM && !item.scope().isEmpty();
        return named
                ? item.module() + "#" + item.scope() + "@"
                        + item.declaration().decidedAt().file()
                : item.module();
    }

    private static Item moreDeliberate(Item a, Item b) {
        return a.role().compareTo(b.role()) <= 0 ? a : b;
    }

    Set<Slot> all() {
        return byModule.keySet();
    }

    /** The item that stands for the slot in each module or part of a manifest: the most deliberate one. */
    Map<String, Item> of(Slot slot) {
        return byModule.getOrDefault(slot, Map.of());
    }
}
