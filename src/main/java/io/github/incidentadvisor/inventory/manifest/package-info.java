/** One reader for each format of infrastructure manifests: files of a tree into references, objects and gaps. */
package io.github.incidentadvisor.inventory.manifest;
