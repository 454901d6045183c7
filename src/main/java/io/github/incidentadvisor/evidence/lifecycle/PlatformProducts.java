package io.github.incidentadvisor.evidence.lifecycle;

import io.github.incidentadvisor.model.Component.Platform;
import io.github.incidentadvisor.model.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which product a tool, runtime, service or engine is, by exact names in {@code platforms.tsv}. */
final class PlatformProducts {
    private static final int COLUMNS = 4;
    /** Longer is no version, and an expression is not tried on it. */
    private static final int LONGEST = 200;

    private final Map<String, List<Rule>> byName = new HashMap<>();

    private record Rule(String product, Optional<Pattern> expression, String template) {
        Optional<ProductAt> of(Version version) {
            return number(version.text())
                    .map(number -> template.isEmpty() ? number : template.replace("{}", number))
                    .map(text -> new ProductAt(product, new Version(text)));
        }

        private Optional<String> number(String version) {
            if (expression.isEmpty()) {
                return Optional.of(version);
            }
            Matcher matcher = expression.get().matcher(version);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            boolean two = matcher.groupCount() > 1 && matcher.group(2) != null;
            return Optional.of(two ? matcher.group(1) + "." + matcher.group(2) : matcher.group(1));
        }
    }

    private PlatformProducts(List<String[]> rows) {
        for (String[] row : rows) {
            Optional<Pattern> expression =
                    Optional.of(row[2]).filter(e -> !e.isEmpty()).map(Pattern::compile);
            byName.computeIfAbsent(row[0], name -> new ArrayList<>()).add(new Rule(row[1], expression, row[3]));
        }
    }

    /** The rules that ship with this jar. */
    static PlatformProducts bundled() {
        return new PlatformProducts(Tables.rows("platforms.tsv", COLUMNS));
    }

    /** What it is; empty when no rule holds. */
    Optional<ProductAt> of(Platform platform, Version version) {
        return version.text().length() > LONGEST
                ? Optional.empty()
                : rules(platform)
                        .map(rule -> rule.of(version))
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    private Stream<Rule> rules(Platform platform) {
        return byName.getOrDefault(platform.name(), List.of()).stream();
    }
}
