/** What is shown of memory, and how: asked by change, bounded, redacted. */
package io.github.incidentadvisor.incidents.recall;
