package io.github.incidentadvisor.organisation;

import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Version;

/**
 * A component at a version in a repository.
 *
 * @param role how it comes to have it, the most deliberate way: a word of {@link io.github.incidentadvisor.model.Role}
 * @param place the line that decides the version; {@link Place#NONE} when no line of the repository does
 */
public record Use(Component component, Version version, String role, Place place) {}
