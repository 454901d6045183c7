package io.github.incidentadvisor.inventory.manifest;

import io.github.incidentadvisor.inventory.manifest.Hcl.Expression;
import io.github.incidentadvisor.inventory.manifest.Hcl.Literal;
import io.github.incidentadvisor.inventory.manifest.Hcl.Opaque;
import io.github.incidentadvisor.inventory.manifest.Hcl.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text in quotes, with what stands for variables in it. */
final class HclTemplate {
    private static final Pattern CODE_POINT =
            Pattern.compile("u([0-9a-fA-F]{4})|U(000[0-9a-fA-F]{5}|0010[0-9a-fA-F]{4})");

    private final String inside;
    private final boolean quoted;
    private final List<Expression> parts = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();
    private int at;
    private int line;
    private int counted;

    private HclTemplate(String inside, int line, boolean quoted) {
        this.inside = inside;
        this.line = line;
        this.quoted = quoted;
    }

    /** What stands in quotes, {@code raw} with them, with its variables as parts. */
    static Expression quoted(String inside, String raw, int line, int depth) {
        return new HclTemplate(inside, line, true).read(raw, depth);
    }

    /** A text of a JSON file: in that syntax of HCL a template too, but with JSON's escapes only, which are undone already. */
    static Expression json(String text, int line) {
        return new HclTemplate(text, line, false).read(text, 0);
    }

    private Expression read(String raw, int depth) {
        int start = line;
        while (at < inside.length()) {
            char c = inside.charAt(at);
            boolean sign = c == '$' || c == '%';
            if (sign && inside.startsWith(c + "{", at + 1)) {
                plain.append(c).append('{');
                at += 3;
            } else if (sign && inside.startsWith("{", at + 1)) {
                int end = HclText.closing(inside, at + 2);
                if (end < 0) {
                    return new Opaque(raw, start);
                }
                literal();
                String body = inside.substring(at + 2, end);
                parts.add(c == '$' ? HclParser.inside(body, lineHere(), depth) : new Opaque(body, lineHere()));
                at = end + 1;
            } else if (quoted && c == '\\' && at + 1 < inside.length()) {
                at++;
                escape();
            } else {
                plain.append(c);
                at++;
            }
        }
        if (parts.isEmpty()) {
            return new Literal(plain.toString(), raw, start);
        }
        literal();
        return new Template(parts, raw, start);
    }

    private void literal() {
        parts.add(new Literal(plain.toString(), plain.toString(), lineHere()));
        plain.setLength(0);
    }

    /** Line ends stand only within braces; those of a JSON text are none of the file. Each character is looked at once. */
    private int lineHere() {
        for (; quoted && counted < at; counted++) {
            line += inside.charAt(counted) == '\n' ? 1 : 0;
        }
        return line;
    }

    private void escape() {
        Matcher codePoint = CODE_POINT.matcher(inside).region(at, inside.length());
        if (codePoint.lookingAt()) {
            plain.appendCodePoint(Integer.parseInt(codePoint.group().substring(1), 16));
            at = codePoint.end();
            return;
        }
        char escape = inside.charAt(at++);
        plain.append(escape == 'n' ? '\n' : escape == 't' ? '\t' : escape == 'r' ? '\r' : escape);
    }
}
