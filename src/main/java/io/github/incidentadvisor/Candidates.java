package io.github.incidentadvisor;

import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Report.Candidate;
import io.github.incidentadvisor.model.Version;
import io.github.incidentadvisor.risk.Rule.Found;
import java.util.Comparator;
import java.util.List;

/** Versions that an upgrade could go to, by what each would break. */
final class Candidates {
    private Candidates() {}

    /** What going to {@code version} breaks. */
    static Candidate of(Version version, List<Found> found) {
        List<Place> places = found.stream()
                .map(Found::finding)
                .filter(Candidates::isBreak)
                .map(Finding::place)
                .distinct()
                .toList();
        int files = (int) places.stream().map(Place::file).distinct().count();
        return new Candidate(version, places.size(), files);
    }

    private static boolean isBreak(Finding finding) {
        return finding.severity() == Severity.BREAKS_BUILD || finding.severity() == Severity.BREAKS_RUNTIME;
    }

    /** The furthest that breaks nothing; when each breaks something, the one that breaks least. */
    static Candidate best(List<Candidate> inOrder) {
        Candidate best = inOrder.get(0);
        for (Candidate one : inOrder) {
            if (Comparator.comparingInt(Candidate::lines).compare(one, best) <= 0) {
                best = one;
            }
        }
        return best;
    }
}
