package io.github.incidentadvisor.report;

import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Report.IncidentsSearched;
import io.github.incidentadvisor.model.Report.PastIncident;
import java.util.Optional;

/** What memory said, in words that every output uses. */
final class SeenBefore {
    private SeenBefore() {}

    /** One line of the first incident; empty when nothing is shown. */
    static Optional<String> line(Report report) {
        return report.incidents().stream().findFirst().map(first -> {
            int more = report.incidents().size() - 1;
            return "Seen before: " + named(first) + (more == 0 ? "" : "; and " + more + " more");
        });
    }

    /** For the end of a line: that memory was asked and is silent. */
    static String nothing(Report report) {
        int count = report.incidentsSearched().count();
        return count == 0 || !report.incidents().isEmpty()
                ? ""
                : "; nothing like it among " + count + (count == 1 ? " past incident" : " past incidents");
    }

    private static String named(PastIncident incident) {
        String date = incident.date().isEmpty() ? "" : " (" + incident.date() + ")";
        return incident.id() + date + ", " + incident.title();
    }

    /** How much was searched, and whether anything was found. */
    static String searched(Report report) {
        IncidentsSearched searched = report.incidentsSearched();
        String span = searched.oldest().isEmpty()
                ? ""
                : ", the oldest of " + searched.oldest() + ", the newest of " + searched.newest();
        String found = report.incidents().isEmpty() ? "; nothing similar." : ".";
        return "Looked at " + searched.count() + (searched.count() == 1 ? " past incident" : " past incidents")
                + " from " + String.join(", ", searched.sources()) + span + found;
    }
}
