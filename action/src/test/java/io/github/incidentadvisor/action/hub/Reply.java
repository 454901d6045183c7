package io.github.incidentadvisor.action.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the server answers: a status, headers, and what it knows of the body. */
record Reply(int status, Map<String, String> headers, JsonNode body) {
    static Reply ok(JsonNode body) {
        return new Reply(200, Map.of(), body);
    }

    static Reply created(JsonNode body) {
        return new Reply(201, Map.of(), body);
    }

    static Reply nothing() {
        return new Reply(204, Map.of(), null);
    }

    static Reply refused(int status, String message) {
        ObjectNode body = Contract.MAPPER.createObjectNode().put("message", message);
        body.put("documentation_url", "https://docs.github.test/rest").put("status", String.valueOf(status));
        return new Reply(status, Map.of(), body);
    }

    static Reply notFound() {
        return refused(404, "Not Found");
    }

    static Reply tooLong(String resource) {
        ObjectNode body = object().put("message", "Validation Failed");
        body.putArray("errors")
                .addObject()
                .put("resource", resource)
                .put("code", "unprocessable")
                .put("field", "data")
                .put("message", "Body is too long (maximum is 65536 characters)");
        return new Reply(422, Map.of(), body);
    }

    Reply with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Reply(status, all, body);
    }

    // Shapes

    static Reply found(Map<Integer, ObjectNode> in, int number) {
        return in.containsKey(number) ? ok(in.get(number)) : notFound();
    }

    static Reply found(Map<Long, ObjectNode> in, Asked asked, String name) {
        ObjectNode one = in.get((long) asked.number(name));
        return one == null ? notFound() : ok(one);
    }

    static Reply deleted(Map<Long, ObjectNode> in, Asked asked) {
        return in.remove((long) asked.number("comment_id")) == null ? notFound() : nothing();
    }

    static ObjectNode object() {
        return Contract.MAPPER.createObjectNode();
    }

    static ObjectNode account(Caller caller) {
        return object().put("login", caller.login()).put("type", caller.type()).put("id", 7);
    }

    static ArrayNode array(Iterable<? extends JsonNode> nodes) {
        ArrayNode array = Contract.MAPPER.createArrayNode();
        nodes.forEach(array::add);
        return array;
    }
}
