package io.github.incidentadvisor.incidents.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.incidentadvisor.model.Gap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a generation holds, beside its index.
 *
 * @param count incidents
 * @param sources their names, sorted
 * @param oldest ISO day; empty when no incident has one
 * @param newest likewise
 * @param gaps of each entry that has some, by its key, so that an entry which is not read again keeps them
 * @param duplicates how many were left out because another has the same address or id
 */
record Manifest(
        int count, List<String> sources, String oldest, String newest, Map<String, List<Gap>> gaps, int duplicates) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "manifest.json";

    Manifest {
        sources = List.copyOf(sources);
        gaps = Map.copyOf(gaps);
    }

    void write(Path folder) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("count", count).put("oldest", oldest).put("newest", newest).put("duplicates", duplicates);
        ArrayNode names = root.putArray("sources");
        sources.forEach(names::add);
        ObjectNode byKey = root.putObject("gaps");
        gaps.forEach((key, list) -> {
            ArrayNode of = byKey.putArray(key);
            list.forEach(gap -> of.addObject().put("what", gap.what()).put("reason", gap.reason()));
        });
        JSON.writeValue(folder.resolve(FILE).toFile(), root);
    }

    /** @throws IOException when it is not there or not whole */
    static Manifest read(Path folder) throws IOException {
        JsonNode root = JSON.readTree(Files.readAllBytes(folder.resolve(FILE)));
        if (root == null || !root.path("count").isInt()) {
            throw new IOException("no manifest");
        }
        List<String> sources = new ArrayList<>();
        root.path("sources").forEach(name -> sources.add(name.asText()));
        Map<String, List<Gap>> gaps = new LinkedHashMap<>();
        root.path("gaps").properties().forEach(entry -> {
            List<Gap> of = new ArrayList<>();
            entry.getValue()
                    .forEach(gap -> of.add(
                            Gap.of(gap.path("what").asText(), gap.path("reason").asText())));
            gaps.put(entry.getKey(), List.copyOf(of));
        });
        return new Manifest(
                root.path("count").asInt(),
                sources,
                root.path("oldest").asText(),
                root.path("newest").asText(),
                gaps,
                root.path("duplicates").asInt());
    }
}
