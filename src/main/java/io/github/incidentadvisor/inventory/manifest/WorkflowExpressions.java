package io.github.incidentadvisor.inventory.manifest;

import io.github.incidentadvisor.inventory.manifest.Resolved.Part;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Fields;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Items;
import io.github.incidentadvisor.inventory.manifest.YamlNode.Scalar;
import io.github.incidentadvisor.model.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What <code>${{ … }}</code> in a workflow can stand for by the file alone: entries of the matrix, environment of the job or the
 * workflow, defaults of inputs.
 */
final class WorkflowExpressions {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{([^}]*)}}");
    private static final Pattern REFERENCE = Pattern.compile("(matrix|env|inputs)\\.([\\w-]+)((?:\\.[\\w-]+)*)");
    private static final Pattern LIST = Pattern.compile("fromJSON\\('(\\[[^']*])'\\)");
    private static final Pattern LITERAL = Pattern.compile("'([^']*)'");
    private static final int ALTERNATIVES = 100;
    private static final int OPERANDS = 5;

    private final Source file;
    private final Fields root;
    private final Optional<Fields> job;

    /** @param job the job that the expressions stand in; none in an action */
    WorkflowExpressions(Source file, Fields root, Optional<Fields> job) {
        this.file = file;
        this.root = root;
        this.job = job;
    }

    /**
     * One thing that a text can stand for.
     *
     * @param conditional whether a caller may say otherwise
     */
    record Alternative(Resolved text, boolean conditional) {}

    /** Everything that a text can stand for; an unknown one when the file does not say. */
    List<Alternative> of(Scalar scalar) {
        Matcher expression = EXPRESSION.matcher(scalar.text());
        if (!expression.find()) {
            return List.of(new Alternative(Resolved.of(scalar.effective()), false));
        }
        String before = scalar.text().substring(0, expression.start());
        String after = scalar.text().substring(expression.end());
        List<Alternative> found =
                after.contains("${{") ? List.of() : inside(expression.group(1).strip());
        if (found.isEmpty()) {
            return List.of(new Alternative(Resolved.unknown(scalar.text()), false));
        }
        return found.stream()
                .limit(ALTERNATIVES)
                .map(one -> {
                    List<Part> parts = new ArrayList<>();
                    parts.add(new Part(before, true, Place.NONE));
                    parts.addAll(one.text().parts());
                    parts.add(new Part(after, true, Place.NONE));
                    return new Alternative(Resolved.join(parts), one.conditional());
                })
                .toList();
    }

    /** {@code a || 'b'} can be either; what only a caller knows is left out where there is something else. */
    private List<Alternative> inside(String expression) {
        String[] operands = expression.split("\\|\\|", OPERANDS + 1);
        if (operands.length == 1 || operands.length > OPERANDS) {
            return operand(expression);
        }
        return Arrays.stream(operands)
                .flatMap(one -> operand(one.strip()).stream())
                .map(one -> new Alternative(one.text(), true))
                .toList();
    }

    private List<Alternative> operand(String expression) {
        Matcher literal = LITERAL.matcher(expression);
        if (literal.matches()) {
            return List.of(new Alternative(Resolved.of(literal.group(1)), false));
        }
        Matcher list = LIST.matcher(expression);
        if (list.matches()) {
            return Yaml.read(list.group(1)).documents().stream()
                    .flatMap(node -> values(node).stream())
                    .map(scalar -> new Alternative(Resolved.of(scalar.effective()), false))
                    .toList();
        }
        Matcher reference = REFERENCE.matcher(expression);
        if (!reference.matches()) {
            return List.of();
        }
        String name = reference.group(2);
        return switch (reference.group(1)) {
            case "matrix" -> alternatives(matrix(name, reference.group(3)), false);
            case "env" ->
                alternatives(
                        job.flatMap(fields -> fields.fields("env"))
                                .flatMap(env -> env.scalar(name))
                                .or(() -> root.fields("env").flatMap(env -> env.scalar(name)))
                                .map(List::of)
                                .orElse(List.of()),
                        false);
            default -> alternatives(input(name).map(List::of).orElse(List.of()), true);
        };
    }

    private List<Alternative> alternatives(List<Scalar> values, boolean conditional) {
        return values.stream()
                .map(value -> new Alternative(
                        value.text().contains("${{")
                                ? Resolved.unknown(value.text())
                                : Resolved.of(value.effective(), file.at(value.line())),
                        conditional))
                .toList();
    }

    private Optional<Scalar> input(String name) {
        Optional<Fields> inputs = root.fields("inputs");
        for (String trigger : new String[] {"workflow_call", "workflow_dispatch"}) {
            inputs = inputs.or(
                    () -> root.fields("on").flatMap(on -> on.fields(trigger)).flatMap(call -> call.fields("inputs")));
        }
        return inputs.flatMap(all -> all.fields(name)).flatMap(input -> input.scalar("default"));
    }

    /** All values of a key of the matrix, those that {@code include} adds too; those that {@code exclude} takes may stay. */
    private List<Scalar> matrix(String name, String path) {
        Optional<Fields> matrix =
                job.flatMap(fields -> fields.fields("strategy")).flatMap(strategy -> strategy.fields("matrix"));
        List<Scalar> found = new ArrayList<>();
        matrix.ifPresent(fields -> {
            fields.get(name).ifPresent(node -> found.addAll(values(node, path)));
            fields.items("include").forEach(entry -> {
                if (entry instanceof Fields included) {
                    included.get(name).ifPresent(node -> found.addAll(values(node, path)));
                }
            });
        });
        return found;
    }

    private static List<Scalar> values(YamlNode node, String path) {
        List<YamlNode> at = node instanceof Items items ? items.all() : List.of(node);
        for (String key : path.isEmpty() ? new String[0] : path.substring(1).split("\\.")) {
            at = at.stream()
                    .filter(Fields.class::isInstance)
                    .flatMap(fields -> ((Fields) fields).get(key).stream())
                    .toList();
        }
        return at.stream().flatMap(one -> values(one).stream()).toList();
    }

    private static List<Scalar> values(YamlNode node) {
        if (node instanceof Items items) {
            return items.all().stream()
                    .filter(Scalar.class::isInstance)
                    .map(Scalar.class::cast)
                    .toList();
        }
        return node instanceof Scalar scalar && !scalar.isNull() ? List.of(scalar) : List.of();
    }
}
