package io.github.incidentadvisor.action.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a repository on the server holds. Objects are kept as the server answers them, as far as it knows them; the description
 * fills in the rest.
 */
final class Store {
    final String owner;
    final String name;
    final Map<Integer, ObjectNode> issues = new TreeMap<>();
    final Map<Integer, ObjectNode> pulls = new TreeMap<>();
    final Map<Integer, List<ObjectNode>> files = new TreeMap<>();
    final Map<Long, ObjectNode> comments = new TreeMap<>();
    final Map<Long, Integer> issueOfComment = new TreeMap<>();
    final Map<Long, ObjectNode> reviews = new TreeMap<>();
    final Map<Long, ObjectNode> reviewComments = new TreeMap<>();
    final Map<Long, ObjectNode> checkRuns = new TreeMap<>();
    final Map<Long, List<ObjectNode>> annotations = new TreeMap<>();
    final Map<String, ObjectNode> labels = new TreeMap<>();
    final Map<Integer, ObjectNode> milestones = new TreeMap<>();
    final Set<String> users = new TreeSet<>();

    /** Files of the default branch by path. */
    final Map<String, String> contents = new TreeMap<>();

    /** Git's objects by hash: trees as paths with mode and hash, commits as GitHub shows them. */
    final Map<String, byte[]> blobs = new TreeMap<>();

    final Map<String, Map<String, String[]>> trees = new TreeMap<>();
    final Map<String, ObjectNode> commits = new TreeMap<>();
    final Map<String, String> refs = new LinkedHashMap<>();
    final List<ObjectNode> sarifs = new ArrayList<>();
    boolean issuesEnabled = true;
    boolean codeScanning = true;
    boolean archived;
    boolean renamed;
    private long id = 1000;
    private long clock = java.time.Instant.parse("2026-11-24T08:00:00Z").getEpochSecond();

    Store(String owner, String name) {
        this.owner = owner;
        this.name = name;
    }

    long nextId() {
        return ++id;
    }

    int nextNumber() {
        int pull = pulls.keySet().stream().max(Integer::compare).orElse(0);
        int issue = issues.keySet().stream().max(Integer::compare).orElse(0);
        return Math.max(pull, issue) + 1;
    }

    /** Each thing happens a second after the one before. */
    String now() {
        return java.time.Instant.ofEpochSecond(++clock).toString();
    }

    /** The day that all goes on with; it may lie before. */
    void at(java.time.LocalDate day) {
        clock = day.atTime(8, 0).toEpochSecond(java.time.ZoneOffset.UTC);
    }

    ArrayNode labelled(JsonNode given) {
        ArrayNode all = Contract.MAPPER.createArrayNode();
        given.forEach(one -> {
            String label = one.isTextual() ? one.asText() : one.path("name").asText();
            all.add(labels.computeIfAbsent(label, this::newLabel));
        });
        return all;
    }

    ObjectNode newLabel(String label) {
        return Reply.object()
                .put("id", nextId())
                .put("name", label)
                .put("color", "ededed")
                .put("default", false);
    }

    List<String> labelNames(JsonNode issue) {
        List<String> names = new ArrayList<>();
        issue.path("labels").forEach(label -> names.add(label.path("name").asText()));
        return names;
    }

    boolean isLocked(int number) {
        ObjectNode at = pulls.getOrDefault(number, issues.get(number));
        return at != null && at.path("locked").asBoolean();
    }

    boolean has(int number) {
        return pulls.containsKey(number) || issues.containsKey(number);
    }
}
