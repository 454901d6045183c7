package io.github.incidentadvisor.evidence.kubernetes;

import io.github.incidentadvisor.evidence.KubernetesRelease;
import java.util.Arrays;
import java.util.List;

/**
 * A line of {@code apis.tsv}.
 *
 * @param replacedBy who names the replacement where Kubernetes does not; empty when it does
 * @param kubernetes whether Kubernetes itself says when it ends
 * @param sources where it was read, the most trusted first
 */
record ApiRow(
        String apiVersion,
        String kind,
        String component,
        KubernetesRelease introduced,
        KubernetesRelease deprecated,
        KubernetesRelease removed,
        String newApiVersion,
        String newKind,
        String replacedBy,
        boolean kubernetes,
        List<String> sources,
        String conflict) {
    private static final int FIELDS = 12;
    private static final String AUTHORITY = "kubernetes";

    ApiRow {
        sources = List.copyOf(sources);
    }

    static ApiRow parse(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("not " + FIELDS + " fields: " + line);
        }
        return new ApiRow(
                fields[0],
                fields[1],
                fields[2],
                KubernetesRelease.of(fields[3]),
                KubernetesRelease.of(fields[4]),
                KubernetesRelease.of(fields[5]),
                fields[6],
                fields[7],
                fields[8],
                fields[9].equals(AUTHORITY),
                Arrays.asList(fields[10].split(" ")),
                fields[11]);
    }

    String line() {
        return String.join(
                "\t",
                apiVersion,
                kind,
                component,
                introduced.toString(),
                deprecated.toString(),
                removed.toString(),
                newApiVersion,
                newKind,
                replacedBy,
                kubernetes ? AUTHORITY : "peers",
                String.join(" ", sources),
                conflict);
    }

    String key() {
        return apiVersion + " " + kind;
    }
}
