package io.github.incidentadvisor.migration;

import io.github.incidentadvisor.model.Place;

/**
 * Something that a person has to do or to look at.
 *
 * @param place {@link Place#NONE} when it is about no line
 * @param what the task, in the imperative or as the report has it
 * @param why why it is not done here; empty when the task says so itself
 */
public record LeftToDo(Place place, String what, String why) implements Comparable<LeftToDo> {
    @Override
    public int compareTo(LeftToDo other) {
        int byPlace = place.compareTo(other.place);
        return byPlace != 0 ? byPlace : (what + why).compareTo(other.what + other.why);
    }

    /** {@code pom.xml:7: raise it (why)}, for people. */
    @Override
    public String toString() {
        return (place.isKnown() ? place + ": " : "") + what + (why.isEmpty() ? "" : " (" + why + ")");
    }
}
