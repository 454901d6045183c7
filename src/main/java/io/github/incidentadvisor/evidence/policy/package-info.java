/** The checks of a build, judged from its effective models and resolved trees: one class a rule. */
package io.github.incidentadvisor.evidence.policy;
