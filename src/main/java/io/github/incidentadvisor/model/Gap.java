package io.github.incidentadvisor.model;

/**
 * Something that was not checked: skipped, refused, rate-limited, or not understood.
 *
 * @param what the thing, short: {@code shop/pom.xml}, {@code lifecycle of org.acme:lib}
 * @param reason why, and what a person can do about it where there is something
 */
public record Gap(String what, String reason, Place place) implements Comparable<Gap> {
    /** A gap that stands at no particular line. */
    public static Gap of(String what, String reason) {
        return new Gap(what, reason, Place.NONE);
    }

    @Override
    public int compareTo(Gap other) {
        int byPlace = place.compareTo(other.place);
        int byWhat = byPlace != 0 ? byPlace : what.compareTo(other.what);
        return byWhat != 0 ? byWhat : reason.compareTo(other.reason);
    }
}
