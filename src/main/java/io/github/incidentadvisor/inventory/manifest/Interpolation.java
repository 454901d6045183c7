package io.github.incidentadvisor.inventory.manifest;

import io.github.incidentadvisor.inventory.manifest.Resolved.Part;
import io.github.incidentadvisor.model.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Variables of a shell's form, as <a href="https://docs.docker.com/reference/compose-file/interpolation/">compose</a> and
 * <a href="https://docs.docker.com/reference/dockerfile/#environment-replacement">Dockerfiles</a> have them: {@code $A},
 * <code>${A}</code>, <code>${A:-default}</code>, <code>${A-default}</code>, <code>${A:+other}</code>, <code>${A:?error}</code>.
 */
final class Interpolation {
    private static final int DEPTH = 10;

    private final Function<String, Optional<Resolved>> variables;
    private final char escape;

    /**
     * @param variables the value of each variable that is known
     * @param escape what keeps a following {@code $} from meaning anything: {@code $} in compose, {@code \} in Dockerfiles
     */
    Interpolation(Function<String, Optional<Resolved>> variables, char escape) {
        this.variables = variables;
        this.escape = escape;
    }

    Resolved resolve(String text) {
        return resolve(text, 0);
    }

    private Resolved resolve(String text, int depth) {
        if (text.indexOf('$') < 0) {
            return Resolved.of(text);
        }
        List<Part> parts = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == escape && at + 1 < text.length() && text.charAt(at + 1) == '$') {
                plain.append('$');
                at += 2;
            } else if (c == '$') {
                int end = end(text, at);
                if (end <= at + 1) {
                    plain.append(c);
                    at++;
                    continue;
                }
                parts.add(new Part(plain.toString(), true, Place.NONE));
                plain.setLength(0);
                parts.addAll(variable(text.substring(at, end), depth).parts());
                at = end;
            } else {
                plain.append(c);
                at++;
            }
        }
        parts.add(new Part(plain.toString(), true, Place.NONE));
        return Resolved.join(parts);
    }

    /** Where the variable that starts here ends; not beyond its start when it is none. */
    private static int end(String text, int start) {
        int at = start + 1;
        if (at < text.length() && text.charAt(at) == '{') {
            int open = 0;
            for (; at < text.length(); at++) {
                char c = text.charAt(at);
                open += c == '{' ? 1 : c == '}' ? -1 : 0;
                if (open == 0) {
                    return at + 1;
                }
            }
            return start;
        }
        while (at < text.length() && isNamePart(text.charAt(at), at == start + 1)) {
            at++;
        }
        return at;
    }

    private static boolean isNamePart(char c, boolean first) {
        return c == '_' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || !first && c >= '0' && c <= '9';
    }

    private Resolved variable(String raw, int depth) {
        if (depth > DEPTH) {
            return Resolved.unknown(raw);
        }
        String body = raw.startsWith("${") ? raw.substring(2, raw.length() - 1) : raw.substring(1);
        int end = 0;
        while (end < body.length() && isNamePart(body.charAt(end), end == 0)) {
            end++;
        }
        String name = body.substring(0, end);
        String rest = body.substring(end);
        Optional<Resolved> value = variables.apply(name);
        boolean colon = rest.startsWith(":");
        String operator = rest.substring(colon ? 1 : 0);
        boolean set = value.isPresent() && !(colon && value.get().text().isEmpty());
        if (rest.isEmpty() || operator.startsWith("?")) {
            return set ? value.get() : Resolved.unknown(raw);
        }
        if (operator.startsWith("-")) {
            return set ? value.get() : resolve(operator.substring(1), depth + 1);
        }
        if (operator.startsWith("+")) {
            return set ? resolve(operator.substring(1), depth + 1) : Resolved.of("");
        }
        return Resolved.unknown(raw);
    }
}
