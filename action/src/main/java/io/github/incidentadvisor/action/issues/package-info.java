/** One living issue for each migration: opened in time, kept up to date, closed when its reason is gone, and left to people. */
package io.github.incidentadvisor.action.issues;
