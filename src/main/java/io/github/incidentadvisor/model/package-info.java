/** The vocabulary: immutable values that every stage speaks, and nothing that acts. */
package io.github.incidentadvisor.model;
