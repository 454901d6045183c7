package io.github.incidentadvisor.draft.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.sun.net.httpserver.HttpExchange;
import io.github.incidentadvisor.SharedData;
import io.github.incidentadvisor.draft.ChatRequest;
import io.github.incidentadvisor.draft.Draft;
import io.github.incidentadvisor.draft.DraftReader;
import io.github.incidentadvisor.draft.Errand;
import io.github.incidentadvisor.draft.NoDraft;
import io.github.incidentadvisor.draft.Prompt;
import io.github.incidentadvisor.draft.Reply;
import java.io.IOException;
import java.net.ProxySelector;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpenAiDrafterSpec {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "sk-test-0123456789abcdef";
    private static final String DRAFT =
            "{\"advisories\":[{\"id\":\"adv-1\",\"sentences\":[{\"text\":\"A ends.\",\"cites\":[\"E1\"]}]}]";
    private static final Prompt PROMPT = new Prompt(
            Errand.WORDING,
            List.of(
                    new Prompt.Message(Prompt.Role.SYSTEM, "word it"),
                    new Prompt.Message(Prompt.Role.USER, "a dossier")));

    /** What is to come of each case: words of a failure, or {@code words} when a draft is to come, and how often is asked. */
    private static final Map<String, Wanted> WANTED = Map.ofEntries(
            Map.entry("unauthorized", failure("refused the key", 1)),
            Map.entry("forbidden-region", failure("refused the key", 1)),
            Map.entry("model-not-found", failure("'test-model'; set incident-advisor.model", 1)),
            Map.entry("rate-limit-retry-after", words(2)),
            Map.entry("rate-limit-long", failure("wants 90 s", 1)),
            Map.entry("quota", failure("quota", 1)),
            Map.entry("server-error", failure("The server had an error", 2)),
            Map.entry("overloaded", words(2)),
            Map.entry("gone", failure("retired", 1)),
            Map.entry("schema-unsupported", words(2)),
            Map.entry("temperature-unsupported", words(1)),
            Map.entry("max-tokens-unsupported", words(1)),
            Map.entry("context-too-long", failure("too long for the model", 1)),
            Map.entry("no-answer", failure("did not answer in time", 1)),
            Map.entry("stalled-body", failure("did not answer in time", 1)),
            Map.entry("reset", failure("broke the connection off", 1)),
            Map.entry("bad-json", failure("no chat completion", 1)),
            Map.entry("proxy-page", failure("HTML", 1)),
            Map.entry("prose-around-json", words(1)),
            Map.entry("missing-field", failure("no list 'advisories'", 1)),
            Map.entry("extra-field", words(1)),
            Map.entry("bad-enum", failure("no list 'advisories'", 1)),
            Map.entry("refusal", failure("refused to answer", 1)),
            Map.entry("length", failure("cut off", 2)),
            Map.entry("content-filter", failure("content filter", 1)),
            Map.entry("no-choices", failure("without a choice", 1)),
            Map.entry("minimal-compatible", words(1)),
            Map.entry("empty-content", failure("empty", 1)),
            Map.entry("reasoning-only", words(1)));

    private record Wanted(String failure, int requests) {}

    private static Wanted failure(String words, int requests) {
        return new Wanted(words, requests);
    }

    private static Wanted words(int requests) {
        return new Wanted("", requests);
    }

    @TestFactory
    Stream<DynamicTest> eachWayInWhichServersFailEndsAsWanted() throws IOException {
        JsonNode cases = JSON.readTree(
                        SharedData.at("api/llm-failure-cases.json").toFile())
                .path("cases");
        assertThat(cases).hasSize(WANTED.size());
        return Stream.iterate(0, i -> i < cases.size(), i -> i + 1)
                .map(cases::get)
                .map(one -> DynamicTest.dynamicTest(
                        one.path("id").asText() + ": " + one.path("want").asText(), () -> holds(one)));
    }

    private static void holds(JsonNode one) {
        Wanted wanted = WANTED.get(one.path("id").asText());
        try (ModelServer server =
                new ModelServer((exchange, request, number) -> play(one, exchange, request, number))) {
            boolean hangs =
                    one.path("status").isNull() || one.path("id").asText().equals("stalled-body");
            long start = System.nanoTime();
            OpenAiDrafter drafter = drafter(server, Duration.ofSeconds(hangs ? 2 : 20));

            if (wanted.failure().isEmpty()) {
                Reply reply = drafter.reply(PROMPT);
                assertThat(DraftReader.read(reply.text(), Set.of("adv-1"))).containsKey("adv-1");
                assertThat(reply.usage()).containsEntry("calls", wanted.requests());
            } else {
                NoDraft none = catchThrowableOfType(
                        NoDraft.class,
                        () -> DraftReader.read(drafter.reply(PROMPT).text(), Set.of("adv-1")));
                assertThat(none).hasMessageContaining(wanted.failure());
                assertThat(none.getMessage()).doesNotContain(KEY).doesNotContain("Unknown");
            }
            assertThat(server.requests()).hasSize(wanted.requests());
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
        }
    }

    private static void play(JsonNode one, HttpExchange exchange, JsonNode request, int number) throws IOException {
        String id = one.path("id").asText();
        String then = one.path("then").asText();
        boolean objects = id.equals("temperature-unsupported") && !request.has("temperature")
                || id.equals("max-tokens-unsupported") && !request.has("max_tokens")
                || then.equals("ok-if-json_object-or-none")
                        && !request.path("response_format")
                                .path("type")
                                .asText()
                                .equals("json_schema")
                || then.equals("ok") && number > 0;
        if (objects) {
            ModelServer.send(exchange, 200, "application/json", ModelServer.completion(DRAFT + "}"));
            return;
        }
        if (one.path("status").isNull() || id.equals("stalled-body")) {
            if (id.equals("stalled-body")) {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write("{\"id\":".getBytes(java.nio.charset.StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
            }
            if (!id.equals("reset")) {
                pause();
            }
            return;
        }
        one.path("headers").properties().forEach(header -> exchange.getResponseHeaders()
                .set(header.getKey(), header.getValue().asText()));
        String body = one.path("body").isTextual()
                ? one.path("body").asText()
                : one.path("body").toString();
        boolean valid = WANTED.get(id).failure().isEmpty();
        ModelServer.send(
                exchange,
                one.path("status").asInt(),
                one.path("headers").path("content-type").asText(),
                valid ? body.replace("{\\\"summary\\\":\\\"x\\\"", DRAFT.replace("\"", "\\\"")) : body);
    }

    private static void pause() {
        try {
            Thread.sleep(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static OpenAiDrafter drafter(ModelServer server, Duration patience) {
        return new OpenAiDrafter(server.url(), KEY, "test-model", ProxySelector.of(null), patience);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSentIsWhatIsShownAndIsAsOpenAiDescribesIt(Errand errand) throws IOException {
        Prompt asked =
                new Prompt(errand, PROMPT.messages()).repaired(new Reply("{}", Map.of()), List.of("it is empty"));
        JsonSchema described = described();
        try (ModelServer server = new ModelServer((exchange, request, number) -> {
            if (request.has("response_format")) {
                ModelServer.send(
                        exchange,
                        400,
                        "application/json",
                        "{\"error\":{\"message\":\"no response_format\",\"param\":\"response_format\"}}");
            } else if (request.has("max_completion_tokens")) {
                ModelServer.send(
                        exchange,
                        400,
                        "application/json",
                        "{\"error\":{\"message\":\"unknown field max_completion_tokens\"}}");
            } else {
                ModelServer.send(exchange, 200, "application/json", ModelServer.completion("{}"));
            }
        })) {
            drafter(server, Duration.ofSeconds(20)).reply(asked);

            assertThat(server.requests()).hasSize(4);
            server.requests()
                    .forEach(request -> assertThat(described.validate(request)).isEmpty());
            assertThat(server.requests().get(0).at("/response_format/json_schema/schema"))
                    .isEqualTo(JSON.readTree(errand.schema()));
            assertThat(server.requests().get(0))
                    .isEqualTo(
                            JSON.readTree(ChatRequest.first("test-model", asked).shown()));
            assertThat(server.requests().get(0).has("temperature")).isFalse();
            assertThat(server.keys()).containsOnly("Bearer " + KEY);
        }
    }

    private static JsonSchema described() throws IOException {
        JsonNode document =
                JSON.readTree(SharedData.at("api/openai-openapi-trimmed.json").toFile());
        ObjectNode schema = JSON.createObjectNode().put("$ref", "#/components/schemas/CreateChatCompletionRequest");
        schema.set("components", document.path("components"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        schema,
                        SchemaValidatorsConfig.builder()
                                .discriminatorKeywordEnabled(false)
                                .build());
    }

    @Test
    void aServerThatSendsToAnotherHostIsNotFollowed() {
        try (ModelServer other = new ModelServer((exchange, request, number) ->
                        ModelServer.send(exchange, 200, "application/json", ModelServer.completion(DRAFT + "}")));
                ModelServer server = new ModelServer((exchange, request, number) -> {
                    exchange.getResponseHeaders().set("Location", other.url() + "/chat/completions");
                    ModelServer.send(exchange, 307, "text/plain", "over there");
                })) {
            assertThat(catchThrowableOfType(NoDraft.class, () -> drafter(server, Duration.ofSeconds(9))
                            .reply(PROMPT)))
                    .hasMessageContaining("307");
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void anAnswerOfFiveMegabytesIsNotTakenIn() {
        String large = ModelServer.completion("x".repeat(5 << 20));
        try (ModelServer server = new ModelServer(
                (exchange, request, number) -> ModelServer.send(exchange, 200, "application/json", large))) {
            assertThat(catchThrowableOfType(NoDraft.class, () -> drafter(server, Duration.ofSeconds(20))
                            .reply(PROMPT)))
                    .hasMessageContaining("more than 2 MiB");
        }
    }

    @Test
    void aStreamWithoutEndEndsWithThePatience() {
        try (ModelServer server = new ModelServer((exchange, request, number) -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 100; i++) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
                try {
                    Thread.sleep(100);
                } catch (InterruptedException e) {
                    return;
                }
            }
        })) {
            assertThat(catchThrowableOfType(NoDraft.class, () -> drafter(server, Duration.ofSeconds(1))
                            .reply(PROMPT)))
                    .hasMessageContaining("in time");
        }
    }

    @Test
    void allRepliesTogetherHaveOneTime() {
        try (ModelServer server = new ModelServer((exchange, request, number) -> pause())) {
            OpenAiDrafter drafter = drafter(server, Duration.ofSeconds(1));
            for (int i = 0; i < 2; i++) {
                assertThat(catchThrowableOfType(NoDraft.class, () -> drafter.reply(PROMPT)))
                        .hasMessageContaining("in time");
            }

            assertThat(catchThrowableOfType(NoDraft.class, () -> drafter.reply(PROMPT)))
                    .hasMessage("no time is left to ask localhost");
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void theKeyIsInNoMessageEvenWhenTheServerEchoesIt() {
        try (ModelServer server = new ModelServer((exchange, request, number) -> ModelServer.send(
                exchange, 401, "application/json", "{\"error\":{\"message\":\"bad key " + KEY + "\"}}"))) {
            assertThat(catchThrowableOfType(NoDraft.class, () -> drafter(server, Duration.ofSeconds(9))
                                    .reply(PROMPT))
                            .getMessage())
                    .doesNotContain(KEY);
        }
    }

    @Test
    void draftsAreReadWhateverStandsAroundThem() {
        Map<String, Draft> drafts =
                DraftReader.read("<think>{}</think>Here:\n```json\n" + DRAFT + "}\n```", Set.of("adv-1"));

        assertThat(drafts.get("adv-1").sentences().get(0).cites()).containsExactly("E1");
    }
}
