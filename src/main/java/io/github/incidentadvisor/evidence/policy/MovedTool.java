package io.github.incidentadvisor.evidence.policy;

import io.github.incidentadvisor.evidence.BuildPolicy.Effect;
import io.github.incidentadvisor.evidence.BuildPolicy.Violation;
import io.github.incidentadvisor.inventory.Check;
import io.github.incidentadvisor.inventory.Policies;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A tool that judges the sources and fails the build is another one after the change: it may see more than before. */
final class MovedTool implements PolicyRule {
    @Override
    public List<Violation> judge(Facts facts) {
        List<Violation> violations = new ArrayList<>();
        for (Check check : facts.policies().checks()) {
            if (Policies.KNOWN.contains(check.rule()) || !Policies.TOOLS.contains(check.rule())) {
                continue;
            }
            Optional<Check> was = facts.otherPolicies().checks().stream()
                    .filter(other -> other.module().equals(check.module())
                            && other.rule().equals(check.rule())
                            && other.execution().equals(check.execution()))
                    .findFirst();
            was.ifPresent(other -> moved(check.plugin(), other.plugin())
                    .forEach((ga, step) -> violations.add(violation(check, ga, step))));
        }
        return violations;
    }

    private static Map<String, String> moved(Check.Tool is, Check.Tool was) {
        Map<String, String> before = versions(was);
        Map<String, String> moved = new LinkedHashMap<>();
        versions(is).forEach((ga, version) -> {
            String old = before.get(ga);
            if (!Objects.equals(old, version)) {
                moved.put(ga, (old == null ? "the plugin's own" : old) + " to " + version);
            }
        });
        return moved;
    }

    private static Map<String, String> versions(Check.Tool tool) {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put(tool.name(), tool.version());
        tool.additions()
                .forEach(one ->
                        versions.put(one.substring(0, one.lastIndexOf(':')), one.substring(one.lastIndexOf(':') + 1)));
        return versions;
    }

    private static Violation violation(Check check, String ga, String step) {
        String[] parts = ga.split(":", 2);
        return new Violation(
                check.rule(),
                check.module(),
                Violations.by(check),
                Effect.MAY_FAIL,
                List.of(ga),
                List.of(Artifact.of(parts[0], parts[1])),
                ga + " goes from " + step + " and may object to code that it let pass",
                "run the check on the new version before merging",
                ga + " " + step,
                Place.NONE);
    }
}
