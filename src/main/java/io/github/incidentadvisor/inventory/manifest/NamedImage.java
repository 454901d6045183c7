package io.github.incidentadvisor.inventory.manifest;

import io.github.incidentadvisor.inventory.DeclaredReference;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.model.Place;
import java.util.Optional;

/**
 * A container image that something else than a manifest names, as manifests would have it.
 *
 * @param reference the place that names it
 * @param item what is compared between base and head; none when the version is not known
 */
public record NamedImage(DeclaredReference reference, Optional<Item> item) {
    /**
     * The image that a text names.
     *
     * @param text with its variables replaced; those that nothing defines stand as <code>${…}</code>
     * @param raw as it is written at {@code place}
     * @param decidedAt the line of the variable that decides it; {@link Place#NONE} when {@code place} does
     * @param holder what it stands in
     * @param conditional whether it may not be in force
     * @return none when it can be no image's name
     */
    public static Optional<NamedImage> of(
            String text, String raw, Place place, Place decidedAt, String holder, boolean conditional) {
        Resolved resolved = new Interpolation(name -> Optional.empty(), '\\').resolve(text.strip());
        return Mention.image(resolved, raw, place).map(mention -> {
            mention.holder(holder).conditional(conditional);
            if (decidedAt.isKnown()) {
                mention.decidedAt(decidedAt, text);
            }
            return new NamedImage(mention.reference(), ManifestInventory.item(mention));
        });
    }
}
