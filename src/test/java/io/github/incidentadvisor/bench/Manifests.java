package io.github.incidentadvisor.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.incidentadvisor.evidence.Lifecycles;
import io.github.incidentadvisor.evidence.lifecycle.BundledLifecycles;
import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.manifest.ManifestInventory;
import io.github.incidentadvisor.report.InventoryJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is found of references that people wrote down: {@code TRUTH_FOLDER CLONES OUT_FOLDER}. A truth that names no status or
 * lifecycle is not asked for it.
 */
public final class Manifests {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Integer> counts = new TreeMap<>();

    private Manifests() {}

    public static void main(String[] arguments) throws Exception {
        Clones clones = new Clones(Path.of(arguments[1]));
        Path out = Files.createDirectories(Path.of(arguments[2]));
        Lifecycles lifecycles = new BundledLifecycles(LocalDate.now());
        Manifests all = new Manifests();
        List<Path> truths;
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            truths = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        for (Path file : truths) {
            all.one(file, clones, lifecycles, out.resolve(file.getFileName().toString()));
        }
        all.print();
    }

    private void one(Path file, Clones clones, Lifecycles lifecycles, Path out) throws IOException {
        JsonNode truth = JSON.readTree(file.toFile());
        Tree tree = clones.at(
                truth.get("repository").asText().replaceFirst("https://github.com/", ""),
                truth.get("commit").asText());
        int size = tree.entries().size();
        long start = System.nanoTime();
        Inventory inventory = ManifestInventory.read(tree);
        double seconds = (System.nanoTime() - start) / 1e9;
        byte[] json = InventoryJson.write(inventory, lifecycles, Map.of());
        Files.write(out, json);
        System.out.printf(
                Locale.ROOT,
                "%s: %d files, %d references, %d objects, %d gaps, %.2f s%n",
                file.getFileName(),
                size,
                inventory.references().size(),
                inventory.objects().size(),
                inventory.gaps().size(),
                seconds);
        JsonNode found = JSON.readTree(json).get("references");
        for (JsonNode wanted : truth.get("references")) {
            score(wanted, at(found, wanted));
        }
        for (JsonNode wrong : truth.path("mustNotReport")) {
            List<JsonNode> there = at(found, wrong);
            count("places that are none", true);
            count("places that are none: reported", !there.isEmpty());
            boolean claimed = there.stream()
                    .anyMatch(reference -> reference.get("status").asText().equals("resolved")
                            || !reference.get("lifecycle").isEmpty());
            count("places that are none: a version or cycle claimed", claimed);
            if (!there.isEmpty()) {
                System.out.println("   " + (claimed ? "CLAIMED " : "reported ") + place(wrong) + " "
                        + wrong.get("why").asText() + " as " + texts(there));
            }
        }
        inventory.gaps().stream()
                .limit(20)
                .forEach(gap -> System.out.println("   gap " + gap.place() + " " + gap.reason()));
    }

    private void score(JsonNode wanted, List<JsonNode> there) {
        boolean optional = wanted.path("optional").asBoolean();
        if (optional && there.isEmpty()) {
            return;
        }
        boolean name = there.stream().anyMatch(one -> same(one, wanted, "name"));
        boolean exact = there.stream().anyMatch(one -> same(one, wanted, "name") && same(one, wanted, "version"));
        boolean status = there.stream()
                .anyMatch(one -> same(one, wanted, "name")
                        && same(one, wanted, "version")
                        && (!wanted.has("status") || same(one, wanted, "status"))
                        && same(one, wanted, "kind"));
        count("references", true);
        count("references: found at their line", !there.isEmpty());
        count("references: with their name", name);
        count("references: exact (file, line, name, version)", exact);
        count("references: exact with kind and status", status);
        if (wanted.has("lifecycle")) {
            List<String> right = cycles(wanted);
            boolean same = there.stream().anyMatch(one -> cycles(one).equals(right));
            count("lifecycles", true);
            count("lifecycles: exact", same);
            count("lifecycles: every product and cycle named", there.stream().anyMatch(one -> cycles(one)
                    .containsAll(right)));
            if (!same) {
                System.out.println("   LIFECYCLE " + place(wanted) + " " + text(wanted) + ": " + right + " is "
                        + there.stream().map(Manifests::cycles).toList());
            }
        }
        if (!status) {
            System.out.println("   " + (exact ? "nearly " : there.isEmpty() ? "MISSED " : "WRONG ") + place(wanted)
                    + " " + text(wanted) + " is " + texts(there));
        }
    }

    private static List<String> cycles(JsonNode reference) {
        List<String> cycles = new ArrayList<>();
        reference
                .path("lifecycle")
                .forEach(one -> cycles.add(
                        one.get("product").asText() + " " + one.get("cycle").asText()));
        return cycles.stream().sorted().toList();
    }

    private static List<JsonNode> at(JsonNode found, JsonNode place) {
        List<JsonNode> there = new ArrayList<>();
        found.forEach(one -> {
            if (same(one, place, "file")
                    && one.get("line").asInt() == place.get("line").asInt()) {
                there.add(one);
            }
        });
        return there;
    }

    private static boolean same(JsonNode a, JsonNode b, String field) {
        return a.path(field).asText().equals(b.path(field).asText());
    }

    private static String place(JsonNode at) {
        return at.get("file").asText() + ":" + at.get("line").asInt();
    }

    private static List<String> texts(List<JsonNode> references) {
        return references.stream().map(Manifests::text).toList();
    }

    private static String text(JsonNode reference) {
        return reference.path("kind").asText() + " " + reference.path("name").asText() + " "
                + reference.path("version").asText() + " "
                + reference.path("status").asText();
    }

    private void count(String what, boolean one) {
        counts.merge(what, one ? 1 : 0, Integer::sum);
    }

    private void print() {
        counts.forEach((what, number) -> {
            int of = counts.getOrDefault(what.replaceFirst(": .*", ""), number);
            System.out.printf(
                    Locale.ROOT, "%s: %d of %d, %.1f %%%n", what, number, of, of == 0 ? 100.0 : 100.0 * number / of);
        });
    }
}
