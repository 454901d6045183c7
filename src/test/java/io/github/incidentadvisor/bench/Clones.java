package io.github.incidentadvisor.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.incidentadvisor.git.GitRepository;
import io.github.incidentadvisor.git.OverlayTree;
import io.github.incidentadvisor.git.Tree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A folder of clones, ordinary or bare, each in {@code owner+name} or {@code owner+name/repo}. */
final class Clones {
    private final Path folder;
    private final Map<String, GitRepository> open = new HashMap<>();

    Clones(Path folder) {
        this.folder = folder;
    }

    /** The tree of a commit of {@code owner/name}. */
    Tree at(String repository, String commit) {
        GitRepository git = open.computeIfAbsent(repository, name -> {
            Path home = folder.resolve(name.replace('/', '+'));
            Path nested = home.resolve("repo");
            return GitRepository.open(Files.isDirectory(nested) ? nested : home)
                    .orElseThrow(() -> new IllegalStateException("no clone of " + name + " in " + folder));
        });
        return git.commit(commit).orElseThrow(() -> new IllegalStateException(repository + " has no commit " + commit));
    }

    /** {@code edits} with file, line, from and to, laid over a tree. */
    static Tree edited(Tree tree, JsonNode edits) {
        Map<String, List<String>> files = new TreeMap<>();
        for (JsonNode edit : edits) {
            List<String> lines = files.computeIfAbsent(
                    edit.get("file").asText(),
                    file -> new java.util.ArrayList<>(
                            List.of(new String(tree.read(tree.find(file).orElseThrow()), StandardCharsets.UTF_8)
                                    .split("\n", -1))));
            int line = edit.get("line").asInt() - 1;
            String from = edit.get("from").asText();
            if (!lines.get(line).contains(from)) {
                throw new IllegalStateException("'" + from + "' is not in " + edit + ": " + lines.get(line));
            }
            lines.set(line, lines.get(line).replace(from, edit.get("to").asText()));
        }
        Map<String, byte[]> contents = new HashMap<>();
        files.forEach(
                (file, lines) -> contents.put(file, String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
        return OverlayTree.of(tree, contents, Set.of());
    }
}
