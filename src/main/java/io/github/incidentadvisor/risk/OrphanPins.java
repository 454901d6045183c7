package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.inventory.Inventory.Pin;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Reference;
import io.github.incidentadvisor.model.StableId;
import io.github.incidentadvisor.model.Version;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Versions that were set by hand over a parent or BOM and that this one has moved past, or not reached: nobody updates them,
 * and nobody tests that combination.
 */
public final class OrphanPins implements Rule {
    private final Comparator<Version> order;

    /** @param order how Maven compares versions */
    public OrphanPins(Comparator<Version> order) {
        this.order = order;
    }

    @Override
    public List<Found> apply(Situation situation) {
        return situation.head().pins().stream()
                .flatMap(pin -> found(pin, situation).stream())
                .toList();
    }

    private Optional<Found> found(Pin pin, Situation situation) {
        boolean behind = order.compare(pin.set(), pin.given()) < 0;
        String what = pin.property().isEmpty() ? "A version of its own" : "<" + pin.property() + ">";
        String text = what + " pins " + pin.component().name() + " to " + pin.set() + ", "
                + (behind ? "behind" : "ahead of") + " the " + pin.given() + " that " + pin.givenBy() + " would give.";
        String fix = behind
                ? "remove the pin to " + pin.set() + " unless somebody knows why it is there; " + pin.given()
                        + " then applies"
                : "note why " + pin.set() + " is needed, and remove the pin once the parent or BOM has it";
        Finding finding = new Finding(
                StableId.of(Kind.ORPHAN_PIN, pin.component().purl(), pin.setAt().file(), pin.property()),
                Kind.ORPHAN_PIN,
                behind ? Severity.CAUTION : Severity.INFO,
                Grade.MEASURED,
                pin.setAt(),
                Reference.NONE,
                Deadline.NONE,
                text,
                fix,
                List.of(
                        Evidence.declaration(pin.setAt(), what + " = " + pin.set()),
                        new Evidence(
                                "effective-model",
                                Grade.MEASURED,
                                pin.givenBy(),
                                "",
                                "",
                                pin.component().name() + " " + pin.given()
                                        + (pin.giverDeclaredAt().isKnown()
                                                ? ", named at " + pin.giverDeclaredAt()
                                                : ""))));
        Optional<Item> item = situation.head().items().stream()
                .filter(i -> i.component().equals(pin.component()))
                .min(Comparator.comparing(Item::role));
        return item.map(i -> new Found(i, finding, behind ? pin.given() : Version.NONE, Version.NONE));
    }
}
