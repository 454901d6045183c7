package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.evidence.KubernetesApis.Api;
import io.github.incidentadvisor.evidence.KubernetesRelease;
import io.github.incidentadvisor.inventory.DeclaredObject;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.risk.Clusters.Cluster;
import java.util.Comparator;
import java.util.List;

/** An object on an API that ends, and the clusters that it is for. */
record ApiUse(DeclaredObject object, Api api, List<Cluster> clusters, boolean fresh) {
    List<Cluster> gone() {
        return clusters.stream()
                .filter(cluster -> api.isGoneIn(cluster.release()))
                .toList();
    }

    List<Cluster> still() {
        return clusters.stream()
                .filter(cluster -> !api.isGoneIn(cluster.release()))
                .toList();
    }

    /** What a replacement must work on. */
    KubernetesRelease lowest() {
        return clusters.stream()
                .map(Cluster::release)
                .min(Comparator.naturalOrder())
                .orElse(KubernetesRelease.NONE);
    }

    /** Whether a later release that these clusters may go to does not serve it. */
    boolean ends() {
        return !clusters.isEmpty() && api.isOfKubernetes() && api.removed().isKnown();
    }

    /** Whether one of the clusters deprecates it by now. */
    boolean isDeprecated() {
        return clusters.stream().anyMatch(cluster -> cluster.release().isFrom(api.deprecated()));
    }

    /** What may not be rendered, or is not certain, is never worse than a caution. */
    Severity atMost(Severity worst) {
        return api.isCertain() && !object.conditional() ? worst : Severity.CAUTION;
    }
}
