/** Known vulnerabilities, from OSV. */
package io.github.incidentadvisor.evidence.vulnerabilities;
