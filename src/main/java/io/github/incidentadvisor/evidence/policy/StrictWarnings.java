package io.github.incidentadvisor.evidence.policy;

import io.github.incidentadvisor.evidence.BuildPolicy.Effect;
import io.github.incidentadvisor.evidence.BuildPolicy.Violation;
import io.github.incidentadvisor.evidence.Linkage;
import io.github.incidentadvisor.evidence.Linkage.Break;
import io.github.incidentadvisor.inventory.Policies;
import io.github.incidentadvisor.inventory.Policies.StrictCompilation;
import java.util.List;

/** Warnings that a change brings to a module whose compilation they fail: {@code -Werror}, {@code failOnWarning}. */
public final class StrictWarnings {
    private StrictWarnings() {}

    /** What the compiler will not let pass, by what it said of the sources against both class paths. */
    public static List<Violation> of(Linkage.Answer linkage, Policies policies) {
        return linkage.breaks().stream()
                .filter(one -> one.effect() == Linkage.Effect.WARNED)
                .map(one -> violation(one, policies))
                .toList();
    }

    private static Violation violation(Break one, Policies policies) {
        List<StrictCompilation> by = policies.strict().stream()
                .filter(strict -> strict.module().equals(one.module()))
                .toList();
        return new Violation(
                "javacWerror",
                one.module(),
                by.isEmpty() ? "the compiler" : name(by),
                Effect.FAILS,
                one.from().map(from -> List.of(from.artifact().ga())).orElse(List.of()),
                one.from().map(from -> List.of(from.artifact())).orElse(List.of()),
                one.place() + " has a new warning: " + one.message(),
                one.instead().text(),
                one.place() + ": " + one.message(),
                one.place());
    }

    private static String name(List<StrictCompilation> strict) {
        String plugin = "maven-compiler-plugin"
                + (strict.get(0).plugin().isEmpty() ? "" : " " + strict.get(0).plugin());
        return strict.size() == 1 ? plugin + ", execution " + strict.get(0).execution() : plugin;
    }
}
