package io.github.incidentadvisor.action.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A request that the server got.
 *
 * @param operation method and path of the description, such as {@code GET /repos/{owner}/{repo}}
 * @param path parameters in the path by name
 * @param body {@code null} when there is none
 * @param by who asks
 */
public record Asked(
        String method,
        String uri,
        String operation,
        Map<String, String> path,
        Map<String, String> query,
        JsonNode body,
        Caller by) {
    int number(String name) {
        try {
            return Integer.parseInt(path.getOrDefault(name, "0"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    String text(String name) {
        return body == null ? "" : body.path(name).asText("");
    }
}
