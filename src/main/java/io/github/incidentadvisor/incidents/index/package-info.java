/** Incidents on disk, searchable. */
package io.github.incidentadvisor.incidents.index;
