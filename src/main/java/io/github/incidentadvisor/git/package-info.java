/** Trees of files in git, read by JGit and never checked out. */
package io.github.incidentadvisor.git;
