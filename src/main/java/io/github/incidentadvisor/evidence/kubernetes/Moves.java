package io.github.incidentadvisor.evidence.kubernetes;

import io.github.incidentadvisor.evidence.KubernetesApis.Change;
import io.github.incidentadvisor.evidence.KubernetesApis.Replacement;
import io.github.incidentadvisor.evidence.KubernetesRelease;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What Kubernetes' guide says of moving from one API to another, from {@code moves.tsv}. */
final class Moves {
    private static final String GUIDE = "https://kubernetes.io/docs/reference/using-api/deprecation-guide/";
    private static final String PURE = "-";
    private static final String AS_OF = "as of\t";

    private final String asOf;

    private final Map<String, Move> moves = new HashMap<>();
    private final Map<String, KubernetesRelease> removals = new HashMap<>();
    private final Map<String, String> advice = new HashMap<>();
    private final Map<String, KubernetesRelease> since = new HashMap<>();

    private record Move(String url, String changes) {}

    /** @param table the lines of the resource */
    Moves(String table) {
        asOf = table.lines()
                .filter(line -> line.startsWith(AS_OF))
                .map(line -> line.substring(AS_OF.length()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the table of moves has no day"));
        table.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith(AS_OF))
                .forEach(line -> {
                    String[] fields = line.split("\t", -1);
                    if (fields.length != 7) {
                        throw new IllegalArgumentException("not seven fields: " + line);
                    }
                    for (String api : fields[0].split(" ")) {
                        for (String kind : fields[1].split(" ")) {
                            add(api, kind, fields);
                        }
                    }
                });
    }

    private void add(String api, String kind, String[] fields) {
        KubernetesRelease removed = KubernetesRelease.of(fields[2]);
        if (removed.isKnown()) {
            removals.put(api + " " + kind, removed);
        }
        String url = fields[5].isEmpty() ? "" : GUIDE + "#" + fields[5];
        if (fields[3].isEmpty()) {
            advice.put(api + " " + kind, fields[6]);
            return;
        }
        since.put(fields[3] + " " + kind, KubernetesRelease.of(fields[4]));
        moves.put(api + " " + kind + " " + fields[3], new Move(url, fields[6]));
    }

    /** The release that stopped serving it as the guide says. */
    Optional<KubernetesRelease> removal(String api, String kind) {
        return Optional.ofNullable(removals.get(api + " " + kind));
    }

    /** What to do where there is no replacement; empty when the guide does not say. */
    String advice(String api, String kind) {
        return advice.getOrDefault(api + " " + kind, "");
    }

    /** A replacement with what is known of it. */
    Replacement replacement(
            String api,
            String kind,
            String newApi,
            String newKind,
            KubernetesRelease introduced,
            KubernetesRelease until) {
        Move move = moves.getOrDefault(api + " " + kind + " " + newApi, new Move("", ""));
        Change change = move.changes().isEmpty()
                ? Change.UNKNOWN
                : move.changes().equals(PURE) ? Change.NAME_ONLY : Change.FIELDS;
        return new Replacement(
                newApi,
                newKind,
                since.getOrDefault(newApi + " " + newKind, introduced),
                until,
                change,
                change == Change.FIELDS ? move.changes() : "",
                move.url(),
                asOf);
    }
}
