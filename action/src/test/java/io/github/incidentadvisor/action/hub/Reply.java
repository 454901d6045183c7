package io.github.incidentadvisor.action.hub;

import com.fasterxml.jackson.databind.JsonNode;
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

    Reply with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Reply(status, all, body);
    }
}
