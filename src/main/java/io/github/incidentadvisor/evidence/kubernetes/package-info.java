/** Which APIs of Kubernetes end when, from tables that ship with this jar. */
package io.github.incidentadvisor.evidence.kubernetes;
