package io.github.incidentadvisor.inventory.manifest;

import io.github.incidentadvisor.inventory.manifest.Hcl.Attribute;
import io.github.incidentadvisor.inventory.manifest.Hcl.Block;
import io.github.incidentadvisor.inventory.manifest.Hcl.Body;
import io.github.incidentadvisor.inventory.manifest.Hcl.Call;
import io.github.incidentadvisor.inventory.manifest.Hcl.Expression;
import io.github.incidentadvisor.inventory.manifest.Hcl.ListOf;
import io.github.incidentadvisor.inventory.manifest.Hcl.Literal;
import io.github.incidentadvisor.inventory.manifest.Hcl.Null;
import io.github.incidentadvisor.inventory.manifest.Hcl.ObjectOf;
import io.github.incidentadvisor.inventory.manifest.Hcl.Opaque;
import io.github.incidentadvisor.inventory.manifest.Hcl.Path;
import io.github.incidentadvisor.inventory.manifest.Hcl.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openrewrite.InMemoryExecutionContext;
import org.openrewrite.SourceFile;
import org.openrewrite.hcl.HclParser.Builder;
import org.openrewrite.hcl.tree.BodyContent;
import org.openrewrite.hcl.tree.Hcl.AttributeAccess;
import org.openrewrite.hcl.tree.Hcl.ConfigFile;
import org.openrewrite.hcl.tree.Hcl.FunctionCall;
import org.openrewrite.hcl.tree.Hcl.Identifier;
import org.openrewrite.hcl.tree.Hcl.Index;
import org.openrewrite.hcl.tree.Hcl.LegacyIndexAttributeAccess;
import org.openrewrite.hcl.tree.Hcl.ObjectValue;
import org.openrewrite.hcl.tree.Hcl.QuotedTemplate;
import org.openrewrite.hcl.tree.Hcl.TemplateInterpolation;
import org.openrewrite.hcl.tree.Hcl.Tuple;
import org.openrewrite.hcl.tree.Hcl.Unary;
import org.openrewrite.hcl.tree.Hcl.VariableExpression;
import org.openrewrite.hcl.tree.Label;

/**
 * What rewrite-hcl, a parser made from a grammar, finds in a text, in our own words. Only what it tells is used: which node
 * is what and where it begins and ends. What our reader leaves opaque by design is opaque here too.
 */
