package io.github.incidentadvisor.model;

import java.util.List;

/**
 * A component whose version differs between base and head, once for the whole tree however many modules it is in.
 *
 * @param from {@link Version#NONE} when added
 * @param to {@link Version#NONE} when removed
 * @param role how the head (or, when removed, the base) has it, the most deliberate one if it has several
 * @param declaredAt the line that decides the version in the head, or in the base when removed; {@link Place#NONE} when no
 *     line of the tree does
 * @param movedBy the purl of the declared component whose own change brought this one; empty when this one is declared
 * @param path coordinates from a declared dependency down to this one, ends included; empty unless transitive
 * @param modules files of the modules that see it, sorted
 */
public record Change(
        Component component,
        Direction direction,
        Version from,
        Version to,
        Role role,
        Place declaredAt,
        String movedBy,
        List<String> path,
        List<String> modules) {
    public Change {
        path = List.copyOf(path);
        modules = List.copyOf(modules);
        if (!from.isKnown() && !to.isKnown()) {
            throw new IllegalArgumentException("a change without versions: " + component.purl());
        }
    }

    /** Whether the pull request itself wrote this, rather than something that it moved. */
    public boolean isDeclared() {
        return movedBy.isEmpty();
    }

    public enum Direction {
        UP,
        DOWN,
        ADDED,
        REMOVED
    }
}
