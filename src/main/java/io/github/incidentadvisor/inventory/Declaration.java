package io.github.incidentadvisor.inventory;

import io.github.incidentadvisor.model.Place;

/**
 * Where a version is decided and where it is used.
 *
 * @param decidedAt the line of the tree whose text decides the version: a property, a version element, an import entry;
 *     {@link Place#NONE} when no line of the tree does
 * @param usedAt the line of the tree that names the component; {@link Place#NONE} for what other artifacts bring
 * @param raw the uninterpolated text at the deciding line's user: {@code ${x.version}}, {@code 1.2}
 * @param property the property that carries it; empty when none does
 * @param decidedIn {@code group:artifact:version:line} of the POM outside the tree that decides; empty when the tree does
 * @param owner purl of the parent, BOM or direct dependency declared in the tree through which the outside decision came;
 *     empty when the tree decides
 */
public record Declaration(Place decidedAt, Place usedAt, String raw, String property, String decidedIn, String owner) {}
