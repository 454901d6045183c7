package io.github.incidentadvisor.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.incidentadvisor.draft.ChatRequest;
import io.github.incidentadvisor.draft.Draft;
import io.github.incidentadvisor.draft.DraftStore;
import io.github.incidentadvisor.draft.Examination;
import io.github.incidentadvisor.draft.Objection;
import io.github.incidentadvisor.draft.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a second reading alone is worth: {@code FOLDER SCRATCH} writes, for each file of drafted sentences, the request about all of
 * them, without saying which are false; with the answers beside the requests, whoever wrote those, it counts what was named.
 */
public final class SecondReadings {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SecondReadings() {}

    public static void main(String[] arguments) throws IOException {
        Path scratch = Files.createDirectories(Path.of(arguments[1]));
        int[] wrong = new int[2];
        int[] right = new int[2];
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                read(file, scratch, wrong, right);
            }
        }
        System.out.println("named: " + wrong[1] + " of " + wrong[0] + " false sentences, " + right[1] + " of "
                + right[0] + " true ones");
    }

    /** @param wrong how many are false, and how many of these are named; {@code right} likewise */
    private static void read(Path file, Path scratch, int[] wrong, int[] right) throws IOException {
        JsonNode root = JSON.readTree(file.toFile());
        Map<Draft.Sentence, JsonNode> expected = new LinkedHashMap<>();
        root.path("sentences").forEach(one -> {
            if (one.has("expect")) {
                expected.put(Drafts.sentence(one), one);
            }
        });
        List<Draft.Sentence> sentences = new ArrayList<>(expected.keySet());
        sentences.sort(Comparator.comparingInt(sentence -> sentence.text().hashCode()));
        Examination examination = Examination.of(sentences, Drafts.dossier(root), 100_000);
        String name = file.getFileName().toString().replace(".json", "");
        Files.writeString(
                scratch.resolve(name + ".request.json"),
                ChatRequest.first("MODEL", examination.prompt()).shown());
        DraftStore.read(scratch.resolve(name + ".answer.json")).ifPresent(answer -> {
            Map<Draft.Sentence, Objection> named = examination.objections(new Reply(answer, Map.of()));
            expected.forEach((sentence, one) -> {
                boolean isTrue = one.path("expect").asText().equals("said");
                int[] counts = isTrue ? right : wrong;
                counts[0]++;
                counts[1] += named.containsKey(sentence) ? 1 : 0;
                if (isTrue == named.containsKey(sentence)) {
                    System.out.println((isTrue
                                    ? "named though true ("
                                            + named.get(sentence).word()
                                    : "not named (" + one.path("kind").asText())
                            + "): " + name + ": " + sentence.text());
                }
            });
        });
    }
}
