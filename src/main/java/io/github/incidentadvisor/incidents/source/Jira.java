package io.github.incidentadvisor.incidents.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.incidentadvisor.http.Http;
import io.github.incidentadvisor.incidents.IncidentSource;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Incidents of a Jira project, {@code GET /rest/api/3/search/jql}; descriptions are Atlassian documents
 * (<a href="https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/">ADF</a>).
 */
public final class Jira implements IncidentSource {
    private static final int PER_PAGE = 100;
    private static final int DEEPEST = 40;
    private static final String FIELDS =
            "summary,description,created,resolutiondate,priority,components,labels,status,updated";

    private final URI site;
    private final String project;
    private final Paging paging;

    /**
     * @param site {@code https://acme.atlassian.net}
     * @param project the key of the project
     * @param user the mail address that the token belongs to
     */
    public Jira(Http http, URI site, String project, String user, String token) {
        this.site = site;
        this.project = project;
        String basic = Base64.getEncoder().encodeToString((user + ":" + token).getBytes(StandardCharsets.UTF_8));
        this.paging = new Paging(
                http,
                "Jira incidents of " + project,
                Map.of("Accept", "application/json", "Authorization", "Basic " + basic));
    }

    @Override
    public Listing list() {
        Paging.Read read = paging.all(page(""), new Paging.Shape() {
            @Override
            public JsonNode items(JsonNode page) {
                return page.path("issues");
            }

            @Override
            public String id(JsonNode item) {
                return item.path("key").asText();
            }

            @Override
            public Optional<URI> next(JsonNode page, int pages) {
                String token = page.path("nextPageToken").asText("");
                return token.isEmpty() || page.path("isLast").asBoolean() ? Optional.empty() : Optional.of(page(token));
            }
        });
        List<Entry> entries = new ArrayList<>();
        read.items().forEach(issue -> entries.add(new IssueEntry(issue)));
        return new Listing(entries, read.gaps());
    }

    private URI page(String token) {
        String jql = "project = \"" + project
                + "\" AND issuetype in (Incident, Postmortem, \"Post-mortem\") ORDER BY created";
        return URI.create(site + "/rest/api/3/search/jql?jql=" + encoded(jql) + "&fields=" + encoded(FIELDS)
                + "&maxResults=" + PER_PAGE + (token.isEmpty() ? "" : "&nextPageToken=" + encoded(token)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private final class IssueEntry implements Entry {
        private final JsonNode issue;

        IssueEntry(JsonNode issue) {
            this.issue = issue;
        }

        @Override
        public String key() {
            return "jira 1 " + issue.path("key").asText() + " "
                    + issue.path("fields").path("updated").asText();
        }

        @Override
        public Harvest read() {
            JsonNode fields = issue.path("fields");
            String key = issue.path("key").asText();
            StringBuilder description = new StringBuilder();
            write(fields.path("description"), 0, description);
            return Harvest.of(new Ticket(fields.path("summary").asText(key))
                    .field("Date", fields.path("created").asText())
                    .field("Resolved", fields.path("resolutiondate").asText(""))
                    .field("Severity", fields.path("priority").path("name").asText(""))
                    .field(
                            "Service",
                            StreamSupport.stream(fields.path("components").spliterator(), false)
                                    .map(component -> component.path("name").asText())
                                    .collect(Collectors.joining(", ")))
                    .part("", description.toString())
                    .read(key, site + "/browse/" + key, "Jira " + project));
        }
    }

    /** An Atlassian document as Markdown: headings, paragraphs, items, rows; what it names else is its text alone. */
    private static void write(JsonNode node, int depth, StringBuilder out) {
        if (depth > DEEPEST) {
            return;
        }
        if (node.isTextual()) {
            out.append(node.asText());
            return;
        }
        String type = node.path("type").asText();
        switch (type) {
            case "text" -> out.append(node.path("text").asText());
            case "hardBreak" -> out.append('\n');
            case "heading" ->
                out.append('\n')
                        .append("#"
                                .repeat(Math.max(
                                        1,
                                        Math.min(
                                                6,
                                                node.path("attrs").path("level").asInt(2)))))
                        .append(' ');
            case "listItem" -> out.append("- ");
            case "taskItem" ->
                out.append(node.path("attrs").path("state").asText().equals("DONE") ? "- [x] " : "- [ ] ");
            case "tableCell", "tableHeader" -> out.append("| ");
            default -> {
                // Only what it holds matters.
            }
        }
        node.path("content").forEach(child -> write(child, depth + 1, out));
        if (List.of("paragraph", "heading", "taskItem", "tableRow", "codeBlock").contains(type)) {
            out.append('\n');
        }
    }
}
