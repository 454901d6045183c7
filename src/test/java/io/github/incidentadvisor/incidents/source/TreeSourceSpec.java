package io.github.incidentadvisor.incidents.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.git.FolderTree;
import io.github.incidentadvisor.incidents.Incident;
import io.github.incidentadvisor.incidents.IncidentSource.Entry;
import io.github.incidentadvisor.incidents.IncidentSource.Listing;
import io.github.incidentadvisor.model.Gap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeSourceSpec {
    @TempDir
    private Path folder;

    private final List<Gap> gaps = new ArrayList<>();

    private List<Incident> read() {
        Listing listing = new TreeSource(FolderTree.of(folder), "").list();
        gaps.addAll(listing.gaps());
        List<Incident> incidents = new ArrayList<>();
        for (Entry entry : listing.entries()) {
            var harvest = entry.read();
            gaps.addAll(harvest.gaps());
            incidents.addAll(harvest.incidents());
        }
        return incidents;
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    void readmesAndTemplatesAreNoIncidents() throws IOException {
        write("README.md", "# About");
        write("template.md", "# Title");
        write("2024-01-01.md", "# Down\n\nIt was down.");

        assertThat(read()).extracting(Incident::title).containsExactly("Down");
        assertThat(gaps).isEmpty();
    }

    @Test
    void whatIsNoTextIsAGapAndNotAnIncident() throws IOException {
        write("empty.md", " \n");
        Files.write(folder.resolve("binary.md"), new byte[] {1, 0, 2});
        Files.write(folder.resolve("latin.md"), "Stra\u00dfe".getBytes(StandardCharsets.ISO_8859_1));
        Files.write(folder.resolve("report.pdf"), new byte[] {'%', 'P', 'D', 'F'});
        Files.write(folder.resolve("huge.md"), new byte[50 << 20]);

        assertThat(read()).isEmpty();
        assertThat(gaps)
                .extracting(gap -> gap.what() + ": " + gap.reason())
                .containsExactlyInAnyOrder(
                        "empty.md: is empty",
                        "binary.md: is no text in UTF-8, whatever its name says",
                        "latin.md: is no text in UTF-8, whatever its name says",
                        "report.pdf: a PDF; export it as Markdown",
                        "huge.md: has 50 MiB; no more than 2 are read");
    }

    @Test
    void jsonLinesWithOneBrokenLineGiveTheOthers() throws IOException {
        write("all.jsonl", """
                {"id": "A-1", "title": "Down", "date": "2024-05-06", "text": "It was down."}
                {"id": "A-2", "title":
                {"id": "A-3", "name": "Slow", "created_at": "2024-06-07T01:02:03Z", "severity": {"name": "SEV2"}}
                """);

        assertThat(read())
                .extracting(Incident::id, Incident::title, Incident::date)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("A-1", "Down", "2024-05-06"),
                        org.assertj.core.groups.Tuple.tuple("A-3", "Slow", "2024-06-07"));
        assertThat(gaps).extracting(Gap::reason).containsExactly("line 2 is no JSON");
    }

    @Test
    void aMappingSaysWhichFieldIsWhat() throws IOException {
        write("export.json", """
                {"result": [], "incidents": [{"number": "7", "short": {"text": "Down"}, "notes": "Because of the upgrade."}]}
                """);
        write("incidents.mapping.json", """
                {"title": "short.text", "text": ["notes"]}
                """);

        assertThat(read()).singleElement().satisfies(incident -> {
            assertThat(incident.id()).isEqualTo("7");
            assertThat(incident.title()).isEqualTo("Down");
            assertThat(incident.text()).contains("Because of the upgrade.");
        });
    }

    @Test
    void aRecordWithoutTitleAndTextNamesTheMapping() throws IOException {
        write("export.json", "[{\"foo\": 1}]");

        assertThat(read()).isEmpty();
        assertThat(gaps)
                .extracting(Gap::reason)
                .containsExactly(
                        "record 1 has neither a title nor a text; declare its fields in incidents.mapping.json");
    }

    @Test
    void aQuoteThatNeverClosesLosesTheRowsFromThereOnAndSaysSo() throws IOException {
        write("export.csv", """
                id;title;text
                1;Down;"It was ""down"";
                all day"
                2;Slow;"It was slow
                3;Lost;gone
                """);

        assertThat(read()).extracting(Incident::title).containsExactly("Down");
        assertThat(gaps)
                .extracting(Gap::reason)
                .containsExactly("the quote that opens in line 4 never closes; the rows from there on are left out");
    }

    @Test
    void jsonThatIsNestedWithoutEndIsAGap() throws IOException {
        write("deep.json", "[".repeat(100_000));

        assertThat(read()).isEmpty();
        assertThat(gaps).extracting(Gap::reason).containsExactly("is no JSON that can be read");
    }
}
