package io.github.incidentadvisor.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * The body of a request for Chat Completions, as OpenAI describes them and compatible servers take them.
 *
 * @param limitName {@code max_completion_tokens}, or {@code max_tokens} for older servers
 */
public record ChatRequest(String model, Prompt prompt, Format format, String limitName, int limit) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** How the form of the answer is asked for; the form itself stands in the prompt anyway. */
    public enum Format {
        SCHEMA,
        OBJECT,
        NONE
    }

    /** What is asked first. */
    public static ChatRequest first(String model, Prompt prompt) {
        return new ChatRequest(model, prompt, Format.SCHEMA, "max_completion_tokens", 4_000);
    }

    /** The whole body. */
    public ObjectNode body() {
        ObjectNode body = JSON.createObjectNode().put("model", model);
        ArrayNode messages = body.putArray("messages");
        prompt.messages().forEach(message -> messages.addObject()
                .put("role", message.role().name().toLowerCase(Locale.ROOT))
                .put("content", message.text()));
        body.put(limitName, limit);
        if (format != Format.NONE) {
            body.set("response_format", responseFormat());
        }
        return body;
    }

    /** The body for people to read. */
    public String shown() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(body()) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of nodes is always JSON", e);
        }
    }

    private JsonNode responseFormat() {
        ObjectNode asked = JSON.createObjectNode();
        if (format == Format.OBJECT) {
            return asked.put("type", "json_object");
        }
        try {
            asked.put("type", "json_schema")
                    .putObject("json_schema")
                    .put("name", prompt.errand().answer())
                    .put("strict", true)
                    .set("schema", JSON.readTree(prompt.errand().schema()));
            return asked;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own schema is JSON", e);
        }
    }
}
