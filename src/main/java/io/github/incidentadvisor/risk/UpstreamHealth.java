package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.evidence.ReleaseNotes.Crossed;
import io.github.incidentadvisor.evidence.ReleaseNotes.Health;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Reference;
import io.github.incidentadvisor.model.StableId;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** Projects that moved away, ended by their own words, or have been silent for years: as far as that was at hand. */
public final class UpstreamHealth implements Rule {
    private static final int SILENT_YEARS = 3;

    private final List<Crossed> notes;

    /** @param notes what was read of the change */
    public UpstreamHealth(List<Crossed> notes) {
        this.notes = List.copyOf(notes);
    }

    @Override
    public List<Found> apply(Situation situation) {
        return notes.stream()
                .flatMap(one -> one.notes().health().stream()
                        .flatMap(health -> text(one, health, situation.today()).stream()
                                .flatMap(text -> Movement.leader(Optional.of(one.change()), situation)
                                        .map(item -> Found.of(item, finding(one, health, text)))
                                        .stream())))
                .toList();
    }

    private static Optional<String> text(Crossed crossed, Health health, LocalDate today) {
        String name = crossed.change().component().name();
        return switch (health.name()) {
            case "last-release" ->
                silentSince(health.day(), today)
                        .map(day -> name + " has had no release on its code host since " + day + ".");
            case "own-words" -> Optional.of("the project of " + name + " says: “" + health.quote() + "”");
            default -> Optional.of(health.text());
        };
    }

    private static Optional<LocalDate> silentSince(String day, LocalDate today) {
        try {
            return Optional.of(LocalDate.parse(day))
                    .filter(last -> last.plusYears(SILENT_YEARS).isBefore(today));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Finding finding(Crossed crossed, Health health, String text) {
        Place place = crossed.change().declaredAt();
        return new Finding(
                StableId.of(Kind.UPSTREAM_HEALTH, crossed.change().component().purl(), "", health.name()),
                Kind.UPSTREAM_HEALTH,
                health.name().equals("relocated") ? Severity.CAUTION : Severity.INFO,
                Grade.STATED,
                place,
                Reference.NONE,
                Deadline.NONE,
                text,
                "",
                List.of(new Evidence(
                        "upstream", Grade.STATED, health.source(), health.url(), health.day(), health.quote())));
    }
}
