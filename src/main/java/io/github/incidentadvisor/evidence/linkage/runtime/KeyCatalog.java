package io.github.incidentadvisor.evidence.linkage.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The keys that jars document in Spring's configuration metadata (Spring Boot reference, "Configuration Metadata"). A key below
 * a map or list belongs to it.
 */
final class KeyCatalog {
    static final List<String> FILES = List.of(
            "META-INF/spring-configuration-metadata.json", "META-INF/additional-spring-configuration-metadata.json");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PROPERTIES = 100_000;
    private static final int QUOTE = 300;

    private final Map<String, Key> byName = new LinkedHashMap<>();
    private Map<String, List<Key>> byProperty;
    private Map<String, List<Key>> byVariable;

    /**
     * A documented key.
     *
     * @param owner class whose property it is; empty when it is documented by hand
     * @param defaultValue lists joined with commas; empty when there is none
     * @param level of its deprecation: {@code ""}, {@code warning} or {@code error}
     * @param entry as the metadata has it
     */
    record Key(
            String name,
            KeyName key,
            String type,
            String owner,
            String defaultValue,
            String level,
            String replacement,
            String reason,
            Jar jar,
            JsonNode entry) {
        /** Its entry, shortened. */
        String quote() {
            String text = entry.toString();
            return text.length() > QUOTE ? text.substring(0, QUOTE) + "…" : text;
        }

        boolean isGone() {
            return level.equals("error");
        }

        boolean isDeprecated() {
            return !level.isEmpty();
        }

        /** Whether keys below it are its own: a map, a list or an array. */
        boolean isOpen() {
            return type.startsWith("java.util.") || type.endsWith("[]");
        }

        /** Whether nothing below it can be a key. */
        boolean isClosed() {
            return !isOpen() && (type.startsWith("java.") || !type.contains("."));
        }
    }

    /** @param reading reads each jar once, however many class paths have it */
    static KeyCatalog of(Collection<Jar> jars, Function<Jar, List<Key>> reading) {
        KeyCatalog catalog = new KeyCatalog();
        jars.forEach(jar ->
                reading.apply(jar).forEach(key -> catalog.byName.merge(key.key().text(), key, KeyCatalog::better)));
        return catalog;
    }

    static boolean isIn(Jar jar) {
        return FILES.stream().anyMatch(jar::has);
    }

    /** The keys that a jar documents. */
    static List<Key> keys(Jar jar, Gaps gaps) {
        List<Key> keys = new ArrayList<>();
        for (String file : FILES) {
            jar.text(file).ifPresent(text -> add(jar, file, text, keys, gaps));
        }
        return keys;
    }

    private static void add(Jar jar, String file, String text, List<Key> keys, Gaps gaps) {
        try {
            for (JsonNode property : JSON.readTree(text).path("properties")) {
                String name = property.path("name").asText();
                if (!name.isEmpty() && keys.size() < PROPERTIES) {
                    keys.add(key(name, property, jar));
                }
            }
        } catch (JsonProcessingException | StackOverflowError e) {
            gaps.add(jar.name() + "!/" + file, "it is no JSON that can be read; its keys are not known");
        }
    }

    /** A key may be documented twice; one that is in use wins over one that is not. */
    private static Key better(Key a, Key b) {
        return a.isGone() && !b.isGone() ? b : a;
    }

    private static Key key(String name, JsonNode property, Jar jar) {
        JsonNode deprecation = property.path("deprecation");
        boolean deprecated = property.path("deprecated").asBoolean() || deprecation.isObject();
        return new Key(
                name,
                KeyName.of(name),
                property.path("type").asText(""),
                property.path("sourceType").asText(""),
                plain(property.path("defaultValue")),
                deprecated ? deprecation.path("level").asText("warning") : "",
                deprecation.path("replacement").asText(""),
                deprecation.path("reason").asText(""),
                jar,
                property);
    }

    private static String plain(JsonNode value) {
        if (!value.isArray()) {
            return value.asText("");
        }
        StringJoiner list = new StringJoiner(",");
        value.forEach(item -> list.add(item.asText("")));
        return list.toString();
    }

    Collection<Key> all() {
        return byName.values();
    }

    boolean isEmpty() {
        return byName.isEmpty();
    }

    /** Keys that are documented for the same property of the same class, under whatever name. */
    synchronized List<Key> ofProperty(Key key) {
        if (byProperty == null) {
            byProperty = all().stream().collect(Collectors.groupingBy(KeyCatalog::property));
        }
        return key.owner().isEmpty() ? List.of() : byProperty.getOrDefault(property(key), List.of());
    }

    private static String property(Key key) {
        return key.owner() + "#" + key.key().last();
    }

    /** Keys that an environment variable can mean: see {@link KeyName#squashed(String)}. */
    synchronized List<Key> ofVariable(String squashed) {
        if (byVariable == null) {
            byVariable = all().stream()
                    .collect(Collectors.groupingBy(key -> key.key().squashed()));
        }
        return byVariable.getOrDefault(squashed, List.of());
    }

    Optional<Key> exact(KeyName key) {
        return Optional.ofNullable(byName.get(key.text()));
    }

    /** The key itself, or the nearest map or list above it. */
    Optional<Key> find(KeyName key) {
        return exact(key).or(() -> above(key).stream().filter(Key::isOpen).findFirst());
    }

    /** The key itself, or anything above that could take it: in doubt a key is known. */
    Optional<Key> couldTake(KeyName key) {
        return exact(key).or(() -> above(key).stream()
                .filter(documented -> !documented.isClosed())
                .findFirst());
    }

    /** Whether keys in use begin with this one. */
    boolean hasBelow(KeyName key) {
        String prefix = key.text() + ".";
        return byName.entrySet().stream()
                .anyMatch(entry ->
                        entry.getKey().startsWith(prefix) && !entry.getValue().isGone());
    }

    private List<Key> above(KeyName key) {
        List<Key> found = new ArrayList<>();
        for (int i = 1; i < Math.min(key.elements().size(), 40); i++) {
            exact(key.above(i)).ifPresent(found::add);
        }
        return found;
    }
}
