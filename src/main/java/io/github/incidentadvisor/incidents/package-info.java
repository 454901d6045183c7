/** What happened before: read, index, correlate, stay silent. */
package io.github.incidentadvisor.incidents;
