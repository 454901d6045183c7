package io.github.incidentadvisor.draft.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.incidentadvisor.draft.Draft;
import io.github.incidentadvisor.draft.DraftReader;
import io.github.incidentadvisor.draft.Errand;
import io.github.incidentadvisor.draft.Prompt;
import io.github.incidentadvisor.draft.Reply;
import java.net.ProxySelector;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What compatible servers leave out of an answer, add to it, or refuse in a request. */
class ServerFamiliesSpec {
    private static final Prompt PROMPT = new Prompt(
            Errand.WORDING,
            List.of(
                    new Prompt.Message(Prompt.Role.SYSTEM, "word it"),
                    new Prompt.Message(Prompt.Role.USER, "a dossier")));

    /** DRAFT stands for the text of a draft, as a JSON string without its quotes. */
    enum Family {
        OPENAI("""
                {"id":"chatcmpl-1","object":"chat.completion","created":1,"model":"m","service_tier":"default","system_fingerprint":null,
                "choices":[{"index":0,"message":{"role":"assistant","content":"DRAFT","refusal":null,"annotations":[]},"logprobs":null,
                "finish_reason":"stop"}],"usage":{"prompt_tokens":9,"completion_tokens":3,"total_tokens":12,
                "completion_tokens_details":{"reasoning_tokens":1}}}
                """, 9),
        AZURE("""
                {"id":"c","object":"chat.completion","created":1,"model":"m","prompt_filter_results":[{"prompt_index":0,
                "content_filter_results":{"hate":{"filtered":false,"severity":"safe"}}}],
                "choices":[{"index":0,"finish_reason":"stop","content_filter_results":{},"message":{"role":"assistant","content":"DRAFT"}}],
                "usage":{"prompt_tokens":9,"completion_tokens":3,"total_tokens":12}}
                """, 9),
        OLLAMA("""
                {"id":"chatcmpl-1","object":"chat.completion","created":1,"model":"m","system_fingerprint":"fp_ollama",
                "choices":[{"index":0,"message":{"role":"assistant","content":"DRAFT"},"finish_reason":"stop"}],
                "usage":{"prompt_tokens":9,"completion_tokens":3,"total_tokens":12}}
                """, 9),
        VLLM("""
                {"id":"c","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"message":{"role":"assistant",
                "content":"DRAFT","reasoning_content":"first I …","tool_calls":[],"function_call":null},"logprobs":null,
                "finish_reason":"stop","stop_reason":null,"token_ids":null}],"prompt_logprobs":null,"kv_transfer_params":null,
                "usage":{"prompt_tokens":9,"completion_tokens":3,"total_tokens":12,"prompt_tokens_details":null}}
                """, 9),
        LLAMA_CPP("""
                {"choices":[{"finish_reason":"stop","index":0,"message":{"role":"assistant","content":"DRAFT"}}],"created":1,
                "model":"m","object":"chat.completion","usage":{"completion_tokens":3,"prompt_tokens":9,"total_tokens":12},
                "timings":{"prompt_n":9,"prompt_ms":1.5}}
                """, 9),
        LM_STUDIO("""
                {"id":"c","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"logprobs":null,
                "finish_reason":"stop","message":{"role":"assistant","content":"DRAFT"}}],"usage":{},"stats":{},
                "system_fingerprint":"m"}
                """, -1),
        LITELLM("""
                {"id":"c","created":1,"model":"m","object":"chat.completion","choices":[{"finish_reason":"stop","index":0,
                "message":{"content":"DRAFT","role":"assistant","tool_calls":null,"function_call":null,
                "provider_specific_fields":{"x":1}}}],"usage":{"completion_tokens":3,"prompt_tokens":9,"total_tokens":12,
                "cache_read_input_tokens":0}}
                """, 9),
        OPENROUTER("""
                {"id":"gen-1","provider":"P","model":"p/m","object":"chat.completion","created":1,"choices":[{"logprobs":null,
                "finish_reason":"stop","native_finish_reason":"end_turn","index":0,"message":{"role":"assistant","content":"DRAFT",
                "refusal":null,"reasoning":null}}],"usage":{"prompt_tokens":9,"completion_tokens":3,"total_tokens":12,"cost":0.01}}
                """, 9),
        GEMINI("""
                {"choices":[{"finish_reason":"stop","index":0,"message":{"content":"DRAFT","role":"assistant"}}],"created":1,
                "model":"m","object":"chat.completion"}
                """, -1),
        /** Says nothing of a schema that it does not look at, and puts the draft into a fence. */
        ANTHROPIC("""
                {"id":"msg_1","choices":[{"index":0,"message":{"role":"assistant","content":"```json\\nDRAFT\\n```"},
                "finish_reason":"end_turn"}],"created":1,"model":"m","object":"chat.completion",
                "usage":{"completion_tokens":3,"prompt_tokens":9,"total_tokens":12}}
                """, 9);

