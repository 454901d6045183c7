package io.github.incidentadvisor.inventory.manifest;

import io.github.incidentadvisor.inventory.DeclaredObject;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Fields;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Items;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Scalar;
import io.github.incidentadvisor.model.Place;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Kubernetes objects in YAML and JSON, one or many in a file, and lists of them. */
final class KubernetesReader implements ManifestReader {
    private static final Pattern OBJECT = Pattern.compile("(?m)^[ \\t]*\"?(?:- )?\"?apiVersion\"?[ \\t]*:");
    private static final Pattern KIND = Pattern.compile("(?m)^[ \\t]*\"?(?:- )?\"?kind\"?[ \\t]*:");

    /** Files of tools that look like objects and never reach a cluster. */
    private static final Set<String> TOOLS =
            Set.of("kustomize.config.k8s.io", "skaffold", "helm.sh", "backstage.io", "builtin", "config.kubernetes.io");

    private static final int DEPTH = 3;

    @Override
    public boolean canBe(String path) {
        return path.endsWith(".yaml") || path.endsWith(".yml") || path.endsWith(".json");
    }

    @Override
    public boolean recognises(Source file) {
        if (!OBJECT.matcher(file.text()).find() || !KIND.matcher(file.text()).find()) {
            return false;
        }
        return !file.yaml().isWhole() || file.yaml().documents().stream().anyMatch(KubernetesReader::isObject);
    }

    static boolean isObject(YamlNode node) {
        return node instanceof Fields fields
                && !fields.text("apiVersion").isEmpty()
                && !fields.text("kind").isEmpty();
    }

    @Override
    public void read(Source file, Findings findings) {
        boolean any = file.yaml().documents().stream().anyMatch(KubernetesReader::isObject);
        if (!file.yaml().isWhole() && (any || looksLikeObject(file))) {
            LineScan.images(file, findings);
            ObjectScan.objects(file, LineScan.from(file, file.yaml()), Conditions.NONE, findings);
        }
        read(file.yaml().documents(), file.path(), 0, Conditions.NONE, findings);
    }

    /** A file that is no YAML, such as a template's, is ours only when it begins an object at the margin. */
    private static boolean looksLikeObject(Source file) {
        return file.lines().stream().anyMatch(line -> line.startsWith("apiVersion:"))
                && file.lines().stream().anyMatch(line -> line.startsWith("kind:"));
    }

    /**
     * The objects of documents.
     *
     * @param offset lines before the first of the documents in the file that holds them
     */
    static void read(List<YamlNode> documents, String path, int offset, Conditions conditions, Findings findings) {
        for (YamlNode document : documents) {
            object(document, path, offset, conditions, findings, 0);
        }
    }

    private static void object(
            YamlNode node, String path, int offset, Conditions conditions, Findings findings, int depth) {
        if (!isObject(node) || depth > DEPTH) {
            return;
        }
        Fields object = (Fields) node;
        String api = object.text("apiVersion");
        String kind = object.text("kind");
        String group = api.contains("/") ? api.substring(0, api.indexOf('/')) : api;
        if (kind.endsWith("List") && object.get("items").isPresent()) {
            object.items("items").forEach(item -> object(item, path, offset, conditions, findings, depth + 1));
            return;
        }
        if (TOOLS.contains(group)) {
            return;
        }
        String name =
                object.fields("metadata").map(metadata -> metadata.text("name")).orElse("");
        int line = object.entry("apiVersion").orElseThrow().line();
        Place place = new Place(path, line + offset);
        String plain = conditions.isBlank(name) ? "" : name;
        if (conditions.templated()) {
            branches(object, kind, plain, path, offset, conditions, findings);
        } else {
            findings.add(new DeclaredObject("kubernetes", api, kind, plain, place, false, List.of()));
        }
        String holder = kind + (plain.isEmpty() ? "" : "/" + plain);
        ClusterConfigs.read(object, api, kind, path, offset, findings);
        new Containers(path, offset, conditions, findings, holder).in(object, kind);
    }

    /** The object once for each apiVersion that the branches of a template give it. */
    private static void branches(
            Fields object,
            String kind,
            String name,
            String path,
            int offset,
            Conditions conditions,
            Findings findings) {
        for (YamlNode.Entry entry : object.entries()) {
            if (entry.key().equals("apiVersion")
                    && entry.value() instanceof Scalar api
                    && !conditions.isBlank(api.text())
                    && !conditions.isBlank(kind)) {
                findings.add(new DeclaredObject(
                        "kubernetes",
                        api.text(),
                        kind,
                        name,
                        new Place(path, entry.line() + offset),
                        conditions.at(entry.line()) || isPartial(path),
                        conditions.choice(entry.line()),
                        List.of()));
            }
        }
    }

