package io.github.incidentadvisor.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Migration;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Policy;
import io.github.incidentadvisor.model.Prose;
import io.github.incidentadvisor.model.Recommendation;
import io.github.incidentadvisor.model.Reference;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Risk;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.Suppression;
import io.github.incidentadvisor.model.Task;
import io.github.incidentadvisor.model.Usage;
import io.github.incidentadvisor.model.VendorNotes;
import io.github.incidentadvisor.model.Verdict;
import io.github.incidentadvisor.model.Version;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads report.json as hostile data: every field is checked, nothing is believed, unknown fields are passed over. */
final class JsonReportReader {
    private final Field root;
    private final Map<String, Evidence> evidence = new LinkedHashMap<>();

    JsonReportReader(JsonNode root) {
        this.root = new Field("report.json", root);
    }

    Report report() {
        int version = root.at("schemaVersion").number();
        if (version != JsonReport.SCHEMA_VERSION) {
            throw new AdvisorException("report.json has schemaVersion " + version + "; this release reads "
                    + JsonReport.SCHEMA_VERSION + ". Use the same release for both halves.");
        }
        root.list("evidence", field -> evidence.put(field.at("id").text(), evidence(field)));
        Field tool = root.at("tool");
        Field searched = root.at("incidentsSearched");
        Field usage = root.at("usage");
        return new Report(
                new Report.Tool(tool.at("name").text(), tool.at("version").text()),
                root.at("asOf").day(),
                root.at("mode").choice(Report.Mode.values(), Report.Mode::word),
                revision(root.at("base")),
                revision(root.at("head")),
                root.at("verdict").choice(Verdict.values(), Verdict::word),
                root.at("headline").text(),
                root.list("advisories", this::advisory),
                root.has("candidates")
                        ? root.list(
                                "candidates",
                                field -> new Report.Candidate(
                                        version(field, "version"),
                                        field.at("lines").number(),
                                        field.at("files").number()))
                        : List.of(),
                root.list("migrations", this::migration),
                root.list("incidents", this::incident),
                new Report.IncidentsSearched(
                        searched.at("count").number(),
                        searched.list("sources", Field::text),
                        searched.at("oldest").text(),
                        searched.at("newest").text()),
                root.list("releaseNotes", this::notes),
                root.list(
                        "suppressed",
                        field -> new Report.Suppressed(
                                field.at("id").text(),
                                field.at("text").text(),
                                suppression(field),
                                field.at("applied").flag())),
                root.list("unusedSuppressions", this::suppression),
                List.copyOf(evidence.values()),
                root.list(
                        "notChecked",
                        field -> new Gap(
                                field.at("what").text(), field.at("reason").text(), place(field, "place"))),
                new Usage(
                        usage.at("seconds").decimal(),
                        usage.at("requests").number(),
                        usage.at("byHost").map(Field::number),
                        usage.at("stages").map(Field::decimal),
                        usage.has("model") ? usage.at("model").map(Field::number) : Map.of()));
    }

    private static Report.Revision revision(Field at) {
        return new Report.Revision(
                at.at("ref").text(), at.at("commit").text(), at.at("dirty").flag());
    }

    private Evidence evidence(Field at) {
        return at.built(() -> new Evidence(
                at.at("kind").text(),
                at.at("grade").choice(Grade.values(), Grade::word),
                at.at("source").text(),
                at.at("url").text(),
                at.at("asOf").text(),
                at.at("quote").text()));
    }

    private Advisory advisory(Field at) {
        Field risk = at.at("risk");
        Field recommendation = at.at("recommendation");
        Field prose = at.at("prose");
        return new Advisory(
                at.at("id").text(),
                at.at("inChange").flag(),
                at.at("verdict").choice(Verdict.values(), Verdict::word),
                Purls.parse(at.at("component").text()),
                version(at, "from"),
                version(at, "to"),
                at.at("role").choice(Role.values(), Role::word),
                place(at, "declaredAt"),
                at.optional("movedBy"),
                at.at("moves").number(),
                new Risk(
                        risk.at("level").choice(Risk.Level.values(), Risk.Level::word),
                        risk.list("reasons", r -> new Risk.Reason(r.at("text").text(), cited(r, "evidence")))),
                at.list("findings", this::finding),
                new Recommendation(
                        recommendation.at("action").choice(Recommendation.Action.values(), Recommendation.Action::word),
                        recommendation.at("text").text(),
                        version(recommendation, "smallestStep"),
                        version(recommendation, "longTerm")),
                at.list("tasks", JsonReportReader::task),
                new Prose(
                        prose.at("author").choice(Prose.Author.values(), Prose.Author::word),
                        prose.list(
                                "sentences",
                                s -> s.built(
                                        () -> new Prose.Sentence(s.at("text").text(), cited(s, "cites")))),
                        prose.at("dropped").number(),
                        prose.has("left")
                                ? prose.list(
                                        "left",
                                        left -> new Prose.Left(
                                                left.at("text").text(),
                                                left.at("why").text()))
                                : List.of()));
    }