        private final String answer;
        private final int tokens;

        /** @param tokens of the prompt; negative when it counts none */
        Family(String answer, int tokens) {
            this.answer = answer;
            this.tokens = tokens;
        }

        String saying(String draft) {
            return answer.replace("DRAFT", draft.replace("\"", "\\\""));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theShortestAnswerOfEachFamilyIsAccepted(Family family) {
        String draft =
                "{\"advisories\":[{\"id\":\"adv-1\",\"sentences\":[{\"text\":\"A ends.\",\"cites\":[\"E1\"]}]}]}";
        try (ModelServer server = new ModelServer((exchange, request, number) ->
                ModelServer.send(exchange, 200, "application/json", family.saying(draft)))) {
            Reply reply = drafter(server).reply(PROMPT);

            assertThat(DraftReader.read(reply.text(), Set.of("adv-1"))
                            .get("adv-1")
                            .sentences())
                    .containsExactly(new Draft.Sentence("A ends.", List.of("E1")));
            assertThat(reply.usage()).containsEntry("calls", 1);
            assertThat(reply.usage().getOrDefault("promptTokens", -1)).isEqualTo(family.tokens);
        }
    }

    /** How servers say that they take no schema, or take the limit by its older name. */
    enum Objection {
        LLAMA_CPP(
                400,
                "{\"error\":{\"code\":400,\"message\":\"response_format type json_schema is not supported\",\"type\":\"invalid_request_error\"}}"),
        VLLM(
                422,
                "{\"detail\":[{\"type\":\"extra_forbidden\",\"loc\":[\"body\",\"max_completion_tokens\"],\"msg\":\"Extra inputs\"}]}"),
        GEMINI(
                400,
                "[{\"error\":{\"code\":400,\"message\":\"Invalid response_format: unknown name\",\"status\":\"INVALID_ARGUMENT\"}}]"),
        AZURE(
                400,
                "{\"error\":{\"message\":\"Unrecognized request argument supplied: max_completion_tokens\",\"type\":\"invalid_request_error\",\"param\":null,\"code\":null}}");

        private final int status;
        private final String body;

        Objection(int status, String body) {
            this.status = status;
            this.body = body;
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAServerDoesNotTakeIsLeftOutOfTheNextRequest(Objection objection) {
        boolean limit = objection.body.contains("max_completion_tokens");
        try (ModelServer server = new ModelServer((exchange, request, number) -> {
            if (number == 0) {
                ModelServer.send(exchange, objection.status, "application/json", objection.body);
            } else {
                ModelServer.send(exchange, 200, "application/json", Family.OLLAMA.saying("{}"));
            }
        })) {
            drafter(server).reply(PROMPT);

            JsonNode second = server.requests().get(1);
            assertThat(second.has("max_tokens")).isEqualTo(limit);
            assertThat(second.at("/response_format/type").asText()).isEqualTo(limit ? "json_schema" : "json_object");
        }
    }

    private static OpenAiDrafter drafter(ModelServer server) {
        return new OpenAiDrafter(server.url(), "", "m", ProxySelector.of(null), Duration.ofSeconds(20));
    }
}