    /** A template that Helm renders nowhere by itself; others include it, or nobody does. */
    static boolean isPartial(String path) {
        return path.startsWith("_", path.lastIndexOf('/') + 1);
    }

    /** The images of the containers in any part of an object or patch. */
    static final class Containers {
        private static final Set<String> LISTS = Set.of("containers", "initContainers", "ephemeralContainers");

        /** What workflow and pipeline engines call their lists of containers. */
        private static final Set<String> OTHER_LISTS = Set.of("steps", "sidecars", "templates", "tasks");

        /** Their texts are other programs' business. */
        private static final Set<String> OPAQUE = Set.of("ConfigMap", "Secret", "CustomResourceDefinition");

        private static final Set<String> SKIPPED = Set.of("metadata", "status", "env", "args", "command");
        private static final Pattern BUILT_IN =
                Pattern.compile("(?:v1|apps/.*|batch/.*|extensions/.*|policy/.*|autoscaling/.*|(?:.*\\.)?k8s\\.io/.*)");

        private final String path;
        private final int offset;
        private final Conditions conditions;
        private final Findings findings;
        private final String holder;
        private final Set<YamlNode> seen = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());

        Containers(String path, int offset, Conditions conditions, Findings findings, String holder) {
            this.path = path;
            this.offset = offset;
            this.conditions = conditions;
            this.findings = findings;
            this.holder = holder;
        }

        void in(Fields object, String kind) {
            if (!OPAQUE.contains(kind)) {
                boolean custom = !BUILT_IN.matcher(object.text("apiVersion")).matches();
                object.entries().forEach(entry -> {
                    if (!SKIPPED.contains(entry.key())) {
                        walk(entry.key(), entry.value(), custom, holder);
                    }
                });
            }
        }

        private void walk(String key, YamlNode node, boolean custom, String within) {
            if (!seen.add(node)) {
                return;
            }
            if (node instanceof Items items) {
                boolean list = LISTS.contains(key) || custom && OTHER_LISTS.contains(key);
                for (YamlNode item : items.all()) {
                    if (list && item instanceof Fields container && !seen.contains(container)) {
                        container(container, within);
                    }
                    walk("", item, custom, within);
                }
            } else if (node instanceof Fields fields) {
                for (YamlNode.Entry entry : fields.entries()) {
                    if (SKIPPED.contains(entry.key())) {
                        continue;
                    }
                    if (entry.key().equals("image")) {
                        image(entry.value(), custom, within);
                    } else if ((entry.key().equals("container") || entry.key().equals("script"))
                            && entry.value() instanceof Fields container) {
                        container(container, within);
                    }
                    walk(entry.key(), entry.value(), custom, within);
                }
            }
        }

        /** All its images: the branches of a template can give a container more than one. */
        void container(Fields container, String within) {
            if (container.entries().stream().noneMatch(entry -> entry.key().equals("image"))) {
                container.scalar("image").ifPresent(image -> image(image, name(container, within)));
            }
            container.entries().stream()
                    .filter(entry -> entry.key().equals("image"))
                    .map(YamlNode.Entry::value)
                    .filter(Scalar.class::isInstance)
                    .map(Scalar.class::cast)
                    .filter(image -> !image.isNull())
                    .forEach(image -> image(image, name(container, within)));
        }

        /** An image outside a list of containers: an image volume's, or a field of somebody's own kind. */
        private void image(YamlNode value, boolean custom, String within) {
            if (value instanceof Fields volume) {
                volume.scalar("reference").ifPresent(reference -> image(reference, within));
            } else if (custom && value instanceof Scalar scalar && isTagged(scalar.text())) {
                image(scalar, within);
            }
        }

        private static boolean isTagged(String text) {
            return ImageName.parse(text)
                    .filter(image -> !image.version().isEmpty())
                    .isPresent();
        }

        private static String name(Fields container, String within) {
            String name = container.text("name");
            return name.isEmpty() ? within : within + "." + name;
        }

        private final Set<Scalar> images = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());

        void image(Scalar image, String within) {
            if (!images.add(image) || conditions.isBlank(image.text())) {
                return;
            }
            Mention.image(Resolved.of(image.text()), image.text(), new Place(path, image.line() + offset))
                    .ifPresent(
                            mention -> findings.add(mention.holder(within).conditional(conditions.at(image.line()))));
        }
    }
}
