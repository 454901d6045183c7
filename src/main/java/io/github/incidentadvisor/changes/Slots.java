package io.github.incidentadvisor.changes;

import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.model.Component;
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
            if (item.component() instanceof Component.Artifact artifact && own.contains(artifact.ga())) {
                continue;
            }
            byModule.computeIfAbsent(Slot.of(item), s -> new LinkedHashMap<>())
                    .merge(item.module(), item, Slots::moreDeliberate);
        }
    }

    private static Item moreDeliberate(Item a, Item b) {
        return a.role().compareTo(b.role()) <= 0 ? a : b;
    }

    Set<Slot> all() {
        return byModule.keySet();
    }

    /** The item that stands for the slot in each module: the most deliberate one. */
    Map<String, Item> of(Slot slot) {
        return byModule.getOrDefault(slot, Map.of());
    }
}
