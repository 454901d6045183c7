package io.github.incidentadvisor.action.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.incidentadvisor.action.event.Occasion.Analysed;
import io.github.incidentadvisor.action.event.Occasion.MergeGroup;
import io.github.incidentadvisor.action.event.Occasion.Other;
import io.github.incidentadvisor.action.event.Occasion.PullRequest;
import io.github.incidentadvisor.action.event.Occasion.Push;
import io.github.incidentadvisor.action.event.Occasion.Scan;
import io.github.incidentadvisor.model.AdvisorException;
import java.io.IOException;
import java.util.Set;

/** Reads the file at {@code GITHUB_EVENT_PATH}, see GitHub's "Events that trigger workflows" and "Webhook events and payloads". */
public final class Payload {
    private static final int LIMIT = 26 << 20;
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(100).build())
                    .build())
            .build();
    private static final Set<String> PULL_REQUESTS =
            Set.of("pull_request", "pull_request_review", "pull_request_review_comment", "pull_request_target");

    private Payload() {}

    /**
     * What happened.
     *
     * @param event {@code GITHUB_EVENT_NAME}
     * @throws AdvisorException when it is no payload
     */
    public static Occasion read(String event, byte[] bytes) {
        JsonNode root = parsed(bytes);
        if (PULL_REQUESTS.contains(event) && root.path("pull_request").isObject()) {
            return pullRequest(root.path("pull_request"));
        }
        return switch (event) {
            case "merge_group" ->
                new MergeGroup(sha(root.at("/merge_group/head_sha")), sha(root.at("/merge_group/base_sha")));
            case "push" -> new Push(sha(root.path("before")));
            case "schedule", "workflow_dispatch", "repository_dispatch" -> new Scan();
            case "workflow_run" -> analysed(root.path("workflow_run"), root.at("/repository/id"));
            default -> new Other(event);
        };
    }

    private static JsonNode parsed(byte[] bytes) {
        if (bytes.length > LIMIT) {
            throw new AdvisorException("The event's file has more than " + (LIMIT >> 20) + " MiB and is not read.");
        }
        try {
            JsonNode root = MAPPER.readTree(bytes);
            if (root != null && root.isObject()) {
                return root;
            }
        } catch (IOException e) {
            throw new AdvisorException("The event's file is no JSON that can be read.", e);
        }
        throw new AdvisorException("The event's file holds no JSON object.");
    }

    private static PullRequest pullRequest(JsonNode pull) {
        JsonNode home = pull.at("/base/repo/id");
        JsonNode theirs = pull.at("/head/repo/id");
        boolean fork = !home.isIntegralNumber() || !theirs.equals(home);
        return new PullRequest(
                Math.max(0, pull.path("number").asInt(0)),
                sha(pull.at("/head/sha")),
                sha(pull.at("/base/sha")),
                fork,
                pull.path("draft").asBoolean(false),
                Proposer.of(
                        pull.at("/user/login").asText(""), pull.at("/head/ref").asText("")));
    }

    private static Occasion analysed(JsonNode run, JsonNode home) {
        if (!run.path("event").asText("").equals("pull_request")) {
            return new Other("workflow_run");
        }
        return new Analysed(
                sha(run.path("head_sha")),
                run.at("/head_repository/owner/login").asText(""),
                run.path("head_branch").asText(""),
                !home.isIntegralNumber() || !run.at("/head_repository/id").equals(home));
    }

    /** A commit's hash; empty when it is none, or the zeros that stand for no commit. */
    private static String sha(JsonNode at) {
        String text = at.asText("");
        return text.matches("[0-9a-f]{40}|[0-9a-f]{64}") && !text.matches("0+") ? text : "";
    }
}
