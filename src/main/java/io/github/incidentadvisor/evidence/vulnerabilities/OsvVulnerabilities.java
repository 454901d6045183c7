package io.github.incidentadvisor.evidence.vulnerabilities;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.incidentadvisor.evidence.Privacy;
import io.github.incidentadvisor.evidence.Vulnerabilities;
import io.github.incidentadvisor.http.Answer.Failed;
import io.github.incidentadvisor.http.Answer.Found;
import io.github.incidentadvisor.http.Http;
import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Version;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * OSV: one question for everything, then one for each vulnerability that has not been read yet.
 *
 * @see <a href="https://google.github.io/osv.dev/post-v1-querybatch/">querybatch</a>, <a
 *     href="https://google.github.io/osv.dev/get-v1-vulns/">vulns</a>
 */
public final class OsvVulnerabilities implements Vulnerabilities {
    private static final int BATCH = 1_000;
    private static final int MOST_ROUNDS = 3;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:-]{2,79}");
    private static final ObjectMapper JSON = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(40)
                            .maxStringLength(2 << 20)
                            .build())
                    .build())
            .build();

    private final Http http;
    private final URI api;
    private final Privacy privacy;
    private final int mostDetails;

    /**
     * A client.
     *
     * @param http may ask the host of {@code api}
     * @param api {@code https://api.osv.dev} or a mirror of it
     * @param privacy what must not be named there
     * @param mostDetails records that are read at most; of others only the id is known
     */
    public OsvVulnerabilities(Http http, URI api, Privacy privacy, int mostDetails) {
        this.http = http;
        this.api = api;
        this.privacy = privacy;
        this.mostDetails = mostDetails;
    }

    @Override
    public Answer of(Collection<Coordinates> components) {
        List<Coordinates> asked = components.stream()
                .filter(one -> !privacy.covers(one.artifact()) && one.version().isKnown())
                .distinct()
                .sorted(Comparator.comparing(Coordinates::toString))
                .toList();
        List<Gap> gaps = new ArrayList<>();
        Map<Coordinates, Set<String>> ids = new LinkedHashMap<>();
        for (int at = 0; at < asked.size(); at += BATCH) {
            ask(asked.subList(at, Math.min(asked.size(), at + BATCH)), ids, gaps);
        }
        Map<String, OsvRecord> records = records(ids, gaps);
        Map<Coordinates, List<Vulnerability>> known = new HashMap<>();
        ids.forEach((one, names) -> {
            List<Vulnerability> all = vulnerabilities(one, names, records);
            if (!all.isEmpty()) {
                known.put(one, all);
            }
        });
        return new Answer(known, gaps);
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    private void ask(List<Coordinates> batch, Map<Coordinates, Set<String>> ids, List<Gap> gaps) {
        Map<Coordinates, String> open = new LinkedHashMap<>();
        batch.forEach(one -> open.put(one, ""));
        for (int round = 0; round < MOST_ROUNDS && !open.isEmpty(); round++) {
            List<Coordinates> asked = List.copyOf(open.keySet());
            Optional<JsonNode> results = results(open, gaps);
            open.clear();
            if (results.isEmpty()) {
                return;
            }
            for (int i = 0; i < asked.size(); i++) {
                JsonNode result = results.get().path(i);
                Set<String> names = ids.computeIfAbsent(asked.get(i), one -> new TreeSet<>());
                for (JsonNode vulnerability : result.path("vulns")) {
                    String id = vulnerability.path("id").asText("");
                    if (isId(id)) {
                        names.add(id);
                    }
                }
                String next = result.path("next_page_token").asText("");
                if (!next.isEmpty() && next.length() < 2_000) {
                    open.put(asked.get(i), next);
                }
            }
        }
        if (!open.isEmpty()) {
            gaps.add(Gap.of(
                    "known vulnerabilities of " + open.size() + " components",
                    api.getHost() + " has more of them than are read"));
        }
    }

    private Optional<JsonNode> results(Map<Coordinates, String> open, List<Gap> gaps) {
        String what = "known vulnerabilities of " + open.size() + (open.size() == 1 ? " component" : " components");
        var answer = http.post(
                URI.create(api + "/v1/querybatch"),
                Map.of("Accept", "application/json", "Content-Type", "application/json"),
                question(open));
        if (answer instanceof Found found) {
            if (!found.notRefreshed().isEmpty()) {
                gaps.add(Gap.of(
                        "newer vulnerability data",
                        found.notRefreshed() + "; judged by what was known on "
                                + found.fetchedAt().toString().substring(0, 10)));
            }
            Optional<JsonNode> results = read(found.body())
                    .map(node -> node.path("results"))
                    .filter(node -> node.isArray() && node.size() == open.size());
            if (results.isEmpty()) {
                gaps.add(Gap.of(what, api.getHost() + " answered something that cannot be read"));
            }
            return results;
        }
        gaps.add(Gap.of(
                what, answer instanceof Failed failed ? failed.text() : api.getHost() + " knows no such question"));
        return Optional.empty();
    }

    private static byte[] question(Map<Coordinates, String> open) {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode queries = root.putArray("queries");
        open.forEach((one, token) -> {
            ObjectNode query = queries.addObject();
            query.putObject("package").put("purl", purl(one));
            if (!token.isEmpty()) {
                query.put("page_token", token);
            }
        });
        try {
            return JSON.writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of nodes is always JSON", e);
        }
    }

    /** OSV knows artifacts by group and name; what a classifier or type adds is not part of it. */
    private static String purl(Coordinates one) {
        String version = java.net.URLEncoder.encode(one.version().text(), java.nio.charset.StandardCharsets.UTF_8)
                .replace("+", "%20");
        return io.github.incidentadvisor.model.Component.Artifact.of(
                                one.artifact().group(), one.artifact().artifact())
                        .purl()
                + "@" + version;
    }

    private Map<String, OsvRecord> records(Map<Coordinates, Set<String>> ids, List<Gap> gaps) {
        Set<String> all = new LinkedHashSet<>();
        ids.values().forEach(all::addAll);
        List<String> first = all.stream().sorted().limit(mostDetails).toList();
        Map<String, OsvRecord> records = new ConcurrentHashMap<>();
        Set<String> silent = ConcurrentHashMap.newKeySet();
        first.parallelStream().forEach(id -> {
            var answer = http.get(URI.create(api + "/v1/vulns/" + id), Map.of("Accept", "application/json"));
            Optional<OsvRecord> record = answer instanceof Found found
                    ? read(found.body()).map(OsvRecord::new).filter(one -> one.id()
                            .equals(id))
                    : Optional.empty();
            record.ifPresent(one -> records.put(id, one));
            if (record.isEmpty()) {
                silent.add(answer instanceof Failed failed ? failed.text() : api.getHost() + " has no readable record");
            }
        });
        int unread = all.size() - records.size();
        if (unread > 0) {
            String why = silent.stream().sorted().findFirst().orElse("no more than " + mostDetails + " are read");
            gaps.add(Gap.of("details of " + unread + (unread == 1 ? " vulnerability" : " vulnerabilities"), why));
        }
        return records;
    }

    /** Each once: what several databases call by names of each other is one, and what was withdrawn is none. */
    private static List<Vulnerability> vulnerabilities(
            Coordinates one, Set<String> names, Map<String, OsvRecord> records) {
        List<Vulnerability> all = new ArrayList<>();
        for (String name : names) {
            OsvRecord record = records.get(name);
            if (record != null && record.isWithdrawn()) {
                continue;
            }
            Vulnerability next = record == null
                    ? new Vulnerability(
                            name, List.of(), "", "", "https://osv.dev/vulnerability/" + name, "", Version.NONE)
                    : record.of(one);
            Optional<Vulnerability> same =
                    all.stream().filter(known -> known.sameAs(next)).findFirst();
            same.ifPresent(all::remove);
            all.add(same.map(known -> merged(known, next)).orElse(next));
        }
        all.sort(Comparator.comparing(Vulnerability::id));
        return all;
    }

    private static Vulnerability merged(Vulnerability a, Vulnerability b) {
        Set<String> names = new TreeSet<>(a.aliases());
        names.addAll(b.aliases());
        names.add(a.id());
        names.add(b.id());
        Vulnerability fuller = a.severity().length() + a.summary().length()
                        >= b.severity().length() + b.summary().length()
                ? a
                : b;
        String best = names.stream()
                .filter(name -> name.startsWith("CVE-"))
                .findFirst()
                .orElse(a.id());
        names.remove(best);
        return new Vulnerability(
                best,
                List.copyOf(names),
                fuller.summary(),
                fuller.severity().isEmpty() ? a.severity() + b.severity() : fuller.severity(),
                fuller.url(),
                fuller.day(),
                a.fixedIn().isKnown() ? a.fixedIn() : b.fixedIn());
    }

    private static Optional<JsonNode> read(byte[] body) {
        try {
            return Optional.ofNullable(JSON.readTree(body)).filter(JsonNode::isObject);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
