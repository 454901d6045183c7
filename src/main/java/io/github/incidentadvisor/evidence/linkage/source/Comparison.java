package io.github.incidentadvisor.evidence.linkage.source;

import io.github.incidentadvisor.evidence.Linkage.Effect;
import io.github.incidentadvisor.evidence.linkage.Jars;
import io.github.incidentadvisor.evidence.linkage.source.Sight.Declared;
import io.github.incidentadvisor.evidence.linkage.source.Sight.Spot;
import io.github.incidentadvisor.evidence.linkage.source.Sight.Use;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Reference;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Two attributions of the same sources: what the second one no longer has, or has otherwise. */
final class Comparison {
    private final Attribution before;
    private final Attribution after;
    private final Set<String> library;
    private final Set<String> leaving;
    private final Set<String> present;
    private final Sight was;
    private final Sight is;
    private final Descriptors descriptors;
    private final Descriptors descriptorsAfter;
    private final Blame blame;
    private final Overrides overridesAfter;
    private final Replacements replacements;
    private final Map<Object, Line> lines = new LinkedHashMap<>();

    Comparison(Compilation compilation, Attribution before, Attribution after, Jars jars) {
        this.before = before;
        this.after = after;
        Set<Path> old = new HashSet<>(compilation.before());
        old.removeAll(compilation.after());
        Set<Path> fresh = new HashSet<>(compilation.after());
        fresh.removeAll(compilation.before());
        library = jars.all(compilation.before()).keySet();
        leaving = jars.all(old).keySet();
        present = jars.all(compilation.after()).keySet();
        Set<String> coming = jars.all(fresh).keySet();
        descriptors = before.descriptors();
        descriptorsAfter = after.descriptors();
        was = Sight.of(before, type -> leaving.contains(descriptors.binaryName(type)));
        is = Sight.of(after, type -> coming.contains(descriptorsAfter.binaryName(type)));
        blame = new Blame(before, leaving::contains, library::contains);
        overridesAfter = new Overrides(after);
        replacements = new Replacements(compilation, before, after, jars);
    }

    /** Everything that is touched, each line and reference once. */
    List<Line> lines() {
        List<Complaint> complaints = fresh(before.complaints(), after.complaints());
        Set<Place> complained = new HashSet<>();
        complaints.forEach(complaint -> complained.add(place(complaint)));
        gone(complained);
        complaints.forEach(complaint -> blame(Effect.DOES_NOT_COMPILE, complaint));
        fresh(before.warnings(), after.warnings()).forEach(warning -> blame(Effect.WARNED, warning));
        dropRepeatedTypes();
        notCalled(complained);
        was.uses().forEach((spot, use) -> {
            Use now = is.uses().get(spot);
            if (now != null) {
                otherValue(spot, use, now);
                deprecated(spot, use, now);
            }
        });
        return List.copyOf(lines.values());
    }

    private void add(Effect effect, Place place, Element element, Reference reference, String message) {
        boolean fails = effect == Effect.REMOVED || effect == Effect.DOES_NOT_COMPILE;
        lines.putIfAbsent(
                List.of(place, reference, fails ? Effect.REMOVED : effect),
                new Line(effect, place, reference, message, replacements.of(reference, element)));
    }

    /** Complaints about sources that the second compilation has and the first had not. */
    private List<Complaint> fresh(List<Complaint> first, List<Complaint> second) {
        Set<Complaint.Key> old = new HashSet<>();
        first.forEach(complaint -> old.add(complaint.key()));
        return second.stream()
                .filter(complaint ->
                        !old.contains(complaint.key()) && !complaint.file().isEmpty() && !blame.isSneaky(complaint))
                .toList();
    }

    private static Place place(Complaint complaint) {
        return new Place(complaint.file(), (int) Math.max(1, complaint.line()));
    }

    /** A complaint about what is gone is said already. */
    private void blame(Effect effect, Complaint complaint) {
        List<Blame.Suspect> suspects = blame.of(complaint);
        suspects.forEach(
                suspect -> add(effect, place(complaint), suspect.element(), suspect.reference(), complaint.sentence()));
        if (suspects.isEmpty()) {
            add(effect, place(complaint), null, Reference.NONE, complaint.sentence());
        }
    }

    /** Types that are named and are gone, and members where the compiler complains or nothing of that name is left. */
    private void gone(Set<Place> complained) {
        Map<TypeElement, Boolean> types = new HashMap<>();
        was.uses().forEach((spot, use) -> {
            TypeElement owner = Descriptors.typeOf(use.element());
            Place place = Sight.place(spot, use.line());
            Reference reference = descriptors.reference(use.element());
            if (!reference.isKnown()) {
                return;
            }
            boolean typeGone = types.computeIfAbsent(owner, this::isGone);
            boolean isType = use.element() == owner;
            boolean byType = use.element().getModifiers().contains(Modifier.STATIC);
            if (typeGone && (isType || byType && complained.contains(place))) {
                add(Effect.REMOVED, place, use.element(), reference, removed(use.element()));
            } else if (!typeGone && !isType && isMemberGone(use.element(), owner)) {
                add(Effect.REMOVED, place, use.element(), reference, removed(use.element()));
            }
        });
    }

