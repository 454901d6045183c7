/** What people and other programs read; made from the report and nothing else. */
package io.github.incidentadvisor.report;
