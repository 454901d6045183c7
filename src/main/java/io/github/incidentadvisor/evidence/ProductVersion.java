package io.github.incidentadvisor.evidence;

import io.github.incidentadvisor.model.Version;

/**
 * A product of the lifecycle data at a version of its own: what a component is, or brings.
 *
 * @param version the product's: {@code 17} of Temurin for an image {@code maven:3.9-eclipse-temurin-17}
 */
public record ProductVersion(Product product, Version version) {}
