/** Migrations that are begun: a branch with the mechanical edits and a draft pull request; never merged by us. */
package io.github.incidentadvisor.action.proposals;
