package io.github.incidentadvisor.evidence.retirement;

import io.github.incidentadvisor.model.Place;

/**
 * A value that a mark looks for.
 *
 * @param place the line of an object's value; {@link Place#NONE} when the reference's or object's own line is meant
 */
record Hit(String value, Place place) {
    static Hit of(String value) {
        return new Hit(value, Place.NONE);
    }
}
