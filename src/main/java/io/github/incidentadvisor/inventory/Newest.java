package io.github.incidentadvisor.inventory;

import io.github.incidentadvisor.model.Version;

/**
 * The newest versions that a repository offers beyond a given one; {@link Version#NONE} where there is none newer.
 *
 * @param patch within the same minor line
 * @param minor within the same major line
 * @param major of all
 */
public record Newest(Version patch, Version minor, Version major) {
    /** Nothing newer, or nothing known. */
    public static final Newest NOTHING = new Newest(Version.NONE, Version.NONE, Version.NONE);
}
