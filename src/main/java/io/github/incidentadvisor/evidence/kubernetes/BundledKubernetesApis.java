package io.github.incidentadvisor.evidence.kubernetes;

import io.github.incidentadvisor.evidence.KubernetesApis;
import io.github.incidentadvisor.evidence.KubernetesRelease;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The APIs of the tables that ship with this jar. */
public final class BundledKubernetesApis implements KubernetesApis {
    private static final String APIS = "apis.tsv";
    private static final String MOVES = "moves.tsv";

    /** No chain of replacements is longer; a circle ends here too. */
    private static final int STEPS = 5;

    private final ApiTable table;
    private final Moves moves;
    private final Map<String, ApiRow> rows = new LinkedHashMap<>();
    private final Map<String, Optional<Api>> known = new HashMap<>();

    /** Reads the tables. */
    public BundledKubernetesApis() {
        this(ApiTable.parse(resource(APIS)), new Moves(resource(MOVES)));
    }

    BundledKubernetesApis(ApiTable table, Moves moves) {
        this.table = table;
        this.moves = moves;
        table.rows().forEach(row -> rows.put(row.key(), row));
        table.rows().forEach(row -> known.put(row.key(), Optional.of(api(row))));
    }

    static String resource(String name) {
        try (InputStream in = BundledKubernetesApis.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the jar is damaged: " + name, e);
        }
    }

    @Override
    public Optional<Api> of(String apiVersion, String kind) {
        Optional<Api> exact = known.getOrDefault(apiVersion + " " + kind, Optional.empty());
        return exact.isPresent() ? exact : known.getOrDefault(apiVersion + " ", Optional.empty());
    }

    /** Everything in the table, in its order. */
    public List<Api> all() {
        return rows.keySet().stream().map(key -> known.get(key).orElseThrow()).toList();
    }

    private Api api(ApiRow row) {
        Authority authority = authority(row);
        boolean guide = authority == Authority.GUIDE;
        List<ApiRow> chain = chain(row);
        List<Replacement> replacements = replacements(row, chain);
        ApiRow last = chain.isEmpty() ? row : chain.get(chain.size() - 1);
        return new Api(
                row.apiVersion(),
                row.kind(),
                row.component(),
                row.introduced(),
                row.deprecated(),
                row.removed(),
                replacements,
                moves.advice(last.apiVersion(), last.kind()),
                authority,
                guide ? "Kubernetes' migration guide, and " + names(row) : names(row),
                guide && !replacements.isEmpty() && !replacements.get(0).url().isEmpty()
                        ? replacements.get(0).url()
                        : url(row.sources().get(0)),
                table.asOf(),
                row.conflict());
    }

    private Authority authority(ApiRow row) {
        if (row.kubernetes()) {
            return Authority.KUBERNETES;
        }
        boolean agreed = row.removed().isKnown()
                && moves.removal(row.apiVersion(), row.kind())
                        .filter(row.removed()::equals)
                        .isPresent();
        return agreed ? Authority.GUIDE : Authority.PEERS;
    }

    /** What replaces it in the table, and what replaces that, as far as the table knows them. */
    private List<ApiRow> chain(ApiRow row) {
        List<ApiRow> chain = new ArrayList<>();
        ApiRow next = rows.get(newer(row));
        while (next != null && chain.size() < STEPS) {
            chain.add(next);
            next = rows.get(newer(next));
        }
        return chain;
    }

    private List<Replacement> replacements(ApiRow row, List<ApiRow> chain) {
        List<Replacement> replacements = new ArrayList<>();
        chain.forEach(next -> replacements.add(moves.replacement(
                row.apiVersion(), row.kind(), next.apiVersion(), next.kind(), next.introduced(), next.removed())));
        String last = newer(chain.isEmpty() ? row : chain.get(chain.size() - 1));
        if (!last.isEmpty() && chain.size() < STEPS) {
            String[] stays = last.split(" ", 2);
            replacements.add(moves.replacement(
                    row.apiVersion(), row.kind(), stays[0], stays[1], KubernetesRelease.NONE, KubernetesRelease.NONE));
        }
        return replacements;
    }

    /** The key of what takes the place of a row: what it says itself, else what another version of the same kind says. */
    private String newer(ApiRow row) {
        if (!row.newApiVersion().isEmpty()) {
            return row.newApiVersion() + " " + row.newKind();
        }
        return table.rows().stream()
                .filter(other -> other.kind().equals(row.kind())
                        && !other.newApiVersion().isEmpty())
                .filter(other -> group(other.apiVersion()).equals(group(row.apiVersion()))
                        && group(other.newApiVersion()).equals(group(row.apiVersion())))
                .map(other -> other.newApiVersion() + " " + other.newKind())
                .filter(key -> !key.equals(row.key()) && !rows.containsKey(key))
                .findFirst()
                .orElse("");
    }

    private static String group(String apiVersion) {
        return apiVersion.substring(0, Math.max(0, apiVersion.indexOf('/')));
    }

    private String names(ApiRow row) {
        return String.join(
                ", ",
                row.sources().stream()
                        .map(source -> source.replaceFirst("^([^/]+/[^/]+)/.*", "$1"))
                        .distinct()
                        .toList());
    }

    /** Of {@code owner/name/path}, at the commit that was read. */
    private String url(String source) {
        String repository = source.replaceFirst("^([^/]+/[^/]+)/.*", "$1");
        String path = source.length() > repository.length() ? source.substring(repository.length() + 1) : "";
        return "https://github.com/" + repository + "/blob/" + table.commits().getOrDefault(repository, "HEAD") + "/"
                + path;
    }
}
