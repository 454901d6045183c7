package io.github.incidentadvisor.inventory.manifest;

import java.util.List;
import java.util.Optional;

/**
 * The structure of <a href="https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md">HCL</a>: blocks, attributes and those
 * expressions that say something without being evaluated, each with its line.
 */
final class Hcl {
    private Hcl() {}

    /** What stands between braces, or the file. */
    record Body(List<Attribute> attributes, List<Block> blocks) {
        static final Body EMPTY = new Body(List.of(), List.of());

        Body {
            attributes = List.copyOf(attributes);
            blocks = List.copyOf(blocks);
        }

        Optional<Attribute> attribute(String name) {
            return attributes.stream()
                    .filter(attribute -> attribute.name().equals(name))
                    .reduce((a, b) -> b);
        }

        List<Block> blocks(String type) {
            return blocks.stream().filter(block -> block.type().equals(type)).toList();
        }
    }

    /** {@code type "label" "label" { … }}. */
    record Block(String type, List<String> labels, Body body, int line) {
        Block {
            labels = List.copyOf(labels);
        }

        String label(int index) {
            return index < labels.size() ? labels.get(index) : "";
        }
    }

    /** {@code name = expression}. */
    record Attribute(String name, Expression value, int line) {}

    /** Something after an equals sign. */
    sealed interface Expression {
        /** Of its first character. */
        int line();

        /** As it is written. */
        String raw();
    }

    /** Text without variables, a number, {@code true}, {@code false}. */
    record Literal(String text, String raw, int line) implements Expression {}

    /** {@code null}. */
    record Null(String raw, int line) implements Expression {}

    /** Text with <code>${…}</code> in it; the texts between are literals. */
    record Template(List<Expression> parts, String raw, int line) implements Expression {
        Template {
            parts = List.copyOf(parts);
        }
    }

    /** {@code var.name}, {@code local.a.b[0]}; the names in order, positions as numbers. */
    record Path(List<String> names, String raw, int line) implements Expression {
        Path {
            names = List.copyOf(names);
        }
    }

    /** {@code [a, b]}. */
    record ListOf(List<Expression> items, String raw, int line) implements Expression {
        ListOf {
            items = List.copyOf(items);
        }
    }

    /** <code>{ key = value }</code>. */
    record ObjectOf(List<Attribute> fields, String raw, int line) implements Expression {
        ObjectOf {
            fields = List.copyOf(fields);
        }

        Optional<Expression> field(String name) {
            return fields.stream()
                    .filter(field -> field.name().equals(name))
                    .map(Attribute::value)
                    .reduce((a, b) -> b);
        }
    }

    /** {@code name(a, b)}. */
    record Call(String name, List<Expression> arguments, String raw, int line) implements Expression {
        Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** What only evaluation could tell: operators, conditions, {@code for}, here-documents with variables. */
    record Opaque(String raw, int line) implements Expression {}

    /** What a text says, and where reading stopped, if it did. */
    record Read(Body body, String error, int errorLine) {
        boolean isWhole() {
            return error.isEmpty();
        }
    }

    /** Reads as far as the text is HCL; never throws for what it says. */
    static Read read(String text) {
        return new HclParser(text).read();
    }
}
