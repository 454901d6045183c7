package io.github.incidentadvisor.evidence.policy;

import io.github.incidentadvisor.evidence.BuildPolicy.Effect;
import io.github.incidentadvisor.evidence.BuildPolicy.Violation;
import io.github.incidentadvisor.inventory.Check;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Place;
import java.util.List;

/** How objections of one check are worded. */
final class Violations {
    private Violations() {}

    static Violation of(
            Check check, List<String> artifacts, List<Artifact> suspects, String reason, String fix, String quote) {
        return at(Place.NONE, check, artifacts, suspects, reason, fix, quote);
    }

    static Violation at(
            Place place,
            Check check,
            List<String> artifacts,
            List<Artifact> suspects,
            String reason,
            String fix,
            String quote) {
        return new Violation(
                check.rule(),
                check.module(),
                by(check),
                check.fails() ? Effect.FAILS : Effect.WARNS,
                artifacts,
                suspects,
                reason,
                fix,
                quote,
                place);
    }

    static String by(Check check) {
        String plugin = check.plugin().name();
        return plugin.substring(plugin.indexOf(':') + 1)
                + (check.plugin().version().isEmpty()
                        ? ""
                        : " " + check.plugin().version())
                + ", execution " + check.execution();
    }
}
