package io.github.incidentadvisor.inventory.manifest;

import io.github.incidentadvisor.inventory.manifest.YamlNode.Entry;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Fields;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** CloudFormation and SAM templates in YAML and JSON. */
final class CloudFormationReader implements ManifestReader {
    private static final Pattern RESOURCES = Pattern.compile("(?m)^[ \\t]*\"?Resources\"?[ \\t]*:");
    private static final Pattern TYPE = Pattern.compile("\"?Type\"?\\s*:\\s*[\"']?(?:AWS|Alexa|Custom)::");
    private static final String FUNCTION = "AWS::Serverless::Function";

    private final AttributeTable table;

    CloudFormationReader(AttributeTable table) {
        this.table = table;
    }

    @Override
    public boolean canBe(String path) {
        return path.endsWith(".yaml") || path.endsWith(".yml") || path.endsWith(".json") || path.endsWith(".template");
    }

    @Override
    public boolean recognises(Source file) {
        if (!file.has("::")
                || !RESOURCES.matcher(file.text()).find()
                || !TYPE.matcher(file.text()).find()) {
            return false;
        }
        return !file.yaml().isWhole() || isTemplate(file);
    }

    private static boolean isTemplate(Source file) {
        return file.root()
                .flatMap(root -> root.fields("Resources"))
                .filter(resources -> resources.entries().stream()
                        .anyMatch(entry -> entry.value() instanceof Fields resource
                                && resource.text("Type").contains("::")))
                .isPresent();
    }

    @Override
    public void read(Source file, Findings findings) {
        if (!file.yaml().isWhole()) {
            LineScan.gap(file, file.yaml(), findings);
        }
        if (!isTemplate(file)) {
            return;
        }
        Fields root = file.root().orElseThrow();
        Intrinsics intrinsics = new Intrinsics(file.path(), root);
        YamlResources resources = new YamlResources("cloudformation", file, table, intrinsics::text, findings);
        Optional<Fields> globals = root.fields("Globals").flatMap(all -> all.fields("Function"));
        boolean functions = false;
        for (Entry entry : root.fields("Resources").orElseThrow().entries()) {
            if (entry.value() instanceof Fields resource
                    && !resource.text("Type").isEmpty()) {
                String type = resource.text("Type");
                Fields properties =
                        resource.fields("Properties").orElseGet(() -> new Fields(List.of(), "", resource.line()));
                if (type.equals(FUNCTION) && globals.isPresent()) {
                    functions = true;
                    properties = withGlobals(properties, globals.get());
                }
                resources.resource(
                        type,
                        type,
                        entry.key(),
                        entry.line(),
                        properties,
                        resource.scalar("Condition").map(Scalar::text).isPresent());
            }
        }
        if (!functions) {
            globals.ifPresent(function ->
                    resources.resource(FUNCTION, FUNCTION, "Globals.Function", function.line(), function, false));
        }
    }

    /** What SAM's {@code Globals} give every function that does not say otherwise. */
    private static Fields withGlobals(Fields properties, Fields globals) {
        List<Entry> all = new ArrayList<>(globals.entries());
        all.addAll(properties.entries());
        return new Fields(all, "", properties.line());
    }
}
