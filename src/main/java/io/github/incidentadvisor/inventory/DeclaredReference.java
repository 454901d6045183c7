package io.github.incidentadvisor.inventory;

import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Version;
import java.util.Locale;

/**
 * A place in a file that names a component.
 *
 * @param kind what sort of place: {@code maven-parent}, {@code maven-dependency}, {@code maven-managed}, {@code maven-bom},
 *     {@code maven-plugin}, {@code maven-plugin-dependency}, {@code maven-extension}, {@code java-release},
 *     {@code maven-wrapper} …
 * @param raw the text as it stands there
 * @param name the component as the format names it: {@code group:artifact}, an image's repository
 * @param purl with version when there is one; empty when the ecosystem has none
 */
public record DeclaredReference(
        String kind, Place place, String raw, String name, Version version, Status status, String purl) {
    /** Whether the version is known. */
    public enum Status {
        /** A definite version. */
        RESOLVED,
        /** A range, {@code LATEST}, or nothing: what it means depends on the day. */
        FLOATING,
        /** The text is a variable that nothing defines, or stands in something that is not in force. */
        UNRESOLVED;

        /** The name in inventory.json. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
