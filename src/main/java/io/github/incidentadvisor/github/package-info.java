/** Where projects keep their sources and say what they released: read over the network or from clones on disk. */
package io.github.incidentadvisor.github;
