/** The project's sources against two class paths, by the JDK's own compiler. */
package io.github.incidentadvisor.evidence.linkage.source;
