package io.github.incidentadvisor.action.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.oas.OpenApi30;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * GitHub's own description of its REST interface, which nobody here wrote: tells which operation a request is, and what is wrong
 * with a request or an answer.
 */
final class Contract {
    static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V7, builder -> builder.metaSchema(OpenApi30.getInstance())
                    .defaultMetaSchemaIri(OpenApi30.getInstance().getIri()));

    private final JsonNode description;
    private final List<Operation> operations = new ArrayList<>();
    private final Map<JsonNode, JsonSchema> compiled = new HashMap<>();

    private Contract(JsonNode description) {
        this.description = description;
        description.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> {
                    if (method.getValue().has("responses")) {
                        operations.add(Operation.of(method.getKey(), path.getKey(), method.getValue()));
                    }
                }));
    }

    /** One description for all servers: reading it takes a while. */
    static final class Shared {
        static final Contract GITHUB = read();

        private Shared() {}

        private static Contract read() {
            try (InputStream in = Contract.class.getResourceAsStream("/github/openapi.json")) {
                return new Contract(MAPPER.readTree(in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A method of a path of the description. */
    record Operation(String method, String path, Pattern pattern, List<String> names, JsonNode node) {
        private static final Pattern NAME = Pattern.compile("\\{([a-z_]+)}");

        static Operation of(String method, String path, JsonNode node) {
            List<String> names = new ArrayList<>();
            StringBuilder regex = new StringBuilder();
            Matcher matcher = NAME.matcher(path);
            int at = 0;
            while (matcher.find()) {
                regex.append(Pattern.quote(path.substring(at, matcher.start())));
                String name = matcher.group(1);
                names.add(name);
                boolean slashes = List.of("ref", "path", "basehead").contains(name) && !path.contains("/commits/");
                regex.append(slashes ? "(.+)" : "([^/]+)");
                at = matcher.end();
            }
            regex.append(Pattern.quote(path.substring(at)));
            return new Operation(
                    method.toUpperCase(java.util.Locale.ROOT), path, Pattern.compile(regex.toString()), names, node);
        }

        Optional<Map<String, String>> parameters(String asked) {
            Matcher matcher = pattern.matcher(asked);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            Map<String, String> values = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                values.put(names.get(i), matcher.group(i + 1));
            }
            return Optional.of(values);
        }

        String name() {
            return method + " " + path;
        }
    }

    /** The operation of a request; a path written out wins over one with a parameter in that place. */
    Optional<Operation> operation(String method, String path) {
        return operations.stream()
                .filter(one ->
                        one.method().equals(method) && one.parameters(path).isPresent())
                .min(java.util.Comparator.comparingInt(one -> one.names().size()));
    }

    /** What is wrong with a request. */
    List<String> faults(Operation operation, Map<String, String> query, JsonNode body) {
        List<String> faults = new ArrayList<>();
        TreeSet<String> known = new TreeSet<>();
        operation.node().path("parameters").forEach(parameter -> {
            JsonNode one = resolved(parameter);
            if (one.path("in").asText().equals("query")) {
                known.add(one.path("name").asText());
                if (one.path("required").asBoolean()
                        && !query.containsKey(one.path("name").asText())) {
                    faults.add("query parameter " + one.path("name").asText() + " is required");
                }
                JsonNode values = resolved(one.path("schema")).path("enum");
                String given = query.get(one.path("name").asText());
                if (given != null && values.isArray() && !values.toString().contains('"' + given + '"')) {
                    faults.add("query parameter " + one.path("name").asText() + " may not be " + given);
                }
            }
        });
        query.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> faults.add("query parameter " + name + " is not described"));
        JsonNode wanted = operation.node().path("requestBody");
        JsonNode schema = wanted.path("content").path("application/json").path("schema");
        if (schema.isMissingNode()) {
            if (body != null && !body.isEmpty()) {
                faults.add("no body is described");
            }
        } else if (body == null) {
            if (wanted.path("required").asBoolean()) {
                faults.add("a body is required");
            }
        } else {
            faults.addAll(faults(schema, body));
        }
        return faults;
    }

    /** The schema of an answer; missing when it has no body. */
    JsonNode answer(Operation operation, int status) {
        return resolved(operation.node().path("responses").path(String.valueOf(status)))
                .path("content")
                .path("application/json")
                .path("schema");
    }

    boolean describes(Operation operation, int status) {
        return operation.node().path("responses").has(String.valueOf(status));
    }

    List<String> faults(JsonNode schema, JsonNode value) {
        JsonSchema check = compiled.computeIfAbsent(schema, one -> {
            ObjectNode whole = MAPPER.createObjectNode();
            whole.set("components", description.path("components"));
            whole.putArray("allOf").add(one);
            return SCHEMAS.getSchema(whole);
        });
        return check.validate(value).stream().map(Object::toString).sorted().toList();
    }

    JsonNode resolved(JsonNode node) {
        JsonNode at = node;
        while (at.has("$ref")) {
            at = description.at(at.get("$ref").asText().substring(1));
        }
        return at;
    }
}
