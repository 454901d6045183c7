package io.github.incidentadvisor;

import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Report.Suppressed;
import io.github.incidentadvisor.model.Suppression;
import io.github.incidentadvisor.risk.Rule.Found;
import io.github.incidentadvisor.settings.Sources;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Findings, without those that the team has decided to live with.
 *
 * @param open what is left to judge
 * @param suppressed what was taken out; and what the change under review would like to be taken out, which stays in
 * @param unused suppressions that covered nothing or have run out
 */
record Suppressing(List<Found> open, List<Suppressed> suppressed, List<Suppression> unused) {
    static final Suppressing NOTHING = new Suppressing(List.of(), List.of(), List.of());

    static Suppressing of(List<Found> found, Sources sources, LocalDate today) {
        List<Found> open = new ArrayList<>();
        List<Suppressed> suppressed = new ArrayList<>();
        Set<Suppression> used = new HashSet<>();
        for (Found one : found) {
            Finding finding = one.finding();
            Optional<Suppression> by = covering(sources.suppressions(), one, today);
            if (by.isPresent()) {
                used.add(by.get());
                suppressed.add(new Suppressed(finding.id(), finding.text(), by.get(), true));
            } else {
                covering(sources.added(), one, today)
                        .ifPresent(s -> suppressed.add(new Suppressed(finding.id(), finding.text(), s, false)));
                open.add(one);
            }
        }
        List<Suppression> unused = sources.suppressions().stream()
                .filter(suppression -> !used.contains(suppression))
                .toList();
        return new Suppressing(List.copyOf(open), List.copyOf(suppressed), unused);
    }

    private static Optional<Suppression> covering(List<Suppression> suppressions, Found found, LocalDate today) {
        return suppressions.stream()
                .filter(suppression ->
                        suppression.covers(found.finding(), found.about().component(), today))
                .findFirst();
    }
}
