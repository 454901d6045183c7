package io.github.incidentadvisor.evidence.linkage.runtime;

import io.github.incidentadvisor.model.Place;

/**
 * A key that a file of the project gives a value.
 *
 * @param key as written, for a nested file with its parents
 * @param place the line of the key
 */
record Setting(String key, String value, Place place) {}