    private Finding finding(Field at) {
        return at.built(() -> new Finding(
                at.at("id").text(),
                at.at("kind").choice(Finding.Kind.values(), Finding.Kind::word),
                at.at("severity").choice(Finding.Severity.values(), Finding.Severity::word),
                at.at("grade").choice(Grade.values(), Grade::word),
                place(at, "place"),
                at.has("reference")
                        ? new Reference(
                                at.at("reference").at("owner").text(),
                                at.at("reference").at("member").text(),
                                at.at("reference").at("descriptor").text())
                        : Reference.NONE,
                deadline(at),
                at.at("text").text(),
                at.optional("fix"),
                cited(at, "evidence"),
                at.has("policy")
                        ? new Policy(
                                at.at("policy").at("rule").text(),
                                at.at("policy").list("artifacts", Field::text))
                        : Policy.NONE,
                !at.has("coveredByTests")
                        ? Finding.Tests.UNKNOWN
                        : at.at("coveredByTests").flag() ? Finding.Tests.RUN : Finding.Tests.NONE));
    }

    private static Deadline deadline(Field at) {
        return at.has("deadline") ? new Deadline(at.at("deadline").day(), at.optional("deadlineOf")) : Deadline.NONE;
    }

    private Migration migration(Field at) {
        return new Migration(
                at.at("id").text(),
                at.at("title").text(),
                at.at("trigger").text(),
                deadline(at),
                version(at, "target"),
                version(at, "longTerm"),
                at.list("places", JsonReportReader::place),
                at.list("breaks", Field::text),
                at.list("advisories", Field::text),
                at.list("tasks", JsonReportReader::task),
                at.list("after", Field::text),
                at.has("kind")
                        ? at.at("kind").choice(Migration.Kind.values(), Migration.Kind::word)
                        : Migration.Kind.DEPRECATION,
                at.has("cost") ? cost(at.at("cost")) : Migration.Cost.edits(0),
                at.has("evidence") ? cited(at, "evidence") : List.of(),
                at.has("incidents") ? at.list("incidents", Field::text) : List.of());
    }

    static Migration.Cost cost(Field at) {
        boolean measured = at.has("lines");
        return new Migration.Cost(
                at.at("edits").number(),
                measured ? at.at("lines").number() : 0,
                measured ? at.at("files").number() : 0,
                measured);
    }

    private Report.PastIncident incident(Field at) {
        return new Report.PastIncident(
                at.at("id").text(),
                at.at("title").text(),
                at.at("url").text(),
                at.at("date").text(),
                at.at("score").decimal(),
                at.at("advisory").text(),
                at.list("why", Field::text),
                at.at("quotes").at("incident").text(),
                at.at("quotes").at("change").text(),
                one(at.at("evidence")));
    }

    private Suppression suppression(Field at) {
        String by = at.at("by").text();
        int colon = by.lastIndexOf(':');
        Place place = at.built(() -> new Place(by.substring(0, colon), Integer.parseInt(by.substring(colon + 1))));
        return new Suppression(
                at.at("target").text(), at.at("reason").text(), at.at("until").day(), place);
    }

    private VendorNotes notes(Field at) {
        return new VendorNotes(
                Purls.parse(at.at("component").text()).purl(),
                at.at("name").text(),
                version(at, "from"),
                version(at, "to"),
                at.at("source").text(),
                at.at("url").text(),
                at.list(
                        "sections",
                        section -> new VendorNotes.Section(
                                version(section, "version"), section.at("date").text())),
                at.at("entries").number(),
                at.at("touching").number(),
                at.list(
                        "shown",
                        entry -> new VendorNotes.Entry(
                                version(entry, "version"),
                                entry.at("kind").text(),
                                entry.list("touches", Field::text),
                                one(entry.at("evidence")))),
                at.list("lookedAt", Field::text));
    }

    private List<Evidence> cited(Field at, String name) {
        return at.list(name, this::one);
    }

    private Evidence one(Field number) {
        Evidence found = evidence.get(number.text());
        if (found == null) {
            throw number.wrong("a number of this report's evidence");
        }
        return found;
    }

    private static Task task(Field at) {
        return new Task(at.at("id").text(), at.at("text").text(), place(at, "place"));
    }

    private static Version version(Field at, String name) {
        return new Version(at.optional(name));
    }

    private static Place place(Field at, String name) {
        return at.has(name) ? place(at.at(name)) : Place.NONE;
    }

    private static Place place(Field at) {
        return at.built(() -> new Place(at.at("file").text(), at.at("line").number()));
    }
}
