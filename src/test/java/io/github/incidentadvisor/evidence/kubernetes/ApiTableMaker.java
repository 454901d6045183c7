package io.github.incidentadvisor.evidence.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.incidentadvisor.evidence.KubernetesRelease;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * From a file of {@code {"commits": {…}, "apis": […], "disagreements": […]}} to our table. What the sources call by a folder's
 * name or get wrong by their own generator is put right here.
 */
public final class ApiTableMaker {
    /** Kubernetes' sources have these groups in folders of a shorter name. */
    private static final Map<String, String> FOLDERS =
            Map.of("admission", "admission.k8s.io", "apidiscovery", "apidiscovery.k8s.io");

    private static final Comparator<ApiRow> ORDER =
            Comparator.comparing(ApiRow::apiVersion).thenComparing(ApiRow::kind);

    private ApiTableMaker() {}

    public static String table(Path file, String asOf) throws IOException {
        JsonNode data = new ObjectMapper().readTree(file.toFile());
        if (!data.path("apis").isArray() || data.path("schema").asInt() != 1) {
            throw new IOException(file.getFileName() + " has no apis, or another schema than 1");
        }
        Map<String, String> commits = new TreeMap<>();
        data.path("commits")
                .properties()
                .forEach(entry -> commits.put(
                        entry.getKey().replace('+', '/'), entry.getValue().asText()));
        Map<String, String> conflicts = conflicts(data.path("disagreements"));
        List<ApiRow> rows = new ArrayList<>();
        data.path("apis").forEach(api -> rows.add(row(api, conflicts)));
        rows.sort(ORDER);
        return new ApiTable(asOf, commits, rows).text();
    }

    /** The apiVersion that a cluster serves. */
    static String served(String apiVersion) {
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? apiVersion : apiVersion.substring(0, slash);
        return FOLDERS.getOrDefault(group, group) + (slash < 0 ? "" : apiVersion.substring(slash));
    }

    private static ApiRow row(JsonNode api, Map<String, String> conflicts) {
        JsonNode replacement = api.path("replacement");
        String kind = api.path("kind").asText("");
        String newKind = replacement.path("kind").asText("");
        List<String> sources = new ArrayList<>();
        api.path("sources")
                .forEach(source -> sources.add(
                        source.asText().replaceFirst("^https://github\\.com/([^/]+/[^/]+)/blob/[0-9a-f]+/", "$1/")));
        return new ApiRow(
                served(api.path("apiVersion").asText()),
                kind,
                api.path("component").asText(),
                release(api, "introducedIn"),
                release(api, "deprecatedIn"),
                release(api, "removedIn"),
                served(replacement.path("apiVersion").asText("")),
                // The generator of Kubernetes' sources names the list where it means the kind.
                newKind.equals(kind + "List") ? kind : newKind,
                replacement.path("source").asText("").replaceFirst("[ ;].*", ""),
                api.path("authority").asText().equals("kubernetes"),
                sources,
                conflicts.getOrDefault(api.path("apiVersion").asText() + " " + kind, ""));
    }

    private static KubernetesRelease release(JsonNode api, String field) {
        return KubernetesRelease.of(api.path(field).asText(""));
    }

    private static Map<String, String> conflicts(JsonNode disagreements) {
        Map<String, String> conflicts = new HashMap<>();
        disagreements.forEach(one -> {
            List<String> values = new ArrayList<>();
            one.path("values")
                    .properties()
                    .forEach(value -> values.add(value.getKey() + " "
                            + (value.getValue().isNull()
                                    ? "nothing"
                                    : value.getValue().asText())));
            conflicts.merge(
                    one.path("apiVersion").asText() + " " + one.path("kind").asText(),
                    one.path("field").asText() + ": " + String.join(", ", values),
                    (a, b) -> a + "; " + b);
        });
        return conflicts;
    }
}
