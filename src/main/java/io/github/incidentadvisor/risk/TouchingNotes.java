package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.evidence.ReleaseNotes.Crossed;
import io.github.incidentadvisor.evidence.ReleaseNotes.Hit;
import io.github.incidentadvisor.evidence.ReleaseNotes.Item;
import io.github.incidentadvisor.evidence.ReleaseNotes.Kind;
import io.github.incidentadvisor.evidence.ReleaseNotes.Section;
import io.github.incidentadvisor.evidence.ReleaseNotes.Touch;
import io.github.incidentadvisor.model.Change;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Reference;
import io.github.incidentadvisor.model.StableId;
import io.github.incidentadvisor.model.VendorNotes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Entries of release notes that name something of the project and may ask something of it. */
public final class TouchingNotes implements Rule {
    private static final int QUOTED = 200;
    private static final int MOST_OF_ONE = 10;
    private static final int MOST_TOUCHING_SHOWN = 20;
    private static final int MOST_OTHERS_SHOWN = 8;

    private final List<Crossed> notes;

    /** @param notes what was read of the change */
    public TouchingNotes(List<Crossed> notes) {
        this.notes = List.copyOf(notes);
    }

    @Override
    public List<Found> apply(Situation situation) {
        return notes.stream().flatMap(one -> found(one, situation).stream()).toList();
    }

    private static List<Found> found(Crossed crossed, Situation situation) {
        return crossed.hits().stream()
                .filter(hit -> hit.item().kind().asksSomething())
                .sorted(Comparator.comparing(hit -> hit.item().kind()))
                .limit(MOST_OF_ONE)
                .flatMap(hit -> Movement.leader(Optional.of(crossed.change()), situation)
                        .map(item -> Found.of(item, finding(crossed, hit)))
                        .stream())
                .toList();
    }

    private static Finding finding(Crossed crossed, Hit hit) {
        Change change = crossed.change();
        Item item = hit.item();
        String names = hit.touches().stream().map(Touch::name).collect(Collectors.joining(", "));
        return new Finding(
                StableId.of(
                        Finding.Kind.RELEASE_NOTE,
                        change.component().purl(),
                        item.version().text(),
                        item.text()),
                Finding.Kind.RELEASE_NOTE,
                item.kind() == Kind.DEPRECATION ? Severity.INFO : Severity.CAUTION,
                Grade.STATED,
                hit.touches().get(0).place(),
                Reference.NONE,
                Deadline.NONE,
                change.component().name() + " " + item.version() + " says: “" + cut(item.text()) + "” You use " + names
                        + ".",
                "",
                List.of(evidence(crossed, item)));
    }

    private static Evidence evidence(Crossed crossed, Item item) {
        String date = crossed.notes().sections().stream()
                .filter(section -> section.version().equals(item.version()))
                .map(Section::date)
                .filter(day -> day.matches("\\d{4}-\\d{2}-\\d{2}"))
                .findFirst()
                .orElse("");
        return new Evidence("release-note", Grade.STATED, item.source(), item.url(), date, item.text());
    }

    private static String cut(String text) {
        return text.length() <= QUOTED ? text : text.substring(0, QUOTED).replaceFirst("\\s+\\S*$", "") + " …";
    }

    /** What a report shows of them: what touches the project, then what asks something of everybody. */
    public List<VendorNotes> shown() {
        return notes.stream()
                .filter(one -> !one.notes().sections().isEmpty())
                .map(TouchingNotes::shown)
                .toList();
    }

    private static VendorNotes shown(Crossed crossed) {
        List<VendorNotes.Entry> shown = new ArrayList<>();
        crossed.hits().stream()
                .sorted(Comparator.comparing(hit -> hit.item().kind()))
                .limit(MOST_TOUCHING_SHOWN)
                .forEach(hit -> shown.add(entry(crossed, hit.item(), hit.touches())));
        crossed.notes().items().stream()
                .filter(item -> item.kind().compareTo(Kind.REQUIREMENT) <= 0)
                .filter(item ->
                        crossed.hits().stream().noneMatch(hit -> hit.item().equals(item)))
                .sorted(Comparator.comparing(Item::kind))
                .limit(MOST_OTHERS_SHOWN)
                .forEach(item -> shown.add(entry(crossed, item, List.of())));
        return new VendorNotes(
                crossed.change().component().purl(),
                crossed.change().component().name(),
                crossed.change().from(),
                crossed.change().to(),
                crossed.notes().source(),
                crossed.notes().url(),
                crossed.notes().sections().stream()
                        .map(section -> new VendorNotes.Section(section.version(), section.date()))
                        .toList(),
                crossed.notes().items().size(),
                crossed.hits().size(),
                shown,
                crossed.notes().lookedAt());
    }

    private static VendorNotes.Entry entry(Crossed crossed, Item item, List<Touch> touches) {
        return new VendorNotes.Entry(
                item.version(),
                item.kind().word(),
                touches.stream().map(Touch::name).toList(),
                evidence(crossed, item));
    }
}
