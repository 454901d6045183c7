package io.github.incidentadvisor.action.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A model that says of each advisory what the first evidence about the project's own line says. */
final class Model implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpServer server;
    private final List<String> keys = new ArrayList<>();
    private String asked = "";

    Model() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/chat/completions", exchange -> {
            try (exchange) {
                keys.add(exchange.getRequestHeaders().getFirst("Authorization"));
                asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                byte[] answer = answer(MAPPER.readTree(asked)).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("content-type", "application/json");
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    List<String> keys() {
        return keys;
    }

    String asked() {
        return asked;
    }

    private static String answer(JsonNode request) {
        String dossier = request.at("/messages/1/content").asText();
        ObjectNode draft = MAPPER.createObjectNode();
        var advisories = draft.putArray("advisories");
        Matcher id = Pattern.compile("\"id\":\"(adv-[0-9a-f]{6})\"").matcher(dossier);
        if (id.find()) {
            var sentences = advisories.addObject().put("id", id.group(1)).putArray("sentences");
            Matcher evidence = Pattern.compile("\"id\":\"(E\\d+)\".*?\"concluded\":\\[\"[^\"]*?(uses [^\"]*)\"")
                    .matcher(dossier);
            while (evidence.find()) {
                sentences
                        .addObject()
                        .put("text", "It " + evidence.group(2))
                        .putArray("cites")
                        .add(evidence.group(1));
            }
        }
        ObjectNode completion = MAPPER.createObjectNode()
                .put("id", "c")
                .put("object", "chat.completion")
                .put("created", 1);
        completion
                .put("model", "small-one")
                .putArray("choices")
                .addObject()
                .put("index", 0)
                .put("finish_reason", "stop")
                .putObject("message")
                .put("role", "assistant")
                .put("content", draft.toString());
        return completion.toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
