package io.github.incidentadvisor.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.incidentadvisor.organisation.Part;
import io.github.incidentadvisor.organisation.Shards;
import io.github.incidentadvisor.organisation.Unread;
import java.util.List;

/** The small files by which the runs of one scan know of each other: scan.json of each, plan.json of all. */
public final class ScanJson {
    private ScanJson() {}

    /** scan.json: what one run covers. */
    public static byte[] write(Part part) {
        ObjectNode root = Json.object();
        root.put("schemaVersion", OrganisationJson.SCHEMA_VERSION)
                .put("shard", part.number())
                .put("of", part.of())
                .put("asOf", part.asOf().toString())
                .put("finished", part.finished());
        Json.array(root, "repositories", part.repositories());
        ArrayNode unread = root.putArray("notRead");
        part.unread().forEach(one -> unread.addObject().put("name", one.name()).put("reason", one.reason()));
        return Json.bytes(root);
    }

    /** What {@link #write(Part)} wrote. */
    public static Part read(byte[] bytes) {
        Field root = new Field("scan.json", Json.read(bytes, "scan.json"));
        return root.built(() -> new Part(
                root.at("shard").number(),
                root.at("of").number(),
                root.at("asOf").day(),
                root.list("repositories", Field::text),
                root.list(
                        "notRead",
                        at -> new Unread(at.at("name").text(), at.at("reason").text())),
                root.at("finished").flag()));
    }

    /** plan.json: who reads what. */
    public static byte[] write(Shards shards) {
        ObjectNode root = Json.object();
        root.put("schemaVersion", OrganisationJson.SCHEMA_VERSION);
        ArrayNode all = root.putArray("shards");
        for (int i = 0; i < shards.all().size(); i++) {
            Json.array(
                    all.addObject().put("shard", i + 1),
                    "repositories",
                    shards.all().get(i));
        }
        return Json.bytes(root);
    }

    /** What {@link #write(Shards)} wrote. */
    public static Shards readPlan(byte[] bytes) {
        Field root = new Field("plan.json", Json.read(bytes, "plan.json"));
        List<List<String>> all = root.list("shards", shard -> shard.list("repositories", Field::text));
        return new Shards(all);
    }
}
