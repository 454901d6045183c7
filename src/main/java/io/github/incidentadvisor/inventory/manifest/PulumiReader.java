package io.github.incidentadvisor.inventory.manifest;

import io.github.incidentadvisor.inventory.DeclaredObject;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Entry;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Fields;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Programs in <a href="https://www.pulumi.com/docs/iac/languages-sdks/yaml/yaml-language-reference/">Pulumi YAML</a>. */
final class PulumiReader implements ManifestReader {
    private static final Pattern NAME = Pattern.compile("Pulumi\\.ya?ml|Main\\.ya?ml");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([\\w.-]+)}");
    private static final Pattern MODULE = Pattern.compile("([\\w-]+):([\\w.-]+)/[\\w-]+:(\\w+)");
    private static final Pattern KUBERNETES = Pattern.compile("kubernetes:([\\w./-]+):(\\w+)");

    private final AttributeTable table;

    PulumiReader(AttributeTable table) {
        this.table = table;
    }

    @Override
    public boolean canBe(String path) {
        return NAME.matcher(path.substring(path.lastIndexOf('/') + 1)).matches();
    }

    @Override
    public boolean recognises(Source file) {
        return file.has("resources:")
                && (!file.yaml().isWhole()
                        || file.root().flatMap(root -> root.fields("resources")).isPresent());
    }

    @Override
    public void read(Source file, Findings findings) {
        if (!file.yaml().isWhole()) {
            LineScan.gap(file, file.yaml(), findings);
        }
        file.root().ifPresent(root -> {
            YamlResources resources =
                    new YamlResources("pulumi", file, table, node -> text(file, root, node), findings);
            root.fields("resources").ifPresent(all -> all.entries().forEach(entry -> {
                if (entry.value() instanceof Fields resource) {
                    resource(file, entry, resource, resources, findings);
                }
            }));
        });
    }

    private static void resource(
            Source file, Entry entry, Fields resource, YamlResources resources, Findings findings) {
        String type = resource.text("type");
        if (type.isEmpty()) {
            return;
        }
        Fields properties = resource.fields("properties").orElseGet(() -> new Fields(List.of(), "", resource.line()));
        Matcher kubernetes = KUBERNETES.matcher(type);
        if (kubernetes.matches()) {
            String api = kubernetes.group(1).replaceFirst("^core/", "");
            String kind = kubernetes.group(2);
            int line = resource.scalar("type").orElseThrow().line();
            findings.add(new DeclaredObject("kubernetes", api, kind, entry.key(), file.at(line), false, List.of()));
            new KubernetesReader.Containers(file.path(), 0, Conditions.NONE, findings, entry.key())
                    .in(properties, kind);
            return;
        }
        // aws:ec2/instance:Instance and aws:ec2:Instance are one.
        Matcher module = MODULE.matcher(type);
        String known = module.matches() ? module.group(1) + ":" + module.group(2) + ":" + module.group(3) : type;
        resources.resource(type, known, entry.key(), entry.line(), properties, false);
    }

    /** Configuration has its default here; what a stack sets is known only with the stack. */
    private static Resolved text(Source file, Fields root, YamlNode node) {
        if (!(node instanceof Scalar scalar)) {
            return Resolved.unknown(Intrinsics.written(node));
        }
        Matcher whole = VARIABLE.matcher(scalar.text());
        if (!scalar.text().contains("${")) {
            return Resolved.of(scalar.text(), file.at(scalar.line()));
        }
        if (!whole.matches()) {
            return Resolved.unknown(scalar.text());
        }
        Optional<Scalar> value = root.fields("config")
                .or(() -> root.fields("configuration"))
                .flatMap(config -> config.get(whole.group(1)))
                .flatMap(found -> found instanceof Fields fields
                        ? fields.scalar("default").or(() -> fields.scalar("value"))
                        : Optional.of(found).filter(Scalar.class::isInstance).map(Scalar.class::cast));
        return value.or(() -> root.fields("variables").flatMap(variables -> variables.scalar(whole.group(1))))
                .filter(text -> !text.text().contains("${"))
                .map(text -> Resolved.of(text.text(), file.at(text.line())))
                .orElseGet(() -> Resolved.unknown(scalar.text()));
    }
}
