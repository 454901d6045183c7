/** Which lines tests ran: coverage reports that lie in the project's build folders. */
package io.github.incidentadvisor.evidence.coverage;
