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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * By recursive descent. The extent of an expression is found first, by its brackets, quotes and line ends alone; what stands
 * there is understood if it is one of the plain forms and stays opaque if not. So an expression that is not understood costs
 * nothing but itself.
 */
final class HclParser {
    private static final int DEPTH = 60;

    private final HclText in;
    private Body whole = Body.EMPTY;

    HclParser(String text) {
        in = new HclText(text, 1);
    }

    private HclParser(HclText text) {
        in = text;
    }

    /** What stands between the braces of a template; opaque when it is no plain form. */
    static Expression inside(String text, int line, int depth) {
        try {
            HclParser parser = new HclParser(new HclText(text, line));
            Expression found = parser.expression(depth + 1, "");
            return parser.in.atEnd() ? found : new Opaque(text.strip(), line);
        } catch (HclText.Malformed e) {
            return new Opaque(text.strip(), line);
        }
    }

    Hcl.Read read() {
        List<Attribute> attributes = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        try {
            body(attributes, blocks, 0, false);
            whole = new Body(attributes, blocks);
            return new Hcl.Read(whole, "", 0);
        } catch (HclText.Malformed e) {
            return new Hcl.Read(new Body(attributes, blocks), e.getMessage(), e.line());
        }
    }

    private void body(List<Attribute> attributes, List<Block> blocks, int depth, boolean braced) {
        in.refuse(depth > DEPTH, "nested deeper than " + DEPTH);
        while (true) {
            in.skipSpace();
            if (in.atEnd()) {
                in.refuse(braced, "a '}' is missing");
                return;
            }
            if (in.peek() == '}') {
                in.refuse(!braced, "a '}' without a beginning");
                in.next();
                return;
            }
            int line = in.line();
            String name = in.peek() == '"' ? in.quoted() : in.name();
            in.skipBlanks();
            if (in.peek() == '=' && in.peek(1) != '=') {
                in.next();
                attributes.add(new Attribute(name, expression(depth + 1, "\n"), line));
            } else {
                blocks.add(block(name, line, depth));
            }
        }
    }

    private Block block(String type, int line, int depth) {
        List<String> labels = new ArrayList<>();
        while (in.peek() == '"' || HclText.isName(in.peek())) {
            labels.add(in.peek() == '"' ? in.quoted() : in.name());
            in.skipBlanks();
        }
        in.refuse(in.peek() != '{', "'{' or '=' expected after " + type);
        in.next();
        List<Attribute> attributes = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        body(attributes, blocks, depth + 1, true);
        return new Block(type, labels, new Body(attributes, blocks), line);
    }

    /** @param ends characters that end it outside of brackets */
    private Expression expression(int depth, String ends) {
        in.refuse(depth > DEPTH, "nested deeper than " + DEPTH);
        in.skipBlanksIn(ends);
        HclText.Mark start = in.mark();
        Expression plain = plain(depth, start, ends);
        in.skipBlanksIn(ends);
        if (plain != null && in.endsHere(ends)) {
            return plain;
        }
        in.back(start);
        in.skipExpression(ends);
        return new Opaque(in.since(start), start.line());
    }

    /** A plain form, or null when what begins here is none. */
    private Expression plain(int depth, HclText.Mark start, String ends) {
        char c = in.peek();
        if (c == '"') {
            return template(depth, start);
        }
        if (in.isHeredoc()) {
            return in.heredoc(start);
        }
        if (c == '[') {
            List<Expression> items = new ArrayList<>();
            return list('[', ']', items, depth, start) ? new ListOf(items, in.since(start), start.line()) : null;
        }
        if (c == '{') {
            return object(depth, start);
        }
        if (c >= '0' && c <= '9' || c == '-' && Character.isDigit(in.peek(1))) {
            return new Literal(in.number(), in.since(start), start.line());
        }
        return HclText.isName(c) ? path(depth, start, ends) : null;
    }

    private Expression template(int depth, HclText.Mark start) {
        String inside = in.quoted();
        return HclTemplate.quoted(inside, in.since(start), start.line(), depth);
    }

    /** Reads items between brackets; false when they are no plain list. */
    private boolean list(char open, char close, List<Expression> items, int depth, HclText.Mark start) {
        in.refuse(in.peek() != open, "'" + open + "' expected");
        in.next();
        in.skipSpace();
        if (in.startsWithWord("for")) {
            return false;
        }
        while (true) {
            in.skipSpace();
            if (in.atEnd()) {
                return false;
            }
            if (in.peek() == close) {
                in.next();
                return true;
            }
            items.add(expression(depth + 1, "," + close));
            in.skipSpace();
            if (in.peek() == ',') {
                in.next();
            } else if (in.peek() != close) {
                return false;
            }
        }
    }

    private Expression object(int depth, HclText.Mark start) {
        in.next();
        in.skipSpace();
        if (in.startsWithWord("for")) {
            return null;
        }
        List<Attribute> fields = new ArrayList<>();
        while (true) {
            in.skipSpace();
            if (in.atEnd()) {
                return null;
            }
            if (in.peek() == ',') {
                in.next();
                continue;
            }
            if (in.peek() == '}') {
                in.next();
                return new ObjectOf(fields, in.since(start), start.line());
            }
            int line = in.line();
            Optional<String> key = key();
            if (key.isEmpty()) {
                return null;
            }
            in.next();
            fields.add(new Attribute(key.get(), expression(depth + 1, "\n,}"), line));
        }
    }

    /** To before the sign after it; empty when there is no such sign. Keys that are computed are kept as they are written. */
    private Optional<String> key() {
        HclText.Mark start = in.mark();
        String key = in.peek() == '"' ? in.quoted() : in.dotted();
        boolean nothing = in.since(start).isEmpty();
        in.skipBlanks();
        if (nothing || !in.atAssignment()) {
            in.back(start);
            in.skipExpression("=:\n,");
            key = in.since(start);
            nothing = key.isEmpty();
        }
        return nothing || !in.atAssignment() ? Optional.empty() : Optional.of(key);
    }

    private Expression path(int depth, HclText.Mark start, String ends) {
        String first = in.name();
        switch (first) {
            case "true", "false" -> {
                return new Literal(first, first, start.line());
            }
            case "null" -> {
                return new Null(first, start.line());
            }
            default -> {}
        }
        if (in.peek() == '(') {
            List<Expression> arguments = new ArrayList<>();
            return list('(', ')', arguments, depth, start)
                    ? new Call(first, arguments, in.since(start), start.line())
                    : null;
        }
        List<String> names = new ArrayList<>(List.of(first));
        while (true) {
            HclText.Mark end = in.mark();
            in.skipBlanksIn(ends);
            if (in.peek() != '.') {
                in.back(end);
            }
            if (in.peek() == '.' && HclText.isName(in.peek(1))) {
                in.next();
                names.add(in.name());
            } else if (in.peek() == '.' && Character.isDigit(in.peek(1))) {
                in.next();
                names.add(in.number());
            } else if (in.peek() == '[' && (in.peek(1) == '"' || Character.isDigit(in.peek(1)))) {
                in.next();
                HclText.Mark position = in.mark();
                Expression name = in.peek() == '"'
                        ? template(depth, position)
                        : new Literal(in.number(), in.since(position), position.line());
                if (in.peek() != ']' || !(name instanceof Literal literal)) {
                    return null;
                }
                names.add(literal.text());
                in.next();
            } else {
                return new Path(names, in.since(start), start.line());
            }
        }
    }
}
