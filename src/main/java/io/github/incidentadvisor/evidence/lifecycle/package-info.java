/** End-of-life data: our bundled table of facts, refreshed product by product from the API that it was made of. */
package io.github.incidentadvisor.evidence.lifecycle;
