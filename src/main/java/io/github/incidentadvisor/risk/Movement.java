package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.inventory.Declaration;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.model.Change;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Version;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whose advisory a consequence of a change belongs to. */
final class Movement {
    private Movement() {}

    /** The declared component that brought the change; of a change that nobody knows, the first declared one. */
    static Optional<Item> leader(Optional<Change> change, Situation situation) {
        Optional<Change> declared = change.map(c -> c.movedBy().isEmpty()
                        ? c
                        : situation.changeOf(c.movedBy()).orElse(c))
                .or(() ->
                        situation.changes().stream().filter(Change::isDeclared).findFirst());
        return declared.map(c -> item(c, situation));
    }

    private static Item item(Change change, Situation situation) {
        return situation.head().items().stream()
                .filter(item -> item.component().equals(change.component())
                        && item.version().equals(change.to()))
                .min(Comparator.comparing(Item::role))
                .orElseGet(() -> new Item(
                        change.component(),
                        change.to(),
                        change.role(),
                        change.modules().stream().findFirst().orElse(""),
                        "",
                        false,
                        new Declaration(change.declaredAt(), Place.NONE, "", "", "", change.movedBy()),
                        List.of(),
                        Version.NONE));
    }
}
