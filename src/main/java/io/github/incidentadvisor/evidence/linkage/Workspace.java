package io.github.incidentadvisor.evidence.linkage;

import java.nio.file.Path;

/**
 * What the machine has that the comparison uses.
 *
 * @param root the working directory of the tree, for class files of the last build; a folder that is not there has none
 * @param cache a folder for what was found; made when needed
 * @param java feature version of the JDK that builds the project
 */
public record Workspace(Path root, Path cache, int java) {}
