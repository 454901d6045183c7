package io.github.incidentadvisor.draft.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;

/** An answer that is none: the status, and what the server says in OpenAI's form of an error, or in none. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN = 200;

    private final int status;
    private final String retryAfter;
    private final String code;
    private final String param;
    private final String said;

    Refusal(int status, String retryAfter, String body) {
        super("status " + status);
        this.status = status;
        this.retryAfter = retryAfter;
        JsonNode error = error(body);
        this.code = error.path("code").asText("");
        this.param = error.path("param").asText("");
        this.said = error.path("message").asText(body);
    }

    private static JsonNode error(String body) {
        try {
            JsonNode root = JSON.readTree(body);
            return root == null ? JSON.createObjectNode() : root.path("error");
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }

    int status() {
        return status;
    }

    /** Seconds to wait; -1 when it does not say, or says it in another way. */
    long retryAfter() {
        return retryAfter.matches("\\d{1,6}") ? Long.parseLong(retryAfter) : -1;
    }

    boolean is(String errorCode) {
        return code.equals(errorCode);
    }

    /** Whether it is about this parameter of the request. */
    boolean isAbout(String parameter) {
        return param.startsWith(parameter)
                || said.toLowerCase(Locale.ROOT).contains(parameter.toLowerCase(Locale.ROOT));
    }

    /** What the server says, for people; anything that looks like a key is taken out. */
    String said() {
        String plain = said.replaceAll("\\p{Cntrl}+", " ")
                .replaceAll("(?i)\\b(sk-|bearer |key[ =:]+)\\S+", "$1[secret]")
                .replaceAll("<[^>]*>", " ")
                .strip();
        return plain.length() > SHOWN ? plain.substring(0, SHOWN) + "…" : plain;
    }
}
