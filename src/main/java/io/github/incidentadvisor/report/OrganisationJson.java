package io.github.incidentadvisor.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Migration;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Version;
import io.github.incidentadvisor.organisation.Advice;
import io.github.incidentadvisor.organisation.Affected;
import io.github.incidentadvisor.organisation.Member;
import io.github.incidentadvisor.organisation.Organisation;
import io.github.incidentadvisor.organisation.SharedMigration;
import io.github.incidentadvisor.organisation.Since;
import java.util.List;

/**
 * organisation.json: the report on many repositories for other programs, in the shape of organisation.schema.json. The same report
 * gives the same bytes; the next scan reads it to say what changed.
 */
public final class OrganisationJson {
    /** The version of the shape; only additions are made to it. */
    public static final int SCHEMA_VERSION = 1;

    private OrganisationJson() {}

    /** The file's bytes. */
    public static byte[] write(Organisation all) {
        ObjectNode root = Json.object();
        root.put("schemaVersion", SCHEMA_VERSION);
        root.putObject("tool")
                .put("name", all.tool().name())
                .put("version", all.tool().version());
        root.put("asOf", all.asOf().toString());
        ArrayNode repositories = root.putArray("repositories");
        all.members().forEach(member -> member(repositories.addObject(), member));
        ArrayNode unread = root.putArray("notRead");
        all.unread().forEach(one -> unread.addObject().put("name", one.name()).put("reason", one.reason()));
        ArrayNode migrations = root.putArray("migrations");
        all.migrations().forEach(one -> migration(migrations.addObject(), one, all));
        ArrayNode incidents = root.putArray("incidents");
        all.incidents().forEach(one -> {
            ObjectNode at = incidents
                    .addObject()
                    .put("id", one.id())
                    .put("title", one.title())
                    .put("url", one.url())
                    .put("date", one.date());
            Json.array(at, "repositories", one.repositories());
            Json.array(at, "migrations", one.migrations());
        });
        ArrayNode affected = root.putArray("affected");
        all.affected().forEach(one -> {
            ObjectNode at =
                    affected.addObject().put("question", one.question()).put("repositories", one.repositories());
            uses(at.putArray("uses"), one.places());
            uses(at.putArray("unsure"), one.unsure());
        });
        if (all.since().isKnown()) {
            since(root.putObject("since"), all.since());
        }
        ObjectNode track = root.putObject("trackRecord");
        for (Advice.Outcome outcome : Advice.Outcome.values()) {
            track.put(outcome.word(), all.count(outcome));
        }
        return Json.bytes(root);
    }

    /**
     * The report that a file holds.
     *
     * @throws io.github.incidentadvisor.model.AdvisorException naming the field that is not as it should be
     */
    public static Organisation read(byte[] bytes) {
        return OrganisationJsonReader.read(bytes);
    }

    /** A repository's part of what the next scan is told. */
    public static byte[] write(Member member) {
        ObjectNode root = Json.object();
        root.put("schemaVersion", SCHEMA_VERSION);
        member(root, member);
        return Json.bytes(root);
    }

    /**
     * What {@link #write(Member)} wrote.
     *
     * @throws io.github.incidentadvisor.model.AdvisorException naming the field that is not as it should be
     */
    public static Member readMember(byte[] bytes) {
        return OrganisationJsonReader.readMember(bytes);
    }

    private static void member(ObjectNode at, Member member) {
        at.put("name", member.name())
                .put("commit", member.commit())
                .put("asOf", member.asOf().toString())
                .put("until", member.until().toString())
                .put("key", member.key())
                .put("poms", member.poms())
                .put("notChecked", member.gaps());
        ArrayNode advice = at.putArray("advice");
        for (Advice one : member.advice()) {
            ObjectNode its = advice.addObject()
                    .put("migration", one.migration())
                    .put("title", one.title())
                    .put("said", one.said().toString())
                    .put("outcome", one.outcome().word())
                    .put("on", one.on().toString())
                    .put("commit", one.commit());
            version(its, "target", one.target());
            ArrayNode had = its.putArray("had");
            one.had().forEach(part -> had.addObject()
                    .put("component", part.purl())
                    .put("version", part.version().text()));
            Json.array(its, "files", one.files());
        }
    }

    private static void migration(ObjectNode at, SharedMigration one, Organisation all) {
        at.put("id", one.id())
                .put("kind", one.kind().word())
                .put("title", one.title())
                .put("trigger", one.trigger());
        deadline(at, one.deadline());
        if (one.deadline().isKnown()) {
            at.put("daysLeft", one.deadline().daysFrom(all.asOf()));
        }
        version(at, "target", one.target());
        version(at, "longTerm", one.longTerm());
        ArrayNode repositories = at.putArray("repositories");
        for (SharedMigration.Within within : one.within()) {
            ObjectNode its =
                    repositories.addObject().put("name", within.repository()).put("title", within.title());
            version(its, "target", within.target());
            ArrayNode places = its.putArray("places");
            within.places().forEach(place -> place(places.addObject(), place));
            cost(its.putObject("cost"), within.cost());
            Json.array(its, "after", within.after());
        }
        Json.array(at, "incidents", one.incidents());
    }

    private static void cost(ObjectNode at, Migration.Cost cost) {
        at.put("edits", cost.edits());
        if (cost.measured()) {
            at.put("lines", cost.lines()).put("files", cost.files());
        }
    }

    private static void uses(ArrayNode at, List<Affected.Where> all) {
        for (Affected.Where one : all) {
            ObjectNode use = at.addObject()
                    .put("repository", one.repository())
                    .put("component", one.use().component().purl())
                    .put("version", one.use().version().text())
                    .put("role", one.use().role());
            if (one.use().place().isKnown()) {
                place(use.putObject("place"), one.use().place());
            }
        }
    }

    private static void since(ObjectNode at, Since since) {
        at.put("day", since.day().toString());
        lines(at.putArray("new"), since.fresh());
        lines(at.putArray("nearer"), since.nearer());
        lines(at.putArray("resolved"), since.resolved());
        Json.array(at, "joined", since.joined());
        Json.array(at, "left", since.left());
    }

    private static void lines(ArrayNode at, List<Since.Line> lines) {
        lines.forEach(line -> deadline(
                at.addObject().put("repository", line.repository()).put("title", line.title()), line.deadline()));
    }

    private static void deadline(ObjectNode at, Deadline deadline) {
        if (deadline.isKnown()) {
            at.put("deadline", deadline.on().toString()).put("deadlineOf", deadline.what());
        }
    }

    private static void version(ObjectNode at, String name, Version version) {
        if (version.isKnown()) {
            at.put(name, version.text());
        }
    }

    private static void place(ObjectNode at, Place place) {
        at.put("file", place.file()).put("line", place.line());
    }
}
