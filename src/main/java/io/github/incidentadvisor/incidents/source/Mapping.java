package io.github.incidentadvisor.incidents.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which field of an export is what. Declared in {@value #FILE} beside the export:
 * {@code {"id": "number", "title": "short_description", "text": ["description", "close_notes"]}}; a dot leads into an object.
 */
record Mapping(Map<String, List<String>> fields) {
    /** The name of the file that declares it. */
    static final String FILE = "incidents.mapping.json";

    /** The names that most exports use. */
    static final Mapping USUAL = new Mapping(Map.of(
            "id", List.of("id", "reference", "number", "key", "incident_number"),
            "title", List.of("title", "name", "summary", "short_description"),
            "url", List.of("url", "html_url", "link", "permalink"),
            "date", List.of("date", "started_at", "created_at", "opened_at", "start_time", "created"),
            "severity", List.of("severity", "priority"),
            "service", List.of("service", "services", "component", "components"),
            "text", List.of("text", "body", "description", "postmortem", "content"),
            "cause", List.of("root_cause", "cause"),
            "remedy", List.of("resolution", "mitigation", "close_notes"),
            "resolved", List.of("resolved_at", "closed_at", "end_time")));

    Mapping {
        fields = Map.copyOf(fields);
    }

    /** What is not declared keeps its usual names; what is no such file declares nothing. */
    static Mapping read(byte[] bytes) {
        Map<String, List<String>> fields = new LinkedHashMap<>(USUAL.fields());
        try {
            JsonNode root = new ObjectMapper().readTree(bytes);
            root.properties().forEach(entry -> {
                JsonNode value = entry.getValue();
                if (value.isTextual()) {
                    fields.put(entry.getKey(), List.of(value.asText()));
                } else if (value.isArray()) {
                    List<String> names = new java.util.ArrayList<>();
                    value.forEach(name -> names.add(name.asText()));
                    fields.put(entry.getKey(), names);
                }
            });
        } catch (IOException e) {
            return USUAL;
        }
        return new Mapping(fields);
    }

    List<String> of(String what) {
        return fields.getOrDefault(what, List.of());
    }
}
