package io.github.incidentadvisor;

import io.github.incidentadvisor.report.ConsoleReport;
import io.github.incidentadvisor.report.Document;
import io.github.incidentadvisor.report.Outputs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A report, handed over: its files are written.
 *
 * @param lines for the console; none when nobody wants them
 * @param fails whether the findings are beyond {@code failOn}
 * @param headline the first line, which is also the reason of a failure
 * @param folder where the files are; empty when none was written
 */
public record Delivery(List<String> lines, boolean fails, String headline, Optional<Path> folder) {
    /** The documents that people open, the best to look at first. */
    private static final List<String> TO_READ = List.of("report.html", "report.md", "report.json", "report.sarif");

    public Delivery {
        lines = List.copyOf(lines);
    }

    /**
     * Writes the files that the settings ask for.
     *
     * @param where the folder that the run was started in
     */
    public static Delivery of(Advisor.Answer answer, Path where) {
        List<String> formats = answer.settings().formats();
        Map<String, Optional<byte[]>> files = new TreeMap<>(Document.files(formats, answer.material()));
        Optional<Path> folder = Optional.empty();
        String shown = "";
        if (!files.isEmpty()) {
            ReportFolder target = ReportFolder.of(where, answer.settings());
            if (target.hidden() && !Files.exists(target.path().resolve(".gitignore"))) {
                files.put(".gitignore", Optional.of("*\n".getBytes(StandardCharsets.UTF_8)));
            }
            Outputs.write(target.path(), files);
            folder = Optional.of(target.path());
            shown = shown(target.path(), files, where);
        }
        String failOn = answer.settings().failOn();
        List<String> lines =
                formats.contains("console") ? ConsoleReport.lines(answer.report(), shown, failOn) : List.of();
        return new Delivery(
                lines,
                ConsoleReport.fails(answer.report(), failOn),
                answer.report().headline(),
                folder);
    }

    private static String shown(Path folder, Map<String, Optional<byte[]>> files, Path where) {
        Path file = TO_READ.stream()
                .filter(files::containsKey)
                .findFirst()
                .map(folder::resolve)
                .orElse(folder);
        Path start = where.toAbsolutePath().normalize();
        return (file.startsWith(start) ? start.relativize(file) : file).toString();
    }
}
