package io.github.incidentadvisor.evidence.linkage.bytecode;

import io.github.incidentadvisor.evidence.linkage.bytecode.Break.Effect;
import io.github.incidentadvisor.evidence.linkage.bytecode.Resolution.Found;
import io.github.incidentadvisor.model.Reference;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a class inherits from (JVMS 5.3.5), and what it owes there. */
final class InheritanceCheck {
    private final Comparison comparison;
    private final ClassCheck classes;

    InheritanceCheck(Comparison comparison) {
        this.comparison = comparison;
        this.classes = new ClassCheck(comparison);
    }

    void check(Breaks out) {
        ClassShape caller = out.caller();
        if (comparison.isSame(caller.name())) {
            return;
        }
        boolean sound = caller.superName().isEmpty() || parent(out, caller.superName(), false);
        for (String parent : caller.interfaces()) {
            sound &= parent(out, parent, true);
        }
        if (sound
                && !caller.isAbstract()
                && comparison.after().space().hierarchy(caller.name()).isComplete()) {
            owes(out);
        }
    }

    /** Whether a direct supertype can still be one. */
    private boolean parent(Breaks out, String name, boolean asInterface) {
        Optional<ClassShape> old = comparison.before().space().find(name);
        if (old.isEmpty()) {
            return true;
        }
        String does = (asInterface && !out.caller().isInterface() ? "implements " : "extends ") + Names.simple(name);
        Reference target = Names.reference(name);
        if (!comparison.after().space().exists(name)) {
            List<Reference> moved = classes.moved(name);
            String text = does + ", which was removed" + Wording.thereIs(moved);
            out.add(BreakKind.CLASS_REMOVED, Effect.FAILS, target, text, moved);
            return false;
        }
        Optional<ClassShape> now = comparison.after().space().find(name);
        if (now.isEmpty()) {
            return false;
        }
        for (String lost : comparison.lostSupertypes(name)) {
            out.add(
                    BreakKind.SUPERTYPE_REMOVED,
                    Effect.FAILS,
                    Names.reference(lost),
                    does + ", whose supertype " + Names.binary(lost) + " was removed",
                    List.of());
            return false;
        }
        return fits(out, does, old.get(), now.get());
    }

    private boolean fits(Breaks out, String does, ClassShape old, ClassShape now) {
        String caller = out.caller().name();
        Reference target = Names.reference(now.name());
        if (old.isInterface() != now.isInterface()) {
            BreakKind kind = now.isInterface() ? BreakKind.CLASS_NOW_INTERFACE : BreakKind.INTERFACE_NOW_CLASS;
            String text = does + ", which is " + (now.isInterface() ? "an interface now" : "a class now");
            out.add(kind, Effect.FAILS, target, text, List.of());
        } else if (now.isFinal() && !old.isFinal()) {
            out.add(BreakKind.CLASS_NOW_FINAL, Effect.FAILS, target, does + ", which is final now", List.of());
        } else if (now.isSealed()
                && !now.permitted().contains(caller)
                && (!old.isSealed() || old.permitted().contains(caller))) {
            String text = does + ", which is sealed now and does not permit it";
            out.add(BreakKind.CLASS_NOW_SEALED, Effect.FAILS, target, text, List.of());
        } else if (comparison.before().access().toClass(caller, old)
                && !comparison.after().access().toClass(caller, now)) {
            out.add(BreakKind.CLASS_HIDDEN, Effect.FAILS, target, does + ", which is not public any more", List.of());
        } else {
            return true;
        }
        return false;
    }

    /** Methods that it must have now; those that a superclass of the same code owes already are said of that one. */
    private void owes(Breaks out) {
        ClassShape caller = out.caller();
        Obligations.Open before = new Obligations(comparison.before()).of(caller.name());
        Obligations.Open after = new Obligations(comparison.after()).of(caller.name());
        Map<String, Found> ofParent = inheritedFromSameCode(caller);
        after.unimplemented().forEach((key, found) -> {
            if (!before.unimplemented().containsKey(key) && !ofParent.containsKey(key)) {
                out.add(
                        BreakKind.ABSTRACT_METHOD_ADDED,
                        Effect.FAILS,
                        reference(found),
                        "does not implement " + words(found) + ", which it must now",
                        List.of());
            }
        });
        after.conflicting().forEach((key, found) -> {
            if (!before.conflicting().containsKey(key)) {
                out.add(
                        BreakKind.DEFAULTS_CONFLICT,
                        Effect.FAILS,
                        reference(found),
                        "inherits " + words(found) + " from two interfaces, both with code",
                        List.of());
            }
        });
    }

    private Map<String, Found> inheritedFromSameCode(ClassShape caller) {
        ClassSpace space = comparison.after().space();
        boolean sameCode = space.source(caller.superName()).equals(space.source(caller.name()));
        boolean concrete = space.find(caller.superName())
                .filter(parent -> !parent.isAbstract())
                .isPresent();
        return sameCode && concrete
                ? new Obligations(comparison.after()).of(caller.superName()).unimplemented()
                : Map.of();
    }

    private static Reference reference(Found found) {
        return Names.reference(
                found.owner().name(), found.member().name(), found.member().descriptor());
    }

    private static String words(Found found) {
        return Names.method(
                found.owner().name(), found.member().name(), found.member().descriptor());
    }
}
