/** The Maven model and graph of a tree, resolved by the running Maven itself; the only package that knows Maven. */
package io.github.incidentadvisor.inventory.maven;
