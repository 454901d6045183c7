package io.github.incidentadvisor.evidence.linkage.bytecode;

import io.github.incidentadvisor.evidence.linkage.bytecode.Break.Effect;
import io.github.incidentadvisor.evidence.linkage.bytecode.Resolution.Found;
import io.github.incidentadvisor.model.Reference;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checked exceptions (JLS 11.2), which only the compiler looks at. What a class file does not tell for certain is not said. */
final class ExceptionsCheck {
    private final Comparison comparison;

    ExceptionsCheck(Comparison comparison) {
        this.comparison = comparison;
    }

    /** A method that is called throws other exceptions than before. */
    void called(Breaks out, Use use, Found old, Found now) {
        List<String> before = old.member().exceptions();
        List<String> after = now.member().exceptions();
        if (before.equals(after) || use.method().contains("lambda$")) {
            return;
        }
        Reference target = Names.reference(use.owner(), use.name(), use.descriptor());
        Set<String> handled = handled(out, use);
        for (String added : beyond(after, before, comparison.after())) {
            if (handled.stream().noneMatch(one -> isA(added, one, comparison.after()))) {
                source(out, BreakKind.EXCEPTION_ADDED, use, target, ", which now throws " + Names.simple(added));
            }
        }
        for (String removed : beyond(before, after, comparison.before())) {
            if (use.caught().contains(removed) && !isThrownElsewhere(out, use, removed)) {
                source(
                        out,
                        BreakKind.EXCEPTION_REMOVED,
                        use,
                        target,
                        ", which does not throw " + Names.simple(removed) + " any more");
            }
        }
    }

    private static void source(Breaks out, BreakKind kind, Use use, Reference target, String text) {
        out.add(kind, Effect.SOURCE, use.method(), use.line(), target, Wording.does(use) + text, List.of());
    }

    /** Checked exceptions of {@code some} that nothing of {@code others} covers. */
    List<String> beyond(List<String> some, List<String> others, Comparison.Side side) {
        return some.stream()
                .filter(one -> isChecked(one, side))
                .filter(one -> others.stream().noneMatch(other -> isA(one, other, side)))
                .toList();
    }

    private static boolean isChecked(String exception, Comparison.Side side) {
        Hierarchy hierarchy = side.space().hierarchy(exception);
        return hierarchy.isComplete()
                && !hierarchy.isSubclassOf("java/lang/RuntimeException")
                && !hierarchy.isSubclassOf("java/lang/Error");
    }

    private static boolean isA(String one, String other, Comparison.Side side) {
        return one.equals(other) || side.space().hierarchy(one).isSubclassOf(other);
    }

    /** Whether anything else that the same handler guards may throw it, so that it may still be caught (JLS 11.2.3). */
    private boolean isThrownElsewhere(Breaks out, Use use, String exception) {
        return out.uses().all().stream()
                .filter(other -> other.kind().isCall()
                        && other.method().equals(use.method())
                        && other.caught().contains(exception)
                        && !(other.owner().equals(use.owner())
                                && other.name().equals(use.name())
                                && other.descriptor().equals(use.descriptor())))
                .map(other -> comparison.after().resolver().method(other.owner(), other.name(), other.descriptor()))
                .anyMatch(resolved -> resolved.found().stream()
                        .flatMap(found -> found.member().exceptions().stream())
                        .anyMatch(thrown -> isA(thrown, exception, comparison.after())
                                || isA(exception, thrown, comparison.after())));
    }

    private static Set<String> handled(Breaks out, Use use) {
        Set<String> handled = new HashSet<>(use.caught());
        Member own = out.caller().methods().get(use.method());
        if (own != null) {
            handled.addAll(own.exceptions());
        }
        return handled;
    }
}
