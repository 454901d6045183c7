/** What is delivered of a report, and where. */
package io.github.incidentadvisor.action.publish;
