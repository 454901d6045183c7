package io.github.incidentadvisor.evidence.lifecycle;

import io.github.incidentadvisor.model.Version;

/** An id of a product and its version, before the data is asked whether it knows it. */
record ProductAt(String product, Version version) {}
