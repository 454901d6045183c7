/** Whether an incident may repeat with a change. */
package io.github.incidentadvisor.incidents.match;
