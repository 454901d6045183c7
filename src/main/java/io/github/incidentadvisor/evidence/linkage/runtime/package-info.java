/** What two versions of jars promise by name and no compiler checks: keys, beans, service files, resources, plugin parameters. */
package io.github.incidentadvisor.evidence.linkage.runtime;
