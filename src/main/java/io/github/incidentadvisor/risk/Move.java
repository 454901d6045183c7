package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Version;
import java.util.List;

/**
 * What has to move together: one step in the project, however many places it is written at.
 *
 * @param theme the same for all findings that one step ends
 * @param name of what moves, for people: {@code Java}, {@code Amazon EKS}
 * @param from where it stands: {@code 17}; empty when that has no name
 * @param to where it goes: {@code 21}; empty when no target is known
 * @param parts the lines to edit, sorted
 * @param later where it could go if the project were on {@code java}; {@link Version#NONE} unless that is all that forbids it
 * @param java the Java level that {@code later} needs; 0 when there is none
 */
public record Move(String theme, String name, String from, String to, List<Part> parts, Version later, int java) {
    public Move {
        parts = List.copyOf(parts);
    }

    /** One that no Java level forbids. */
    public Move(String theme, String name, String from, String to, List<Part> parts) {
        this(theme, name, from, to, parts, Version.NONE, 0);
    }

    /** The same, of which the Java level forbids the only target. */
    Move after(int level, Version target) {
        return new Move(theme, name, from, to, parts, target, level);
    }

    /**
     * A line that says it.
     *
     * @param what it says: {@code eclipse-temurin 17-jre}
     * @param todo what to do there; empty when that is the step itself
     */
    public record Part(Place place, String what, String todo) {
        /** A line that takes the step itself. */
        public Part(Place place, String what) {
            this(place, what, "");
        }
    }
}
