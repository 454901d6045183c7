package io.github.incidentadvisor.action.hub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
    final Map<String, String> refs = new LinkedHashMap<>();
    final List<ObjectNode> sarifs = new ArrayList<>();
    boolean issuesEnabled = true;
    boolean codeScanning = true;
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

    boolean isLocked(int number) {
        ObjectNode at = pulls.getOrDefault(number, issues.get(number));
        return at != null && at.path("locked").asBoolean();
    }

    boolean has(int number) {
        return pulls.containsKey(number) || issues.containsKey(number);
    }
}
