package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.evidence.Lifecycles;
import io.github.incidentadvisor.evidence.ProductVersion;
import io.github.incidentadvisor.inventory.DeclaredReference;
import io.github.incidentadvisor.inventory.DeclaredReference.Status;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Place;
import java.util.ArrayList;
import java.util.List;

/** Versions in manifests of which nothing can be said, so that their silence is not taken for a good word. */
public final class Unplaced {
    private Unplaced() {}

    /** One gap for those that a variable decides, one for those whose product has no such release line in the data. */
    public static List<Gap> gaps(Inventory head, Lifecycles lifecycles) {
        List<Gap> gaps = new ArrayList<>();
        List<Place> open = head.references().stream()
                .filter(reference -> reference.status() == Status.UNRESOLVED)
                .filter(reference -> !reference.kind().startsWith("maven-")
                        && !reference.kind().startsWith("java-"))
                .map(DeclaredReference::place)
                .distinct()
                .toList();
        add(gaps, open, "in manifests", "decided by what nothing in the repository sets");
        List<Place> unknown = head.items().stream()
                .filter(item -> !(item.component() instanceof Component.Artifact))
                .filter(item -> isUnknown(item, lifecycles))
                .map(item -> item.declaration().decidedAt())
                .distinct()
                .sorted()
                .toList();
        add(gaps, unknown, "of known products", "no release line of that name in the lifecycle data");
        return gaps;
    }

    private static boolean isUnknown(Item item, Lifecycles lifecycles) {
        List<ProductVersion> products = lifecycles.productsOf(item.component(), item.version());
        return !products.isEmpty()
                && products.stream()
                        .allMatch(at ->
                                lifecycles.cycleOf(at.product(), at.version()).isEmpty());
    }

    private static void add(List<Gap> gaps, List<Place> places, String which, String why) {
        if (!places.isEmpty()) {
            int count = places.size();
            gaps.add(new Gap(
                    count + (count == 1 ? " version " : " versions ") + which,
                    why + (count == 1 ? "" : "; the first is at " + places.get(0) + ", all are in inventory.json"),
                    places.get(0)));
        }
    }
}
