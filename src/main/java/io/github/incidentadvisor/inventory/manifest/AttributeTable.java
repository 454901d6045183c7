package io.github.incidentadvisor.inventory.manifest;

import io.github.incidentadvisor.model.Component;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Which attributes of which resource types carry a version, a runtime, an engine or a machine type: {@code attributes.tsv}. */
final class AttributeTable {
    private static final String RESOURCE = "attributes.tsv";

    private final Map<String, List<Rule>> rules = new HashMap<>();

    /**
     * One attribute.
     *
     * @param path names from the resource down
     * @param component what the value is a version of; <code>{x}</code> is the value of attribute {@code x}
     * @param beside attributes whose values belong to it
     */
    record Rule(List<String> path, Kind kind, String component, List<String> beside) {
        String attribute() {
            return String.join(".", path);
        }

        /** The component with the values of the resource in their places; parts that are not known are left out. */
        Component component(UnaryOperator<String> values) {
            StringBuilder name = new StringBuilder();
            int at = 0;
            while (at < component.length()) {
                int open = component.indexOf('{', at);
                if (open < 0) {
                    name.append(component, at, component.length());
                    break;
                }
                int close = component.indexOf('}', open);
                name.append(component, at, open);
                name.append(values.apply(component.substring(open + 1, close)).toLowerCase(Locale.ROOT));
                at = close + 1;
            }
            return new Component.Platform(name.toString().replaceFirst("/$", ""));
        }
    }

    private AttributeTable(String table) {
        table.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            String[] fields = line.split("\t");
            if (fields.length < 5) {
                throw new IllegalArgumentException("not format, type, attribute, kind, component: " + line);
            }
            List<String> beside = fields.length > 5 ? List.of(fields[5].split(",")) : List.of();
            rules.computeIfAbsent(fields[0] + " " + fields[1], key -> new ArrayList<>())
                    .add(new Rule(Arrays.asList(fields[2].split("\\.")), Kind.of(fields[3]), fields[4], beside));
        });
    }

    /** The table that ships with this jar. */
    static AttributeTable bundled() {
        try (InputStream in = AttributeTable.class.getResourceAsStream(RESOURCE)) {
            return new AttributeTable(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the jar is damaged: " + RESOURCE, e);
        }
    }

    /** What a resource type has; empty when nothing of it is known. */
    List<Rule> rules(String format, String type) {
        return rules.getOrDefault(format + " " + type, List.of());
    }
}
