package io.github.incidentadvisor.draft.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.openai.client.OpenAIClient;
import com.openai.client.OpenAIClientImpl;
import com.openai.core.ClientOptions;
import com.openai.core.JsonValue;
import com.openai.errors.OpenAIException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.completions.CompletionUsage;
import io.github.incidentadvisor.draft.ChatRequest;
import io.github.incidentadvisor.draft.ChatRequest.Format;
import io.github.incidentadvisor.draft.Drafter;
import io.github.incidentadvisor.draft.NoDraft;
import io.github.incidentadvisor.draft.Prompt;
import io.github.incidentadvisor.draft.Reply;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Words by a model behind any server with OpenAI's Chat Completions. What a server does not know of the request is left out and
 * remembered; waiting and trying again have one time for all, and so have all replies together. Not for several threads.
 */
public final class OpenAiDrafter implements Drafter {
    private static final int TRIES = 6;
    private static final int LONGEST_ANSWER = 8_000;

    /** All replies together may take this many times the patience for one. */
    private static final int TOGETHER = 2;

    private final String model;
    private final URI baseUrl;
    private final Duration patience;
    private final OpenAIClient client;
    private final long end;
    private long deadline;
    private Format format = Format.SCHEMA;
    private String limitName = "max_completion_tokens";
    private int limit = 4_000;
    private int calls;

    /**
     * A drafter.
     *
     * @param key empty for a server that wants none
     * @param patience for all that one reply takes: waiting and other tries too; all replies together take no more than two such
     */
    public OpenAiDrafter(URI baseUrl, String key, String model, ProxySelector proxies, Duration patience) {
        this.model = model;
        this.baseUrl = baseUrl;
        this.patience = patience;
        this.end = System.nanoTime() + TOGETHER * patience.toNanos();
        this.deadline = end;
        this.client = new OpenAIClientImpl(ClientOptions.builder()
                .httpClient(new JdkHttpClient(proxies, this::left))
                .baseUrl(baseUrl.toString())
                .apiKey(key.isEmpty() ? "none" : key)
                .maxRetries(0)
                .timeout(patience)
                .checkJacksonVersionCompatibility(false)
                .build());
    }

    @Override
    public Reply reply(Prompt prompt) {
        long now = System.nanoTime();
        if (end - now <= 0) {
            throw new NoDraft("no time is left to ask " + host());
        }
        deadline = now + Math.min(patience.toNanos(), end - now);
        calls = 0;
        try {
            return patiently(prompt);
        } catch (NoDraft e) {
            throw e.after(calls);
        }
    }

    private Reply patiently(Prompt prompt) {
        boolean waited = false;
        for (int i = 0; i < TRIES; i++) {
            try {
                return once(prompt);
            } catch (Refusal refusal) {
                if (adapts(refusal)) {
                    continue;
                }
                Optional<Duration> wait = waited ? Optional.empty() : wait(refusal);
                if (wait.isEmpty()) {
                    throw failure(refusal);
                }
                waited = true;
                sleep(wait.get());
            } catch (JdkHttpClient.Trouble trouble) {
                throw new NoDraft(host() + " " + trouble.getMessage());
            } catch (OpenAIException e) {
                // Its message may hold the whole answer.
                throw new NoDraft(host() + " answered with something that is no chat completion");
            }
        }
        throw new NoDraft(host() + " refuses each form of the request");
    }

    private Reply once(Prompt prompt) {
        calls++;
        ChatRequest request = new ChatRequest(model, prompt, format, limitName, limit);
        ChatCompletion completion = client.chat().completions().create(params(request));
        if (completion.choices().isEmpty()) {
            throw new NoDraft(host() + " answered without a choice");
        }
        ChatCompletion.Choice choice = completion.choices().get(0);
        String finish = choice._finishReason()
                .asKnown()
                .map(ChatCompletion.Choice.FinishReason::asString)
                .orElse("stop");
        Optional<String> refusal = choice.message()._refusal().asString();
        if (refusal.isPresent() && !refusal.get().isEmpty()) {
            throw new NoDraft("the model refused to answer");
        }
        if (finish.equals("content_filter")) {
            throw new NoDraft("the server's content filter held the answer back");
        }
        if (finish.equals("length")) {
            if (limit < LONGEST_ANSWER) {
                limit = LONGEST_ANSWER;
                return once(prompt);
            }
            throw NoDraft.tooLong("the answer was cut off at " + limit + " tokens");
        }
        String text = choice.message()._content().asString().orElse("");
        if (text.isBlank()) {
            throw new NoDraft("the model's answer is empty");
        }
        return new Reply(text, usage(completion));
    }

