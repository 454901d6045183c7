package io.github.incidentadvisor.evidence.vulnerabilities;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.sun.net.httpserver.HttpExchange;
import io.github.incidentadvisor.SharedData;
import io.github.incidentadvisor.evidence.Privacy;
import io.github.incidentadvisor.evidence.Vulnerabilities.Answer;
import io.github.incidentadvisor.evidence.Vulnerabilities.Vulnerability;
import io.github.incidentadvisor.http.Http;
import io.github.incidentadvisor.http.Limits;
import io.github.incidentadvisor.http.Requests;
import io.github.incidentadvisor.http.Site;
import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Version;
import java.io.IOException;
import java.net.ProxySelector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OsvVulnerabilitiesSpec {
    private static final Coordinates POOL = coordinates("org.acme", "pool", "1.4.0");
    private static final Coordinates QUEUE = coordinates("org.acme", "queue", "2.0.0");
    private static final Coordinates SECRET = coordinates("com.corp.secret", "sauce", "1.0.0");

    private static final String GHSA = """
            {"schema_version": "1.6.0", "id": "GHSA-aaaa-bbbb-cccc", "modified": "2026-05-01T00:00:00Z",
             "aliases": ["CVE-2026-0001"], "summary": "Pool runs   what it is\\ngiven",
             "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}],
             "database_specific": {"severity": "HIGH"},
             "affected": [{"package": {"ecosystem": "Maven", "name": "org.acme:pool"},
               "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "1.2.9"},
                 {"introduced": "1.3.0"}, {"fixed": "1.4.2"}]}]}]}
            """;
    private static final String CVE = """
            {"id": "CVE-2026-0001", "modified": "2026-06-01T00:00:00Z", "details": "The same, elsewhere."}
            """;
    private static final String WITHDRAWN = """
            {"id": "GHSA-dddd-eeee-ffff", "modified": "2026-05-01T00:00:00Z", "withdrawn": "2026-05-02T00:00:00Z"}
            """;
    private static final Map<String, String> RECORDS =
            Map.of("GHSA-aaaa-bbbb-cccc", GHSA, "CVE-2026-0001", CVE, "GHSA-dddd-eeee-ffff", WITHDRAWN);

    @TempDir
    Path cache;

    private final List<String> questions = new CopyOnWriteArrayList<>();

    @Test
    void eachVulnerabilityIsToldOnceUnderItsBestNameAndWithdrawnOnesNever() throws IOException {
        try (Site site = new Site(this::osv)) {
            Answer answer = osv(site, List.of()).of(List.of(QUEUE, POOL));

            assertThat(answer.gaps()).isEmpty();
            assertThat(answer.known()).containsOnlyKeys(POOL);
            assertThat(answer.of(POOL))
                    .containsExactly(new Vulnerability(
                            "CVE-2026-0001",
                            List.of("GHSA-aaaa-bbbb-cccc"),
                            "Pool runs what it is given",
                            "HIGH, CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
                            "https://osv.dev/vulnerability/GHSA-aaaa-bbbb-cccc",
                            "2026-05-01",
                            new Version("1.4.2")));
            assertThat(questions)
                    .containsExactly("{\"queries\":[{\"package\":{\"purl\":\"pkg:maven/org.acme/pool@1.4.0\"}},"
                            + "{\"package\":{\"purl\":\"pkg:maven/org.acme/queue@2.0.0\"}}]}");
        }
    }

    @Test
    void whatIsAnsweredInTheseSpecsIsWhatTheFormatAllows() throws IOException {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(SharedData.at("api/schemas/osv.schema.json")));
        for (String record : RECORDS.values()) {
            assertThat(schema.validate(new ObjectMapper().readTree(record))).isEmpty();
        }
    }

    @Test
    void privateGroupsAreNeverSent() throws IOException {
        try (Site site = new Site(this::osv)) {
            osv(site, List.of("com.corp.*")).of(List.of(SECRET, POOL));

            assertThat(questions).singleElement().asString().contains("pool").doesNotContain("secret");
        }
    }

    @Test
    void aSecondRunAsksNothing() throws IOException {
        try (Site site = new Site(this::osv)) {
            Answer first = osv(site, List.of()).of(List.of(POOL));
            int asked = site.asked().size();

            assertThat(osv(site, List.of()).of(List.of(POOL))).isEqualTo(first);
            assertThat(site.asked()).hasSize(asked);
        }
    }

    @Test
    void pagesAreReadToTheirEndButNotForEver() throws IOException {
        try (Site site = new Site(exchange -> {
            String question = body(exchange);
            Site.send(
                    exchange,
                    200,
                    exchange.getRequestURI().getPath().endsWith("querybatch")
                            ? "{\"results\": [{\"vulns\": [{\"id\": \"CVE-" + question.length()
                                    + "\"}], \"next_page_token\": \"t" + questions.size()
                                    + "\"}]}"
                            : "{\"id\": \"x\"}");
        })) {
            Answer answer = osv(site, List.of()).of(List.of(POOL));

            assertThat(questions).hasSize(3);
            assertThat(questions.get(2)).contains("\"page_token\":\"t2\"");
            assertThat(answer.gaps())
                    .extracting(Gap::reason)
                    .anyMatch(reason -> reason.contains("more of them than are read"));
        }
    }

    @Test
    void whatCannotBeReadIsAGapAndWhoseDetailsAreMissingKeepsItsName() throws IOException {
        for (String body : List.of("", "<html>", "[]", "{\"results\": []}", "{\"results\": {}}")) {
            try (Site site = new Site(exchange -> Site.send(exchange, 200, body))) {
                Answer answer = osv(site, List.of()).of(List.of(POOL));
                assertThat(answer.known()).isEmpty();
                assertThat(answer.gaps()).hasSize(1);
            }
        }
        try (Site site = new Site(exchange -> {
            body(exchange);
            boolean batch = exchange.getRequestURI().getPath().endsWith("querybatch");
            Site.send(
                    exchange,
                    batch ? 200 : 403,
                    batch
                            ? "{\"results\": [{\"vulns\": [{\"id\": \"CVE-2026-0001\"}, {\"id\": \"../../x\"}]}]}"
                            : "no");
        })) {
            Answer answer = osv(site, List.of()).of(List.of(POOL));
            assertThat(answer.of(POOL)).extracting(Vulnerability::id).containsExactly("CVE-2026-0001");
            assertThat(answer.gaps()).extracting(Gap::what).containsExactly("details of 1 vulnerability");
        }
    }

    @Test
    void aQuestionIsNotSentOnToAnotherPlace() throws IOException {
        try (Site site = new Site(exchange -> Site.redirect(exchange, 307, "/elsewhere"))) {
            Answer answer = osv(site, List.of()).of(List.of(POOL));

            assertThat(site.asked()).hasSize(1);
            assertThat(answer.gaps()).extracting(Gap::reason).anyMatch(reason -> reason.contains("redirects"));
        }
    }

    private void osv(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/v1/querybatch")) {
            JsonNode queries = new ObjectMapper().readTree(body(exchange)).get("queries");
            StringBuilder results = new StringBuilder();
            for (JsonNode query : queries) {
                boolean pool = query.at("/package/purl").asText().equals("pkg:maven/org.acme/pool@1.4.0");
                results.append(results.isEmpty() ? "" : ",")
                        .append(
                                pool
                                        ? "{\"vulns\":[{\"id\":\"GHSA-aaaa-bbbb-cccc\"},{\"id\":\"CVE-2026-0001\"},{\"id\":\"GHSA-dddd-eeee-ffff\"}]}"
                                        : "{}");
            }
            Site.send(exchange, 200, "{\"results\":[" + results + "]}");
        } else {
            Site.send(exchange, 200, RECORDS.get(path.substring("/v1/vulns/".length())));
        }
    }

    private String body(HttpExchange exchange) throws IOException {
        String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!text.isEmpty()) {
            questions.add(text);
        }
        return text;
    }

    private OsvVulnerabilities osv(Site site, List<String> privateGroups) {
        Http http = new Http(
                new Requests(),
                Set.of(site.host()),
                cache,
                Clock.fixed(Instant.parse("2026-11-24T09:00:00Z"), ZoneOffset.UTC),
                false,
                Limits.DEFAULT,
                "test",
                ProxySelector.of(null));
        return new OsvVulnerabilities(http, site.uri(""), Privacy.of(List.of(), privateGroups), 60);
    }

    private static Coordinates coordinates(String group, String artifact, String version) {
        return new Coordinates(Artifact.of(group, artifact), new Version(version));
    }
}
