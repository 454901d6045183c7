package io.github.incidentadvisor.action.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The server that plays GitHub is itself held to GitHub's description, and remembers. */
class GitHubServerSpec {
    private static final String SHA = "a".repeat(40);

    @Test
    void whatIsPostedIsThereWhenItIsAskedFor() throws Exception {
        try (GitHubServer hub = hub()) {
            HttpResponse<String> made = send(hub, "POST", "/repos/acme/shop/issues/7/comments", "{\"body\":\"Hello\"}");

            assertThat(made.statusCode()).isEqualTo(201);
            JsonNode list = Contract.MAPPER.readTree(
                    send(hub, "GET", "/repos/acme/shop/issues/7/comments", null).body());
            assertThat(list.get(0).path("body").asText()).isEqualTo("Hello");
            assertThat(list.get(0).at("/user/login").asText()).isEqualTo("github-actions[bot]");
        }
    }

    @Test
    void aRequestThatGitHubDoesNotDescribeFailsTheTest() throws Exception {
        GitHubServer hub = hub();
        send(hub, "GET", "/repos/acme/shop/secrets-of-others", null);

        assertThatThrownBy(hub::close).hasMessageContaining("is no operation of GitHub's");
    }

    @Test
    void aBodyThatGitHubWouldRefuseFailsTheTest() throws Exception {
        GitHubServer hub = hub();
        send(hub, "POST", "/repos/acme/shop/check-runs", "{\"name\":\"x\",\"conclusion\":\"splendid\"}");

        assertThatThrownBy(hub::close).hasMessageContaining("head_sha").hasMessageContaining("$.conclusion");
    }

    @Test
    void aQueryParameterThatIsNotDescribedFailsTheTest() throws Exception {
        GitHubServer hub = hub();
        send(hub, "GET", "/repos/acme/shop/issues/7/comments?perpage=100", null);

        assertThatThrownBy(hub::close).hasMessageContaining("perpage");
    }

    @Test
    void listsComeInPagesWithLinks() throws Exception {
        try (GitHubServer hub = hub()) {
            IntStream.range(0, 250).forEach(i -> hub.comment(7, "No " + i, Caller.person("octocat")));

            HttpResponse<String> second =
                    send(hub, "GET", "/repos/acme/shop/issues/7/comments?per_page=100&page=2", null);
            HttpResponse<String> last =
                    send(hub, "GET", "/repos/acme/shop/issues/7/comments?per_page=100&page=3", null);

            assertThat(second.headers().firstValue("link").orElse(""))
                    .isEqualTo(
                            "<" + hub.url() + "/repos/acme/shop/issues/7/comments?page=3&per_page=100>; rel=\"next\"");
            assertThat(Contract.MAPPER.readTree(last.body())).hasSize(50);
            assertThat(last.headers().firstValue("link")).isEmpty();
        }
    }

    @Test
    void whoMayNotIsToldWhichPermissionIsMissing() throws Exception {
        try (GitHubServer hub = hub().token("t", Caller.FORK)) {
            HttpResponse<String> refused =
                    send(hub, "POST", "/repos/acme/shop/issues/7/comments", "{\"body\":\"Hello\"}");

            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.headers().firstValue("x-accepted-github-permissions"))
                    .hasValue("issues=write; pull_requests=write");
        }
    }

    @Test
    void aLockedConversationTakesNoComment() throws Exception {
        try (GitHubServer hub = hub()) {
            hub.lock(7);

            assertThat(send(hub, "POST", "/repos/acme/shop/issues/7/comments", "{\"body\":\"Hello\"}")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void aReviewWithOneLineOutsideTheDiffIsRefusedWhole() throws Exception {
        try (GitHubServer hub = hub()) {
            hub.file(7, "pom.xml", "@@ -10,3 +10,3 @@\n a\n-b\n+c\n d");

            HttpResponse<String> refused = send(hub, "POST", "/repos/acme/shop/pulls/7/reviews", """
                    {"event": "COMMENT", "body": "x", "comments": [
                      {"path": "pom.xml", "line": 11, "side": "RIGHT", "body": "in"},
                      {"path": "pom.xml", "line": 13, "side": "RIGHT", "body": "out"}]}
                    """);

            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(hub.reviewComments()).isEmpty();
        }
    }

    @Test
    void everyOperationThatItPlaysAnswersAsDescribed() throws Exception {
        try (GitHubServer hub = hub()) {
            hub.file(7, "pom.xml", "@@ -1 +1 @@\n-a\n+b");
            for (String path : new String[] {
                "",
                "/issues",
                "/issues/7/comments",
                "/issues/7/labels",
                "/labels",
                "/pulls",
                "/pulls/7",
                "/pulls/7/files",
                "/pulls/7/reviews",
                "/pulls/7/comments",
                "/commits/" + SHA + "/check-runs"
            }) {
                assertThat(send(hub, "GET", "/repos/acme/shop" + path, null).statusCode())
                        .as(path)
                        .isEqualTo(200);
            }
            String run = send(hub, "POST", "/repos/acme/shop/check-runs", """
                    {"name": "x", "head_sha": "%s", "status": "completed", "conclusion": "neutral",
                     "output": {"title": "t", "summary": "s"}}""".formatted(SHA))
                    .body();
            long id = Contract.MAPPER.readTree(run).path("id").asLong();
            assertThat(send(hub, "GET", "/repos/acme/shop/check-runs/" + id, null)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(send(hub, "POST", "/repos/acme/shop/issues", "{\"title\":\"t\",\"labels\":[\"a\"]}")
                            .statusCode())
                    .isEqualTo(201);
            assertThat(send(
                                    hub,
                                    "POST",
                                    "/repos/acme/shop/git/refs",
                                    "{\"ref\":\"refs/heads/x\",\"sha\":\"" + SHA + "\"}")
                            .statusCode())
                    .isEqualTo(201);
            assertThat(send(hub, "GET", "/repos/acme/shop/git/ref/heads/x", null)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private static GitHubServer hub() throws Exception {
        GitHubServer hub = new GitHubServer("acme", "shop")
                .token(
                        "t",
                        Caller.bot(java.util.Map.of(
                                "contents",
                                "write",
                                "metadata",
                                "read",
                                "issues",
                                "write",
                                "pull_requests",
                                "write",
                                "checks",
                                "write")));
        hub.pull(7, "acme", "change", SHA);
        return hub;
    }

    private static HttpResponse<String> send(GitHubServer hub, String method, String path, String body)
            throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(hub.url() + path))
                .header("Authorization", "Bearer t")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
