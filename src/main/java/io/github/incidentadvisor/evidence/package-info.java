/** What is known about a component or a change. */
package io.github.incidentadvisor.evidence;
