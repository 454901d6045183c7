package io.github.incidentadvisor.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputsSpec {
    @TempDir
    Path folder;

    @Test
    void aFileIsReplacedAndOneWithoutContentGoes() throws Exception {
        Files.writeString(folder.resolve("report.json"), "old");
        Files.writeString(folder.resolve("bom.json"), "old");

        Outputs.write(folder, Map.of("report.json", Optional.of(new byte[] {'n'}), "bom.json", Optional.empty()));

        assertThat(folder).isDirectoryContaining("glob:**/report.json").isDirectoryNotContaining("glob:**/bom.json");
        assertThat(folder.resolve("report.json")).hasContent("n");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aLinkThatAPullRequestPlantedIsNotFollowed() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(folder.resolve("out"), elsewhere);
        Path victim = Files.writeString(folder.resolve("victim"), "untouched");
        Path inside = Files.createDirectory(folder.resolve("inside"));
        Files.createSymbolicLink(inside.resolve("report.json"), victim);

        assertThatThrownBy(() -> Outputs.write(link, Map.of("report.json", Optional.of(new byte[] {1}))))
                .isInstanceOf(AdvisorException.class)
                .hasMessageContaining("symbolic link");
        Outputs.write(inside, Map.of("report.json", Optional.of(new byte[] {'n'})));
        assertThat(victim).hasContent("untouched");
    }

    @Test
    void everyFormatThatCanBeAskedForIsWrittenByADocument() {
        assertThat(Settings.FORMATS)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of("console"), Document.ALL.stream().map(Document::format))
                        .distinct()
                        .toList());
    }
}
