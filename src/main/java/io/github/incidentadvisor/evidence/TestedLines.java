package io.github.incidentadvisor.evidence;

import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Which of the project's own lines its tests ran, as reports of an earlier build say. It tells where to look twice; that tests ran a
 * line proves nothing of it.
 */
public interface TestedLines {
    /** Nothing is known of any line. */
    TestedLines NONE = new TestedLines() {
        @Override
        public Optional<Run> of(Place place) {
            return Optional.empty();
        }

        @Override
        public List<Gap> gaps() {
            return List.of();
        }
    };

    /** What reports say of a line; empty when none speaks of it: there is no report, or no code on that line. */
    Optional<Run> of(Place place);

    /** Reports that are there and were not used, and why. */
    List<Gap> gaps();

    /**
     * What became of a line.
     *
     * @param covered whether tests ran any of it
     * @param report file of the report that says so
     * @param on the day on which that was written
     */
    record Run(boolean covered, String report, LocalDate on) {}
}
