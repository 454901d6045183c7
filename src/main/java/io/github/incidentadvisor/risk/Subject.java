package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.model.Change;
import io.github.incidentadvisor.model.Change.Direction;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.StableId;
import io.github.incidentadvisor.model.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an advisory is about: a change, or a component as it stands.
 *
 * @param moved whether the change under review moves it
 * @param back whether it moves to a lower version
 */
record Subject(
        Component component,
        Version from,
        Version to,
        Role role,
        Place declaredAt,
        String movedBy,
        boolean moved,
        boolean back) {
    static Subject of(Change change) {
        return new Subject(
                change.component(),
                change.from(),
                change.to(),
                change.role(),
                change.declaredAt(),
                change.movedBy(),
                true,
                change.direction() == Direction.DOWN);
    }

    /** The change that moves it, if one does. */
    static Subject of(Item item, Situation situation) {
        Optional<Change> change = situation.changes().stream()
                .filter(c -> c.component().equals(item.component()) && c.to().equals(item.version()))
                .findFirst();
        return change.map(Subject::of)
                .orElseGet(() -> new Subject(
                        item.component(),
                        item.version(),
                        item.version(),
                        item.role(),
                        item.declaration().decidedAt(),
                        item.declaration().decidedAt().isKnown()
                                ? ""
                                : item.declaration().owner(),
                        false,
                        false));
    }

    /** Without its version, so that it lasts; a file that names several versions of the same needs them to tell them apart. */
    String id(Map<String, Long> sharing) {
        return sharing.get(id()) == 1 ? id() : hash(from.text(), to.text());
    }

    /** Of what it is and where: all versions of the same in one file share it. */
    String id() {
        return hash();
    }

    private String hash(String... further) {
        List<String> parts = new ArrayList<>(List.of(component.purl(), role.name(), declaredAt.file()));
        parts.addAll(List.of(further));
        return StableId.of("adv", parts.toArray(String[]::new));
    }

    /** What it moves with it. */
    List<Change> brings(Situation situation) {
        return situation.changes().stream()
                .filter(change -> change.movedBy().equals(component.purl()))
                .toList();
    }
}
