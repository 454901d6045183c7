package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.evidence.KubernetesApis;
import io.github.incidentadvisor.evidence.KubernetesApis.Api;
import io.github.incidentadvisor.evidence.KubernetesRelease;
import io.github.incidentadvisor.inventory.DeclaredObject;
import io.github.incidentadvisor.inventory.DeclaredObject.Choice;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.risk.Clusters.Cluster;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a step of a cluster's version that nobody has made yet brings along: the objects that the present release serves and the
 * target does not.
 */
record ClusterStep(List<Stop> stops, KubernetesRelease from, KubernetesRelease to) {
    /** For what is no cluster. */
    static final ClusterStep NONE = new ClusterStep(List.of(), KubernetesRelease.NONE, KubernetesRelease.NONE);

    private static final int SHOWN = 3;

    ClusterStep {
        stops = List.copyOf(stops);
    }

    /** An object and its API, which the target does not serve any more. */
    record Stop(DeclaredObject object, Api api) {}

    /**
     * @param clusters what declares the clusters that step; the objects are those that no other cluster is nearer to
     * @return none when a release is not known
     */
    static ClusterStep of(
            Inventory head,
            Collection<Item> clusters,
            KubernetesApis apis,
            KubernetesRelease from,
            KubernetesRelease to) {
        if (!from.isKnown() || !to.isKnown()) {
            return NONE;
        }
        Clusters all = Clusters.of(head, KubernetesRelease.NONE);
        List<Stop> stops = head.objects().stream()
                .filter(object -> object.format().equals("kubernetes") && object.choice() != Choice.CLUSTER)
                .filter(object -> isFor(all.of(object.place().file()), clusters))
                .flatMap(object -> apis.of(object.api(), object.type()).stream()
                        .filter(api -> api.isGoneIn(to) && !api.isGoneIn(from))
                        .map(api -> new Stop(object, api)))
                .toList();
        return new ClusterStep(stops, from, to);
    }

    private static boolean isFor(List<Cluster> nearest, Collection<Item> clusters) {
        return nearest.isEmpty() || nearest.stream().map(Cluster::item).anyMatch(clusters::contains);
    }

    /** The objects, each with what to do. */
    List<Move.Part> parts() {
        return stops.stream()
                .map(this::part)
                .sorted(Comparator.comparing(Move.Part::place).thenComparing(Move.Part::what))
                .toList();
    }

    private Move.Part part(Stop stop) {
        Api api = stop.api();
        String name = stop.object().name().isEmpty() ? "" : " " + stop.object().name();
        String fix = ApiWords.fix(api, to, from);
        return new Move.Part(
                stop.object().place(),
                api.kind() + name + " of " + api.apiVersion() + " stops working with Kubernetes " + api.removed(),
                fix.isEmpty() ? "find another way" : fix);
    }

    /** A sentence that names the APIs, with a blank before it; empty when nothing stops. */
    String words() {
        if (stops.isEmpty()) {
            return "";
        }
        List<String> apis = stops.stream()
                .map(Stop::api)
                .map(api -> api.kind() + " of " + api.apiVersion())
                .distinct()
                .sorted()
                .toList();
        int more = apis.size() - SHOWN;
        return " The step to " + to + " stops " + (stops.size() == 1 ? "1 object, of " : stops.size() + " objects, of ")
                + apis.stream().limit(SHOWN).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more APIs." : ".");
    }

    /** Of the first APIs what the vendor says, each with one object that uses it. */
    List<Evidence> evidence() {
        List<Evidence> evidence = new ArrayList<>();
        Set<Api> told = new HashSet<>();
        stops.stream()
                .sorted(Comparator.comparing(stop -> stop.object().place()))
                .filter(stop -> told.size() < SHOWN && told.add(stop.api()))
                .forEach(stop -> {
                    evidence.add(ApiEvidence.object(stop.object()));
                    Api api = stop.api();
                    evidence.add(new Evidence(
                            "kubernetes-api", Grade.STATED, api.source(), api.url(), api.asOf(), ApiWords.facts(api)));
                });
        return evidence;
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
