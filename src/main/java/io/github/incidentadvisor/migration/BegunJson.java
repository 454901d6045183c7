package io.github.incidentadvisor.migration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.report.Json;

/**
 * {@code migration-ID.json}: a begun migration for whoever publishes it without running anything of the project. Its schema is
 * {@code migration.schema.json} beside this class; additive changes only.
 *
 * <p>A publisher makes a branch and a draft pull request from it through an API: a blob of each file's {@code content}, a tree on
 * top of {@code base}'s, a commit with {@code message}, the branch named {@code branch}. It should see that {@code base} is the
 * commit that it means, that each file's blob there is {@code before}, and that the new one is {@code after}; and it must treat all
 * of it as somebody else's text, for it was written where the project's own build may have run.
 */
public final class BegunJson {
    private BegunJson() {}

    /** The name of the file. */
    public static String name(Begun begun) {
        return "migration-" + begun.migration().id() + ".json";
    }

    /** Its bytes; the same for the same value. */
    public static byte[] bytes(Begun begun) {
        ObjectNode root = Json.object();
        root.put("schemaVersion", 1);
        root.put("id", begun.migration().id());
        root.put("title", begun.migration().title());
        root.put("trigger", begun.migration().trigger());
        root.put("target", begun.migration().target().text());
        if (begun.migration().deadline().isKnown()) {
            root.put("deadline", begun.migration().deadline().on().toString());
        }
        root.put("base", begun.base());
        root.put("branch", begun.branch());
        root.put("commit", begun.commit());
        root.put("draft", begun.isDraft());
        root.put("message", begun.message());
        var files = root.putArray("files");
        begun.files().forEach(file -> files.addObject()
                .put("path", file.path())
                .put("before", file.before())
                .put("after", file.after())
                .put("content", file.content()));
        root.put("diff", begun.diff());
        var left = root.putArray("leftToDo");
        begun.leftToDo()
                .forEach(one -> place(left.addObject().put("text", one.what()).put("why", one.why()), one.place()));
        var breaks = root.putArray("breaks");
        begun.breaks()
                .forEach(one -> place(
                        breaks.addObject()
                                .put("severity", one.severity().word())
                                .put("text", one.text())
                                .put("fix", one.fix()),
                        one.place()));
        var gaps = root.putArray("notChecked");
        begun.notChecked()
                .forEach(gap ->
                        place(gaps.addObject().put("what", gap.what()).put("reason", gap.reason()), gap.place()));
        return Json.bytes(root);
    }

    private static void place(ObjectNode at, Place place) {
        if (place.isKnown()) {
            at.putObject("place").put("file", place.file()).put("line", place.line());
        }
    }
}
