package io.github.incidentadvisor.evidence.linkage.source;

import io.github.incidentadvisor.evidence.Linkage.Instead;
import io.github.incidentadvisor.evidence.linkage.Jars;
import io.github.incidentadvisor.model.Reference;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** What there is in the place of what is gone: the publisher's own word first, then what is nearest by name and shape. */
final class Replacements {
    private final Attribution before;
    private final Attribution after;
    private final DeprecationNotes notes;
    private final DeprecationNotes notesAfter;
    private final SimilarTypes types;
    private final SimilarMembers members;
    private final Map<Reference, Instead> known = new HashMap<>();

    Replacements(Compilation compilation, Attribution before, Attribution after, Jars jars) {
        this.before = before;
        this.after = after;
        this.notes = new DeprecationNotes(compilation.before(), jars);
        this.notesAfter = new DeprecationNotes(compilation.after(), jars);
        this.types = new SimilarTypes(compilation, before, after, jars);
        this.members = new SimilarMembers(before, after);
    }

    /** @param element what {@code reference} was before the change; null when that is not known */
    Instead of(Reference reference, Element element) {
        if (element == null || !reference.isKnown()) {
            return Instead.UNKNOWN;
        }
        return known.computeIfAbsent(reference, r -> find(r, element));
    }

    /** What the Javadoc after the change says to use in the place of something that is still there. */
    Instead said(Reference reference, Element element) {
        TypeElement owner = Descriptors.typeOf(element);
        return notesAfter
                .of(reference, owner)
                .flatMap(pointer -> verified(pointer, owner, owner))
                .orElse(Instead.UNKNOWN);
    }

    private Instead find(Reference reference, Element element) {
        TypeElement owner = Descriptors.typeOf(element);
        if (owner == null) {
            return Instead.UNKNOWN;
        }
        TypeElement now = after.task().getElements().getTypeElement(owner.getQualifiedName());
        Optional<DeprecationNotes.Pointer> said = notes.of(reference, owner);
        Optional<Instead> stated = said.flatMap(pointer -> verified(pointer, owner, now));
        if (stated.isPresent()) {
            return stated.get();
        }
        if (now == null) {
            return element == owner ? types.like(owner) : Instead.UNKNOWN;
        }
        return element == owner ? Instead.UNKNOWN : members.like(element, now);
    }

    /** What the note points to, if it is there after the change. */
    private Optional<Instead> verified(DeprecationNotes.Pointer pointer, TypeElement owner, TypeElement now) {
        Optional<TypeElement> target =
                pointer.type().isEmpty() ? Optional.ofNullable(now) : types.named(pointer.type(), owner, after);
        boolean there = target.isPresent() && has(target.get(), pointer.member(), after);
        if (!there) {
            return Optional.empty();
        }
        String type = target.get().getQualifiedName().toString();
        TypeElement earlier = before.task().getElements().getTypeElement(type);
        boolean first = earlier != null && has(earlier, pointer.member(), before);
        return Optional.of(new Instead("use " + pointer.text() + ", as its own Javadoc says", first));
    }

    private static boolean has(TypeElement type, String member, Attribution attribution) {
        return member.isEmpty()
                || attribution.task().getElements().getAllMembers(type).stream()
                        .anyMatch(one -> one.getSimpleName().contentEquals(member));
    }
}
