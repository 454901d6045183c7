package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.evidence.Cycle;
import io.github.incidentadvisor.evidence.Lifecycles;
import io.github.incidentadvisor.evidence.ProductVersion;
import io.github.incidentadvisor.evidence.ReleaseNotes.Crossed;
import io.github.incidentadvisor.evidence.ReleaseNotes.Kind;
import io.github.incidentadvisor.evidence.ReleaseNotes.Section;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Version;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When what a change moves to came out: as the release notes date it, else as the lifecycle data does, which dates the first and
 * the newest release of a line. Both have been read for other reasons; nobody is asked, and of other versions nothing is known.
 */
public final class ReleaseDays {
    private final Lifecycles lifecycles;
    private final List<Crossed> notes;

    /** @param notes what was read of the change */
    public ReleaseDays(Lifecycles lifecycles, List<Crossed> notes) {
        this.lifecycles = lifecycles;
        this.notes = List.copyOf(notes);
    }

    /** The day of this version; one after {@code today} is none that could be right. */
    Optional<ReleaseDay> of(Component component, Version version, LocalDate today) {
        return Stream.concat(
                        about(component, version).flatMap(one -> noted(one, version)),
                        lifecycles.productsOf(component, version).stream()
                                .filter(at -> at.version().equals(version))
                                .flatMap(at -> dated(at, component instanceof Artifact)))
                .filter(day -> !day.on().isAfter(today))
                .findFirst();
    }

    /** Whether the notes of what is moved to say that security asks for it. */
    boolean mendsSecurity(Component component, Version version) {
        return about(component, version)
                .flatMap(one -> one.notes().items().stream())
                .anyMatch(item -> item.kind() == Kind.SECURITY);
    }

    private Stream<Crossed> about(Component component, Version version) {
        return notes.stream()
                .filter(one -> one.change().component().equals(component)
                        && one.change().to().equals(version));
    }

    private static Stream<ReleaseDay> noted(Crossed crossed, Version version) {
        return crossed.notes().sections().stream()
                .filter(section -> section.version().equals(version))
                .flatMap(section -> day(section).stream())
                .map(section -> new ReleaseDay(
                        LocalDate.parse(section.date()),
                        new Evidence(
                                "release-date",
                                Grade.STATED,
                                crossed.notes().source(),
                                section.url(),
                                section.date(),
                                version + ", " + section.date())));
    }

    private static Optional<Section> day(Section section) {
        try {
            LocalDate.parse(section.date());
            return Optional.of(section);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** @param exact whether a version is one release for ever; an image's {@code 17} or {@code 8.0} is another one every month */
    private Stream<ReleaseDay> dated(ProductVersion at, boolean exact) {
        return lifecycles.cycleOf(at.product(), at.version()).stream().flatMap(cycle -> {
            LocalDate on = cycle.latest().equals(at.version())
                    ? cycle.latestReleased()
                    : exact && isFirst(at.version(), cycle) ? cycle.released() : LocalDate.MIN;
            return on.equals(LocalDate.MIN)
                    ? Stream.empty()
                    : Stream.of(new ReleaseDay(
                            on,
                            new Evidence(
                                    "release-date",
                                    Grade.STATED,
                                    "lifecycle data, product " + at.product().id(),
                                    at.product().url(),
                                    at.product().asOf(),
                                    at.product().label() + " " + at.version() + ", released " + on)));
        });
    }

    /** {@code 4.0} and {@code 4.0.0} of the line 4.0. */
    private static boolean isFirst(Version version, Cycle cycle) {
        String text = version.text();
        return text.startsWith(cycle.name())
                && text.substring(cycle.name().length()).matches("(\\.0)*");
    }
}
