package io.github.incidentadvisor.inventory.manifest;

import io.github.incidentadvisor.inventory.DeclaredObject;
import io.github.incidentadvisor.inventory.DeclaredReference.Status;
import io.github.incidentadvisor.inventory.manifest.AttributeTable.Rule;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Entry;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Fields;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Items;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Scalar;
import io.github.incidentadvisor.model.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Resources of a language that is YAML: CloudFormation and Pulumi. They differ in how a value's variables are resolved.
 *
 * @param format as {@code attributes.tsv} calls it
 * @param values what a value stands for
 */
record YamlResources(
        String format, Source file, AttributeTable table, Function<YamlNode, Resolved> values, Findings findings) {
    private static final int VALUES = 60;
    private static final int LONGEST_VALUE = 200;
    private static final int DEPTH = 12;
    private static final Pattern FUNCTION = Pattern.compile("Ref|Fn::\\w+|fn::\\w+");

    /**
     * A resource.
     *
     * @param type as it stands in the file; what the table calls it may be shorter
     */
    void resource(String type, String known, String name, int line, Fields properties, boolean conditional) {
        List<DeclaredObject.Value> found = new ArrayList<>();
        values(properties, "", found, 0);
        findings.add(new DeclaredObject(format, "", type, name, file.at(line), conditional, found));
        for (Rule rule : table.rules(format, known)) {
            uses(properties, rule.path(), 0, value -> mention(rule, type, name, value, properties, conditional));
        }
    }

    private void uses(YamlNode node, List<String> path, int at, java.util.function.Consumer<YamlNode> use) {
        if (at > DEPTH) {
            return;
        }
        if (node instanceof Items items && items.tag().isEmpty()) {
            items.all().forEach(item -> {
                if (!(item instanceof Items)) {
                    uses(item, path, at, use);
                }
            });
        } else if (at == path.size()) {
            use.accept(node);
        } else if (node instanceof Fields fields) {
            fields.get(path.get(at)).ifPresent(value -> uses(value, path, at + 1, use));
        }
    }

    private void mention(Rule rule, String type, String name, YamlNode value, Fields properties, boolean conditional) {
        Resolved text = values.apply(value);
        String raw = Intrinsics.written(value);
        Place place = file.at(value.line());
        if (text.isKnown() && text.text().isBlank()) {
            return;
        }
        if (rule.kind() == Kind.DOCKER_IMAGE) {
            Mention.image(text, raw, place)
                    .ifPresent(image -> findings.add(image.holder(name).conditional(conditional)));
            return;
        }
        Mention mention = Mention.of(rule.kind(), rule.component(key -> known(properties, key)), type, place)
                .raw(raw)
                .holder(name)
                .attribute(rule.attribute())
                .conditional(conditional);
        rule.beside().forEach(key -> mention.beside(key, known(properties, key)));
        if (text.isKnown()) {
            boolean floats = text.text().equalsIgnoreCase("latest");
            mention.version(text.text()).decidedBy(text.main()).status(floats ? Status.FLOATING : Status.RESOLVED);
        } else {
            mention.status(Status.UNRESOLVED);
        }
        findings.add(mention);
    }

    private String known(Fields properties, String key) {
        return properties
                .get(key)
                .map(values)
                .filter(Resolved::isKnown)
                .map(Resolved::text)
                .orElse("");
    }

    private void values(YamlNode node, String path, List<DeclaredObject.Value> found, int depth) {
        if (found.size() >= VALUES || depth > DEPTH) {
            return;
        }
        boolean function = node instanceof Fields fields
                && fields.entries().size() == 1
                && FUNCTION.matcher(fields.entries().get(0).key()).matches();
        if (node instanceof Scalar || function || !node.tag().isEmpty()) {
            Resolved text = values.apply(node);
            if (text.isKnown() && !text.text().isEmpty() && text.text().length() <= LONGEST_VALUE) {
                found.add(new DeclaredObject.Value(path, text.text(), file.at(node.line())));
            }
        } else if (node instanceof Items items) {
            items.all().forEach(item -> values(item, path, found, depth + 1));
        } else if (node instanceof Fields fields) {
            for (Entry entry : fields.entries()) {
                values(entry.value(), path.isEmpty() ? entry.key() : path + "." + entry.key(), found, depth + 1);
            }
        }
    }
}
