package io.github.incidentadvisor.report;

import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Migration;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Version;
import io.github.incidentadvisor.organisation.Advice;
import io.github.incidentadvisor.organisation.Affected;
import io.github.incidentadvisor.organisation.Member;
import io.github.incidentadvisor.organisation.Organisation;
import io.github.incidentadvisor.organisation.SharedIncident;
import io.github.incidentadvisor.organisation.SharedMigration;
import io.github.incidentadvisor.organisation.Since;
import io.github.incidentadvisor.organisation.Unread;
import io.github.incidentadvisor.organisation.Use;

/** Reads organisation.json as hostile data, as {@link JsonReportReader} reads report.json. */
final class OrganisationJsonReader {
    private OrganisationJsonReader() {}

    static Organisation read(byte[] bytes) {
        Field root = new Field("organisation.json", Json.read(bytes, "organisation.json"));
        checkVersion(root);
        Field tool = root.at("tool");
        return new Organisation(
                new Report.Tool(tool.at("name").text(), tool.at("version").text()),
                root.at("asOf").day(),
                root.list("repositories", OrganisationJsonReader::member),
                root.list(
                        "notRead",
                        at -> new Unread(at.at("name").text(), at.at("reason").text())),
                root.list("migrations", OrganisationJsonReader::migration),
                root.list("incidents", OrganisationJsonReader::incident),
                root.list("affected", OrganisationJsonReader::affected),
                root.has("since") ? since(root.at("since")) : Since.NOTHING);
    }

    static Member readMember(byte[] bytes) {
        Field root = new Field("state.json", Json.read(bytes, "state.json"));
        checkVersion(root);
        return member(root);
    }

    private static void checkVersion(Field root) {
        if (root.at("schemaVersion").number() != OrganisationJson.SCHEMA_VERSION) {
            throw new AdvisorException(root.path() + " is of another release; this one reads schemaVersion "
                    + OrganisationJson.SCHEMA_VERSION + ".");
        }
    }

    private static Member member(Field at) {
        return new Member(
                at.at("name").text(),
                at.at("commit").text(),
                at.at("asOf").day(),
                at.at("until").day(),
                at.at("key").text(),
                at.at("poms").number(),
                at.at("notChecked").number(),
                at.list("advice", OrganisationJsonReader::advice));
    }

    private static Advice advice(Field at) {
        return new Advice(
                at.at("migration").text(),
                at.at("title").text(),
                at.at("said").day(),
                at.list("had", part -> new Advice.Had(part.at("component").text(), version(part, "version"))),
                version(at, "target"),
                at.list("files", Field::text),
                at.at("commit").text(),
                at.at("outcome").choice(Advice.Outcome.values(), Advice.Outcome::word),
                at.at("on").day());
    }

    private static SharedMigration migration(Field at) {
        return new SharedMigration(
                at.at("id").text(),
                at.at("kind").choice(Migration.Kind.values(), Migration.Kind::word),
                at.at("title").text(),
                at.at("trigger").text(),
                deadline(at),
                version(at, "target"),
                version(at, "longTerm"),
                at.list(
                        "repositories",
                        within -> new SharedMigration.Within(
                                within.at("name").text(),
                                within.at("title").text(),
                                version(within, "target"),
                                within.list("places", OrganisationJsonReader::place),
                                JsonReportReader.cost(within.at("cost")),
                                within.list("after", Field::text))),
                at.list("incidents", Field::text));
    }

    private static SharedIncident incident(Field at) {
        return new SharedIncident(
                at.at("id").text(),
                at.at("title").text(),
                at.at("url").text(),
                at.at("date").text(),
                at.list("repositories", Field::text),
                at.list("migrations", Field::text));
    }

    private static Affected affected(Field at) {
        return new Affected(
                at.at("question").text(),
                at.at("repositories").number(),
                at.list("uses", OrganisationJsonReader::where),
                at.list("unsure", OrganisationJsonReader::where));
    }

    private static Affected.Where where(Field at) {
        return new Affected.Where(
                at.at("repository").text(),
                new Use(
                        Purls.parse(at.at("component").text()),
                        version(at, "version"),
                        at.at("role").text(),
                        at.has("place") ? place(at.at("place")) : Place.NONE));
    }

    private static Since since(Field at) {
        return new Since(
                at.at("day").day(),
                at.list("new", OrganisationJsonReader::line),
                at.list("nearer", OrganisationJsonReader::line),
                at.list("resolved", OrganisationJsonReader::line),
                at.list("joined", Field::text),
                at.list("left", Field::text));
    }

    private static Since.Line line(Field at) {
        return new Since.Line(at.at("repository").text(), at.at("title").text(), deadline(at));
    }

    private static Deadline deadline(Field at) {
        return at.has("deadline") ? new Deadline(at.at("deadline").day(), at.optional("deadlineOf")) : Deadline.NONE;
    }

    private static Version version(Field at, String name) {
        return new Version(at.optional(name));
    }

    private static Place place(Field at) {
        return at.built(() -> new Place(at.at("file").text(), at.at("line").number()));
    }
}
