package io.github.incidentadvisor.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.incidentadvisor.evidence.Privacy;
import io.github.incidentadvisor.evidence.ReleaseNotes;
import io.github.incidentadvisor.evidence.ReleaseNotes.Item;
import io.github.incidentadvisor.evidence.ReleaseNotes.Kind;
import io.github.incidentadvisor.evidence.ReleaseNotes.Notes;
import io.github.incidentadvisor.evidence.ReleaseNotes.Section;
import io.github.incidentadvisor.evidence.ReleaseNotes.Step;
import io.github.incidentadvisor.evidence.notes.Homes;
import io.github.incidentadvisor.evidence.notes.PublishedNotes;
import io.github.incidentadvisor.github.ClonedRepositories;
import io.github.incidentadvisor.github.RepositoryName;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Version;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is found of notes that people wrote down: {@code TRUTH.json CLONES OUT.json}. Of a truth only the artifact, the versions,
 * the repository and its commit are used to look; the rest is what is expected.
 */
public final class VendorNotes {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private int wanted;
    private int shown;
    private int right;
    private int keys;
    private int surfaced;
    private int kindsRight;
    private int items;
    private int invented;

    private VendorNotes() {}

    public static void main(String[] arguments) throws Exception {
        JsonNode truth = JSON.readTree(Path.of(arguments[0]).toFile());
        VendorNotes all = new VendorNotes();
        ArrayNode out = JSON.createArrayNode();
        for (JsonNode entry : truth.get("entries")) {
            all.one(entry, Path.of(arguments[1]), out.addObject());
        }
        Files.write(Path.of(arguments[2]), JSON.writeValueAsBytes(out));
        System.out.printf(
                Locale.ROOT,
                "sections: %d shown, %d wanted, %d right: precision %.3f, recall %.3f%n"
                        + "key items: %d of %d surfaced (%.3f), %d of the kind that was written down%n"
                        + "items: %d, not in what was read: %d%n",
                all.shown,
                all.wanted,
                all.right,
                ratio(all.right, all.shown),
                ratio(all.right, all.wanted),
                all.surfaced,
                all.keys,
                ratio(all.surfaced, all.keys),
                all.kindsRight,
                all.items,
                all.invented);
    }

    private static double ratio(int of, int all) {
        return all == 0 ? 1 : (double) of / all;
    }

    private void one(JsonNode entry, Path clones, ObjectNode out) {
        RepositoryName repository =
                RepositoryName.parse(entry.get("repo").asText()).orElseThrow();
        String[] ga = entry.get("artifact").asText().split(":");
        Step step = new Step(
                Artifact.of(ga[0], ga[1]),
                new Version(entry.get("from").asText()),
                new Version(entry.get("to").asText()));
        Map<RepositoryName, String> heads = new HashMap<>();
        if (!entry.path("commit").asText().isEmpty()) {
            heads.put(repository, entry.get("commit").asText());
        }
        long start = System.nanoTime();
        try (ClonedRepositories host = new ClonedRepositories(clones, heads)) {
            Recorded recorded = new Recorded(host);
            Homes homes = asked -> new Homes.Known(
                    List.of(new Homes.Home(repository, Optional.empty(), "truth")), List.of(), List.of());
            ReleaseNotes notes = new PublishedNotes(
                    Optional.empty(),
                    List.of(new PublishedNotes.Source(recorded, homes, Integer.MAX_VALUE)),
                    Privacy.of(List.of(), List.of()));
            Notes found = notes.between(step);
            write(entry, found, out);
            score(entry, found, recorded.texts());
        }
        System.out.printf(Locale.ROOT, "   %.1f s%n", (System.nanoTime() - start) / 1e9);
    }

    private static void write(JsonNode entry, Notes found, ObjectNode out) {
        out.put("artifact", entry.get("artifact").asText());
        out.put("from", entry.get("from").asText());
        out.put("to", entry.get("to").asText());
        ArrayNode sections = out.putArray("sections");
        found.sections().forEach(section -> sections.add(section.version().text()));
        ArrayNode items = out.putArray("items");
        found.items().stream().filter(VendorNotes::isSurfaced).forEach(item -> {
            ObjectNode one = items.addObject()
                    .put("version", item.version().text())
                    .put("kind", item.kind().word())
                    .put("text", item.text())
                    .put("source", item.source())
                    .put("url", item.url());
            one.putArray("touches");
        });
        ArrayNode lookedAt = out.putArray("lookedAt");
        found.lookedAt().forEach(lookedAt::add);
    }

    private static boolean isSurfaced(Item item) {
        return item.kind() != Kind.CHORE;
    }

