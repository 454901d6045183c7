package io.github.incidentadvisor.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Usage;
import io.github.incidentadvisor.model.Verdict;
import io.github.incidentadvisor.report.JsonReport;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainSpec {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aReportIsShownAsMarkdown() throws Exception {
        Path file = folder.resolve("report.json");
        Files.write(file, JsonReport.write(report()));

        assertThat(run("print", file.toString())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("### Nothing to do.");
    }

    @Test
    void aFileThatIsNoReportIsRefusedByName() throws Exception {
        Path file = folder.resolve("report.json");
        Files.writeString(file, "{\"schemaVersion\": 1}");

        assertThat(run("print", file.toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("report.json: ");
    }

    @Test
    void withoutAnOrderItSaysWhatItCanDo() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("Usage: print REPORT.json");
    }

    private int run(String... arguments) {
        return Main.run(
                arguments,
                Map.of(),
                java.io.InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static Report report() {
        return new Report(
                new Report.Tool("incident-advisor", "test"),
                LocalDate.parse("2026-11-24"),
                Report.Mode.STATE,
                Report.Revision.NONE,
                Report.Revision.NONE,
                Verdict.NONE,
                "Nothing to do.",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Report.IncidentsSearched.NONE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Usage(0, 0, Map.of(), Map.of()));
    }
}
