package io.github.incidentadvisor.action.publish;

import io.github.incidentadvisor.action.hub.Hub;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.report.SarifReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/** The findings for code scanning, see GitHub's "Upload an analysis as SARIF data". */
final class CodeScanning {
    private CodeScanning() {}

    /**
     * Sends them. The SARIF is made from the report that was read, so nobody else's file is passed on.
     *
     * @param ref {@code refs/heads/…} or {@code refs/pull/…}
     */
    static void send(Hub hub, Report report, String sha, String ref) throws IOException {
        hub.send(
                "POST",
                "/code-scanning/sarifs",
                Hub.object()
                        .put("commit_sha", sha)
                        .put("ref", ref)
                        .put("sarif", packed(SarifReport.write(report)))
                        .put("tool_name", report.tool().name()));
    }

    private static String packed(byte[] sarif) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(sarif);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
