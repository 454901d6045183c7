package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.evidence.KubernetesApis.Api;
import io.github.incidentadvisor.inventory.Declaration;
import io.github.incidentadvisor.inventory.DeclaredObject;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.Version;
import io.github.incidentadvisor.risk.Clusters.Cluster;
import java.util.ArrayList;
import java.util.List;

/** What carries a finding about an object's API. */
final class ApiEvidence {
    private ApiEvidence() {}

    /** What stands for an API where no cluster does. */
    static Item item(DeclaredObject object) {
        int slash = object.api().indexOf('/');
        return new Item(
                new Component.Platform("kubernetes/" + object.api().substring(0, Math.max(0, slash))),
                new Version(object.api().substring(slash + 1)),
                Role.PLATFORM,
                object.place().file(),
                "",
                false,
                new Declaration(object.place(), object.place(), object.api(), "", "", ""),
                List.of(),
                Version.NONE);
    }

    /** What the object says of itself. */
    static Evidence object(DeclaredObject object) {
        return Evidence.declaration(
                object.place(),
                "apiVersion: " + object.api() + ", kind: " + object.type()
                        + (object.name().isEmpty() ? "" : ", name: " + object.name()));
    }

    /** The object, the clusters that it is for, and what the vendor says of the API. */
    static List<Evidence> of(ApiUse use, List<Cluster> shown) {
        Api api = use.api();
        DeclaredObject object = use.object();
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(object(object));
        shown.stream()
                .filter(cluster -> cluster.place().isKnown())
                .forEach(cluster -> evidence.add(Evidence.declaration(
                        cluster.place(),
                        cluster.item().component().name() + " " + cluster.item().version())));
        evidence.add(
                new Evidence("kubernetes-api", Grade.STATED, api.source(), api.url(), api.asOf(), ApiWords.facts(api)));
        api.replacementIn(use.lowest())
                .filter(one -> !one.url().isEmpty())
                .ifPresent(one -> evidence.add(new Evidence(
                        "kubernetes-guide",
                        Grade.STATED,
                        "Kubernetes' migration guide",
                        one.url(),
                        one.asOf(),
                        api.apiVersion() + " → " + one.apiVersion() + " since " + one.since())));
        return evidence;
    }
}
