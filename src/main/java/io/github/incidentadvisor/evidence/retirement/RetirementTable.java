package io.github.incidentadvisor.evidence.retirement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.incidentadvisor.evidence.Retirement;
import io.github.incidentadvisor.evidence.Retirement.Conflict;
import io.github.incidentadvisor.evidence.Retirement.Origin;
import io.github.incidentadvisor.evidence.Retirement.Phase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The facts that ship with us, {@code retirements.json}: {@code places} groups the places of manifests at which one sort of value
 * stands ({@link Spot}), {@code facts} has what ends and by which values at which places it is recognised.
 *
 * @param read the day on which the facts were collected
 */
record RetirementTable(LocalDate read, List<Fact> facts) {
    private static final String RESOURCE = "retirements.json";
    private static final int FORMAT = 1;

    RetirementTable {
        facts = List.copyOf(facts);
    }

    /** The table in this jar. */
    static RetirementTable bundled() {
        return of(root());
    }

    private static JsonNode root() {
        try (InputStream in = RetirementTable.class.getResourceAsStream(RESOURCE)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the jar is damaged: " + RESOURCE, e);
        }
    }

    /** The groups of places of the table in this jar, as they are written. */
    static Map<String, List<String>> placesOfBundled() {
        Map<String, List<String>> places = new TreeMap<>();
        root().path("places").properties().forEach(place -> places.put(place.getKey(), texts(place.getValue())));
        return places;
    }

    static RetirementTable of(JsonNode root) {
        if (root.path("format").asInt() != FORMAT) {
            throw new IllegalArgumentException("not a table of retirements of format " + FORMAT);
        }
        LocalDate read = LocalDate.parse(root.path("read").asText());
        Map<String, List<Spot>> places = new HashMap<>();
        root.path("places")
                .properties()
                .forEach(place -> places.put(
                        place.getKey(),
                        texts(place.getValue()).stream().map(Spot::of).toList()));
        List<Fact> facts = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode node : root.path("facts")) {
            Fact fact = fact(node, places, read);
            if (!ids.add(fact.retirement().id())) {
                throw new IllegalArgumentException(
                        "two facts are called " + fact.retirement().id());
            }
            facts.add(fact);
        }
        return new RetirementTable(read, facts);
    }

    private static Fact fact(JsonNode node, Map<String, List<Spot>> places, LocalDate read) {
        boolean high = node.path("confidence").asText().equals("high");
        String reportedBy = node.path("reportedBy").asText();
        if (high != reportedBy.isEmpty()) {
            throw new IllegalArgumentException(
                    "who says so of " + node.path("id").asText() + "?");
        }
        List<Phase> phases = new ArrayList<>();
        node.path("phases")
                .forEach(phase -> phases.add(new Phase(
                        phase.path("what").asText(),
                        LocalDate.parse(phase.path("on").asText()),
                        phase.path("ends").asText(),
                        phase.path("stops").asBoolean())));
        List<Conflict> conflicts = new ArrayList<>();
        node.path("conflicts")
                .forEach(one -> conflicts.add(new Conflict(
                        one.path("says").asText(),
                        one.path("who").asText(),
                        one.path("url").asText())));
        Origin origin = new Origin(
                node.path("url").asText(),
                node.path("read").asText(read.toString()),
                texts(node.path("readIn")),
                reportedBy,
                node.has("announced") ? LocalDate.parse(node.path("announced").asText()) : LocalDate.MIN,
                conflicts);
        List<Mark> marks = new ArrayList<>();
        node.path("match").forEach(mark -> marks.add(mark(mark, places)));
        return new Fact(
                new Retirement(
                        node.path("id").asText(),
                        node.path("vendor").asText(),
                        node.path("product").asText(),
                        Retirement.Kind.of(node.path("kind").asText()),
                        phases,
                        texts(node.path("to")),
                        node.path("advice").asText(),
                        node.path("note").asText(),
                        origin),
                marks,
                node.path("family").asText());
    }

    private static Mark mark(JsonNode node, Map<String, List<Spot>> places) {
        if (node.has("at")) {
            String at = node.path("at").asText();
            if (!places.containsKey(at)) {
                throw new IllegalArgumentException("no such places: " + at);
            }
            if (node.has("oneOf") == node.has("regex")) {
                throw new IllegalArgumentException("either some values or a pattern: " + node);
            }
            Map<String, String> when = new HashMap<>();
            node.path("when")
                    .properties()
                    .forEach(one -> when.put(one.getKey(), one.getValue().asText()));
            Values values = new Values(
                    Set.copyOf(texts(node.path("oneOf"))),
                    Pattern.compile(node.path("regex").asText()));
            return new AttributeMark(
                    at, places.get(at), Set.copyOf(texts(node.path("name"))), Map.copyOf(when), values);
        }
        if (node.has("image")) {
            return new ImageMark(
                    pattern(node, "image"),
                    pattern(node, "exceptTag"),
                    node.path("only").asText().equals("note"));
        }
        if (node.has("chart")) {
            return new ChartMark(pattern(node, "chart"), pattern(node, "repository"));
        }
        if (node.has("provider")) {
            return new ProviderMark(node.path("provider").asText());
        }
        if (node.has("type") || node.has("data")) {
            return new ObjectMark(pattern(node, node.has("data") ? "data" : "type"), node.has("data"));
        }
        throw new IllegalArgumentException("nothing to recognise: " + node);
    }

    private static Pattern pattern(JsonNode node, String field) {
        return Pattern.compile(node.path(field).asText());
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
