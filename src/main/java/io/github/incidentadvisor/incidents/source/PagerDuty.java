package io.github.incidentadvisor.incidents.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.incidentadvisor.http.Http;
import io.github.incidentadvisor.incidents.Incident;
import io.github.incidentadvisor.incidents.IncidentSource;
import io.github.incidentadvisor.model.Gap;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * PagerDuty's incidents with their notes and related change events
 * (<a href="https://developer.pagerduty.com/api-reference/">REST API v2</a>).
 */
public final class PagerDuty implements IncidentSource {
    private static final String NAME = "PagerDuty";
    private static final int LIMIT = 100;

    /** Classic paging goes no further: offset and limit together. */
    private static final int LAST = 10_000;

    private static final int MONTHS = 24;

    private final URI base;
    private final LocalDate today;
    private final Paging paging;

    /**
     * @param base {@code https://api.pagerduty.com} or that of another region
     * @param today the last two years up to this month are read
     */
    public PagerDuty(Http http, URI base, String token, LocalDate today) {
        this.base = base;
        this.today = today;
        this.paging = new Paging(
                http,
                NAME + " incidents",
                Map.of("Accept", "application/vnd.pagerduty+json;version=2", "Authorization", "Token token=" + token));
    }

    @Override
    public Listing list() {
        Paging.Read read = paging.all(page(0), new Paging.Shape() {
            @Override
            public JsonNode items(JsonNode page) {
                return page.path("incidents");
            }

            @Override
            public String id(JsonNode item) {
                return item.path("id").asText();
            }

            @Override
            public Optional<URI> next(JsonNode page, int pages) {
                boolean more = page.path("more").asBoolean() && (pages + 1) * LIMIT <= LAST;
                return more ? Optional.of(page(pages * LIMIT)) : Optional.empty();
            }
        });
        List<Entry> entries = new ArrayList<>();
        read.items().forEach(item -> entries.add(new IncidentEntry(item)));
        return new Listing(entries, read.gaps());
    }

    /** The first of a month, so that the same addresses are asked for all month long. */
    private URI page(int offset) {
        LocalDate since = today.withDayOfMonth(1).minusMonths(MONTHS);
        LocalDate until = today.withDayOfMonth(1).plusMonths(1);
        return URI.create(base + "/incidents?limit=" + LIMIT + "&offset=" + offset + "&statuses%5B%5D=resolved&since="
                + since + "T00:00:00Z&until=" + until + "T00:00:00Z&sort_by=created_at:desc");
    }

    private final class IncidentEntry implements Entry {
        private final JsonNode incident;

        IncidentEntry(JsonNode incident) {
            this.incident = incident;
        }

        @Override
        public String key() {
            return "pagerduty 1 " + incident.path("id").asText() + " "
                    + incident.path("updated_at")
                            .asText(incident.path("last_status_change_at").asText());
        }

        @Override
        public Harvest read() {
            String id = incident.path("id").asText();
            if (!id.matches("[A-Za-z0-9]{1,40}")) {
                return Harvest.none(NAME, "an incident has no id");
            }
            Paging.Page notes = paging.page(URI.create(base + "/incidents/" + id + "/notes"));
            Paging.Page changes = paging.page(URI.create(base + "/incidents/" + id + "/related_change_events"));
            List<Gap> gaps = new ArrayList<>();
            for (Paging.Page page : List.of(notes, changes)) {
                if (!page.trouble().isEmpty()) {
                    gaps.add(Gap.of(NAME + " notes and changes", page.trouble()));
                }
            }
            Incident read = new Ticket(incident.path("title")
                            .asText(incident.path("summary").asText()))
                    .field("Date", incident.path("created_at").asText())
                    .field("Resolved", incident.path("resolved_at").asText())
                    .field(
                            "Severity",
                            incident.path("priority")
                                    .path("summary")
                                    .asText(incident.path("urgency").asText()))
                    .field("Service", incident.path("service").path("summary").asText())
                    .part("Trigger", texts(changes.json().path("change_events"), "summary"))
                    .part("Notes", texts(notes.json().path("notes"), "content"))
                    .read(
                            "PD-" + incident.path("incident_number").asText(id),
                            incident.path("html_url").asText(),
                            NAME);
            return new Harvest(List.of(read), gaps);
        }
    }

    private static String texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.path(field).asText())
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n\n"));
    }
}
