package io.github.incidentadvisor.evidence.linkage.bytecode;

import io.github.incidentadvisor.evidence.linkage.bytecode.Break.Effect;
import io.github.incidentadvisor.model.Reference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was found in one class: each thing once a line, and what reflection alone would see only where nothing worse is said of it. */
final class Breaks {
    private final ClassShape caller;
    private final Uses uses;
    private final Map<Object, Break> found = new LinkedHashMap<>();

    Breaks(ClassShape caller, Uses uses) {
        this.caller = caller;
        this.uses = uses;
    }

    ClassShape caller() {
        return caller;
    }

    Uses uses() {
        return uses;
    }

    /** In the code or the header of a member. Who catches the error has provided for it: only the compiler fails. */
    void add(BreakKind kind, Use use, Reference target, String message, List<Reference> candidates) {
        Effect effect = use.kind().isMention() ? Effect.REFLECTION : use.isGuarded() ? Effect.SOURCE : Effect.FAILS;
        add(kind, effect, use.method(), use.line(), target, message, candidates);
    }

    /** In the header of the class. */
    void add(BreakKind kind, Effect effect, Reference target, String message, List<Reference> candidates) {
        add(kind, effect, "", 0, target, message, candidates);
    }

    void add(
            BreakKind kind,
            Effect effect,
            String method,
            int line,
            Reference target,
            String message,
            List<Reference> candidates) {
        Break one = new Break(
                kind,
                effect,
                Names.binary(caller.name()),
                method,
                line,
                uses.sourceFile(),
                target,
                message,
                candidates);
        Object key = List.of(kind, line, target);
        found.merge(key, one, (old, other) -> other.effect().compareTo(old.effect()) < 0 ? other : old);
    }

    List<Break> all() {
        return found.values().stream()
                .filter(one -> one.effect() != Effect.REFLECTION
                        || found.values().stream()
                                .noneMatch(other -> other.effect() != Effect.REFLECTION
                                        && other.target().equals(one.target())))
                .sorted(Break.ORDER)
                .toList();
    }
}
