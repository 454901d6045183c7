package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.model.Change;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Reference;
import io.github.incidentadvisor.model.StableId;
import io.github.incidentadvisor.model.Version;
import java.util.List;
import java.util.Optional;

/**
 * Contents that move while the name stays: another digest or commit under the same tag, a pin that is given up. That a tag is pinned
 * is said by the change itself and is no finding.
 */
public final class MovedDigests implements Rule {
    @Override
    public List<Found> apply(Situation situation) {
        return situation.changes().stream()
                .filter(change -> !(change.component() instanceof Component.Artifact))
                .map(change -> found(change, situation))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Found> found(Change change, Situation situation) {
        Version from = change.from();
        Version to = change.to();
        if (!from.isKnown()
                || !to.isKnown()
                || from.pin().isEmpty()
                || from.pin().equals(to.pin())) {
            return Optional.empty();
        }
        String name = change.component().name();
        if (to.pin().isEmpty()) {
            return found(
                    change,
                    situation,
                    Severity.CAUTION,
                    name + " " + to + " is no longer pinned to a content: what is run may change without a commit.",
                    "pin it: " + to + "@…");
        }
        return from.unpinned().equals(to.unpinned())
                ? found(
                        change,
                        situation,
                        Severity.INFO,
                        name + " " + to.unpinned() + " keeps its tag and gets another content: " + from.brief() + " → "
                                + to.brief() + ". A rebuild under the same tag has no notes of its own.",
                        "")
                : Optional.empty();
    }

    private static Optional<Found> found(
            Change change, Situation situation, Severity severity, String text, String fix) {
        Place place = change.declaredAt();
        Finding finding = new Finding(
                StableId.of(
                        Kind.MOVED_DIGEST,
                        change.component().purl(),
                        place.file(),
                        change.to().pin()),
                Kind.MOVED_DIGEST,
                severity,
                Grade.MEASURED,
                place,
                Reference.NONE,
                Deadline.NONE,
                text,
                fix,
                List.of(new Evidence(
                        "change", Grade.MEASURED, place.toString(), "", "", change.from() + " → " + change.to())));
        return situation.head().items().stream()
                .filter(item -> item.component().equals(change.component())
                        && item.version().equals(change.to()))
                .findFirst()
                .map((Item item) -> Found.of(item, finding));
    }
}
