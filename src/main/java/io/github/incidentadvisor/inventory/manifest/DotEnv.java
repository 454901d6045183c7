package io.github.incidentadvisor.inventory.manifest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The variables of a {@code .env} file, by
 * <a href="https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax">compose's syntax</a>.
 */
final class DotEnv {
    private static final Pattern LINE = Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][\\w.-]*)\\s*[=:](.*)");

    private final Map<String, Resolved> values = new HashMap<>();

    private DotEnv() {}

    /** No variables. */
    static DotEnv none() {
        return new DotEnv();
    }

    static DotEnv of(Source file) {
        DotEnv env = new DotEnv();
        Interpolation variables = new Interpolation(env::get, '\\');
        List<String> lines = file.lines();
        for (int i = 0; i < lines.size(); i++) {
            Matcher line = LINE.matcher(lines.get(i));
            if (lines.get(i).strip().startsWith("#") || !line.matches()) {
                continue;
            }
            String value = line.group(2).strip();
            boolean single = value.startsWith("'");
            boolean quoted = single || value.startsWith("\"");
            int end = quoted ? value.indexOf(value.charAt(0), 1) : -1;
            String text = end > 0
                    ? value.substring(1, end)
                    : value.replaceFirst("(?:^|\\s)#.*$", "").strip();
            Resolved resolved = single ? Resolved.of(text) : variables.resolve(text);
            env.values.put(line.group(1), resolved.from(file.at(i + 1)));
        }
        return env;
    }

    Optional<Resolved> get(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
