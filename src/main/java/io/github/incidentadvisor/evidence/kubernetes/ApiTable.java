package io.github.incidentadvisor.evidence.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The table of APIs that end: a head of comments and of {@code as of} and {@code source} lines, then a line for each apiVersion
 * and kind.
 *
 * @param asOf the day until which the sources are true
 * @param commits the commit of each repository that was read, by {@code owner/name}
 */
record ApiTable(String asOf, Map<String, String> commits, List<ApiRow> rows) {
    private static final String HEAD = """
            # APIs of Kubernetes and of two add-ons that are not served any more, or will not be. Facts, no text, from the sources named
            # below (Apache-2.0, MIT), put into this table by KubernetesFacts; do not edit, make it anew.
            # apiVersion, kind, component whose releases are meant, introduced, deprecated, removed, replacement's apiVersion, its kind,
            # who names the replacement if Kubernetes does not, who says when it ends, where it was read, where sources contradict
            """;
    private static final String AS_OF = "as of\t";
    private static final String SOURCE = "source\t";

    ApiTable {
        commits = java.util.Collections.unmodifiableMap(new TreeMap<>(commits));
        rows = List.copyOf(rows);
    }

    static ApiTable parse(String text) {
        Map<String, String> commits = new TreeMap<>();
        List<ApiRow> rows = new java.util.ArrayList<>();
        String asOf = "";
        for (String line : text.lines().toList()) {
            if (line.startsWith(AS_OF)) {
                asOf = line.substring(AS_OF.length());
            } else if (line.startsWith(SOURCE)) {
                String[] fields = line.split("\t");
                commits.put(fields[1], fields[2]);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                rows.add(ApiRow.parse(line));
            }
        }
        return new ApiTable(asOf, commits, rows);
    }

    String text() {
        StringBuilder text = new StringBuilder(HEAD);
        text.append(AS_OF).append(asOf).append('\n');
        commits.forEach((repository, commit) -> text.append(SOURCE)
                .append(repository)
                .append('\t')
                .append(commit)
                .append('\n'));
        rows.forEach(row -> text.append(row.line()).append('\n'));
        return text.toString();
    }
}
