package io.github.incidentadvisor.action.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeSet;

/**
 * An answer as the description demands it: what the server knows, and the least that makes the rest of the required fields valid.
 * So a client meets every field that GitHub promises, not only those that we thought of.
 */
final class Sample {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private final Contract contract;

    Sample(Contract contract) {
        this.contract = contract;
    }

    JsonNode filled(JsonNode schema, JsonNode known) {
        JsonNode at = contract.resolved(schema);
        if (at.has("allOf")) {
            JsonNode all = known;
            for (JsonNode part : at.get("allOf")) {
                all = filled(part, all);
            }
            return all;
        }
        JsonNode choice = at.has("oneOf") ? at.get("oneOf") : at.get("anyOf");
        if (choice != null && !at.has("properties")) {
            if (known == null) {
                return filled(choice.get(0), null);
            }
            for (JsonNode one : choice) {
                String type = contract.resolved(one).path("type").asText("object");
                if (known.isObject() && type.equals("object") || known.isArray() && type.equals("array")) {
                    return filled(one, known);
                }
            }
            return known;
        }
        if (known != null && known.isNull() && at.path("nullable").asBoolean()) {
            return known;
        }
        return switch (at.path("type").asText(at.has("properties") ? "object" : "")) {
            case "object" -> object(at, known);
            case "array" -> array(at, known);
            default -> known != null ? known : value(at);
        };
    }

    private JsonNode object(JsonNode schema, JsonNode known) {
        if (known == null && schema.path("nullable").asBoolean()) {
            return NODES.nullNode();
        }
        ObjectNode object = known instanceof ObjectNode ? known.deepCopy() : NODES.objectNode();
        TreeSet<String> names = new TreeSet<>();
        schema.path("required").forEach(name -> names.add(name.asText()));
        object.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            JsonNode property = schema.path("properties").path(name);
            if (!property.isMissingNode()) {
                object.set(name, filled(property, object.get(name)));
            }
        }
        return object;
    }

    private JsonNode array(JsonNode schema, JsonNode known) {
        ArrayNode array = NODES.arrayNode();
        if (known != null) {
            known.forEach(one -> array.add(filled(schema.path("items"), one)));
        }
        return array;
    }

    private JsonNode value(JsonNode schema) {
        if (schema.path("nullable").asBoolean()) {
            return NODES.nullNode();
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        return switch (schema.path("type").asText()) {
            case "boolean" -> NODES.booleanNode(false);
            case "integer", "number" -> NODES.numberNode(1);
            case "string" ->
                switch (schema.path("format").asText()) {
                    case "date-time" -> NODES.textNode("2026-11-24T00:00:00Z");
                    case "uri" -> NODES.textNode("https://github.test/nothing");
                    default ->
                        NODES.textNode(
                                "x".repeat(Math.max(1, schema.path("minLength").asInt(1))));
                };
            default -> NODES.objectNode();
        };
    }
}
