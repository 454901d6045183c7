/** From facts to findings, and from findings to a verdict and a recommendation; rules only, no model. */
package io.github.incidentadvisor.risk;
