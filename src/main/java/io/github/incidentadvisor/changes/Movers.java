package io.github.incidentadvisor.changes;

import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.model.Change;
import io.github.incidentadvisor.model.Component;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which declared change brought each change that no line of the tree decides. */
final class Movers {
    private final Map<Change, String> first = new HashMap<>();
    private final Map<String, String> immediate = new HashMap<>();

    /** @param items for each change the items that show it */
    Movers(Map<Change, List<Item>> items) {
        Set<String> changed = new HashSet<>();
        items.keySet().forEach(change -> changed.add(change.component().purl()));
        items.forEach((change, shown) -> {
            String own = change.component().purl();
            String mover = immediate(own, shown, changed);
            first.put(change, mover);
            immediate.merge(own, mover, (a, b) -> a.isEmpty() || b.isEmpty() ? "" : a);
        });
    }

    /** The purl at the end of the chain of who moved whom; empty for what is declared. */
    String of(Change change) {
        String own = change.component().purl();
        Set<String> seen = new HashSet<>(Set.of(own));
        String at = first.getOrDefault(change, "");
        while (!immediate.getOrDefault(at, "").isEmpty() && seen.add(at)) {
            at = immediate.get(at);
        }
        return at.equals(own) ? "" : at;
    }

    private static String immediate(String own, List<Item> shown, Set<String> changed) {
        if (shown.stream().anyMatch(item -> item.declaration().decidedAt().isKnown())) {
            return "";
        }
        for (Item item : shown) {
            String owner = item.declaration().owner();
            if (changed.contains(owner) && !owner.equals(own)) {
                return owner;
            }
            for (String step : item.path()) {
                String purl = purlOf(step);
                if (changed.contains(purl) && !purl.equals(own)) {
                    return purl;
                }
            }
        }
        // Nothing on the way changed (a mediation, an exclusion): whoever brings it is still the one to look at.
        return shown.stream()
                .map(item -> item.declaration().owner())
                .filter(owner -> !owner.isEmpty() && !owner.equals(own))
                .findFirst()
                .orElse("");
    }

    private static String purlOf(String coordinates) {
        String[] parts = coordinates.split(":", 3);
        return parts.length < 2 ? "" : Component.Artifact.of(parts[0], parts[1]).purl();
    }
}
