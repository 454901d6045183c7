package io.github.incidentadvisor.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Migration;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Suppression;
import io.github.incidentadvisor.model.Task;
import io.github.incidentadvisor.model.VendorNotes;
import io.github.incidentadvisor.model.Version;
import java.util.List;

/**
 * report.json: the whole report for other programs, in the shape of report.schema.json, which ships beside this class. The
 * same report gives the same bytes.
 */
public final class JsonReport {
    /** The version of the shape; only additions are made to it. */
    public static final int SCHEMA_VERSION = 1;

    private final Report report;

    private JsonReport(Report report) {
        this.report = report;
    }

    /** The file's bytes. */
    public static byte[] write(Report report) {
        return Json.bytes(new JsonReport(report).root());
    }

    /**
     * The report that a file holds, which may be anybody's.
     *
     * @throws io.github.incidentadvisor.model.AdvisorException naming the field that is not as it should be
     */
    public static Report read(byte[] bytes) {
        return new JsonReportReader(Json.read(bytes, "report.json")).report();
    }

    private ObjectNode root() {
        ObjectNode root = Json.object();
        root.put("schemaVersion", SCHEMA_VERSION);
        root.putObject("tool")
                .put("name", report.tool().name())
                .put("version", report.tool().version());
        root.put("asOf", report.asOf().toString()).put("mode", report.mode().word());
        revision(root.putObject("base"), report.base());
        revision(root.putObject("head"), report.head());
        root.put("verdict", report.verdict().word()).put("headline", report.headline());
        ArrayNode advisories = root.putArray("advisories");
        report.advisories().forEach(advisory -> advisory(advisories.addObject(), advisory));
        if (!report.candidates().isEmpty()) {
            ArrayNode candidates = root.putArray("candidates");
            report.candidates().forEach(one -> candidates
                    .addObject()
                    .put("version", one.version().text())
                    .put("lines", one.lines())
                    .put("files", one.files()));
        }
        ArrayNode migrations = root.putArray("migrations");
        report.migrations().forEach(migration -> migration(migrations.addObject(), migration));
        ArrayNode incidents = root.putArray("incidents");
        report.incidents().forEach(incident -> incident(incidents.addObject(), incident));
        ObjectNode searched = root.putObject("incidentsSearched");
        searched.put("count", report.incidentsSearched().count());
        Json.array(searched, "sources", report.incidentsSearched().sources());
        searched.put("oldest", report.incidentsSearched().oldest());
        searched.put("newest", report.incidentsSearched().newest());
        if (!report.notes().isEmpty()) {
            ArrayNode notes = root.putArray("releaseNotes");
            report.notes().forEach(one -> notes(notes.addObject(), one));
        }
        ArrayNode suppressed = root.putArray("suppressed");
        report.suppressed().forEach(one -> {
            ObjectNode at = suppressed.addObject().put("id", one.id()).put("text", one.text());
            suppression(at, one.by()).put("applied", one.applied());
        });
        ArrayNode unused = root.putArray("unusedSuppressions");
        report.unusedSuppressions().forEach(one -> suppression(unused.addObject(), one));
        ArrayNode evidence = root.putArray("evidence");
        report.evidence().forEach(one -> evidence(evidence.addObject(), one));
        ArrayNode notChecked = root.putArray("notChecked");
        report.notChecked().forEach(gap -> gap(notChecked.addObject(), gap));
        usage(root.putObject("usage"));
        return root;
    }

    private static void revision(ObjectNode at, Report.Revision revision) {
        at.put("ref", revision.ref()).put("commit", revision.commit()).put("dirty", revision.dirty());
    }

    private void advisory(ObjectNode at, Advisory advisory) {
        at.put("id", advisory.id())
                .put("inChange", advisory.inChange())
                .put("verdict", advisory.verdict().word())
                .put("ecosystem", advisory.component().ecosystem())
                .put("component", advisory.component().purl())
                .put("name", advisory.component().name())
                .put("role", advisory.role().word());
        version(at, "from", advisory.from());
        version(at, "to", advisory.to());
        place(at, "declaredAt", advisory.declaredAt());
        if (!advisory.movedBy().isEmpty()) {
            at.put("movedBy", advisory.movedBy());
        }
        at.put("moves", advisory.moves());
        ObjectNode risk =
                at.putObject("risk").put("level", advisory.risk().level().word());
        ArrayNode reasons = risk.putArray("reasons");
        advisory.risk()
                .reasons()
                .forEach(reason ->
                        numbers(reasons.addObject().put("text", reason.text()), "evidence", reason.evidence()));
        ArrayNode findings = at.putArray("findings");
        for (Finding finding : advisory.findings()) {
            ObjectNode one = finding(findings.addObject(), finding);
            numbers(one, "evidence", finding.evidence());
        }
        ObjectNode recommendation = at.putObject("recommendation");
        recommendation
                .put("action", advisory.recommendation().action().word())
                .put("text", advisory.recommendation().text());
        version(recommendation, "smallestStep", advisory.recommendation().smallestStep());
        version(recommendation, "longTerm", advisory.recommendation().longTerm());
        tasks(at.putArray("tasks"), advisory.tasks());
        ObjectNode prose =
                at.putObject("prose").put("author", advisory.prose().author().word());
        ArrayNode sentences = prose.putArray("sentences");
        advisory.prose()
                .sentences()
                .forEach(sentence ->
                        numbers(sentences.addObject().put("text", sentence.text()), "cites", sentence.cites()));
        prose.put("dropped", advisory.prose().dropped());
        if (!advisory.prose().left().isEmpty()) {
            ArrayNode left = prose.putArray("left");
            advisory.prose()
                    .left()
                    .forEach(one -> left.addObject().put("text", one.text()).put("why", one.why()));
        }
    }

