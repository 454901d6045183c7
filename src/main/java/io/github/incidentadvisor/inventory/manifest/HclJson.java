package io.github.incidentadvisor.inventory.manifest;

import io.github.incidentadvisor.inventory.manifest.Hcl.Attribute;
import io.github.incidentadvisor.inventory.manifest.Hcl.Block;
import io.github.incidentadvisor.inventory.manifest.Hcl.Body;
import io.github.incidentadvisor.inventory.manifest.Hcl.Expression;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Entry;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Fields;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Items;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Terraform's <a href="https://developer.hashicorp.com/terraform/language/syntax/json">JSON syntax</a> as the same structure. JSON
 * does not say what is a block and what is an object: inside the top blocks everything is an object.
 */
final class HclJson {
    /** Top blocks and how many labels they have. */
    private static final Map<String, Integer> LABELS = Map.of(
            "resource",
            2,
            "data",
            2,
            "module",
            1,
            "variable",
            1,
            "provider",
            1,
            "terraform",
            0,
            "locals",
            0,
            "output",
            1);

    private HclJson() {}

    static Body body(Fields root) {
        List<Attribute> attributes = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        for (Entry entry : root.entries()) {
            Integer labels = LABELS.get(entry.key());
            if (labels == null) {
                attributes.add(new Attribute(entry.key(), expression(entry.value()), entry.line()));
            } else {
                blocks(entry.key(), List.of(), labels, entry.value(), entry.line(), blocks);
            }
        }
        return new Body(attributes, blocks);
    }

    private static void blocks(
            String type, List<String> labels, int missing, YamlNode node, int line, List<Block> into) {
        if (node instanceof Items items) {
            items.all().forEach(item -> blocks(type, labels, missing, item, item.line(), into));
        } else if (node instanceof Fields fields && missing > 0) {
            for (Entry entry : fields.entries()) {
                List<String> more = new ArrayList<>(labels);
                more.add(entry.key());
                blocks(type, more, missing - 1, entry.value(), entry.line(), into);
            }
        } else if (node instanceof Fields fields) {
            into.add(new Block(type, labels, new Body(attributes(fields), List.of()), line));
        }
    }

    private static List<Attribute> attributes(Fields fields) {
        return fields.entries().stream()
                .map(entry -> new Attribute(entry.key(), expression(entry.value()), entry.line()))
                .toList();
    }

    private static Expression expression(YamlNode node) {
        if (node instanceof Scalar scalar) {
            return scalar.isNull()
                    ? new Hcl.Null(scalar.text(), scalar.line())
                    : HclTemplate.json(scalar.text(), scalar.line());
        }
        if (node instanceof Items items) {
            return new Hcl.ListOf(items.all().stream().map(HclJson::expression).toList(), "", node.line());
        }
        return new Hcl.ObjectOf(attributes((Fields) node), "", node.line());
    }
}
