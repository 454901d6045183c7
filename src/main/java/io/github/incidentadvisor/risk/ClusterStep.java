package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.evidence.KubernetesApis;
import io.github.incidentadvisor.evidence.KubernetesApis.Api;
import io.github.incidentadvisor.evidence.KubernetesRelease;
import io.github.incidentadvisor.inventory.DeclaredObject;
import io.github.incidentadvisor.inventory.DeclaredObject.Choice;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a step of a cluster's version that nobody has made yet brings along. */
final class ClusterStep {
    private ClusterStep() {}

    /** The objects that {@code from} serves and {@code to} does not, each with what to do; none when a release is not known. */
    static List<Move.Part> stops(
            List<DeclaredObject> objects, KubernetesApis apis, KubernetesRelease from, KubernetesRelease to) {
        if (!from.isKnown() || !to.isKnown()) {
            return List.of();
        }
        return objects.stream()
                .filter(object -> object.format().equals("kubernetes") && object.choice() != Choice.CLUSTER)
                .flatMap(object -> apis.of(object.api(), object.type()).stream()
                        .filter(api -> api.isGoneIn(to) && !api.isGoneIn(from))
                        .map(api -> part(object, api, from, to)))
                .sorted(Comparator.comparing(Move.Part::place).thenComparing(Move.Part::what))
                .toList();
    }

    private static Move.Part part(DeclaredObject object, Api api, KubernetesRelease from, KubernetesRelease to) {
        String name = object.name().isEmpty() ? "" : " " + object.name();
        String fix = ApiWords.fix(api, to, from);
        return new Move.Part(
                object.place(),
                api.kind() + name + " of " + api.apiVersion() + " stops working with Kubernetes " + api.removed(),
                fix.isEmpty() ? "find another way" : fix);
    }

    /** The end of a sentence that counts them; empty when there is none. */
    static String sentence(List<Move.Part> parts) {
        List<Move.Part> stops =
                parts.stream().filter(part -> !part.todo().isEmpty()).toList();
        Optional<Move.Part> first = stops.stream().findFirst();
        return first.map(part -> "; first mend the " + (stops.size() == 1 ? "object" : stops.size() + " objects")
                        + " that the step stops, "
                        + (stops.size() == 1 ? "" : "the first one ") + "at " + part.place())
                .orElse("");
    }
}
