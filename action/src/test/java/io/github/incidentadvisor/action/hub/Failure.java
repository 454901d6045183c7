package io.github.incidentadvisor.action.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A planned way to go wrong.
 *
 * @param times how often it happens before all is well again
 * @param afterwards whether the request is carried out all the same, and only its answer is lost
 */
public record Failure(
        Predicate<Asked> when, int status, Map<String, String> headers, String body, int times, boolean afterwards) {
    public static Failure of(Predicate<Asked> when, JsonNode failureCase, int times) {
        Map<String, String> headers = new java.util.LinkedHashMap<>();
        failureCase
                .path("headers")
                .properties()
                .forEach(one -> headers.put(one.getKey(), one.getValue().asText()));
        JsonNode body = failureCase.path("body");
        return new Failure(
                when,
                failureCase.path("status").asInt(),
                headers,
                body.isTextual() ? body.asText() : body.toString(),
                times,
                false);
    }

    public static Failure of(Predicate<Asked> when, int status, String message) {
        return new Failure(when, status, Map.of(), "{\"message\":\"" + message + "\"}", 1, false);
    }

    public Failure often() {
        return new Failure(when, status, headers, body, Integer.MAX_VALUE, afterwards);
    }

    /** The request is carried out, but its answer never arrives. */
    public Failure answerLost() {
        return new Failure(when, status, headers, body, times, true);
    }

    public Failure with(String header, String value) {
        Map<String, String> all = new java.util.LinkedHashMap<>(headers);
        all.put(header, value);
        return new Failure(when, status, all, body, times, afterwards);
    }
}
