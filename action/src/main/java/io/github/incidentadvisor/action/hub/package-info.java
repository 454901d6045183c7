/** How GitHub is asked: one way out, counted, bounded and held to one host; and what its refusals mean. */
package io.github.incidentadvisor.action.hub;
