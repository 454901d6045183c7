package io.github.incidentadvisor;

import io.github.incidentadvisor.git.FolderTree;
import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.report.JsonReport;
import io.github.incidentadvisor.settings.Setting;
import io.github.incidentadvisor.settings.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The report that the run before left behind. */
public final class LastReport {
    private LastReport() {}

    /**
     * Reads it.
     *
     * @param where the folder that the goal was started in
     * @throws AdvisorException when there is none, or it is none of ours
     */
    public static Report read(Path where, Map<Setting, String> commandLine, Map<Setting, String> pom) {
        Sources sources = Sources.inForce(commandLine, pom, Optional.empty(), FolderTree.of(where));
        Path file = ReportFolder.of(where, sources.settings()).path().resolve("report.json");
        if (!Files.isRegularFile(file)) {
            throw new AdvisorException(
                    file + " is not there. Run incident-advisor:check first, with json among its formats.");
        }
        try {
            return JsonReport.read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new AdvisorException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