    private static ChatCompletionCreateParams params(ChatRequest request) {
        ChatCompletionCreateParams.Builder params =
                ChatCompletionCreateParams.builder().model(request.model());
        request.prompt().messages().forEach(message -> {
            switch (message.role()) {
                case SYSTEM -> params.addSystemMessage(message.text());
                case USER -> params.addUserMessage(message.text());
                case ASSISTANT -> params.addAssistantMessage(message.text());
            }
        });
        ObjectNode body = request.body();
        for (String name : new String[] {request.limitName(), "response_format"}) {
            JsonNode value = body.get(name);
            if (value != null) {
                params.putAdditionalBodyProperty(name, JsonValue.fromJsonNode(value));
            }
        }
        return params.build();
    }

    private Map<String, Integer> usage(ChatCompletion completion) {
        Map<String, Integer> usage = new HashMap<>();
        usage.put("calls", calls);
        try {
            Optional<CompletionUsage> counted = completion.usage();
            counted.ifPresent(tokens -> {
                usage.put("promptTokens", (int) tokens.promptTokens());
                usage.put("completionTokens", (int) tokens.completionTokens());
            });
        } catch (OpenAIException e) {
            // A server that counts in its own way counts for nothing.
        }
        return usage;
    }

    /** Whether the request can do without what the server does not take. */
    private boolean adapts(Refusal refusal) {
        if (refusal.status() != 400 && refusal.status() != 422) {
            return false;
        }
        if (format != Format.NONE
                && (refusal.isAbout("response_format")
                        || refusal.isAbout("json_schema")
                        || refusal.isAbout("json_object"))) {
            format = format == Format.SCHEMA ? Format.OBJECT : Format.NONE;
            return true;
        }
        if (limitName.equals("max_completion_tokens")
                && refusal.isAbout("max_completion_tokens")
                && !refusal.is("context_length_exceeded")) {
            limitName = "max_tokens";
            return true;
        }
        return false;
    }

    private Optional<Duration> wait(Refusal refusal) {
        boolean passing = refusal.status() == 429 && !refusal.is("insufficient_quota") || refusal.status() >= 500;
        Duration asked = Duration.ofSeconds(refusal.retryAfter() < 0 ? 1 : refusal.retryAfter());
        return passing && asked.compareTo(left().dividedBy(2)) < 0 ? Optional.of(asked) : Optional.empty();
    }

    private NoDraft failure(Refusal refusal) {
        String at = host() + " (status " + refusal.status() + ")";
        return switch (refusal.status()) {
            case 401, 403 ->
                new NoDraft(at + " refused the key: " + refusal.said()
                        + "; set OPENAI_API_KEY, or the server of settings.xml that serverId names");
            case 404 ->
                new NoDraft(at + " does not know the model '" + model
                        + "'; set incident-advisor.model, or incident-advisor.modelBaseUrl if the address is wrong");
            case 410 -> new NoDraft(at + ": this endpoint is retired: " + refusal.said());
            case 429 ->
                refusal.is("insufficient_quota")
                        ? new NoDraft(at + ": the quota is used up")
                        : new NoDraft(at + ": too many requests"
                                + (refusal.retryAfter() < 0
                                        ? ""
                                        : "; it wants " + refusal.retryAfter() + " s of waiting"));
            default ->
                refusal.is("context_length_exceeded") || refusal.isAbout("context length")
                        ? NoDraft.tooLong(at + ": the evidence is too long for the model")
                        : new NoDraft(at + ": " + refusal.said());
        };
    }

    private String host() {
        return baseUrl.getHost();
    }

    private Duration left() {
        return Duration.ofNanos(Math.max(1_000_000, deadline - System.nanoTime()));
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoDraft("interrupted");
        }
    }
}
