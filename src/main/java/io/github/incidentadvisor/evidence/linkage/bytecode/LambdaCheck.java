package io.github.incidentadvisor.evidence.linkage.bytecode;

import io.github.incidentadvisor.evidence.linkage.bytecode.Break.Effect;
import io.github.incidentadvisor.evidence.linkage.bytecode.Resolution.Found;
import java.util.List;
import java.util.Map;

/** Lambdas and method references: their interface must ask for the one method that they are (JLS 9.8). */
final class LambdaCheck {
    private final Comparison comparison;

    LambdaCheck(Comparison comparison) {
        this.comparison = comparison;
    }

    /** The interface resolves on both sides. */
    void check(Breaks out, Use use) {
        ClassShape now = comparison.after().space().find(use.owner()).orElseThrow();
        ClassShape old = comparison.before().space().find(use.owner()).orElseThrow();
        if (!now.isInterface() && old.isInterface()) {
            out.add(
                    BreakKind.INTERFACE_NOW_CLASS,
                    use,
                    Names.reference(use.owner()),
                    Wording.does(use) + ", which is a class now",
                    List.of());
            return;
        }
        if (now.isSealed() && !old.isSealed()) {
            out.add(
                    BreakKind.CLASS_NOW_SEALED,
                    use,
                    Names.reference(use.owner()),
                    Wording.does(use) + ", which is sealed now",
                    List.of());
            return;
        }
        Map<String, Found> before =
                new Obligations(comparison.before()).of(use.owner()).unimplemented();
        Map<String, Found> after =
                new Obligations(comparison.after()).of(use.owner()).unimplemented();
        String implemented = use.name() + use.descriptor();
        after.forEach((key, found) -> {
            if (!before.containsKey(key) && !key.equals(implemented) && !isOfObject(found.member())) {
                out.add(
                        BreakKind.ABSTRACT_METHOD_ADDED,
                        use,
                        Names.reference(
                                found.owner().name(),
                                found.member().name(),
                                found.member().descriptor()),
                        Wording.does(use) + ", which now also has "
                                + Names.signature(
                                        found.owner().name(),
                                        found.member().name(),
                                        found.member().descriptor()),
                        List.of());
            }
        });
        if (before.containsKey(implemented) && !after.containsKey(implemented)) {
            out.add(
                    BreakKind.OVERRIDES_NOTHING,
                    Effect.NOT_CALLED,
                    use.method(),
                    use.line(),
                    Names.reference(use.owner(), use.name(), use.descriptor()),
                    Wording.does(use) + ", which has no abstract method "
                            + Names.signature(use.owner(), use.name(), use.descriptor()) + " any more",
                    List.of());
        }
    }

    /** An interface may name them, and every object has them. */
    private boolean isOfObject(Member method) {
        return comparison
                .after()
                .space()
                .find("java/lang/Object")
                .flatMap(object -> object.method(method.name(), method.descriptor()))
                .isPresent();
    }
}
