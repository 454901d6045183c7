package io.github.incidentadvisor.evidence.linkage.bytecode;

import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import java.nio.file.Path;

/** A jar of a class path, with what it is. */
public record Library(Coordinates coordinates, Path file) {}
