/** Facts about what vendors take away, and how to recognise it in manifests. */
package io.github.incidentadvisor.evidence.retirement;
