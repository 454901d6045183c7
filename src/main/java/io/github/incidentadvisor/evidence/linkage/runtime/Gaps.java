package io.github.incidentadvisor.evidence.linkage.runtime;

import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Place;
import java.util.List;
import java.util.TreeSet;

/** Collects what could not be judged. Safe for many threads. */
final class Gaps {
    private final TreeSet<Gap> all = new TreeSet<>();

    synchronized void add(String what, String reason, Place place) {
        all.add(new Gap(what, reason, place));
    }

    void add(String what, String reason) {
        add(what, reason, Place.NONE);
    }

    synchronized List<Gap> all() {
        return List.copyOf(all);
    }
}
