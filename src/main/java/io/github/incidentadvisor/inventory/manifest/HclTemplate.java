package io.github.incidentadvisor.inventory.manifest;

import io.github.incidentadvisor.inventory.manifest.Hcl.Expression;
import io.github.incidentadvisor.inventory.manifest.Hcl.Literal;
import io.github.incidentadvisor.inventory.manifest.Hcl.Opaque;
import io.github.incidentadvisor.inventory.manifest.Hcl.Path;
import io.github.incidentadvisor.inventory.manifest.Hcl.Template;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Text in quotes, with what stands for variables in it. */
final class HclTemplate {
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z_][\\w-]*(?:\\.[A-Za-z_][\\w-]*){1,9}");

    private HclTemplate() {}

    /** {@code inside} with its variables as parts. */
    static Expression of(String inside, String raw, int line) {
        List<Expression> parts = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        boolean variable = false;
        int at = 0;
        while (at < inside.length()) {
            char c = inside.charAt(at);
            boolean opens = (c == '$' || c == '%') && inside.startsWith("{", at + 1);
            boolean escaped = (c == '$' || c == '%') && inside.startsWith(c + "{", at + 1);
            if (escaped) {
                plain.append(c).append('{');
                at += 3;
            } else if (opens) {
                int end = HclText.closing(inside, at + 2);
                if (end < 0) {
                    return new Opaque(raw, line);
                }
                parts.add(new Literal(plain.toString(), plain.toString(), line));
                plain.setLength(0);
                String body = inside.substring(at + 2, end);
                boolean reference = c == '$' && REFERENCE.matcher(body.strip()).matches();
                parts.add(
                        reference
                                ? new Path(Arrays.asList(body.strip().split("\\.")), body, line)
                                : new Opaque(body, line));
                variable = true;
                at = end + 1;
            } else if (c == '\\' && at + 1 < inside.length()) {
                char escape = inside.charAt(at + 1);
                plain.append(escape == 'n' ? '\n' : escape == 't' ? '\t' : escape == 'r' ? '\r' : escape);
                at += 2;
            } else {
                plain.append(c);
                at++;
            }
        }
        if (!variable) {
            return new Literal(plain.toString(), raw, line);
        }
        parts.add(new Literal(plain.toString(), plain.toString(), line));
        return new Template(parts, raw, line);
    }
}