final class RewriteHcl {
    private static final Pattern ESCAPE =
            Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))|([$%])\\4\\{", Pattern.DOTALL);
    private static final Pattern EXPANDED = Pattern.compile("(?s).*\\.\\.\\.\\s*,?\\s*\\)");

    private final Spans spans;

    private RewriteHcl(Spans spans) {
        this.spans = spans;
    }

    /** Its reading, or why it has none. */
    record Read(Optional<Body> body, String refusal) {}

    static Read read(String text) {
        List<String> errors = new ArrayList<>();
        SourceFile file = new Builder()
                .build()
                .parse(new InMemoryExecutionContext(error -> errors.add(String.valueOf(error.getMessage()))), text)
                .findFirst()
                .orElseThrow();
        if (!errors.isEmpty()) {
            return new Read(Optional.empty(), errors.get(0).replaceAll("^Syntax error in \\S+ at ", ""));
        }
        if (!(file instanceof ConfigFile config)) {
            return new Read(Optional.empty(), "no reading, and no error");
        }
        Spans spans = Spans.of(config);
        if (!spans.text().equals(text)) {
            return new Read(Optional.empty(), "does not print what it read");
        }
        return new Read(Optional.of(new RewriteHcl(spans).body(config.getBody())), "");
    }

    private Body body(List<BodyContent> contents) {
        List<Attribute> attributes = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        for (BodyContent content : contents) {
            if (content instanceof org.openrewrite.hcl.tree.Hcl.Attribute attribute) {
                attributes.add(attribute(attribute));
            } else if (content instanceof org.openrewrite.hcl.tree.Hcl.Block block) {
                List<String> labels =
                        block.getLabels().stream().map(this::label).toList();
                blocks.add(new Block(block.getType().getName(), labels, body(block.getBody()), spans.line(block)));
            } else {
                throw new AssertionError(content);
            }
        }
        return new Body(attributes, blocks);
    }

    private String label(Label label) {
        String raw = spans.raw(label);
        return raw.startsWith("\"") ? raw.substring(1, raw.length() - 1) : raw;
    }

    private Attribute attribute(org.openrewrite.hcl.tree.Hcl.Attribute attribute) {
        String key = spans.raw(attribute.getName());
        return new Attribute(
                attribute.getName() instanceof QuotedTemplate ? key.substring(1, key.length() - 1) : key,
                expression(attribute.getValue()),
                spans.line(attribute));
    }

    private Expression expression(org.openrewrite.hcl.tree.Expression node) {
        String raw = spans.raw(node);
        int line = spans.line(node);
        if (node instanceof org.openrewrite.hcl.tree.Hcl.Literal literal) {
            return literal.getValue() == null ? new Null(raw, line) : new Literal(literal.getValueSource(), raw, line);
        }
        if (node instanceof Unary unary
                && unary.getExpression() instanceof org.openrewrite.hcl.tree.Hcl.Literal
                && raw.matches("-[0-9].*")) {
            return new Literal(raw, raw, line);
        }
        if (node instanceof QuotedTemplate template) {
            return template(template, raw, line);
        }
        if (node instanceof Tuple tuple) {
            return new ListOf(expressions(tuple.getValues()), raw, line);
        }
        if (node instanceof ObjectValue object) {
            return new ObjectOf(
                    object.getAttributes().stream()
                            .filter(org.openrewrite.hcl.tree.Hcl.Attribute.class::isInstance)
                            .map(field -> attribute((org.openrewrite.hcl.tree.Hcl.Attribute) field))
                            .toList(),
                    raw,
                    line);
        }
        if (node instanceof FunctionCall call) {
            List<Expression> arguments = new ArrayList<>(expressions(call.getVariables()));
            if (EXPANDED.matcher(raw).matches()) {
                Expression last = arguments.remove(arguments.size() - 1);
                arguments.add(new Opaque(last.raw() + "...", last.line()));
            }
            return new Call(call.getName().getName(), arguments, raw, line);
        }
        List<String> names = new ArrayList<>();
        return names(node, names) ? new Path(names, raw, line) : new Opaque(raw, line);
    }

    private List<Expression> expressions(List<org.openrewrite.hcl.tree.Expression> nodes) {
        return nodes.stream()
                .filter(node -> !(node instanceof org.openrewrite.hcl.tree.Hcl.Empty))
                .map(this::expression)
                .toList();
    }

    /** Collects the names of a path, the last first in the tree; false when it is none. */
    private boolean names(org.openrewrite.hcl.tree.Expression node, List<String> names) {
        if (node instanceof VariableExpression variable) {
            return names.add(variable.getName().getName());
        }
        if (node instanceof Identifier identifier) {
            return names.add(identifier.getName());
        }
        if (node instanceof AttributeAccess access) {
            return names(access.getAttribute(), names)
                    && names.add(access.getType().getName());
        }
        if (node instanceof LegacyIndexAttributeAccess access) {
            return names(access.getBase().getElement(), names)
                    && names.add(access.getIndex().getValueSource());
        }
        if (node instanceof Index index && names(index.getIndexed(), names)) {
            Expression position = expression(index.getPosition().getPosition());
            return position instanceof Literal literal
                            && Character.isDigit(literal.raw().charAt(0))
                    ? names.add(literal.text())
                    : position instanceof Literal quoted && quoted.raw().startsWith("\"") && names.add(quoted.text());
        }
        return false;
    }

    /** The texts are what stands between the variables: the oracle takes their first spaces for no part of them. */
    private Expression template(QuotedTemplate template, String raw, int line) {
        List<Expression> parts = new ArrayList<>();
        int from = spans.from(template) + 1;
        boolean variable = false;
        for (org.openrewrite.hcl.tree.Expression part : template.getExpressions()) {
            if (part instanceof TemplateInterpolation interpolation) {
                variable = true;
                parts.add(text(from, spans.from(part)));
                String whole = spans.raw(part);
                String body = whole.substring(2, whole.length() - 1);
                Expression inside = expression(interpolation.getExpression());
                parts.add(inside instanceof Opaque ? new Opaque(body.strip(), inside.line()) : inside);
                from = spans.to(part);
            }
        }
        Literal last = text(from, spans.to(template) - 1);
        if (!variable) {
            return new Literal(last.text(), raw, line);
        }
        parts.add(last);
        return new Template(parts, raw, line);
    }

    /** As the specification of HCL says, with its escapes undone. */
    private Literal text(int from, int to) {
        String plain = ESCAPE.matcher(spans.text().substring(from, to))
                .replaceAll(escape -> Matcher.quoteReplacement(unescaped(escape)));
        return new Literal(plain, plain, spans.line(to));
    }

    private static String unescaped(java.util.regex.MatchResult escape) {
        for (int hex = 1; hex <= 2; hex++) {
            if (escape.group(hex) != null) {
                return Character.toString(Integer.parseInt(escape.group(hex), 16));
            }
        }
        if (escape.group(4) != null) {
            return escape.group(4) + "{";
        }
        int control = "nrt".indexOf(escape.group(3));
        return control < 0 ? escape.group(3) : String.valueOf("\n\r\t".charAt(control));
    }
}
