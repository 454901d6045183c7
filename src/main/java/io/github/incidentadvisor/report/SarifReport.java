package io.github.incidentadvisor.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Report;
import java.util.TreeSet;

/**
 * The findings as <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>, so that code
 * scanning shows them at their lines. Only what was measured can be an error.
 */
public final class SarifReport {
    private SarifReport() {}

    /** The file's bytes. */
    public static byte[] write(Report report) {
        ObjectNode root = Json.object();
        root.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json").put("version", "2.1.0");
        ObjectNode run = root.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", report.tool().name()).put("version", report.tool().version());
        driver.put("informationUri", "https://github.com/incident-advisor/incident-advisor");
        rules(driver.putArray("rules"), report);
        run.putObject("automationDetails")
                .put("id", "incident-advisor/" + report.mode().word());
        run.put("columnKind", "utf16CodeUnits");
        ArrayNode results = run.putArray("results");
        for (Advisory advisory : report.advisories()) {
            advisory.findings().forEach(finding -> result(results.addObject(), report, advisory, finding));
        }
        return Json.bytes(root);
    }

    private static void rules(ArrayNode rules, Report report) {
        TreeSet<Finding.Kind> kinds = new TreeSet<>();
        report.advisories().forEach(advisory -> advisory.findings().forEach(finding -> kinds.add(finding.kind())));
        for (Finding.Kind kind : kinds) {
            ObjectNode rule = rules.addObject().put("id", kind.word());
            rule.putObject("shortDescription").put("text", kind.word().replace('-', ' '));
            rule.putObject("help")
                    .put("text", "mvn incident-advisor:explain with the finding's id shows its evidence.");
        }
    }

    private static void result(ObjectNode at, Report report, Advisory advisory, Finding finding) {
        at.put("ruleId", finding.kind().word()).put("level", level(finding));
        String fix = finding.fix().isEmpty() ? "" : " To do: " + finding.fix() + ".";
        at.putObject("message")
                .put("text", finding.text() + fix + " (" + finding.grade().word() + "; as of " + report.asOf() + ")");
        if (finding.place().isKnown()) {
            location(at.putArray("locations").addObject(), finding.place());
        }
        at.putObject("partialFingerprints").put("incidentAdvisorId/v1", finding.id());
        ObjectNode properties = at.putObject("properties");
        properties.put("component", advisory.component().purl()).put("inChange", advisory.inChange());
        if (finding.deadline().isKnown()) {
            properties.put("deadline", finding.deadline().on().toString());
        }
    }

    private static void location(ObjectNode at, Place place) {
        ObjectNode physical = at.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", uri(place.file())).put("uriBaseId", "%SRCROOT%");
        physical.putObject("region").put("startLine", place.line());
    }

    private static String uri(String file) {
        StringBuilder uri = new StringBuilder();
        for (byte b : file.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "/-._~".indexOf(c) >= 0);
            uri.append(plain ? String.valueOf(c) : String.format("%%%02X", b & 0xff));
        }
        return uri.toString();
    }

    private static String level(Finding finding) {
        boolean breaks = finding.severity() == Severity.BREAKS_BUILD || finding.severity() == Severity.BREAKS_RUNTIME;
        if (breaks && finding.grade() == Grade.MEASURED) {
            return "error";
        }
        return finding.severity() == Severity.INFO ? "note" : "warning";
    }
}
