package io.github.incidentadvisor.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import io.github.incidentadvisor.SharedData;
import io.github.incidentadvisor.github.CodeHost.Page;
import io.github.incidentadvisor.http.Http;
import io.github.incidentadvisor.http.Limits;
import io.github.incidentadvisor.http.Requests;
import io.github.incidentadvisor.http.Site;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitHubSpec {
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final RepositoryName POOL = RepositoryName.parse("acme/pool").orElseThrow();

    @TempDir
    Path cache;

    private final Requests requests = new Requests();

    @Test
    void releasesTreesAndFilesAreReadAsTheyAreSent() throws IOException {
        try (Site site = new Site(GitHubSpec::api)) {
            GitHub github = github(site, Optional.of("t0ken"));

            Page page = github.releases(POOL, 1).thing().orElseThrow();
            assertThat(page.releases()).singleElement().satisfies(release -> {
                assertThat(release.tag()).isEqualTo("v2.0.0");
                assertThat(release.day()).isEqualTo("2026-01-02");
                assertThat(release.body()).isEqualTo("- an entry");
            });
            assertThat(github.tree(POOL, "rel/2.0").thing().orElseThrow())
                    .isEqualTo(new CodeHost.Listing(List.of("CHANGELOG.md", "docs/a b.md"), true));
            assertThat(new String(github.file(POOL, "", "docs/a b.md").thing().orElseThrow(), StandardCharsets.UTF_8))
                    .isEqualTo("## 2.0.0");
            assertThat(github.tags(POOL).thing().orElseThrow()).containsExactly("v2.0.0");
            assertThat(site.asked())
                    .extracting(Site.Asked::path)
                    .containsExactly(
                            "/repos/acme/pool/releases?per_page=100",
                            "/repos/acme/pool/git/trees/rel%2F2.0?recursive=1",
                            "/repos/acme/pool/contents/docs/a%20b.md",
                            "/repos/acme/pool/tags?per_page=100");
            assertThat(site.asked())
                    .allSatisfy(asked -> assertThat(asked.headers().getFirst("Authorization"))
                            .isEqualTo("Bearer t0ken"));
        }
    }

    @Test
    void everyRequestIsOneOfGitHubsOwnDescription() throws IOException {
        JsonNode paths = new ObjectMapper()
                .readTree(SharedData.at("api/github-openapi-trimmed.json").toFile())
                .get("paths");
        try (Site site = new Site(GitHubSpec::api)) {
            GitHub github = github(site, Optional.empty());
            github.releases(POOL, 1);
            github.releases(POOL, 2);
            github.tags(POOL);
            github.tree(POOL, "rel/2.0");
            github.file(POOL, "v2", "docs/a b.md");

            assertThat(site.asked()).hasSize(5).allSatisfy(asked -> described(paths, asked.path()));
        }
    }

    /** The path is there, and takes every parameter that is sent, with a value of its type. */
    private static void described(JsonNode paths, String asked) {
        URI uri = URI.create(asked);
        String path = uri.getRawPath()
                .replace("/acme/", "/{owner}/")
                .replace("/pool", "/{repo}")
                .replaceFirst("/contents/.*", "/contents/{path}")
                .replaceFirst("/git/trees/.*", "/git/trees/{tree_sha}");
        JsonNode operation = paths.path(path).path("get");
        assertThat(operation.isMissingNode()).as(path).isFalse();
        Set<String> known = new HashSet<>(Set.of("per_page", "page"));
        operation
                .path("parameters")
                .forEach(parameter -> known.add(parameter.path("name").asText()));
        if (uri.getQuery() != null) {
            assertThat(Arrays.stream(uri.getQuery().split("&")).map(pair -> pair.split("=")[0]))
                    .isSubsetOf(known);
        }
    }

    @Test
    void aNextPageIsOnlyOneOnTheSameHost() throws IOException {
        for (var link : List.of("next here", "next elsewhere", "last")) {
            try (Site site = new Site(exchange -> {
                String host = link.equals("next elsewhere")
                        ? "evil.example"
                        : exchange.getRequestHeaders().getFirst("Host");
                exchange.getResponseHeaders()
                        .add("Link", "<http://" + host + "/x?page=2>; rel=\"" + link.split(" ")[0] + "\"");
                Site.send(exchange, 200, "[]");
            })) {
                assertThat(github(site, Optional.empty())
                                .releases(POOL, 1)
                                .thing()
                                .orElseThrow()
                                .more())
                        .isEqualTo(link.equals("next here"));
            }
        }
    }

    @Test
    void aTokenDoesNotFollowARedirectToAnotherHost() throws IOException {
        try (Site other = new Site(exchange -> Site.send(exchange, 200, "[]"));
                Site site = new Site(exchange ->
                        Site.redirect(exchange, 302, other.uri("/repos").toString()))) {
            Told<Page> told = github(site, Optional.of("t0ken")).releases(POOL, 1);

            assertThat(((Told.Silent<Page>) told).why()).contains("not configured");
            assertThat(other.asked()).isEmpty();
        }
    }

    @Test
    void whatGitHubRefusesBehavesAsWanted() throws IOException {
        JsonNode cases = new ObjectMapper()
                .readTree(SharedData.at("api/github-failure-cases.json").toFile())
                .get("cases");
        List<String> said = new ArrayList<>();
        for (JsonNode one : cases) {
            try (Site site = new Site(exchange -> fail(exchange, one))) {
                Told<Page> told = github(site, Optional.empty()).releases(POOL, 1);
                String what = told instanceof Told.Silent<Page> silent
                        ? silent.why().replace(site.host(), "HOST").replace("/repos/acme/pool/releases?…", "")
                        : told.getClass().getSimpleName();
                said.add(one.get("id").asText() + ": " + what + ", "
                        + site.asked().size() + " asked");
            }
        }

        assertThat(said)
                .contains(
                        "no-permission: HOST was refused (403), 1 asked",
                        "bad-credentials: HOST was refused (401), 1 asked",
                        "primary-limit: HOST limits requests (403); with a GITHUB_TOKEN in the environment it allows more than"
                                + " 60 an hour, 1 asked",
                        "primary-limit-429: HOST limits requests (429); with a GITHUB_TOKEN in the environment it allows more"
                                + " than 60 an hour, 1 asked",
                        "secondary-limit: Found, 2 asked",
                        "secondary-limit-no-header: HOST limits requests (403); with a GITHUB_TOKEN in the environment it"
                                + " allows more than 60 an hour, 1 asked",
                        "not-found: Missing, 1 asked",
                        "gone: Missing, 1 asked",
                        "server-error: HOST answered 500, 2 asked",
                        "bad-gateway-html: HOST answered 502, 2 asked");
        assertThat(said).hasSize(cases.size()).noneMatch(text -> text.contains("Exception"));
    }

    private final Set<String> seen = new HashSet<>();

    private void fail(HttpExchange exchange, JsonNode one) throws IOException {
        if (one.has("then") && !seen.add(one.get("id").asText())) {
            Site.send(exchange, 200, "[]");
            return;
        }
        one.get("headers").properties().forEach(header -> exchange.getResponseHeaders()
                .add(header.getKey(), header.getValue().asText()));
        Site.send(
                exchange,
                one.get("status").asInt(),
                one.get("body").isTextual()
                        ? one.get("body").asText()
                        : one.get("body").toString());
    }

    @Test
    void answersThatAreNotWhatWasAskedForAreSilence() throws IOException {
        for (String body :
                List.of("", "<html>", "{", "[1, 2, {\"tag_name\": 3}]", "{\"tree\": 1}", "\"x\"", "[".repeat(9_000))) {
            try (Site site = new Site(exchange -> Site.send(exchange, 200, body))) {
                GitHub github = github(site, Optional.empty());
                assertThat(github.releases(POOL, 1)
                                .thing()
                                .map(page -> page.releases().size())
                                .orElse(0))
                        .isZero();
                assertThat(github.tree(POOL, "").thing()).isEmpty();
            }
        }
    }

    @Test
    void warmAnswersCostNothingForADayAndAValidatorAfterwards() throws IOException {
        try (Site site = new Site(exchange -> {
            if (exchange.getRequestHeaders().containsKey("If-None-Match")) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                exchange.getResponseHeaders().add("ETag", "\"1\"");
                Site.send(exchange, 200, "[{\"tag_name\": \"v1\"}]");
            }
        })) {
            github(site, Optional.empty()).releases(POOL, 1);
            github(site, Optional.empty()).releases(POOL, 1);
            assertThat(site.asked()).hasSize(1);

            GitHub later = github(site, Optional.empty(), NOW.plus(Duration.ofHours(25)));
            assertThat(later.releases(POOL, 1).thing().orElseThrow().releases()).hasSize(1);
            assertThat(site.asked()).hasSize(2);
        }
    }

    @Test
    void pagesForPeopleAreOnTheSameServer() {
        assertThat(GitHub.web(URI.create("https://api.github.com"))).hasToString("https://github.com");
        assertThat(GitHub.web(URI.create("https://git.acme.org/api/v3"))).hasToString("https://git.acme.org");
    }

    @Test
    void addressesOfEveryFormNameTheirRepository() {
        for (String address : List.of(
                "https://github.com/acme/pool",
                "http://www.github.com/acme/pool/",
                "scm:git:git://github.com/acme/pool.git",
                "scm:git:git@github.com:acme/pool.git",
                "scm:git:ssh://git@github.com/acme/pool.git",
                "git@github.com:acme/pool.git",
                "https://github.com/acme/pool/tree/main/module",
                "https://github.com/acme/pool/issues")) {
            assertThat(RepositoryName.of(address, "github.com")).as(address).contains(POOL);
        }
        for (String address : List.of(
                "https://github.com/acme",
                "https://gitlab.com/acme/pool",
                "https://evil.example/github.com/acme/pool",
                "https://github.com/../pool",
                "javascript:alert(1)",
                "",
                "x".repeat(10_000))) {
            assertThat(RepositoryName.of(address, "github.com")).as(address).isEmpty();
        }
    }

    private static void api(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        if (path.endsWith("/releases")) {
            Site.send(exchange, 200, """
                    [{"tag_name": "v2.0.0", "name": null, "published_at": "2026-01-02T03:04:05Z", "body": "- an entry",
                      "html_url": "https://github.com/acme/pool/releases/tag/v2.0.0", "prerelease": false, "draft": false},
                     {"tag_name": "v3", "draft": true}]
                    """);
        } else if (path.endsWith("/tags")) {
            Site.send(exchange, 200, "[{\"name\": \"v2.0.0\"}]");
        } else if (path.contains("/git/trees/")) {
            Site.send(exchange, 200, """
                    {"sha": "1", "truncated": false, "tree": [
                      {"path": "docs", "type": "tree"}, {"path": "docs/a b.md", "type": "blob"},
                      {"path": "CHANGELOG.md", "type": "blob"}]}
                    """);
        } else {
            Site.send(exchange, 200, "## 2.0.0");
        }
    }

    private GitHub github(Site site, Optional<String> token) {
        return github(site, token, NOW);
    }

    private GitHub github(Site site, Optional<String> token, Instant now) {
        Http http = new Http(
                requests,
                Set.of(site.host()),
                cache,
                Clock.fixed(now, ZoneOffset.UTC),
                false,
                Limits.DEFAULT.withBudget(10_000),
                "test",
                ProxySelector.of(null));
        return new GitHub(http, site.uri(""), token);
    }
}
