package io.github.incidentadvisor.inventory.manifest;

import io.github.incidentadvisor.inventory.DeclaredReference.Status;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Fields;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Items;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Scalar;
import io.github.incidentadvisor.model.Component;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Kustomizations: what they set images to, the remote bases and charts that they take in, and the patches written into them;
 * and JSON patches in files of their own.
 */
final class KustomizeReader implements ManifestReader {
    private static final Set<String> NAMES = Set.of("kustomization.yaml", "kustomization.yml", "Kustomization");
    private static final Set<String> BASES = Set.of("resources", "bases", "components", "crds");
    private static final Set<String> PATCHES = Set.of("patches", "patchesStrategicMerge", "patchesJson6902");
    private static final Pattern OPERATION = Pattern.compile("(?m)^[ \\t]*(?:- )?\"?op\"?[ \\t]*:");

    @Override
    public boolean canBe(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return NAMES.contains(name) || name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
    }

    @Override
    public boolean mustBe(String path) {
        return NAMES.contains(path.substring(path.lastIndexOf('/') + 1));
    }

    @Override
    public boolean recognises(Source file) {
        if (mustBe(file.path())) {
            return true;
        }
        if (file.has("kustomize.config.k8s.io")
                && file.root().filter(this::isKustomization).isPresent()) {
            return true;
        }
        return OPERATION.matcher(file.text()).find()
                && file.has("image")
                && file.yaml().documents().stream().anyMatch(KustomizeReader::isJsonPatch);
    }

    private boolean isKustomization(Fields root) {
        return root.text("apiVersion").startsWith("kustomize.config.k8s.io/");
    }

    /** RFC 6902. */
    private static boolean isJsonPatch(YamlNode node) {
        return node instanceof Items items
                && !items.all().isEmpty()
                && items.all().stream()
                        .allMatch(item -> item instanceof Fields fields && fields.has("op") && fields.has("path"));
    }

    @Override
    public void read(Source file, Findings findings) {
        if (!file.yaml().isWhole()) {
            LineScan.images(file, findings);
        }
        for (YamlNode document : file.yaml().documents()) {
            if (isJsonPatch(document)) {
                jsonPatch((Items) document, file, 0, findings);
            } else if (document instanceof Fields root) {
                kustomization(root, file, findings);
            }
        }
    }

    private static void kustomization(Fields root, Source file, Findings findings) {
        root.items("images").forEach(node -> {
            if (node instanceof Fields image) {
                image(image, file).ifPresent(findings::add);
            }
        });
        BASES.forEach(key -> root.items(key).forEach(node -> {
            if (node instanceof Scalar base) {
                base(base, key, file).ifPresent(findings::add);
            }
        }));
        root.items("helmCharts").forEach(node -> {
            if (node instanceof Fields chart) {
                chart(chart, file).ifPresent(findings::add);
            }
        });
        PATCHES.forEach(key -> root.items(key).forEach(node -> {
            if (node instanceof Fields patch) {
                patch.scalar("patch").ifPresent(text -> patch(text, file, findings));
            } else if (node instanceof Scalar text && text.block()) {
                patch(text, file, findings);
            }
        }));
    }

    private static Optional<Mention> image(Fields image, Source file) {
        Optional<Scalar> tag = image.scalar("newTag");
        Optional<Scalar> digest = image.scalar("digest");
        Optional<Scalar> newName = image.scalar("newName");
        Optional<Scalar> at = tag.or(() -> digest).or(() -> newName);
        String name = newName.map(Scalar::text).orElse(image.text("name"));
        if (at.isEmpty() || name.isEmpty()) {
            return Optional.empty();
        }
        String text = name
                + tag.map(scalar -> ":" + scalar.text()).orElse("")
                + digest.map(scalar -> "@" + scalar.text()).orElse("");
        Optional<Mention> mention = Mention.image(
                Resolved.of(text), at.get().text(), file.at(at.get().line()));
        // Only a new name: which tag it gets stands where the image is used.
        boolean bare = tag.isEmpty() && digest.isEmpty();
        return mention.map(found -> (bare ? found.status(Status.UNRESOLVED) : found).holder("images"));
    }

    private static Optional<Mention> base(Scalar base, String key, Source file) {
        return RemoteSource.of(base.text()).map(remote -> Mention.of(
                        Kind.KUSTOMIZE_BASE, new Component.Platform(remote.name()), remote.name(), file.at(base.line()))
                .raw(base.text())
                .version(remote.version())
                .judged()
                .holder(key));
    }

    private static Optional<Mention> chart(Fields chart, Source file) {
        return chart.scalar("name").map(name -> {
            Scalar at = chart.scalar("version").orElse(name);
            return Mention.of(
                            Kind.HELM_CHART,
                            HelmChartReader.chart(name.text(), chart.text("repo")),
                            name.text(),
                            file.at(at.line()))
                    .raw(at.text())
                    .version(chart.text("version"))
                    .judged()
                    .holder("helmCharts")
                    .beside("repository", chart.text("repo"));
        });
    }

    private static void patch(Scalar text, Source file, Findings findings) {
        int offset = text.block() ? text.line() : text.line() - 1;
        List<YamlNode> documents = Yaml.read(text.text()).documents();
        for (YamlNode document : documents) {
            if (isJsonPatch(document)) {
                jsonPatch((Items) document, file, offset, findings);
            } else if (document instanceof Fields fields) {
                containers(file, offset, findings).in(fields, fields.text("kind"));
            }
        }
    }

    private static KubernetesReader.Containers containers(Source file, int offset, Findings findings) {
        return new KubernetesReader.Containers(file.path(), offset, Conditions.NONE, findings, "patch");
    }

    private static void jsonPatch(Items patch, Source file, int offset, Findings findings) {
        for (YamlNode node : patch.all()) {
            Fields operation = (Fields) node;
            String path = operation.text("path");
            KubernetesReader.Containers containers = containers(file, offset, findings);
            Optional<YamlNode> value = operation.get("value");
            if (value.isEmpty() || operation.text("op").equals("test")) {
                continue;
            }
            if (value.get() instanceof Scalar image && path.endsWith("/image")) {
                containers.image(image, "patch");
            } else if (value.get() instanceof Fields fields) {
                if (path.matches(".*/(?:c|initC|ephemeralC)ontainers/(?:-|\\d+)")) {
                    containers.container(fields, "patch");
                }
                containers.in(fields, "");
            } else if (value.get() instanceof Items items && path.matches(".*/(?:c|initC|ephemeralC)ontainers")) {
                items.all().forEach(item -> {
                    if (item instanceof Fields fields) {
                        containers.container(fields, "patch");
                    }
                });
            }
        }
    }
}
