/** What the user asked for, from four layers, with one meaning for each name. */
package io.github.incidentadvisor.settings;
