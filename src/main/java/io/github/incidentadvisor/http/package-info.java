/** Our one way to the network: counted, bounded, cached. */
package io.github.incidentadvisor.http;
