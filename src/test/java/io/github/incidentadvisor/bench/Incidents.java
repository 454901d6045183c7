package io.github.incidentadvisor.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.incidentadvisor.git.FolderTree;
import io.github.incidentadvisor.incidents.Step;
import io.github.incidentadvisor.incidents.index.Generations;
import io.github.incidentadvisor.incidents.index.Memory;
import io.github.incidentadvisor.incidents.match.Likeness;
import io.github.incidentadvisor.incidents.match.Search;
import io.github.incidentadvisor.incidents.source.TreeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which past incidents are shown for changes, and how often memory is rightly silent: {@code (FOLDER RUN.tsv)…}. FOLDER has
 * documents.jsonl, queries.jsonl and qrels.tsv. Documents go through the product's own reading, index and correlation.
 */
public final class Incidents {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FOLDS = 5;
    private static final double TOLERATED = 0.1;

    private final Map<String, Map<String, Integer>> grades = new HashMap<>();
    private final Map<String, List<Likeness>> judged = new LinkedHashMap<>();

    private Incidents() {}

    public static void main(String[] arguments) throws Exception {
        List<Incidents> sets = new ArrayList<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            sets.add(measured(Path.of(arguments[i]), Path.of(arguments[i + 1])));
        }
        if (sets.size() > 1) {
            together(sets);
        }
    }

    /** One threshold for all sets, and what one that is chosen on the others does on each. */
    private static void together(List<Incidents> sets) {
        System.out.println("all sets:");
        for (double speaks = 2; speaks <= 7; speaks += 0.25) {
            double at = speaks;
            System.out.printf(
                    Locale.ROOT,
                    "  %.2f  nDCG@5 %.3f, precision %.3f, false alarms at most %.3f%n",
                    speaks,
                    sets.stream()
                            .mapToDouble(set -> set.figures(at).ndcg())
                            .average()
                            .orElseThrow(),
                    sets.stream()
                            .mapToDouble(set -> set.figures(at).precision())
                            .average()
                            .orElseThrow(),
                    sets.stream()
                            .mapToDouble(set -> set.figures(at).falseAlarms())
                            .max()
                            .orElseThrow());
        }
        for (Incidents held : sets) {
            double best = -1;
            double chosen = 2;
            for (double speaks = 2; speaks <= 7; speaks += 0.25) {
                double at = speaks;
                List<Figures> others = sets.stream()
                        .filter(set -> set != held)
                        .map(set -> set.figures(at))
                        .toList();
                double worth = others.stream()
                        .mapToDouble(set -> set.ndcg() + set.precision())
                        .sum();
                boolean silent = others.stream().allMatch(set -> set.falseAlarms() <= TOLERATED);
                if (silent && worth > best + 1e-9) {
                    best = worth;
                    chosen = speaks;
                }
            }
            System.out.printf(
                    Locale.ROOT, "held out, threshold %.2f of the others: %s%n", chosen, held.figures(chosen));
        }
    }

    private static Incidents measured(Path folder, Path out) throws Exception {
        Incidents bench = new Incidents();
        bench.readGrades(folder.resolve("qrels.tsv"));
        Path cache = Files.createTempDirectory("incidents");
        long start = System.nanoTime();
        try (Memory memory = new Generations(cache, Clock.systemUTC())
                .of(new TreeSource(FolderTree.of(folder), "documents.jsonl")
                        .list()
                        .entries())) {
            System.out.printf(
                    Locale.ROOT,
                    "%d incidents read and indexed in %.2f s (%s to %s), %d duplicates, %d gaps%n",
                    memory.size(),
                    (System.nanoTime() - start) / 1e9,
                    memory.searched().oldest(),
                    memory.searched().newest(),
                    memory.duplicates(),
                    memory.gaps().size());
            Search search = new Search(memory);
            Map<String, List<Likeness>> judged = bench.judged;
            start = System.nanoTime();
            for (String line : Files.readAllLines(folder.resolve("queries.jsonl"))) {
                if (!line.isBlank()) {
                    JsonNode query = JSON.readTree(line);
                    judged.put(query.get("id").asText(), search.judged(step(query)));
                }
            }
            System.out.printf(
                    Locale.ROOT, "%d changes asked in %.3f s%n", judged.size(), (System.nanoTime() - start) / 1e9);
            bench.write(judged, out);
            bench.report(judged);
        }
        return bench;
    }

    /** A change of the evaluation in the product's terms; what the set says of a query for analysis is not looked at. */
    private static Step step(JsonNode query) {
        JsonNode change = query.get("change");
        return new Step(
                change.path("type").asText(),
                change.path("name").asText(),
                change.path("from").asText(),
                change.path("to").asText(),
                change.path("file").asText(),
                query.path("release_note").asText(),
                List.of());
    }

    private void readGrades(Path file) throws IOException {
        if (Files.exists(file)) {
            Files.readAllLines(file).stream()
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .forEach(fields -> grades.computeIfAbsent(fields[0], query -> new HashMap<>())
                            .put(fields[1], Integer.parseInt(fields[2])));
        }
    }

    private void write(Map<String, List<Likeness>> judged, Path out) throws IOException {
        List<String> lines = new ArrayList<>();
        judged.forEach((query, all) -> Search.shown(all, Search.SPEAKS)
                .forEach(like -> lines.add(String.format(
                        Locale.ROOT, "%s\t%s\t%.2f", query, like.incident().id(), like.score()))));
        Files.write(out, lines);
    }

    private void report(Map<String, List<Likeness>> judged) {
        List<String> all = List.copyOf(judged.keySet());
        System.out.println("one setting:           " + figures(judged, all, Search.SPEAKS));
        crossValidated(judged, all);
        System.out.println("threshold against silence:");
        for (double speaks = 2; speaks <= 7; speaks += 0.25) {
            System.out.printf(Locale.ROOT, "  %.2f  %s%n", speaks, figures(judged, all, speaks));
        }
        for (String query : all) {
            boolean none = !grades.containsKey(query);
            for (Likeness like : Search.shown(judged.get(query), Search.SPEAKS)) {
                if (none) {
                    System.out.println("false alarm " + query + ": "
                            + like.incident().id() + " " + like.score() + " " + like.why());
                }
            }
        }
        for (String query : all) {
            List<Likeness> shown = Search.shown(judged.get(query), Search.SPEAKS);
            Map<String, Integer> of = grades.getOrDefault(query, Map.of());
            String row = shown.stream()
                    .map(like -> like.incident().id() + "="
                            + of.getOrDefault(like.incident().id(), 0))
                    .collect(Collectors.joining(" "));
            String missed = of.entrySet().stream()
                    .filter(entry -> entry.getValue() == 2)
                    .filter(entry -> shown.stream()
                            .noneMatch(like -> like.incident().id().equals(entry.getKey())))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.joining(" "));
            System.out.println(query + ": " + (row.isEmpty() ? "(silent)" : row)
                    + (missed.isEmpty() ? "" : "  not shown: " + missed));
        }
    }

    /** The threshold is chosen on four fifths and measured on the fifth; the figures are over all queries, each measured once. */
    private void crossValidated(Map<String, List<Likeness>> judged, List<String> all) {
        Map<String, Double> chosen = new HashMap<>();
        List<Double> thresholds = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            List<String> train = new ArrayList<>();
            List<String> held = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                (i % FOLDS == fold ? held : train).add(all.get(i));
            }
            double speaks = mostSilent(judged, train);
            thresholds.add(speaks);
            for (String query : held) {
                chosen.put(query, speaks);
            }
        }
        System.out.println("5-fold cross-validated: " + figures(judged, all, chosen) + "  thresholds " + thresholds);
    }

    /** The most silent threshold that costs no more than {@link #TOLERATED} of the best one's worth. */
    private double mostSilent(Map<String, List<Likeness>> judged, List<String> queries) {
        Map<Double, Double> worth = new TreeMap<>();
        for (double speaks = 2; speaks <= 7; speaks += 0.25) {
            Figures figures = figures(judged, queries, speaks);
            worth.put(speaks, figures.ndcg() + figures.precision() - 2 * figures.falseAlarms());
        }
        double best = worth.values().stream().max(Double::compare).orElseThrow();
        return worth.entrySet().stream()
                .filter(entry -> entry.getValue() >= best - TOLERATED)
                .mapToDouble(Map.Entry::getKey)
                .max()
                .orElseThrow();
    }

    private Figures figures(double speaks) {
        return figures(judged, List.copyOf(judged.keySet()), speaks);
    }

    private Figures figures(Map<String, List<Likeness>> judged, List<String> queries, double speaks) {
        Map<String, Double> same = new HashMap<>();
        queries.forEach(query -> same.put(query, speaks));
        return figures(judged, queries, same);
    }

    private Figures figures(Map<String, List<Likeness>> judged, List<String> queries, Map<String, Double> speaks) {
        double ndcg = 0;
        double precision = 0;
        double hits = 0;
        int positive = 0;
        int alarms = 0;
        for (String query : queries) {
            List<String> shown = Search.shown(judged.get(query), speaks.get(query)).stream()
                    .map(like -> like.incident().id())
                    .toList();
            Map<String, Integer> of = grades.getOrDefault(query, Map.of());
            if (of.isEmpty()) {
                alarms += shown.isEmpty() ? 0 : 1;
                continue;
            }
            positive++;
            ndcg += ndcg(shown, of);
            List<String> top = shown.subList(0, Math.min(3, shown.size()));
            precision += top.isEmpty()
                    ? 0
                    : (double) top.stream()
                                    .filter(id -> of.getOrDefault(id, 0) > 0)
                                    .count()
                            / top.size();
            hits += top.stream().anyMatch(id -> of.getOrDefault(id, 0) == 2) ? 1 : 0;
        }
        int none = queries.size() - positive;
        return new Figures(
                ndcg / Math.max(1, positive),
                precision / Math.max(1, positive),
                hits / Math.max(1, positive),
                (double) alarms / Math.max(1, none),
                positive,
                none);
    }

    private static double ndcg(List<String> shown, Map<String, Integer> of) {
        double gain = 0;
        for (int i = 0; i < Math.min(5, shown.size()); i++) {
            gain += gain(of.getOrDefault(shown.get(i), 0), i);
        }
        List<Integer> best =
                of.values().stream().sorted((a, b) -> b - a).limit(5).toList();
        double ideal = 0;
        for (int i = 0; i < best.size(); i++) {
            ideal += gain(best.get(i), i);
        }
        return gain / ideal;
    }

    private static double gain(int grade, int rank) {
        return (Math.pow(2, grade) - 1) / (Math.log(rank + 2) / Math.log(2));
    }

    private record Figures(double ndcg, double precision, double hits, double falseAlarms, int positive, int none) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "nDCG@5 %.3f, precision of the first three shown %.3f, grade 2 among them %.3f, false alarms %.3f (%d and %d"
                            + " changes)",
                    ndcg,
                    precision,
                    hits,
                    falseAlarms,
                    positive,
                    none);
        }
    }
}
