/** Where incidents are read from, one class a source. */
package io.github.incidentadvisor.incidents.source;