    private void score(JsonNode entry, Notes found, List<String> texts) {
        Set<String> must = new HashSet<>();
        entry.get("sections_that_must_be_shown").forEach(section -> must.add(section.asText()));
        List<String> got = found.sections().stream()
                .map(Section::version)
                .map(Version::text)
                .toList();
        wanted += must.size();
        shown += got.size();
        right += (int) got.stream().filter(must::contains).count();
        System.out.println(entry.get("artifact").asText() + " "
                + entry.get("from").asText() + " → "
                + entry.get("to").asText() + ": " + got + (must.equals(new HashSet<>(got)) ? "" : ", WANTED " + must)
                + ", " + found.items().size() + " items; looked at " + found.lookedAt());
        found.gaps().forEach(gap -> System.out.println("   gap: " + gap.what() + ": " + gap.reason()));
        List<Item> surface =
                found.items().stream().filter(VendorNotes::isSurfaced).toList();
        for (JsonNode key : entry.get("must_surface")) {
            keys++;
            Optional<Item> match =
                    surface.stream().filter(item -> names(item, key)).findFirst();
            match.ifPresent(item -> {
                surfaced++;
                kindsRight += item.kind().word().equals(key.get("kind").asText()) ? 1 : 0;
                System.out.println("   " + key.get("kind").asText() + " as "
                        + item.kind().word() + ": " + key.get("item").asText());
            });
            if (match.isEmpty()) {
                System.out.println("   MISSED " + key);
            }
        }
        for (Item item : surface) {
            items++;
            String words = squeezed(item.text().replaceFirst("^[A-Z]*-?\\d+: | \\([\\w-]+\\)$", ""));
            if (texts.stream()
                    .noneMatch(text ->
                            text.contains(words) || text.contains(item.text().replaceAll("[\\s\\u00a0]+", "")))) {
                invented++;
                System.out.println("   NOT IN WHAT WAS READ " + item);
            }
        }
    }

    /** By the number that the truth gives, else by most of its longer words. */
    private static boolean names(Item item, JsonNode key) {
        if (!item.version().text().equals(key.get("version").asText())) {
            return false;
        }
        String evidence = key.path("evidence").asText();
        if (!evidence.isEmpty()) {
            return (item.text() + " ")
                    .matches("(?s).*(?<![\\w])" + java.util.regex.Pattern.quote(evidence) + "(?!\\w).*");
        }
        List<String> words = new ArrayList<>();
        for (String word : key.get("item").asText().toLowerCase(Locale.ROOT).split("[^a-z0-9.]+")) {
            if (word.length() >= 4) {
                words.add(word.replaceFirst("(?:ed|ing|s|ly)$", ""));
            }
        }
        String text = item.text().toLowerCase(Locale.ROOT);
        long there = words.stream().filter(text::contains).count();
        return there * 3 >= words.size() * 2L;
    }

    /** Without markup and blanks: what is compared is the words. */
    private static String squeezed(String text) {
        return entities(text.replaceAll("</?[a-z][^<>]*>", "")).replaceAll("[\\s\\u00a0]+", "");
    }

    private static String entities(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    /** Passes on, and keeps what was read. */
    private static final class Recorded implements io.github.incidentadvisor.github.CodeHost {
        private final io.github.incidentadvisor.github.CodeHost host;
        private final List<String> texts = new ArrayList<>();

        Recorded(io.github.incidentadvisor.github.CodeHost host) {
            this.host = host;
        }

        List<String> texts() {
            return texts;
        }

        @Override
        public io.github.incidentadvisor.github.Told<Page> releases(RepositoryName repository, int page) {
            return host.releases(repository, page);
        }

        @Override
        public io.github.incidentadvisor.github.Told<List<String>> tags(RepositoryName repository) {
            return host.tags(repository);
        }

        @Override
        public io.github.incidentadvisor.github.Told<Listing> tree(RepositoryName repository, String ref) {
            return host.tree(repository, ref);
        }

        @Override
        public io.github.incidentadvisor.github.Told<byte[]> file(RepositoryName repository, String ref, String path) {
            var told = host.file(repository, ref, path);
            told.thing()
                    .ifPresent(bytes -> texts.addAll(List.of(
                            squeezed(new String(bytes, StandardCharsets.UTF_8)),
                            entities(new String(bytes, StandardCharsets.UTF_8)).replaceAll("[\\s\\u00a0]+", ""))));
            return told;
        }

        @Override
        public String page(RepositoryName repository, String ref, String path, int line) {
            return host.page(repository, ref, path, line);
        }

        @Override
        public String host() {
            return host.host();
        }
    }
}
