package io.github.incidentadvisor.incidents;

import io.github.incidentadvisor.model.Gap;
import java.util.List;

/**
 * Where incidents are kept. A new one is a new class in {@code incidents.source} and a line where the Advisor lists them.
 */
public interface IncidentSource {
    /** What is there, without reading it all: what has not changed since the last run is not read again. */
    Listing list();

    /**
     * What a source holds.
     *
     * @param gaps why something may be missing
     */
    record Listing(List<Entry> entries, List<Gap> gaps) {
        public Listing {
            entries = List.copyOf(entries);
            gaps = List.copyOf(gaps);
        }
    }

    /** One file, ticket or commit. */
    interface Entry {
        /** Names the entry and its content: equal keys mean that nothing has changed. */
        String key();

        /** Reads it; never throws for what the content is. */
        Harvest read();
    }

    /** What came of reading an entry. */
    record Harvest(List<Incident> incidents, List<Gap> gaps) {
        public Harvest {
            incidents = List.copyOf(incidents);
            gaps = List.copyOf(gaps);
        }

        /** One incident and nothing amiss. */
        public static Harvest of(Incident incident) {
            return new Harvest(List.of(incident), List.of());
        }

        /** Nothing but the reason why. */
        public static Harvest none(String what, String reason) {
            return new Harvest(List.of(), List.of(Gap.of(what, reason)));
        }
    }
}