    /** Where a line names a member of a type that is gone, and the file's import names the type, that says it all. */
    private void dropRepeatedTypes() {
        Map<String, Integer> named = new HashMap<>();
        Set<Object> members = new HashSet<>();
        for (Line line : lines.values()) {
            if (line.reference().member().isEmpty()) {
                named.merge(line.place().file() + " " + line.reference().owner(), 1, Integer::sum);
            } else {
                members.add(List.of(line.place(), line.reference().owner()));
            }
        }
        lines.values()
                .removeIf(line -> line.reference().isKnown()
                        && line.reference().member().isEmpty()
                        && members.contains(
                                List.of(line.place(), line.reference().owner()))
                        && named.get(line.place().file() + " "
                                        + line.reference().owner())
                                > 1);
    }

    private boolean isGone(TypeElement type) {
        return !present.contains(descriptors.binaryName(type))
                && after.task().getElements().getTypeElement(type.getQualifiedName()) == null;
    }

    private boolean isMemberGone(Element member, TypeElement owner) {
        if (member.getKind() == ElementKind.CONSTRUCTOR
                || member.getSimpleName().contentEquals("class")) {
            return false;
        }
        TypeElement now = after.task().getElements().getTypeElement(owner.getQualifiedName());
        return now != null
                && after.task().getElements().getAllMembers(now).stream()
                        .noneMatch(other -> other.getSimpleName().equals(member.getSimpleName())
                                || other.getSimpleName()
                                        .contentEquals(member.getSimpleName().toString()));
    }

    private static String removed(Element element) {
        return switch (element.getKind()) {
            case CONSTRUCTOR, METHOD -> "this method was removed";
            case FIELD ->
                element.getSimpleName().contentEquals("class") ? "this type was removed" : "this field was removed";
            case ENUM_CONSTANT -> "this constant was removed";
            default -> "this type was removed";
        };
    }

    /** Methods that overrode one of a library and do not any more, without an annotation that would make it an error. */
    private void notCalled(Set<Place> complained) {
        was.methods().forEach((spot, declared) -> {
            List<Blame.Suspect> overrode = blame.overridden(declared.method());
            Declared now = is.methods().get(spot);
            Place place = Sight.place(spot, declared.line());
            if (overrode.isEmpty()
                    || now == null
                    || complained.contains(place)
                    || declared.method().getAnnotation(Override.class) != null
                    || !leaving.contains(overrode.get(0).reference().owner())
                    || isOwnerBroken(declared)) {
                return;
            }
            if (overridesAfter.of(now.method()).isEmpty()) {
                Blame.Suspect first = overrode.get(0);
                add(Effect.NOT_CALLED, place, first.element(), first.reference(), "nothing calls it any more");
            }
        });
    }

    /** A supertype that is gone says it already. */
    private boolean isOwnerBroken(Declared declared) {
        TypeElement now = after.task()
                .getElements()
                .getTypeElement(Descriptors.typeOf(declared.method()).getQualifiedName());
        return now == null || overridesAfter.isIncomplete(now);
    }

    private void otherValue(Spot spot, Use use, Use now) {
        if (use.element() instanceof VariableElement old
                && now.element() instanceof VariableElement fresh
                && old.getConstantValue() != null
                && fresh.getConstantValue() != null
                && !old.getConstantValue().equals(fresh.getConstantValue())) {
            add(
                    Effect.OTHER_VALUE,
                    Sight.place(spot, use.line()),
                    old,
                    descriptors.reference(old),
                    "its value changes from " + shown(old) + " to " + shown(fresh));
        }
    }

    private String shown(VariableElement constant) {
        String text = before.task().getElements().getConstantExpression(constant.getConstantValue());
        return text.length() > 60 ? text.substring(0, 57) + "…" : text;
    }

    private void deprecated(Spot spot, Use use, Use now) {
        Element leaving = use.isImport() ? null : Deprecation.forRemoval(now.element());
        if (leaving != null && Deprecation.forRemoval(use.element()) == null) {
            Place place = Sight.place(spot, use.line());
            Reference reference = descriptorsAfter.reference(leaving);
            lines.putIfAbsent(
                    List.of(place, reference, Effect.DEPRECATED),
                    new Line(
                            Effect.DEPRECATED,
                            place,
                            reference,
                            "deprecated for removal",
                            replacements.said(reference, leaving)));
        }
    }

    /** Sources that could be judged in part only, since they do not compile before the change either. */
    List<String> judgedInPart() {
        return before.complaints().stream()
                .map(Complaint::file)
                .filter(file -> !file.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }
}
