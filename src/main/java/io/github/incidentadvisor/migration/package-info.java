/** Edits that carry a migration out. */
package io.github.incidentadvisor.migration;
