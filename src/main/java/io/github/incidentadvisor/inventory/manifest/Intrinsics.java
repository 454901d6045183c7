package io.github.incidentadvisor.inventory.manifest;

import io.github.incidentadvisor.inventory.manifest.Resolved.Part;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Entry;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Fields;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Items;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Scalar;
import io.github.incidentadvisor.model.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What CloudFormation's intrinsic functions stand for where the template itself says it: {@code Ref} of a parameter with a
 * default, {@code FindInMap} with keys that are known, {@code Sub} of both; in their short and long forms.
 */
final class Intrinsics {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z0-9]+)}");
    private static final int DEPTH = 6;

    private final String file;
    private final Fields template;

    Intrinsics(String file, Fields template) {
        this.file = file;
        this.template = template;
    }

    /** The text of a value; unknown where only a deployment could tell. */
    Resolved text(YamlNode node) {
        return text(node, 0);
    }

    private Resolved text(YamlNode node, int depth) {
        if (depth > DEPTH) {
            return Resolved.unknown("");
        }
        if (node instanceof Scalar scalar) {
            return switch (scalar.tag()) {
                case "" -> Resolved.of(scalar.text(), at(scalar));
                case "!Ref" -> parameter(scalar.text(), written(node));
                case "!Sub" -> substituted(scalar);
                default -> Resolved.unknown(written(node));
            };
        }
        if (node instanceof Items items) {
            return items.tag().equals("!FindInMap") ? inMap(items.all(), node, depth) : Resolved.unknown(written(node));
        }
        Fields fields = (Fields) node;
        if (fields.entries().size() == 1) {
            Entry only = fields.entries().get(0);
            if (only.key().equals("Ref") && only.value() instanceof Scalar name) {
                return parameter(name.text(), written(node));
            }
            if (only.key().equals("Fn::Sub") && only.value() instanceof Scalar text) {
                return substituted(text);
            }
            if (only.key().equals("Fn::FindInMap") && only.value() instanceof Items items) {
                return inMap(items.all(), node, depth);
            }
        }
        return Resolved.unknown(written(node));
    }

    /** A value as it is written: the short form of what is written in the long one. */
    static String written(YamlNode node) {
        if (node instanceof Scalar scalar) {
            return scalar.tag().isEmpty() ? scalar.text() : scalar.tag() + " " + scalar.text();
        }
        if (node instanceof Fields fields
                && fields.entries().size() == 1
                && fields.entries().get(0).value() instanceof Scalar scalar) {
            return "!" + fields.entries().get(0).key().replace("Fn::", "") + " " + scalar.text();
        }
        return node.tag();
    }

    private Place at(YamlNode node) {
        return new Place(file, node.line());
    }

    private Resolved parameter(String name, String raw) {
        Optional<Scalar> fallback = template.fields("Parameters")
                .flatMap(parameters -> parameters.fields(name))
                .filter(parameter -> !parameter.text("Type").startsWith("AWS::SSM::"))
                .flatMap(parameter -> parameter.scalar("Default"));
        return fallback.map(text -> Resolved.of(text.text(), at(text))).orElseGet(() -> Resolved.unknown(raw));
    }

    private Resolved substituted(Scalar text) {
        List<Part> parts = new ArrayList<>();
        Matcher variables = VARIABLE.matcher(text.text());
        int end = 0;
        while (variables.find()) {
            parts.add(new Part(text.text().substring(end, variables.start()), true, at(text)));
            parts.addAll(parameter(variables.group(1), variables.group()).parts());
            end = variables.end();
        }
        String rest = text.text().substring(end);
        parts.add(new Part(rest, !rest.contains("${"), at(text)));
        return Resolved.join(parts);
    }

    private Resolved inMap(List<YamlNode> keys, YamlNode node, int depth) {
        Optional<YamlNode> at = template.get("Mappings");
        for (YamlNode key : keys) {
            Resolved name = text(key, depth + 1);
            if (!name.isKnown()) {
                return Resolved.unknown(written(node));
            }
            at = at.filter(Fields.class::isInstance).flatMap(map -> ((Fields) map).get(name.text()));
        }
        return at.map(found -> text(found, depth + 1)).orElseGet(() -> Resolved.unknown(written(node)));
    }
}
