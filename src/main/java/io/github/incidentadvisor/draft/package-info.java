/** Words for what the rules found; they decide nothing. */
package io.github.incidentadvisor.draft;
