package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.evidence.Lifecycles;
import io.github.incidentadvisor.evidence.Linkage.Coverage;
import io.github.incidentadvisor.evidence.ReleaseNotes.Crossed;
import io.github.incidentadvisor.evidence.TestedLines;
import io.github.incidentadvisor.evidence.lifecycle.BundledLifecycles;
import io.github.incidentadvisor.inventory.Newest;
import java.time.LocalDate;
import java.util.List;

/** What is known beside the findings: nothing, unless a spec says so. */
final class Backgrounds {
    private static final Lifecycles BUNDLED = new BundledLifecycles(LocalDate.EPOCH);

    private Backgrounds() {}

    static Background of(Coverage coverage) {
        return of(coverage, BUNDLED, List.of());
    }

    static Background of(Coverage coverage, TestedLines tested) {
        return of(coverage, BUNDLED, List.of(), tested);
    }

    static Background of(Coverage coverage, Lifecycles lifecycles, List<Crossed> notes) {
        return of(coverage, lifecycles, notes, TestedLines.NONE);
    }

    private static Background of(Coverage coverage, Lifecycles lifecycles, List<Crossed> notes, TestedLines tested) {
        return new Background(
                (component, version) -> Newest.NOTHING,
                coverage,
                new Outlook(lifecycles),
                new ReleaseDays(lifecycles, notes),
                tested);
    }
}
