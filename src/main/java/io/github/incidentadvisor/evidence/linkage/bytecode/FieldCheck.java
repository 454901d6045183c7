package io.github.incidentadvisor.evidence.linkage.bytecode;

import io.github.incidentadvisor.evidence.linkage.bytecode.Resolution.Found;
import io.github.incidentadvisor.model.Reference;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Reads and writes of fields (JVMS 5.4.3.2; what the instructions demand: JVMS 6.5). */
final class FieldCheck {
    private final Comparison comparison;

    FieldCheck(Comparison comparison) {
        this.comparison = comparison;
    }

    /** The class that {@code use} names resolves on both sides. */
    void check(Breaks out, Use use) {
        Optional<Found> old = comparison
                .before()
                .resolver()
                .field(use.owner(), use.name(), use.descriptor())
                .found()
                .filter(found -> found.member().isStatic() == use.kind().isStatic()
                        && comparison.before().access().toMember(out.caller(), use.owner(), found));
        if (old.isEmpty()) {
            return;
        }
        Resolution now = comparison.after().resolver().field(use.owner(), use.name(), use.descriptor());
        if (now instanceof Found found) {
            compare(out, use, old.get(), found);
        } else if (comparison.isGone(now, use.owner())) {
            missing(out, use, old.get());
        } else {
            comparison.countUnknown();
        }
    }

    private void compare(Breaks out, Use use, Found old, Found now) {
        Reference target = target(use);
        String does = Wording.does(use);
        Member field = now.member();
        if (field.isStatic() != use.kind().isStatic()) {
            out.add(
                    field.isStatic() ? BreakKind.FIELD_NOW_STATIC : BreakKind.FIELD_NO_LONGER_STATIC,
                    use,
                    target,
                    does + ", which is " + (field.isStatic() ? "static now" : "not static any more"),
                    List.of());
        } else if (!comparison.after().access().toMember(out.caller(), use.owner(), now)) {
            String word = Access.word(field.access());
            out.add(BreakKind.FIELD_HIDDEN, use, target, does + ", which is " + word + " now", List.of());
        } else if (use.kind().isWrite()
                && field.is(Opcodes.ACC_FINAL)
                && !old.member().is(Opcodes.ACC_FINAL)
                && !now.owner().name().equals(out.caller().name())) {
            out.add(BreakKind.FIELD_NOW_FINAL, use, target, does + ", which is final now", List.of());
        }
    }

    private void missing(Breaks out, Use use, Found old) {
        Hierarchy hierarchy = comparison.after().space().hierarchy(use.owner());
        Optional<Found> other = java.util.stream.Stream.concat(
                        hierarchy.classes().stream(), hierarchy.interfaces().stream())
                .flatMap(owner -> owner.fields().values().stream()
                        .filter(field -> field.name().equals(use.name()))
                        .map(field -> new Found(owner, field)))
                .filter(found -> comparison.after().access().toMember(out.caller(), use.owner(), found))
                .findFirst();
        if (other.isPresent()) {
            out.add(
                    BreakKind.FIELD_TYPE_CHANGED,
                    use,
                    target(use),
                    Wording.does(use) + ", which is "
                            + Names.type(Type.getType(other.get().member().descriptor())) + " now, not "
                            + Names.type(Type.getType(use.descriptor())),
                    Wording.references(List.of(other.get())));
        } else {
            boolean constant = old.member().is(Opcodes.ACC_ENUM);
            out.add(
                    constant ? BreakKind.ENUM_CONSTANT_REMOVED : BreakKind.FIELD_REMOVED,
                    use,
                    target(use),
                    Wording.does(use) + ", which was removed",
                    List.of());
        }
    }

    private static Reference target(Use use) {
        return Names.reference(use.owner(), use.name(), use.descriptor());
    }
}
