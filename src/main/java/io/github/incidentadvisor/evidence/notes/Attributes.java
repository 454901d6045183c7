package io.github.incidentadvisor.evidence.notes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** AsciiDoc's {@code :name: value} put in place of {@code {name}}, once: what a value refers to is not followed. */
final class Attributes {
    private static final Pattern SET = Pattern.compile(":([\\w-]{1,60}):\\s+(\\S.{0,300})");
    private static final Pattern USED = Pattern.compile("\\{([\\w-]{1,60})}");

    private Attributes() {}

    static List<String> resolved(List<String> lines) {
        Map<String, String> values = new HashMap<>();
        List<String> resolved = new ArrayList<>(lines.size());
        for (String line : lines) {
            Matcher set = SET.matcher(line);
            if (set.matches()) {
                values.put(set.group(1), set.group(2).strip());
            }
            resolved.add(
                    values.isEmpty()
                            ? line
                            : USED.matcher(line)
                                    .replaceAll(used -> Matcher.quoteReplacement(
                                            values.getOrDefault(used.group(1), used.group()))));
        }
        return resolved;
    }
}
