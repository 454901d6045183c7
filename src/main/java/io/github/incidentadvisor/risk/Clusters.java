package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.evidence.KubernetesRelease;
import io.github.incidentadvisor.inventory.Declaration;
import io.github.incidentadvisor.inventory.DeclaredReference;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The clusters that a tree declares, or the one that the user named where it declares none. */
final class Clusters {
    private static final String KIND = "kubernetes-version";

    /** What a kind cluster's nodes run; the tag is the release. */
    private static final String KIND_NODE = "kindest/node";

    /** Nodes may be older than their control plane, and it is the control plane that serves APIs. */
    private static final Pattern NODES = Pattern.compile("node|pool|orchestrator", Pattern.CASE_INSENSITIVE);

    private final List<Cluster> declared;

    /**
     * A cluster.
     *
     * @param item what declares it; without a place when the user named its release
     */
    record Cluster(Item item, KubernetesRelease release) {
        Place place() {
            return item.declaration().decidedAt();
        }

        /** {@code amazon-eks 1.33 (infra/eks.tf:8)}. */
        String label() {
            return name() + " " + release + " (" + (place().isKnown() ? place() : "kubernetesVersion") + ")";
        }

        String name() {
            if (item.component() instanceof Component.Image) {
                return "kind";
            }
            return place().isKnown() ? item.component().name() : "Kubernetes";
        }
    }

    private Clusters(List<Cluster> declared) {
        this.declared = List.copyOf(declared);
    }

    /** @param configured what the user says; {@link KubernetesRelease#NONE} for nothing */
    static Clusters of(Inventory inventory, KubernetesRelease configured) {
        Map<Place, Set<String>> named = new HashMap<>();
        for (DeclaredReference reference : inventory.references()) {
            if (reference.kind().equals(KIND)
                    && !NODES.matcher(reference.name()).find()
                    && !NODES.matcher(reference.context().attribute()).find()) {
                named.computeIfAbsent(reference.place(), p -> new HashSet<>())
                        .add(reference.version().text());
            }
        }
        List<Cluster> clusters = new ArrayList<>();
        Set<String> labels = new HashSet<>();
        for (Item item : inventory.items()) {
            KubernetesRelease release = KubernetesRelease.of(item.version().text());
            Cluster cluster = new Cluster(item, release);
            if (release.isKnown() && isCluster(item, named) && labels.add(cluster.label())) {
                clusters.add(cluster);
            }
        }
        if (clusters.isEmpty() && configured.isKnown()) {
            clusters.add(new Cluster(named(configured), configured));
        }
        clusters.sort(Comparator.comparing(Cluster::place).thenComparing(Cluster::label));
        return new Clusters(clusters);
    }

    private static boolean isCluster(Item item, Map<Place, Set<String>> named) {
        if (item.component() instanceof Component.Image image) {
            return image.repository().equals(KIND_NODE);
        }
        return item.component() instanceof Component.Platform
                && named.getOrDefault(item.declaration().usedAt(), Set.of())
                        .contains(item.version().unpinned().text());
    }

    private static Item named(KubernetesRelease release) {
        return new Item(
                new Component.Platform("kubernetes"),
                new Version(release.toString()),
                Role.PLATFORM,
                "",
                "",
                false,
                new Declaration(Place.NONE, Place.NONE, "", "", "", ""),
                List.of(),
                Version.NONE);
    }

    /** Those whose file shares the most folders with {@code file}; all of them where several do, by place. */
    List<Cluster> of(String file) {
        int nearest = declared.stream()
                .mapToInt(cluster -> shared(cluster.item().module(), file))
                .max()
                .orElse(0);
        return declared.stream()
                .filter(cluster -> shared(cluster.item().module(), file) == nearest)
                .toList();
    }

    private static int shared(String a, String b) {
        String[] left = a.split("/");
        String[] right = b.split("/");
        int shared = 0;
        while (shared < Math.min(left.length, right.length) - 1 && left[shared].equals(right[shared])) {
            shared++;
        }
        return shared;
    }
}
