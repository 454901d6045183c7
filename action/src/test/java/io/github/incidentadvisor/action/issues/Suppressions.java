package io.github.incidentadvisor.action.issues;

import io.github.incidentadvisor.action.issues.Scans.Due;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Report.Suppressed;
import io.github.incidentadvisor.model.StableId;
import io.github.incidentadvisor.model.Suppression;
import java.time.LocalDate;

/** What somebody wrote into .incident-advisor.yml. */
final class Suppressions {
    private Suppressions() {}

    static Suppressed of(Due due, String until) {
        String finding = StableId.of(Kind.END_OF_LIFE, due.name(), due.file(), "");
        return new Suppressed(
                finding,
                due.name(),
                new Suppression(
                        finding,
                        "frozen until the fair",
                        LocalDate.parse(until),
                        new Place(".incident-advisor.yml", 4)),
                true);
    }
}
