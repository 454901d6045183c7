/** Where release notes are, how they are shaped, and the sections between two versions. */
package io.github.incidentadvisor.evidence.notes;
