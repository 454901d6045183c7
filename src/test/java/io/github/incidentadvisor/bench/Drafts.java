package io.github.incidentadvisor.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.incidentadvisor.draft.Dossier;
import io.github.incidentadvisor.draft.Draft;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Task;
import io.github.incidentadvisor.model.Verdict;
import io.github.incidentadvisor.verify.Verified;
import io.github.incidentadvisor.verify.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Drafted sentences against their dossiers: what is said, what is dropped and why; by kind where a file says what it expects. */
public final class Drafts {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Drafts() {}

    /** What became of one sentence. */
    public record Outcome(String file, String text, String kind, boolean expectSaid, boolean said, String why) {
        /** Whether it is as the file expects. */
        public boolean isRight() {
            return expectSaid == said;
        }
    }

    public static void main(String[] arguments) throws IOException {
        ArrayNode out = JSON.createArrayNode();
        List<Outcome> outcomes = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                outcomes.addAll(run(file, out.addObject()));
            }
        }
        JSON.writerWithDefaultPrettyPrinter().writeValue(Path.of(arguments[1]).toFile(), out);
        print(outcomes);
    }

    /** The outcomes of one file; {@code at} gets what is said and dropped. */
    public static List<Outcome> run(Path file, ObjectNode at) throws IOException {
        JsonNode root = JSON.readTree(file.toFile());
        List<Verified> rounds = rounds(root, dossier(root));
        at.put("file", file.getFileName().toString());
        ArrayNode said = at.putArray("said");
        ArrayNode left = at.putArray("dropped");
        for (Verified round : rounds) {
            round.said().forEach(sentence -> said.add(sentence.text()));
            round.dropped()
                    .forEach(one -> left.addObject().put("text", one.text()).put("why", one.why()));
        }
        Map<String, Integer> told = new HashMap<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (JsonNode sentence : root.path("sentences")) {
            if (sentence.has("expect")) {
                String text = sentence.path("text").asText();
                Optional<Verified.Dropped> dropped =
                        rounds.get(told.merge(text, 1, Integer::sum) - 1).dropped().stream()
                                .filter(one -> one.text().equals(text))
                                .findFirst();
                outcomes.add(new Outcome(
                        file.getFileName().toString(),
                        text,
                        sentence.path("kind").asText(),
                        sentence.path("expect").asText().equals("said"),
                        dropped.isEmpty(),
                        dropped.map(Verified.Dropped::why).orElse("")));
            }
        }
        return outcomes;
    }

    /** What becomes of the sentences: those that stand there again, citing otherwise, in a draft of their own. */
    private static List<Verified> rounds(JsonNode root, Dossier dossier) {
        List<List<Draft.Sentence>> drafts = new ArrayList<>();
        for (JsonNode one : root.path("sentences")) {
            Draft.Sentence sentence = sentence(one);
            List<Draft.Sentence> draft = drafts.stream()
                    .filter(known ->
                            known.stream().noneMatch(other -> other.text().equals(sentence.text())))
                    .findFirst()
                    .orElseGet(() -> {
                        drafts.add(new ArrayList<>());
                        return drafts.get(drafts.size() - 1);
                    });
            draft.add(sentence);
        }
        return drafts.stream()
                .map(draft -> Verifier.verify(new Draft(draft), dossier))
                .toList();
    }

    static Draft.Sentence sentence(JsonNode one) {
        List<String> cites = new ArrayList<>();
        one.path("cites").forEach(cite -> cites.add(cite.asText()));
        return new Draft.Sentence(one.path("text").asText(), cites);
    }

    static Dossier dossier(JsonNode root) {
        List<Dossier.Entry> entries = new ArrayList<>();
        LocalDate latest = LocalDate.EPOCH;
        int count = 0;
        for (JsonNode one : root.path("dossier")) {
            count++;
            String asOf = one.path("asOf").asText();
            Evidence evidence = new Evidence(
                    one.path("kind").asText(),
                    Grade.valueOf(one.path("grade").asText("measured").toUpperCase(Locale.ROOT)),
                    one.path("source").asText("unnamed"),
                    one.path("url").asText(),
                    asOf,
                    one.path("quote").asText());
            entries.add(new Dossier.Entry(one.path("id").asText("E" + count), evidence, List.of()));
            latest = asOf.matches("\\d{4}-\\d\\d-\\d\\d")
                            && LocalDate.parse(asOf).isAfter(latest)
                    ? LocalDate.parse(asOf)
                    : latest;
        }
        List<Task> tasks = new ArrayList<>();
        for (JsonNode one : root.path("tasks")) {
            String place = one.path("place").isTextual() ? one.path("place").asText() : "";
            int colon = place.lastIndexOf(':');
            tasks.add(new Task(
                    one.path("id").asText(),
                    one.path("text").asText(),
                    colon < 1
                            ? Place.NONE
                            : new Place(place.substring(0, colon), Integer.parseInt(place.substring(colon + 1)))));
        }
        LocalDate asOf = root.has("asOf") ? LocalDate.parse(root.path("asOf").asText()) : latest;
        Verdict verdict = Verdict.valueOf(root.path("verdict").asText("none").toUpperCase(Locale.ROOT));
        return new Dossier(asOf, verdict, entries, tasks, root.has("tasks"));
    }

    private static void print(List<Outcome> outcomes) {
        Map<String, int[]> kinds = new TreeMap<>();
        for (Outcome one : outcomes) {
            int[] counts =
                    kinds.computeIfAbsent((one.expectSaid() ? "true: " : "false: ") + one.kind(), k -> new int[2]);
            counts[0]++;
            counts[1] += one.isRight() ? 1 : 0;
            if (!one.isRight()) {
                System.out.println((one.said() ? "  said:    " : "  dropped: ") + one.file() + ": " + one.text()
                        + (one.said() ? "" : "  [" + one.why() + "]"));
            }
        }
        kinds.forEach((kind, counts) -> System.out.printf("%-28s %3d of %3d right%n", kind, counts[1], counts[0]));
        for (boolean expectSaid : List.of(false, true)) {
            List<Outcome> some = outcomes.stream()
                    .filter(one -> one.expectSaid() == expectSaid)
                    .toList();
            long right = some.stream().filter(Outcome::isRight).count();
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d of %d (%.1f %%)%n",
                    expectSaid ? "faithful ones said" : "falsified ones caught",
                    right,
                    some.size(),
                    some.isEmpty() ? 100.0 : 100.0 * right / some.size());
        }
    }
}