    /** A finding as it stands in report.json, but for the numbers of its evidence. */
    public static ObjectNode finding(ObjectNode at, Finding finding) {
        at.put("id", finding.id())
                .put("kind", finding.kind().word())
                .put("severity", finding.severity().word())
                .put("grade", finding.grade().word());
        place(at, "place", finding.place());
        if (finding.reference().isKnown()) {
            at.putObject("reference")
                    .put("owner", finding.reference().owner())
                    .put("member", finding.reference().member())
                    .put("descriptor", finding.reference().descriptor());
        }
        if (finding.policy().isKnown()) {
            Json.array(
                    at.putObject("policy").put("rule", finding.policy().rule()),
                    "artifacts",
                    finding.policy().artifacts());
        }
        if (finding.tests() != Finding.Tests.UNKNOWN) {
            at.put("coveredByTests", finding.tests() == Finding.Tests.RUN);
        }
        deadline(at, finding.deadline());
        at.put("text", finding.text());
        if (!finding.fix().isEmpty()) {
            at.put("fix", finding.fix());
        }
        return at;
    }

    private static void deadline(ObjectNode at, Deadline deadline) {
        if (deadline.isKnown()) {
            at.put("deadline", deadline.on().toString()).put("deadlineOf", deadline.what());
        }
    }

    private void migration(ObjectNode at, Migration migration) {
        at.put("id", migration.id())
                .put("kind", migration.kind().word())
                .put("title", migration.title())
                .put("trigger", migration.trigger());
        deadline(at, migration.deadline());
        if (migration.deadline().isKnown()) {
            at.put("daysLeft", migration.deadline().daysFrom(report.asOf()));
        }
        version(at, "target", migration.target());
        version(at, "longTerm", migration.longTerm());
        ArrayNode places = at.putArray("places");
        migration
                .places()
                .forEach(place -> places.addObject().put("file", place.file()).put("line", place.line()));
        Json.array(at, "breaks", migration.breaks());
        Json.array(at, "advisories", migration.advisories());
        tasks(at.putArray("tasks"), migration.tasks());
        Json.array(at, "after", migration.after());
        ObjectNode cost = at.putObject("cost").put("edits", migration.cost().edits());
        if (migration.cost().measured()) {
            cost.put("lines", migration.cost().lines())
                    .put("files", migration.cost().files());
        }
        numbers(at, "evidence", migration.evidence());
        Json.array(at, "incidents", migration.incidents());
    }

    private void incident(ObjectNode at, Report.PastIncident incident) {
        at.put("id", incident.id())
                .put("title", incident.title())
                .put("url", incident.url())
                .put("date", incident.date())
                .put("score", incident.score())
                .put("advisory", incident.advisory());
        Json.array(at, "why", incident.why());
        at.putObject("quotes").put("incident", incident.incidentQuote()).put("change", incident.changeQuote());
        at.put("evidence", report.numberOf(incident.evidence()));
    }

    private void notes(ObjectNode at, VendorNotes notes) {
        at.put("component", notes.component()).put("name", notes.name());
        version(at, "from", notes.from());
        version(at, "to", notes.to());
        at.put("source", notes.source()).put("url", notes.url());
        ArrayNode sections = at.putArray("sections");
        notes.sections().forEach(section -> sections.addObject()
                .put("version", section.version().text())
                .put("date", section.date()));
        at.put("entries", notes.entries()).put("touching", notes.touching());
        ArrayNode shown = at.putArray("shown");
        for (VendorNotes.Entry entry : notes.shown()) {
            ObjectNode one =
                    shown.addObject().put("version", entry.version().text()).put("kind", entry.kind());
            Json.array(one, "touches", entry.touches());
            one.put("evidence", report.numberOf(entry.evidence()));
        }
        Json.array(at, "lookedAt", notes.lookedAt());
    }

    private static ObjectNode suppression(ObjectNode at, Suppression suppression) {
        at.put("target", suppression.target())
                .put("reason", suppression.reason())
                .put("until", suppression.until().toString())
                .put("by", suppression.by().file() + ":" + suppression.by().line());
        return at;
    }

    private void evidence(ObjectNode at, Evidence one) {
        at.put("id", report.numberOf(one))
                .put("kind", one.kind())
                .put("grade", one.grade().word())
                .put("source", one.source())
                .put("url", one.url())
                .put("asOf", one.asOf())
                .put("quote", one.quote());
    }

    private static void gap(ObjectNode at, Gap gap) {
        at.put("what", gap.what()).put("reason", gap.reason());
        place(at, "place", gap.place());
    }

    private void usage(ObjectNode at) {
        at.put("seconds", report.usage().seconds())
                .put("requests", report.usage().requests());
        ObjectNode hosts = at.putObject("byHost");
        report.usage().byHost().forEach(hosts::put);
        ObjectNode stages = at.putObject("stages");
        report.usage().stages().forEach(stages::put);
        if (!report.usage().model().isEmpty()) {
            ObjectNode model = at.putObject("model");
            report.usage().model().forEach(model::put);
        }
    }

    private void numbers(ObjectNode at, String name, List<Evidence> evidence) {
        Json.array(at, name, evidence.stream().map(report::numberOf).toList());
    }

    private static void tasks(ArrayNode at, List<Task> tasks) {
        tasks.forEach(
                task -> place(at.addObject().put("id", task.id()).put("text", task.text()), "place", task.place()));
    }

    private static void version(ObjectNode at, String name, Version version) {
        if (version.isKnown()) {
            at.put(name, version.text());
        }
    }

    private static void place(ObjectNode at, String name, Place place) {
        if (place.isKnown()) {
            at.putObject(name).put("file", place.file()).put("line", place.line());
        }
    }
}
