package io.github.incidentadvisor.incidents.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.incidentadvisor.incidents.Incident;
import io.github.incidentadvisor.incidents.IncidentSource.Harvest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RecordsSpec {
    private static final String CELLS = "ab ,;\"\n\r\t|é😀";

    @Test
    void whateverACellHoldsIsReadBackFromItsQuotes() {
        Random random = new Random(11);
        for (int i = 0; i < 500; i++) {
            List<List<String>> rows = new ArrayList<>();
            for (int row = 0; row <= random.nextInt(4); row++) {
                rows.add(List.of("id" + row, cell(random), cell(random)));
            }
            String text = "Id,Title,Root Cause\n"
                    + rows.stream().map(RecordsSpec::line).collect(Collectors.joining("\r\n"));

            Csv csv = Csv.read(text);

            assertThat(csv.trouble()).isEmpty();
            assertThat(csv.rows())
                    .extracting(row -> List.of(row.get("id"), row.get("title"), row.get("root_cause")))
                    .isEqualTo(rows.stream()
                            .map(row -> row.stream().map(String::strip).toList())
                            .toList());
        }
    }

    private static String cell(Random random) {
        int[] points = CELLS.codePoints().toArray();
        return random.ints(random.nextInt(12), 0, points.length)
                .mapToObj(at -> Character.toString(points[at]))
                .collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream()
                .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(","));
    }

    @Test
    void whateverARecordHoldsItsTextIsReadBack() throws JsonProcessingException {
        Random random = new Random(13);
        for (int i = 0; i < 300; i++) {
            String title = "T " + cell(random);
            String text = "x" + cell(random) + "y";
            String json =
                    new ObjectMapper().writeValueAsString(List.of(Map.of("id", "A-1", "title", title, "text", text)));

            Harvest harvest = Records.read("all.json", "json", json, Mapping.USUAL, "exports");

            assertThat(harvest.gaps()).isEmpty();
            assertThat(harvest.incidents()).singleElement().satisfies(one -> {
                assertThat(one.id()).isEqualTo("A-1");
                assertThat(words(one.text())).contains(words(text));
            });
        }
    }

    private static String words(String text) {
        return text.replaceAll("[\\s\\u0085]+", "");
    }

    @Test
    void whatIsOutOfOrderIsAGapOrAnIncidentAndNeverACrash() {
        String json = """
                {"incidents": [{"id": "A-1", "title": "Down", "date": "2024-05-06", "severity": {"name": "SEV2"}, "service": ["a"],
                  "text": "It was down.\\n## Root cause\\nA 1.2.3 was upgraded.", "resolved_at": null, "root_cause": {"x": [1]}}]}
                """;
        String csv = """
                id;title;date;severity;description
                A-1;"Down; again";2024-05-06;SEV2;"It said ""no"" and
                was down."
                """;
        for (String extension : List.of("json", "jsonl", "csv")) {
            Scrambled.of(extension.equals("csv") ? csv : json, 1_500).forEach(text -> {
                Harvest harvest = Records.read("all." + extension, extension, text, Mapping.USUAL, "exports");

                assertThat(harvest.incidents().size() + harvest.gaps().size()).isPositive();
                harvest.incidents().forEach(RecordsSpec::isWhole);
            });
        }
    }

    private static void isWhole(Incident incident) {
        incident.facts().forEach(fact -> assertThat(incident.words(fact)).isNotNull());
    }

    @Test
    void aMappingThatIsOutOfOrderDeclaresNothing() {
        Scrambled.of("{\"id\": \"number\", \"text\": [\"description\", \"notes.last\"], \"title\": {\"x\": 1}}", 500)
                .forEach(text -> assertThat(Mapping.read(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .of("date"))
                        .isNotEmpty());
    }
}
