package io.github.incidentadvisor.incidents.source;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.incidentadvisor.git.GitRepository;
import io.github.incidentadvisor.git.History;
import io.github.incidentadvisor.git.History.Commit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The commits of a branch that moved versions in manifests, newest first. What was walked once is kept on disk and only what came
 * since is walked again; a file there that cannot be read is as if there were none.
 *
 * @param whole whether the walk reached the beginning
 */
record VersionHistory(String head, boolean whole, List<Bump> bumps) {
    /** How many commits are looked at when nothing is kept yet. */
    static final int MOST_COMMITS = 5_000;

    private static final int FORMAT = 1;
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final Pattern MANIFEST = Pattern.compile(
            "(?:.*/)?(?:pom\\.xml|Dockerfile[\\w.-]*|[\\w.-]*\\.dockerfile|Chart\\.ya?ml|values[\\w.-]*\\.ya?ml"
                    + "|(?:docker-)?compose[\\w.-]*\\.ya?ml|[\\w.-]+\\.tf|kustomization\\.ya?ml|gradle\\.properties"
                    + "|libs\\.versions\\.toml|build\\.gradle(?:\\.kts)?|maven-wrapper\\.properties)");
    private static final Pattern FIXTURE = Pattern.compile("(?:.*/)?src/(?:it|test)/.*");

    VersionHistory {
        bumps = List.copyOf(bumps);
    }

    /** @param kept the file that holds what was walked before; need not exist */
    static VersionHistory of(GitRepository repository, String head, Path kept) {
        Optional<VersionHistory> before = read(kept);
        if (before.isPresent() && before.get().head().equals(head)) {
            return before.get();
        }
        History since = History.of(
                repository, head, before.map(VersionHistory::head), VersionHistory::isManifest, MOST_COMMITS);
        List<Bump> bumps = new ArrayList<>();
        since.steps().forEach(commit -> bump(commit).ifPresent(bumps::add));
        boolean joined = before.isPresent() && since.whole();
        if (joined) {
            bumps.addAll(before.get().bumps());
        }
        VersionHistory now = new VersionHistory(head, joined ? before.get().whole() : since.whole(), bumps);
        now.write(kept);
        return now;
    }

    private static boolean isManifest(String path) {
        return MANIFEST.matcher(path).matches() && !FIXTURE.matcher(path).matches();
    }

    private static Optional<Bump> bump(Commit commit) {
        Set<String> seen = new HashSet<>();
        List<VersionMove> moves = commit.hunks().stream()
                .flatMap(hunk -> VersionMove.of(hunk).stream())
                .filter(move -> seen.add(move.file() + move.slot() + move.to()))
                .toList();
        return moves.isEmpty()
                ? Optional.empty()
                : Optional.of(new Bump(commit.id(), commit.day(), commit.message(), moves));
    }

    private static Optional<VersionHistory> read(Path kept) {
        try {
            JsonNode root = JSON.readTree(Files.readAllBytes(kept));
            if (root.path("format").asInt() != FORMAT) {
                return Optional.empty();
            }
            List<Bump> bumps = new ArrayList<>();
            for (JsonNode bump : root.path("bumps")) {
                List<VersionMove> moves = new ArrayList<>();
                bump.path("moves")
                        .forEach(move -> moves.add(new VersionMove(
                                move.path("file").asText(),
                                move.path("slot").asText(),
                                move.path("name").asText(),
                                move.path("from").asText(),
                                move.path("to").asText())));
                bumps.add(new Bump(
                        bump.path("id").asText(),
                        LocalDate.parse(bump.path("day").asText()),
                        bump.path("message").asText(),
                        moves));
            }
            return Optional.of(new VersionHistory(
                    root.path("head").asText(), root.path("whole").asBoolean(), bumps));
        } catch (IOException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What cannot be kept is walked again the next time. */
    private void write(Path kept) {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", FORMAT).put("head", head).put("whole", whole);
        ArrayNode list = root.putArray("bumps");
        for (Bump bump : bumps) {
            ObjectNode at = list.addObject();
            at.put("id", bump.id()).put("day", bump.day().toString()).put("message", bump.message());
            ArrayNode moves = at.putArray("moves");
            bump.moves().forEach(move -> moves.addObject()
                    .put("file", move.file())
                    .put("slot", move.slot())
                    .put("name", move.name())
                    .put("from", move.from())
                    .put("to", move.to()));
        }
        try {
            Files.createDirectories(kept.getParent());
            Path aside = Files.createTempFile(kept.getParent(), "history", ".part");
            JSON.writeValue(aside.toFile(), root);
            Files.move(aside, kept, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            return;
        }
    }
}
