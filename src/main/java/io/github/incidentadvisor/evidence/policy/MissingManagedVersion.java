package io.github.incidentadvisor.evidence.policy;

import io.github.incidentadvisor.evidence.BuildPolicy.Effect;
import io.github.incidentadvisor.evidence.BuildPolicy.Violation;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.inventory.Policies.Unversioned;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A dependency without a version that no parent or BOM manages any more: Maven refuses the POM. */
final class MissingManagedVersion implements PolicyRule {
    static final String NAME = "missingManagedVersion";

    private static final Set<Role> GIVERS = Set.of(Role.BOM, Role.PARENT);

    @Override
    public List<Violation> judge(Facts facts) {
        List<Violation> violations = new ArrayList<>();
        for (Unversioned one : facts.policies().unversioned()) {
            if (facts.policies().lacksBom()) {
                facts.gap(
                        "the version of " + one.ga() + " in " + one.module(),
                        "it may be managed by a BOM that cannot be had");
                continue;
            }
            List<Artifact> givers = facts.inventory().items().stream()
                    .filter(item -> GIVERS.contains(item.role()))
                    .map(Item::component)
                    .filter(Artifact.class::isInstance)
                    .map(Artifact.class::cast)
                    .distinct()
                    .toList();
            violations.add(new Violation(
                    NAME,
                    one.module(),
                    "Maven",
                    Effect.FAILS,
                    List.of(one.ga()),
                    givers,
                    one.ga() + " has no version at " + one.place() + ", and no parent or BOM manages one",
                    "give " + one.ga() + " a version, or the name under which it is managed now",
                    "'dependencies.dependency.version' for " + one.ga() + " is missing, " + one.place(),
                    one.place()));
        }
        return violations;
    }
}
