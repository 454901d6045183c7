package io.github.incidentadvisor.evidence.lifecycle;

import io.github.incidentadvisor.model.Component.Artifact;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which product of the lifecycle data an artifact is a part of, by exact rules in {@code coordinates.tsv}. A rule stands there
 * only where the artifact's version is the product's version; drivers and clients with versions of their own have none.
 */
final class Coordinates {
    private static final String RESOURCE = "coordinates.tsv";
    private static final String NO_PRODUCT = "-";
    private final Map<String, List<Rule>> byGroup = new HashMap<>();

    /** @param prefix an artifact's whole name, or with {@code open} its beginning */
    private record Rule(String prefix, boolean open, String product) {
        boolean holds(String artifact) {
            return open ? artifact.startsWith(prefix) : artifact.equals(prefix);
        }

        boolean isMoreExactThan(Rule other) {
            return open == other.open ? prefix.length() > other.prefix.length() : !open;
        }
    }

    private Coordinates(String table) {
        table.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            String[] fields = line.split("\t");
            if (fields.length != 3) {
                throw new IllegalArgumentException("not product, groups, artifacts: " + line);
            }
            for (String group : fields[1].split(" ")) {
                for (String artifact : fields[2].split(" ")) {
                    boolean open = artifact.endsWith("*");
                    String prefix = open ? artifact.substring(0, artifact.length() - 1) : artifact;
                    byGroup.computeIfAbsent(group, g -> new ArrayList<>()).add(new Rule(prefix, open, fields[0]));
                }
            }
        });
    }

    /** The rules that ship with this jar. */
    static Coordinates bundled() {
        try (InputStream in = Coordinates.class.getResourceAsStream(RESOURCE)) {
            return new Coordinates(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the jar is damaged: " + RESOURCE, e);
        }
    }

    /** The product's id; empty when no rule holds. */
    Optional<String> productOf(Artifact artifact) {
        List<Rule> rules = byGroup.getOrDefault(artifact.group(), List.of());
        return best(rules, artifact.artifact())
                .or(() -> best(rules, withoutScala(artifact.artifact())))
                .map(Rule::product)
                .filter(product -> !product.equals(NO_PRODUCT));
    }

    /** All products that the rules name, sorted. */
    List<String> products() {
        var ids = new TreeSet<String>();
        byGroup.values().forEach(rules -> rules.forEach(rule -> ids.add(rule.product())));
        ids.remove(NO_PRODUCT);
        return List.copyOf(ids);
    }

    private static Optional<Rule> best(List<Rule> rules, String artifact) {
        return rules.stream().filter(rule -> rule.holds(artifact)).reduce((a, b) -> b.isMoreExactThan(a) ? b : a);
    }

    /** {@code flink-clients_2.12} is {@code flink-clients} for Scala 2.12. */
    private static String withoutScala(String artifact) {
        return artifact.replaceFirst("_[23](\\.\\d{1,2})?$", "");
    }
}
