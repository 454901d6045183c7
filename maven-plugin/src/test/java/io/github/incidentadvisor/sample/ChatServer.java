package io.github.incidentadvisor.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedList;
import java.util.List;

/**
 * A model on loopback that says of each advisory what the dossier concluded from its evidence, and then that all is safe, which
 * nothing bears out. Asked what does not follow, it names no sentence. It keeps when it was asked.
 */
public final class ChatServer implements AutoCloseable {
    /** What it says beside what holds. */
    public static final String FALSE = "The upgrade is safe to merge.";

    private static final String BEGIN = "=====BEGIN DOSSIER=====";
    private static final String END = "=====END DOSSIER=====";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<String> told = Collections.synchronizedList(new LinkedList<>());
    private final List<Instant> asked = Collections.synchronizedList(new LinkedList<>());

    public ChatServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/chat/completions", this::answer);
        server.start();
    }

    /** What {@code modelBaseUrl} is to be. */
    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/v1";
    }

    /** When requests arrived. */
    public List<Instant> asked() {
        return asked;
    }

    /** The dossiers that came with the requests, as JSON. */
    public List<String> told() {
        return told;
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(Instant.now());
        try (exchange) {
            String prompt = JSON.readTree(exchange.getRequestBody())
                    .at("/messages/1/content")
                    .asText();
            String dossier = prompt.substring(prompt.indexOf(BEGIN) + BEGIN.length(), prompt.indexOf(END));
            told.add(dossier);
            byte[] answer = JSON.writeValueAsBytes(completion(answer(JSON.readTree(dossier))));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static String answer(JsonNode dossier) {
        return dossier.has("sentences") ? "{\"objections\":[]}" : draft(dossier);
    }

    private static String draft(JsonNode dossier) {
        var draft = JSON.createObjectNode();
        ArrayNode advisories = draft.putArray("advisories");
        for (JsonNode advisory : dossier.path("advisories")) {
            ArrayNode sentences = advisories
                    .addObject()
                    .put("id", advisory.path("id").asText())
                    .putArray("sentences");
            for (JsonNode number : advisory.path("evidence")) {
                for (JsonNode entry : dossier.path("evidence")) {
                    if (entry.path("id").equals(number)) {
                        say(sentences, entry.at("/concluded/0").asText(), number);
                    }
                }
            }
            say(sentences, FALSE, advisory.at("/evidence/0"));
        }
        return draft.toString();
    }

    private static void say(ArrayNode sentences, String text, JsonNode cited) {
        sentences.addObject().put("text", text).putArray("cites").add(cited);
    }

    private static JsonNode completion(String draft) {
        var completion = JSON.createObjectNode()
                .put("id", "c-1")
                .put("object", "chat.completion")
                .put("created", 1)
                .put("model", "test-model");
        var choice = completion.putArray("choices").addObject().put("index", 0).put("finish_reason", "stop");
        choice.putObject("message").put("role", "assistant").put("content", draft);
        completion
                .putObject("usage")
                .put("prompt_tokens", 1_000)
                .put("completion_tokens", 200)
                .put("total_tokens", 1_200);
        return completion;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
