package io.github.incidentadvisor.action.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.incidentadvisor.action.SharedData;
import io.github.incidentadvisor.action.hub.Refusal.Kind;
import java.net.URI;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Each way to refuse that is known, in the words that GitHub uses, is told apart. */
class RefusalSpec {
    private static final Map<String, Kind> KINDS = new TreeMap<>(Map.ofEntries(
            Map.entry("no-permission", Kind.PERMISSION),
            Map.entry("bad-credentials", Kind.TOKEN),
            Map.entry("primary-limit", Kind.LIMIT),
            Map.entry("primary-limit-429", Kind.LIMIT),
            Map.entry("secondary-limit", Kind.LIMIT),
            Map.entry("secondary-limit-no-header", Kind.LIMIT),
            Map.entry("not-found", Kind.MISSING),
            Map.entry("gone", Kind.FEATURE),
            Map.entry("too-long", Kind.CONTENT),
            Map.entry("line-not-in-diff", Kind.CONTENT),
            Map.entry("pending-review", Kind.CONTENT),
            Map.entry("own-pr", Kind.CONTENT),
            Map.entry("locked", Kind.LOCKED),
            Map.entry("ref-exists", Kind.EXISTS),
            Map.entry("pr-exists", Kind.EXISTS),
            Map.entry("actions-may-not-create-pr", Kind.FEATURE),
            Map.entry("workflow-scope", Kind.PERMISSION),
            Map.entry("no-code-scanning", Kind.FEATURE),
            Map.entry("no-dependency-graph", Kind.FEATURE),
            Map.entry("server-error", Kind.ACCIDENT),
            Map.entry("bad-gateway-html", Kind.ACCIDENT)));

    @Test
    void eachKnownCaseIsUnderstood() throws Exception {
        JsonNode file = new ObjectMapper().readTree(Files.readAllBytes(SharedData.at("api/github-failure-cases.json")));
        Map<String, Kind> found = new TreeMap<>();
        for (JsonNode one : file.path("cases")) {
            Map<String, List<String>> headers = new HashMap<>();
            one.path("headers")
                    .properties()
                    .forEach(header -> headers.put(
                            header.getKey(), List.of(header.getValue().asText())));
            JsonNode body = one.path("body");
            Refusal refusal = Refusal.of(new Refusal.Answered(
                    one.path("status").asInt(),
                    body.isTextual() ? body.asText() : body.toString(),
                    headers,
                    URI.create("https://github.test")));
            found.put(one.path("id").asText(), refusal.kind());
            assertThat(refusal.text()).isNotBlank().doesNotContain("<html>");
        }

        assertThat(found).isEqualTo(KINDS);
    }

    @Test
    void theSettingOrPermissionThatIsMissingIsNamed() {
        assertThat(text(403, "GitHub Actions is not permitted to create or approve pull requests."))
                .contains("Allow GitHub Actions to create");
        assertThat(text(403, "Advanced Security must be enabled")).contains("Code security");
        assertThat(text(
                        403,
                        "refusing to allow a GitHub App to create or update workflow without `workflows` permission"))
                .contains("another token");
    }

    @Test
    void nothingOfTheServersWordsIsPassedOn() {
        TreeSet<String> texts = new TreeSet<>();
        for (int status : new int[] {400, 401, 403, 404, 410, 422, 429, 500, 503}) {
            texts.add(text(status, "::add-path::/tmp @octocat <script>"));
        }

        assertThat(texts).noneMatch(text -> text.contains("octocat") || text.contains("add-path"));
    }

    private static String text(int status, String message) {
        String body =
                new ObjectMapper().createObjectNode().put("message", message).toString();
        return Refusal.of(new Refusal.Answered(status, body, Map.of(), URI.create("https://github.test")))
                .text();
    }
}
