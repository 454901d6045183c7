package io.github.incidentadvisor.evidence.linkage.bytecode;

import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import java.nio.file.Path;
import java.util.Set;

/**
 * A jar of a class path, with what it is.
 *
 * @param requires {@code group:artifact} of what its POM declares as needed at run time and not as optional; empty when that is not
 *     known
 */
public record Library(Coordinates coordinates, Path file, Set<String> requires) {
    public Library {
        requires = Set.copyOf(requires);
    }

    /** One of which the POM was not read. */
    public Library(Coordinates coordinates, Path file) {
        this(coordinates, file, Set.of());
    }
}
