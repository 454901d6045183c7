package io.github.incidentadvisor.evidence.linkage.bytecode;

import io.github.incidentadvisor.evidence.linkage.bytecode.Break.Effect;
import io.github.incidentadvisor.evidence.linkage.bytecode.Use.Kind;
import io.github.incidentadvisor.model.Reference;
import java.util.List;
import java.util.Optional;

/** References to classes (JVMS 5.4.3.1), which come before those to their members. */
final class ClassCheck {
    private static final int CANDIDATES = 5;

    private final Comparison comparison;

    ClassCheck(Comparison comparison) {
        this.comparison = comparison;
    }

    /** Whether the class still resolves; what does not is in {@code out}. What did not resolve before either is not said. */
    boolean resolves(Breaks out, Use use) {
        Optional<ClassShape> old = comparison.before().space().find(use.owner());
        if (old.isEmpty() || !comparison.before().access().toClass(out.caller().name(), old.get())) {
            return false;
        }
        String does = Wording.does(use);
        Reference target = Names.reference(use.owner());
        if (!comparison.after().space().exists(use.owner())) {
            List<Reference> moved = moved(use.owner());
            out.add(BreakKind.CLASS_REMOVED, use, target, gone(use, does) + Wording.thereIs(moved), moved);
            return false;
        }
        Optional<ClassShape> now = comparison.after().space().find(use.owner());
        if (now.isEmpty()) {
            comparison.countUnknown();
            return false;
        }
        for (String lost : comparison.lostSupertypes(use.owner())) {
            if (isSameCode(out.caller().name(), use.owner())) {
                return false;
            }
            out.add(
                    BreakKind.SUPERTYPE_REMOVED,
                    use,
                    Names.reference(lost),
                    does + ", whose supertype " + Names.binary(lost) + " was removed",
                    List.of());
            return false;
        }
        return isAccessible(out, use, old.get(), now.get());
    }

    /** A class of the same code that lost a supertype is told of itself. */
    private boolean isSameCode(String caller, String owner) {
        ClassSpace space = comparison.after().space();
        return space.source(caller).equals(space.source(owner));
    }

    private static String gone(Use use, String does) {
        return use.name().isEmpty() ? does + ", which was removed" : does + ", whose class was removed";
    }

    private boolean isAccessible(Breaks out, Use use, ClassShape old, ClassShape now) {
        String from = out.caller().name();
        String does = Wording.does(use);
        Reference target = Names.reference(use.owner());
        if (!comparison.after().access().toClass(from, now)) {
            String how = now.isPublic()
                    ? "the package of which its module does not export any more"
                    : (use.name().isEmpty() ? "which is " : "whose class is ") + "not public any more";
            out.add(BreakKind.CLASS_HIDDEN, use, target, does + ", " + how, List.of());
            return false;
        }
        if (comparison.before().access().toDeclaredClass(from, old)
                && !comparison.after().access().toDeclaredClass(from, now)) {
            out.add(
                    BreakKind.CLASS_HIDDEN,
                    Effect.SOURCE,
                    use.method(),
                    use.line(),
                    target,
                    does + ", " + (use.name().isEmpty() ? "which is " : "whose class is ")
                            + Access.word(now.declaredAccess()) + " now",
                    List.of());
        }
        return true;
    }

    /** {@code new} of a class that cannot be created any more (JVMS 6.5, new). */
    void creates(Breaks out, Use use) {
        if (use.kind() != Kind.NEW) {
            return;
        }
        ClassShape old = comparison.before().space().find(use.owner()).orElseThrow();
        ClassShape now = comparison.after().space().find(use.owner()).orElseThrow();
        if (!old.isAbstract() && now.isAbstract()) {
            BreakKind kind = now.isInterface() ? BreakKind.CLASS_NOW_INTERFACE : BreakKind.CLASS_NOW_ABSTRACT;
            String what = now.isInterface() ? "an interface" : "abstract";
            out.add(
                    kind,
                    use,
                    Names.reference(use.owner()),
                    Wording.does(use) + ", which is " + what + " now",
                    List.of());
        }
    }

    /** Where a class of the same name is now, when it was nowhere else before. */
    List<Reference> moved(String name) {
        ClassSpace before = comparison.before().space();
        return comparison.after().space().named(Names.last(name)).stream()
                .filter(one -> !before.exists(one))
                .limit(CANDIDATES)
                .map(Names::reference)
                .toList();
    }
}
