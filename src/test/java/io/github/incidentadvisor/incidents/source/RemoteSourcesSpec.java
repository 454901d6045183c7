package io.github.incidentadvisor.incidents.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.incidentadvisor.SharedData;
import io.github.incidentadvisor.http.Http;
import io.github.incidentadvisor.http.Limits;
import io.github.incidentadvisor.http.Requests;
import io.github.incidentadvisor.http.Site;
import io.github.incidentadvisor.incidents.Fact.Kind;
import io.github.incidentadvisor.incidents.Incident;
import io.github.incidentadvisor.incidents.IncidentSource;
import io.github.incidentadvisor.incidents.IncidentSource.Entry;
import io.github.incidentadvisor.incidents.IncidentSource.Listing;
import io.github.incidentadvisor.model.Gap;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteSourcesSpec {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-25");

    @TempDir
    private Path cache;

    private final List<Gap> gaps = new ArrayList<>();

    private Http http(Site site) {
        return http(site, 150);
    }

    private Http http(Site site, int budget) {
        return http(site, budget, cache);
    }

    private static Http http(Site site, Path cache) {
        return http(site, 150, cache);
    }

    private static Http http(Site site, int budget, Path cache) {
        return new Http(
                new Requests(),
                Set.of(site.host()),
                cache,
                Clock.systemUTC(),
                false,
                Limits.DEFAULT.withBudget(budget),
                "test",
                ProxySelector.of(null));
    }

    private List<Incident> read(IncidentSource source) {
        Listing listing = source.list();
        gaps.addAll(listing.gaps());
        List<Incident> incidents = new ArrayList<>();
        for (Entry entry : listing.entries()) {
            var harvest = entry.read();
            gaps.addAll(harvest.gaps());
            incidents.addAll(harvest.incidents());
        }
        return incidents;
    }

    private PagerDuty pagerDuty(Site site) {
        return new PagerDuty(http(site), site.uri(""), "secret", TODAY);
    }

    private static Map<String, String> query(String path) {
        Map<String, String> query = new TreeMap<>();
        String text = path.contains("?") ? path.substring(path.indexOf('?') + 1) : "";
        for (String pair : text.split("&")) {
            String[] sides = pair.split("=", 2);
            query.put(
                    URLDecoder.decode(sides[0], StandardCharsets.UTF_8),
                    sides.length < 2 ? "" : URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    /** Two pages of one incident each, with a note and a change. */
    private static Site pagerDutySite() throws IOException {
        return new Site(exchange -> {
            String path = exchange.getRequestURI().getPath();
            String offset = query(exchange.getRequestURI().toString()).getOrDefault("offset", "");
            if (path.endsWith("/notes")) {
                Site.send(exchange, 200, "{\"notes\": [{\"content\": \"Rolled back to 3.1.\"}]}");
            } else if (path.endsWith("/related_change_events")) {
                Site.send(exchange, 200, "{\"change_events\": [{\"summary\": \"Deploy: Spring Boot 3.2\"}]}");
            } else {
                boolean first = offset.equals("0");
                Site.send(exchange, 200, """
                        {"incidents": [{"id": "%s", "incident_number": %s, "title": "Postings time out",
                          "created_at": "2024-02-14T09:00:00Z", "resolved_at": "2024-02-14T09:47:00Z", "urgency": "high",
                          "service": {"summary": "ledger"}, "html_url": "https://acme.pagerduty.com/incidents/%s"}],
                         "limit": 100, "offset": %s, "more": %s}
                        """.formatted(
                                first ? "PA" : "PB", first ? 7 : 8, first ? "PA" : "PB", offset, first));
            }
        });
    }

    @Test
    void pagerDutyIsReadToTheEndWithNotesAndChanges() throws IOException {
        try (Site site = pagerDutySite()) {
            List<Incident> incidents = read(pagerDuty(site));

            assertThat(incidents).extracting(Incident::id).containsExactly("PD-7", "PD-8");
            Incident first = incidents.get(0);
            assertThat(first.closed()).isTrue();
            assertThat(first.date()).isEqualTo("2024-02-14");
            assertThat(first.all(Kind.TRIGGER).map(first::words)).containsExactly("Deploy: Spring Boot 3.2");
            assertThat(first.text()).contains("Rolled back to 3.1.");
            assertThat(site.asked())
                    .allSatisfy(asked -> assertThat(asked.headers().getFirst("Authorization"))
                            .isEqualTo("Token token=secret"));
        }
        assertThat(gaps).isEmpty();
    }

    @Test
    void pagerDutysRequestsAreThoseOfItsDescription() throws IOException {
        JsonNode description = new ObjectMapper()
                .readTree(SharedData.at("api/pagerduty-openapi-trimmed.json").toFile());
        try (Site site = pagerDutySite()) {
            read(pagerDuty(site));

            assertThat(site.asked()).isNotEmpty().allSatisfy(asked -> {
                String path =
                        asked.path().replaceFirst("\\?.*", "").replaceFirst("/incidents/P[AB]", "/incidents/{id}");
                JsonNode operation = description.path("paths").path(path).path("get");
                assertThat(operation.isMissingNode()).as(path).isFalse();
                Map<String, JsonNode> known = new TreeMap<>();
                for (JsonNode parameter : operation.path("parameters")) {
                    String name = parameter.path("$ref").asText().replaceFirst(".*/", "");
                    JsonNode at = name.isEmpty()
                            ? parameter
                            : description.path("components").path("parameters").path(name);
                    known.put(at.path("in").asText() + " " + at.path("name").asText(), at);
                }
                if (asked.path().contains("?")) {
                    Set<String> used = new TreeSet<>();
                    query(asked.path()).keySet().forEach(name -> used.add("query " + name));
                    assertThat(known.keySet()).containsAll(used);
                    assertThat(Integer.parseInt(query(asked.path()).get("limit")))
                            .isLessThanOrEqualTo(100);
                    JsonNode statuses = known.get("query statuses[]").path("schema");
                    assertThat(statuses.toString()).contains(query(asked.path()).get("statuses[]"));
                }
                assertThat(known.get("header Accept").path("schema").toString())
                        .contains(asked.headers().getFirst("Accept"));
            });
        }
    }

    @Test
    void aRunThatWasKilledGoesOnWhereItStopped() throws IOException {
        try (Site site = pagerDutySite()) {
            new PagerDuty(http(site, 1), site.uri(""), "secret", TODAY).list();
            assertThat(site.asked()).hasSize(1);

            assertThat(read(pagerDuty(site))).hasSize(2);
            assertThat(site.asked())
                    .filteredOn(asked -> asked.path().contains("offset=0"))
                    .hasSize(1);
        }
    }

    @Test
    void aListThatNeverEndsIsLeft() throws IOException {
        try (Site site = new Site(exchange ->
                Site.send(exchange, 200, "{\"incidents\": [{\"id\": \"PA\", \"title\": \"x\"}], \"more\": true}"))) {
            assertThat(pagerDuty(site).list()).satisfies(listing -> {
                assertThat(listing.entries()).hasSize(1);
                assertThat(listing.gaps())
                        .extracting(Gap::reason)
                        .containsExactly("its pages repeat themselves; it was left after 2 of them");
            });
        }
    }

    @Test
    void refusalsLimitsAndTroubleOfTheServerAreGaps() throws IOException {
        for (int status : new int[] {401, 403, 429, 500, 503}) {
            try (Site site = new Site(exchange -> Site.send(exchange, status, "no"))) {
                Listing listing = pagerDuty(site).list();

                assertThat(listing.entries()).isEmpty();
                assertThat(listing.gaps()).singleElement().satisfies(gap -> {
                    assertThat(gap.what()).isEqualTo("PagerDuty incidents");
                    assertThat(gap.reason()).contains(String.valueOf(status)).doesNotContain("secret");
                });
            }
        }
    }

    @Test
    void anAnswerThatIsNoListIsAGap() throws IOException {
        try (Site site = new Site(exchange -> Site.send(exchange, 200, "{\"incidents\": 7}"))) {
            assertThat(pagerDuty(site).list().gaps())
                    .extracting(Gap::reason)
                    .containsExactly("an answer has no list where one was expected");
        }
    }

    @Test
    void jirasDocumentsBecomeText() throws IOException {
        try (Site site = new Site(exchange -> {
            boolean second = query(exchange.getRequestURI().toString()).containsKey("nextPageToken");
            Site.send(exchange, 200, second ? "{\"issues\": [], \"isLast\": true}" : """
                            {"nextPageToken": "abc", "isLast": false, "issues": [{"key": "OPS-9", "fields": {
                              "summary": "Ledger down", "created": "2024-02-14T10:00:00.000+0000", "priority": {"name": "P1"},
                              "components": [{"name": "ledger"}],
                              "description": {"type": "doc", "content": [
                                {"type": "heading", "attrs": {"level": 2}, "content": [{"type": "text", "text": "Root cause"}]},
                                {"type": "paragraph", "content": [{"type": "text", "text": "Flyway 9 was upgraded."}]},
                                {"type": "heading", "attrs": {"level": 2}, "content": [{"type": "text", "text": "Action items"}]},
                                {"type": "taskList", "content": [
                                  {"type": "taskItem", "attrs": {"state": "DONE"}, "content": [{"type": "text", "text": "Tell them"}]},
                                  {"type": "taskItem", "attrs": {"state": "TODO"}, "content": [{"type": "text", "text": "Pin it"}]}]}
                              ]}}}]}
                            """);
        })) {
            assertThat(read(new Jira(http(site), site.uri(""), "OPS", "me@example.com", "t")))
                    .singleElement()
                    .satisfies(incident -> {
                        assertThat(incident.id()).isEqualTo("OPS-9");
                        assertThat(incident.url()).endsWith("/browse/OPS-9");
                        assertThat(incident.all(Kind.CAUSE).map(incident::words))
                                .containsExactly("Flyway 9 was upgraded.");
                        assertThat(incident.all(Kind.OPEN_ACTION).map(fact -> fact.value()))
                                .containsExactly("Pin it");
                        assertThat(incident.all(Kind.SEVERITY).map(fact -> fact.value()))
                                .containsExactly("P1");
                    });
            assertThat(site.asked()).hasSize(2);
            assertThat(query(site.asked().get(0).path()).get("jql")).contains("project = \"OPS\"");
        }
    }

    @Test
    void pullRequestsAreNoIncidents() throws IOException {
        try (Site site = new Site(exchange -> Site.send(exchange, 200, """
                [{"number": 3, "title": "Outage after upgrade", "body": "It was down.", "created_at": "2024-03-01T00:00:00Z",
                  "html_url": "https://github.com/acme/ledger/issues/3", "updated_at": "2024-03-02T00:00:00Z", "closed_at": null},
                 {"number": 4, "title": "A fix", "pull_request": {}}]
                """))) {
            List<Incident> incidents = read(new GitHubIssues(http(site), site.uri(""), "acme/ledger", "incident", "t"));

            assertThat(incidents).extracting(Incident::id).containsExactly("acme/ledger#3");
            assertThat(query(site.asked().get(0).path()))
                    .containsEntry("labels", "incident")
                    .containsEntry("state", "all");
        }
    }

    @Test
    void answersThatAreOutOfOrderAreGapsOrIncidentsAndNeverACrash() throws IOException {
        String answer = """
                {"incidents": [{"id": "PA", "incident_number": 7, "title": "Down", "created_at": "2024-02-14T09:00:00Z",
                  "resolved_at": null, "urgency": "high", "service": {"summary": "ledger"}, "html_url": "https://x/PA"}],
                 "issues": [{"key": "OPS-9", "fields": {"summary": "Down", "created": "2024-02-14T10:00:00.000+0000",
                  "description": {"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "A"}]}]}}}],
                 "notes": [{"content": "Rolled back."}], "change_events": [{"summary": "Deploy"}], "more": false, "isLast": true}
                """;
        List<String> answers = Scrambled.of(answer, 60).toList();
        for (int i = 0; i < answers.size(); i++) {
            String scrambled = answers.get(i);
            Path own = cache.resolve("run" + i);
            try (Site site = new Site(exchange -> Site.send(exchange, 200, scrambled))) {
                for (IncidentSource source : List.of(
                        new PagerDuty(http(site, own), site.uri(""), "secret", TODAY),
                        new Jira(http(site, own), site.uri(""), "OPS", "me@example.com", "t"),
                        new GitHubIssues(http(site, own), site.uri(""), "acme/ledger", "incident", "t"))) {
                    read(source).forEach(incident -> incident.facts()
                            .forEach(fact -> assertThat(incident.words(fact)).isNotNull()));
                }
            }
        }
    }

    @Test
    void noOtherHostIsAskedWhateverAnAnswerSays() throws IOException {
        try (Site site = new Site(exchange -> Site.redirect(exchange, 302, "https://evil.example/incidents"))) {
            assertThat(pagerDuty(site).list().gaps()).singleElement().satisfies(gap -> assertThat(gap.reason())
                    .contains("evil.example"));
            assertThat(URI.create("https://evil.example").getHost()).isNotEqualTo(site.host());
        }
    }
}
