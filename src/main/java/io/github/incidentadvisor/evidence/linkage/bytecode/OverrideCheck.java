package io.github.incidentadvisor.evidence.linkage.bytecode;

import io.github.incidentadvisor.evidence.linkage.bytecode.Break.Effect;
import io.github.incidentadvisor.evidence.linkage.bytecode.Resolution.Found;
import io.github.incidentadvisor.model.Reference;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Opcodes;

/** Methods of a class that override others (JVMS 5.4.5), or do not any more. */
final class OverrideCheck {
    private final Comparison comparison;
    private final ExceptionsCheck exceptions;

    OverrideCheck(Comparison comparison) {
        this.comparison = comparison;
        this.exceptions = new ExceptionsCheck(comparison);
    }

    void check(Breaks out) {
        ClassShape caller = out.caller();
        if (comparison.isSame(caller.name())) {
            return;
        }
        for (Member method : caller.methods().values()) {
            boolean madeUp = method.is(Opcodes.ACC_SYNTHETIC) && !method.is(Opcodes.ACC_BRIDGE);
            if (!method.isStatic()
                    && !method.isPrivate()
                    && !madeUp
                    && !method.name().equals("<init>")) {
                check(out, method);
            }
        }
    }

    private void check(Breaks out, Member method) {
        List<Found> old = overridden(comparison.before(), out.caller(), method);
        List<Found> now = overridden(comparison.after(), out.caller(), method);
        boolean known =
                comparison.after().space().hierarchy(out.caller().name()).isComplete();
        if (!old.isEmpty() && now.isEmpty() && known) {
            nothing(out, method, old.get(0));
        }
        Optional<Found> isFinal = firstFinal(now);
        if (isFinal.isPresent() && firstFinal(old).isEmpty()) {
            out.add(
                    BreakKind.OVERRIDES_FINAL,
                    Effect.FAILS,
                    method.key(),
                    line(out, method),
                    reference(isFinal.get()),
                    "overrides " + words(isFinal.get()) + ", which is final now",
                    List.of());
        } else if (!old.isEmpty() && !now.isEmpty()) {
            thrown(out, method, old.get(0), now.get(0));
        }
    }

    private void nothing(Breaks out, Member method, Found old) {
        Hierarchy hierarchy = comparison.after().space().hierarchy(out.caller().name());
        List<Reference> others = Wording.references(Comparison.supertypes(hierarchy).stream()
                .flatMap(owner -> owner.methods().values().stream()
                        .filter(one -> one.name().equals(method.name()) && !one.isPrivate() && !one.isStatic())
                        .map(one -> new Found(owner, one)))
                .limit(5)
                .toList());
        out.add(
                BreakKind.OVERRIDES_NOTHING,
                Effect.NOT_CALLED,
                method.key(),
                line(out, method),
                reference(old),
                "overrides " + words(old) + ", which was removed, and will not be called" + Wording.thereIs(others),
                others);
    }

    private void thrown(Breaks out, Member method, Found old, Found now) {
        if (old.member().exceptions().equals(now.member().exceptions()) || method.is(Opcodes.ACC_BRIDGE)) {
            return;
        }
        List<String> allowed = now.member().exceptions();
        List<String> before =
                exceptions.beyond(method.exceptions(), old.member().exceptions(), comparison.before());
        for (String thrown : exceptions.beyond(method.exceptions(), allowed, comparison.after())) {
            if (!before.contains(thrown)) {
                out.add(
                        BreakKind.EXCEPTION_REMOVED,
                        Effect.SOURCE,
                        method.key(),
                        line(out, method),
                        reference(now),
                        "overrides " + words(now) + ", which does not throw " + Names.simple(thrown) + " any more",
                        List.of());
            }
        }
    }

    private static Optional<Found> firstFinal(List<Found> overridden) {
        return overridden.stream()
                .filter(one ->
                        one.member().is(Opcodes.ACC_FINAL) && !one.owner().isInterface())
                .findFirst();
    }

    private static List<Found> overridden(Comparison.Side side, ClassShape caller, Member method) {
        return Comparison.supertypes(side.space().hierarchy(caller.name())).stream()
                .flatMap(owner -> owner
                        .method(method.name(), method.descriptor())
                        .filter(one -> !one.isStatic() && Obligations.mayOverride(caller, owner, one))
                        .map(one -> new Found(owner, one))
                        .stream())
                .toList();
    }

    private static int line(Breaks out, Member method) {
        return out.uses().lines().getOrDefault(method.key(), 0);
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
