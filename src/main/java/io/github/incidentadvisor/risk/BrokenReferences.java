package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.evidence.Linkage.Answer;
import io.github.incidentadvisor.evidence.Linkage.Break;
import io.github.incidentadvisor.evidence.Linkage.Effect;
import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.model.Change;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Reference;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.StableId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The project's own lines that the change breaks. */
public final class BrokenReferences implements Rule {
    private final Answer linkage;

    /** @param linkage what the comparison of class paths found */
    public BrokenReferences(Answer linkage) {
        this.linkage = linkage;
    }

    @Override
    public List<Found> apply(Situation situation) {
        return linkage.breaks().stream()
                .filter(one -> one.effect() != Effect.WARNED)
                .flatMap(one -> found(one, situation).stream())
                .toList();
    }

    private Optional<Found> found(Break one, Situation situation) {
        Optional<Change> change = one.from().flatMap(from -> situation.changeOf(from.artifact()));
        return Movement.leader(change, situation).map(item -> {
            Component component = change.map(Change::component).orElse(item.component());
            boolean left = hasLeft(one, situation);
            Kind kind = kind(one);
            Finding finding = new Finding(
                    StableId.of(
                            kind,
                            component.purl(),
                            one.place().file(),
                            one.reference().text()),
                    kind,
                    severity(one),
                    Grade.MEASURED,
                    one.place(),
                    one.reference(),
                    Deadline.NONE,
                    text(one, change, left),
                    LandsFirst.told(one.instead().text(), one.instead().landsFirst()),
                    List.of(evidence(one, change, left)));
            return Found.of(item, finding);
        });
    }

    /** Whether the class path that the line is compiled with has none of the artifact, in whatever version others have it. */
    private static boolean hasLeft(Break one, Situation situation) {
        Set<String> unseen = isOfMain(one, situation) ? Set.of("test", "runtime") : Set.of();
        return one.from().isPresent()
                && situation.head().items().stream()
                        .filter(item -> item.module().equals(one.module()) && item.role() != Role.MANAGED)
                        .noneMatch(item ->
                                item.component().equals(one.from().get().artifact()) && !unseen.contains(item.scope()));
    }

    private static boolean isOfMain(Break one, Situation situation) {
        return situation.head().modules().stream()
                .filter(module -> module.file().equals(one.module()))
                .flatMap(module -> module.sources().main().stream())
                .anyMatch(folder -> one.place().file().startsWith(folder + "/"));
    }

    private static Kind kind(Break one) {
        return switch (one.effect()) {
            case REMOVED, DOES_NOT_COMPILE -> Kind.BROKEN_REFERENCE;
            case NOT_CALLED -> Kind.BROKEN_OVERRIDE;
            case OTHER_VALUE -> Kind.BEHAVIOUR_CHANGE;
            case DEPRECATED, WARNED -> Kind.DEPRECATED_REFERENCE;
        };
    }

    private static Severity severity(Break one) {
        return switch (one.effect()) {
            case REMOVED, DOES_NOT_COMPILE -> Severity.BREAKS_BUILD;
            case NOT_CALLED -> Severity.BREAKS_RUNTIME;
            case OTHER_VALUE -> Severity.CAUTION;
            case DEPRECATED, WARNED -> Severity.INFO;
        };
    }

    private static String text(Break one, Optional<Change> change, boolean left) {
        String name = shortName(one.reference());
        String with = change.map(c -> with(c, left)).orElse("the change");
        return switch (one.effect()) {
            case REMOVED -> "uses " + name + ", which " + lacking(change, left) + ": will not compile.";
            case DOES_NOT_COMPILE ->
                (name.isEmpty() ? "" : "uses " + name + "; ") + "will not compile with " + with + ": " + one.message()
                        + ".";
            case NOT_CALLED ->
                "overrides " + name + ", which " + lacking(change, left) + ": compiles, and is never called.";
            case OTHER_VALUE -> "copies " + name + " when it is compiled; with " + with + " " + one.message() + ".";
            case DEPRECATED, WARNED -> "uses " + name + ", which " + with + " deprecates for removal.";
        };
    }

    private static String with(Change change, boolean left) {
        return change.to().isKnown() && !left
                ? change.component().name() + " " + change.to()
                : "no " + change.component().name() + " on the class path";
    }

    private static String lacking(Optional<Change> change, boolean left) {
        return change.map(c -> c.to().isKnown() && !left
                        ? c.component().name() + " " + c.to() + " no longer has"
                        : "is gone from the class path with " + c.component().name() + " " + c.from())
                .orElse("is gone");
    }

    private static String shortName(Reference reference) {
        if (!reference.isKnown()) {
            return "";
        }
        String owner = reference
                .owner()
                .substring(reference.owner().lastIndexOf('.') + 1)
                .replace('$', '.');
        if (reference.member().isEmpty()) {
            return owner;
        }
        return reference.member().equals("<init>") ? "new " + owner : owner + "." + reference.member();
    }

    private static Evidence evidence(Break one, Optional<Change> change, boolean left) {
        String jars = change.map(c -> c.component().name() + " " + c.from() + " → "
                        + (c.to().isKnown() && left ? "none here" : c.to()))
                .orElse("the class paths before and after");
        return new Evidence(
                "linkage",
                Grade.MEASURED,
                one.module() + ", compiled against " + jars,
                "",
                "",
                one.reference().isKnown()
                        ? one.reference().text() + one.reference().descriptor()
                                + one.from()
                                        .map(Coordinates::toString)
                                        .map(from -> " of " + from)
                                        .orElse("") + ": "
                                + one.message()
                        : one.message());
    }
}
