package io.github.incidentadvisor.migration;

import io.github.incidentadvisor.inventory.DeclaredReference;
import io.github.incidentadvisor.inventory.DeclaredReference.Status;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.migration.NewText.To;
import io.github.incidentadvisor.migration.NewText.Unknown;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Versions written anew at the lines that decide them. */
final class VersionMoves {
    private final Ground ground;
    private final NewVersions versions;

    VersionMoves(Ground ground) {
        this.ground = ground;
        this.versions = new NewVersions(ground);
    }

    /** @param settled places that others have looked after */
    Proposal propose(Set<Place> settled) {
        return ground.migration().places().stream()
                .filter(place -> !settled.contains(place))
                .map(this::at)
                .reduce(Proposal.NOTHING, Proposal::and);
    }

    private Proposal at(Place place) {
        List<Item> items = ground.decidedAt(place);
        if (items.isEmpty()) {
            return nothingThere(place);
        }
        Map<Item, NewText> texts = new LinkedHashMap<>();
        items.forEach(item -> texts.put(item, versions.of(item)));
        Map<Item, To> moving = new LinkedHashMap<>();
        texts.forEach((item, text) -> {
            if (text instanceof To to) {
                moving.put(item, to);
            }
        });
        if (moving.isEmpty()) {
            return texts.values().stream()
                    .filter(Unknown.class::isInstance)
                    .map(text -> Proposal.left(place, ground.task(place), ((Unknown) text).why()))
                    .findFirst()
                    .filter(left -> texts.values().stream().noneMatch(NewText.Stays.class::isInstance))
                    .orElseGet(() -> Proposal.done(place));
        }
        Item first = moving.keySet().iterator().next();
        if (moving.keySet().stream().noneMatch(item -> ground.isAsReported(item, place))) {
            return Proposal.left(
                    place,
                    ground.task(place),
                    "the line says " + name(first) + " now; it was edited since the report: run check again");
        }
        Optional<Item> stranger = texts.keySet().stream()
                .filter(item -> !moving.containsKey(item) && !isFamily(item, moving.keySet()))
                .findFirst();
        if (stranger.isPresent() && first.component().equals(stranger.get().component())) {
            return Proposal.left(
                    place,
                    ground.task(place),
                    "the line names " + stranger.get().version().brief() + " too: whether "
                            + first.version().brief() + " goes or stays beside it is not known here");
        }
        if (stranger.isPresent()) {
            return Proposal.left(
                    place,
                    ground.task(place),
                    "the same line decides " + name(stranger.get())
                            + ", which this migration does not move; give each a version of its own first");
        }
        if (moving.values().stream().map(To::to).distinct().count() > 1) {
            return Proposal.left(
                    place,
                    ground.task(place),
                    "what the line decides would have to become "
                            + moving.values().stream().map(To::to).distinct().collect(Collectors.joining(" and ")));
        }
        return edited(place, first, moving.get(first));
    }

    private static boolean isFamily(Item item, Set<Item> moving) {
        return item.component() instanceof Artifact artifact
                && moving.stream()
                        .anyMatch(other -> other.component() instanceof Artifact mover
                                && mover.group().equals(artifact.group())
                                && other.version().equals(item.version()));
    }

    private Proposal edited(Place place, Item item, To to) {
        Optional<FileText> file = ground.file(place.file());
        DecidedText.Answer answer = file.map(text -> DecidedText.edits(text, place.line(), item, to))
                .orElseGet(() -> DecidedText.Answer.no("the file cannot be read, or is too long"));
        if (answer.edits().isEmpty()) {
            return Proposal.left(place, ground.task(place), answer.why());
        }
        List<LeftToDo> left = new ArrayList<>();
        if (!to.note().isEmpty()) {
            left.add(new LeftToDo(place, to.note(), ""));
        }
        left.addAll(alsoUsed(item));
        left.addAll(ground.beside(place, ground.decidedAt(place)));
        return new Proposal(answer.edits(), left, Set.of(place));
    }

    /** Where a property that moves stands for something that is no version of a component, such as an argument of a plugin. */
    private List<LeftToDo> alsoUsed(Item item) {
        String property = item.declaration().property();
        return property.isEmpty()
                ? List.of()
                : new PropertyUses(ground).beside(property, item.declaration().decidedAt());
    }

    private Proposal nothingThere(Place place) {
        Optional<DeclaredReference> reference = ground.inventory().references().stream()
                .filter(one ->
                        one.place().equals(place) || one.context().decidedAt().equals(place))
                .filter(one -> one.status() != Status.RESOLVED)
                .findFirst();
        if (reference.isPresent()) {
            DeclaredReference one = reference.get();
            String raw = one.raw().isBlank() ? one.name() : one.raw();
            return Proposal.left(
                    place,
                    ground.task(place),
                    one.status() == Status.FLOATING
                            ? "'" + raw + "' names no definite version: what it means depends on the day"
                            : "'" + raw + "' is put together elsewhere");
        }
        if (ground.inventory().objects().stream()
                .anyMatch(object -> object.place().equals(place))) {
            return Proposal.left(place, ground.task(place), "");
        }
        boolean there = ground.file(place.file())
                .flatMap(file -> file.line(place.line()))
                .isPresent();
        return Proposal.left(
                place,
                ground.task(place),
                there
                        ? "the line does not hold what the report read there; it was edited since: run check again"
                        : "the line is gone since the report: run check again");
    }

    private static String name(Item item) {
        return item.component().name() + " " + item.version().brief();
    }
}
