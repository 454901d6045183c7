package io.github.incidentadvisor.incidents.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.incidentadvisor.http.Http;
import io.github.incidentadvisor.incidents.IncidentSource;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Issues of a repository that carry a label, pull requests left out; {@code GET /repos/{owner}/{repo}/issues}. */
public final class GitHubIssues implements IncidentSource {
    private static final int PER_PAGE = 100;

    private final URI api;
    private final String repository;
    private final String label;
    private final Paging paging;

    /**
     * @param repository {@code owner/name}
     * @param token may be empty
     */
    public GitHubIssues(Http http, URI api, String repository, String label, String token) {
        this.api = api;
        this.repository = repository;
        this.label = label;
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "application/vnd.github+json");
        if (!token.isEmpty()) {
            headers.put("Authorization", "Bearer " + token);
        }
        this.paging = new Paging(http, "issues of " + repository, headers);
    }

    @Override
    public Listing list() {
        Paging.Read read = paging.all(page(1), new Paging.Shape() {
            @Override
            public JsonNode items(JsonNode page) {
                return page;
            }

            @Override
            public String id(JsonNode item) {
                return item.path("number").asText();
            }

            @Override
            public Optional<URI> next(JsonNode page, int pages) {
                return page.size() == PER_PAGE ? Optional.of(page(pages + 1)) : Optional.empty();
            }
        });
        List<Entry> entries = new ArrayList<>();
        read.items().stream()
                .filter(issue -> !issue.has("pull_request"))
                .forEach(issue -> entries.add(new IssueEntry(issue)));
        return new Listing(entries, read.gaps());
    }

    private URI page(int number) {
        return URI.create(api + "/repos/" + repository + "/issues?labels="
                + URLEncoder.encode(label, StandardCharsets.UTF_8) + "&state=all&sort=created&direction=asc&per_page="
                + PER_PAGE + "&page=" + number);
    }

    private final class IssueEntry implements Entry {
        private final JsonNode issue;

        IssueEntry(JsonNode issue) {
            this.issue = issue;
        }

        @Override
        public String key() {
            return "github 1 " + repository + "#" + issue.path("number").asText() + " "
                    + issue.path("updated_at").asText();
        }

        @Override
        public Harvest read() {
            return Harvest.of(new Ticket(issue.path("title").asText())
                    .field("Date", issue.path("created_at").asText())
                    .field("Resolved", issue.path("closed_at").asText(""))
                    .part("", issue.path("body").asText(""))
                    .read(
                            repository + "#" + issue.path("number").asText(),
                            issue.path("html_url").asText(),
                            "issues of " + repository));
        }
    }
}
