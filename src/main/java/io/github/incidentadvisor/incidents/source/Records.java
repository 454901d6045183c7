package io.github.incidentadvisor.incidents.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.incidentadvisor.incidents.Incident;
import io.github.incidentadvisor.incidents.IncidentSource.Harvest;
import io.github.incidentadvisor.model.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Exports of many incidents: JSON, JSON Lines and CSV. Each record becomes a text of the form that post-mortems have. */
final class Records {
    private static final int DEEPEST = 64;
    private static final int MOST = 200_000;
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build());
    private static final List<String> LISTS = List.of("incidents", "postmortems", "data", "items", "results", "issues");

    private final String path;
    private final Mapping mapping;
    private final String source;
    private final List<Incident> incidents = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private int left;

    private Records(String path, Mapping mapping, String source) {
        this.path = path;
        this.mapping = mapping;
        this.source = source;
    }

    static Harvest read(String path, String extension, String text, Mapping mapping, String source) {
        Records records = new Records(path, mapping, source);
        switch (extension) {
            case "csv" -> records.csv(text);
            case "json" -> records.json(text);
            default -> records.lines(text);
        }
        if (records.incidents.isEmpty() && records.gaps.isEmpty()) {
            records.gaps.add(Gap.of(path, "has no record"));
        }
        if (records.left > 0) {
            records.gaps.add(Gap.of(path, records.left + " records beyond the first " + MOST + " were not read"));
        }
        return new Harvest(records.incidents, records.gaps);
    }

    private void lines(String text) {
        int number = 0;
        for (String line : text.split("\n")) {
            number++;
            if (!line.isBlank()) {
                try {
                    record(JSON.readTree(line), "line " + number);
                } catch (JsonProcessingException e) {
                    gaps.add(Gap.of(path, "line " + number + " is no JSON"));
                }
            }
        }
    }

    private void json(String text) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            gaps.add(Gap.of(
                    path,
                    "is no JSON that can be read"
                            + (e.getLocation() == null
                                    ? ""
                                    : ": line " + e.getLocation().getLineNr())));
            return;
        }
        JsonNode list = root;
        for (String name : LISTS) {
            list = !list.isArray() && root.path(name).isArray() ? root.path(name) : list;
        }
        if (!list.isArray()) {
            record(list, "the record");
            return;
        }
        int number = 0;
        for (JsonNode one : list) {
            record(one, "record " + ++number);
        }
    }

    private void csv(String text) {
        Csv csv = Csv.read(text);
        if (!csv.trouble().isEmpty()) {
            gaps.add(Gap.of(path, csv.trouble()));
        }
        int number = 1;
        for (Map<String, String> row : csv.rows()) {
            record(JSON.valueToTree(row), "row " + ++number);
        }
    }

    private void record(JsonNode node, String where) {
        if (incidents.size() >= MOST) {
            left++;
            return;
        }
        String title = first(node, "title");
        String text = all(node, "text");
        if (title.isEmpty() && text.isEmpty()) {
            gaps.add(Gap.of(path, where + " has neither a title nor a text; declare its fields in " + Mapping.FILE));
            return;
        }
        String id = first(node, "id");
        StringBuilder body = new StringBuilder();
        body.append("# ")
                .append(title.isEmpty() ? id : title.replaceAll("\\s+", " "))
                .append("\n\n");
        line(body, "Date", first(node, "date"));
        line(body, "Severity", first(node, "severity"));
        line(body, "Service", first(node, "service"));
        line(body, "Resolved", first(node, "resolved"));
        section(body, "", text);
        section(body, "## Root cause\n", all(node, "cause"));
        section(body, "## Resolution\n", all(node, "remedy"));
        String name = id.isEmpty() ? path + "#" + where.replaceAll("\\D+", "") : id;
        Incident read = PostMortem.read(
                name, first(node, "url"), source, false, body.toString().strip());
        incidents.add(new Incident(
                name,
                read.title(),
                read.url(),
                read.date(),
                read.source(),
                read.closed(),
                read.sort(),
                read.text(),
                read.facts()));
    }

    private static void line(StringBuilder body, String label, String value) {
        if (!value.isBlank()) {
            body.append("- ")
                    .append(label)
                    .append(": ")
                    .append(value.replaceAll("\\s+", " "))
                    .append('\n');
        }
    }

    private static void section(StringBuilder body, String heading, String text) {
        if (!text.isBlank()) {
            body.append('\n').append(heading).append(text).append('\n');
        }
    }

    private String first(JsonNode node, String what) {
        return mapping.of(what).stream()
                .map(name -> value(node, name))
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse("");
    }

    private String all(JsonNode node, String what) {
        return String.join(
                "\n\n",
                mapping.of(what).stream()
                        .map(name -> value(node, name))
                        .filter(value -> !value.isBlank())
                        .toList());
    }

    private static String value(JsonNode node, String path) {
        JsonNode at = node;
        for (String name : path.split("\\.")) {
            at = at.path(name);
        }
        if (at.isObject()) {
            at = at.has("name") ? at.path("name") : at.path("summary");
        }
        if (at.isArray()) {
            List<String> parts = new ArrayList<>();
            at.forEach(one -> parts.add(one.isObject() ? one.path("name").asText() : one.asText()));
            return String.join(", ", parts);
        }
        return at.isNull() ? "" : at.asText();
    }
}
