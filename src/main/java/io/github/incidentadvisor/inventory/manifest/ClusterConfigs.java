package io.github.incidentadvisor.inventory.manifest;

import io.github.incidentadvisor.inventory.manifest.YamlNode.Fields;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Scalar;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Place;
import java.util.Optional;

/** Objects that make clusters: eksctl, kOps, kubeadm and Cluster API, each with the version that it asks for. */
final class ClusterConfigs {
    private static final Component KUBERNETES = new Component.Platform("kubernetes");

    private ClusterConfigs() {}

    static void read(Fields object, String api, String kind, String path, int offset, Findings findings) {
        String group = api.substring(0, Math.max(0, api.indexOf('/')));
        switch (group) {
            case "eksctl.io" -> {
                version(object.fields("metadata"), "version", new Component.Platform("amazon-eks"), path, offset, kind)
                        .ifPresent(findings::add);
                for (String groups : new String[] {"nodeGroups", "managedNodeGroups"}) {
                    for (YamlNode node : object.items(groups)) {
                        if (node instanceof Fields fields) {
                            fields.scalar("instanceType")
                                    .ifPresent(type -> findings.add(Mention.of(
                                                    Kind.INSTANCE_TYPE,
                                                    new Component.Platform("amazon-ec2-instance"),
                                                    kind,
                                                    new Place(path, type.line() + offset))
                                            .raw(type.text())
                                            .version(type.text())
                                            .holder(groups + "." + fields.text("name"))
                                            .attribute("instanceType")));
                        }
                    }
                }
            }
            case "kops.k8s.io" ->
                version(object.fields("spec"), "kubernetesVersion", KUBERNETES, path, offset, kind)
                        .ifPresent(findings::add);
            case "kubeadm.k8s.io" ->
                version(Optional.of(object), "kubernetesVersion", KUBERNETES, path, offset, kind)
                        .ifPresent(findings::add);
            case "cluster.x-k8s.io", "controlplane.cluster.x-k8s.io" -> {
                if (kind.endsWith("ControlPlane")) {
                    version(object.fields("spec"), "version", KUBERNETES, path, offset, kind)
                            .ifPresent(findings::add);
                }
            }
            default -> {}
        }
    }

    private static Optional<Mention> version(
            Optional<Fields> in, String key, Component component, String path, int offset, String kind) {
        Optional<Scalar> version = in.flatMap(fields -> fields.scalar(key));
        return version.map(
                text -> Mention.of(Kind.KUBERNETES_VERSION, component, kind, new Place(path, text.line() + offset))
                        .raw(text.text())
                        .version(text.text())
                        .judged()
                        .holder(kind)
                        .attribute(key));
    }
}
