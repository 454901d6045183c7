package io.github.incidentadvisor.evidence.notes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.incidentadvisor.SharedData;
import io.github.incidentadvisor.evidence.Privacy;
import io.github.incidentadvisor.evidence.ReleaseNotes.Notes;
import io.github.incidentadvisor.evidence.ReleaseNotes.Step;
import io.github.incidentadvisor.github.RepositoryName;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Real changelogs of the evaluation data, each served as the one file of its repository. */
class SharedNotesSpec {
    private static final Map<String, String> FILES = Map.of(
            "FasterXML/jackson-core", "jackson-core-VERSION-2.x",
            "square/retrofit", "retrofit-CHANGELOG.md",
            "projectlombok/lombok", "lombok-changelog.markdown",
            "pgjdbc/pgjdbc", "pgjdbc-CHANGELOG.md",
            "mockito/mockito", "mockito-official.md");

    @Test
    void theSectionsThatPeopleWroteDownAreFoundAndNoOthers() throws IOException {
        JsonNode truth = new ObjectMapper()
                .readTree(SharedData.at("release-notes/truth.json").toFile());
        for (JsonNode entry : truth.get("entries")) {
            List<String> wanted = new ArrayList<>();
            entry.get("sections_that_must_be_shown").forEach(section -> wanted.add(section.asText()));

            Notes notes = notes(entry);

            assertThat(notes.sections())
                    .as(entry.get("artifact").asText())
                    .extracting(section -> section.version().text())
                    .containsExactlyElementsOf(wanted);
            for (JsonNode key : entry.get("must_surface")) {
                if (key.has("evidence")) {
                    assertThat(notes.items())
                            .filteredOn(item -> item.version()
                                    .text()
                                    .equals(key.get("version").asText()))
                            .anyMatch(item ->
                                    item.text().contains(key.get("evidence").asText()));
                }
            }
        }
    }

    private static Notes notes(JsonNode entry) throws IOException {
        String repo = entry.get("repo").asText();
        String path = entry.get("notes_path").isNull()
                ? "doc/release-notes/official.md"
                : entry.get("notes_path").asText();
        Shelf shelf = new Shelf()
                .file(path, Files.readString(SharedData.at("release-notes/" + FILES.get(repo))))
                .tag(entry.get("tag_scheme").asText());
        RepositoryName repository = RepositoryName.parse(repo).orElseThrow();
        Homes homes = step ->
                new Homes.Known(List.of(new Homes.Home(repository, Optional.empty(), "")), List.of(), List.of());
        String[] ga = entry.get("artifact").asText().split(":");
        return new PublishedNotes(
                        Optional.empty(),
                        List.of(new PublishedNotes.Source(shelf, homes, 99)),
                        Privacy.of(List.of(), List.of()))
                .between(new Step(
                        Artifact.of(ga[0], ga[1]),
                        new Version(entry.get("from").asText()),
                        new Version(entry.get("to").asText())));
    }
}
