package io.github.incidentadvisor.evidence.linkage;

import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which jars may know of which, by the artifact ids that the POMs beside them mention: optional and provided dependencies too, and
 * more than these. A jar without a POM beside it may know of all.
 */
final class Mentions {
    private static final int POM = 1 << 20;
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>\\s*([\\w.-]+)\\s*</artifactId>");

    private final Map<Path, Set<String>> byJar = new HashMap<>();

    /** Those of {@code libraries} that mention one of {@code artifactIds}, or something that does, however far. */
    Set<Coordinates> of(Set<String> artifactIds, Collection<Coordinates> libraries, Map<Coordinates, Path> files) {
        Map<String, Set<Coordinates>> mentioning = new HashMap<>();
        Set<Coordinates> found = new HashSet<>();
        for (Coordinates one : libraries) {
            Path file = files.get(one);
            Set<String> mentioned = file == null ? Set.of() : byJar.computeIfAbsent(file, Mentions::read);
            if (file != null && mentioned.isEmpty()) {
                found.add(one);
            }
            mentioned.forEach(
                    id -> mentioning.computeIfAbsent(id, i -> new HashSet<>()).add(one));
        }
        Deque<String> open = new ArrayDeque<>(artifactIds);
        Set<String> seen = new HashSet<>(artifactIds);
        while (!open.isEmpty()) {
            for (Coordinates one : mentioning.getOrDefault(open.pop(), Set.of())) {
                found.add(one);
                if (seen.add(one.artifact().artifact())) {
                    open.push(one.artifact().artifact());
                }
            }
        }
        return found;
    }

    /** The artifact ids of {@code libraries} that a jar may know of, however far; all of them when that is not known. */
    Set<String> from(Coordinates jar, Map<String, Coordinates> libraries, Map<Coordinates, Path> files) {
        Set<String> seen = new TreeSet<>(Set.of(jar.artifact().artifact()));
        Deque<Coordinates> open = new ArrayDeque<>(Set.of(jar));
        while (!open.isEmpty()) {
            Path file = files.get(open.pop());
            Set<String> mentioned = file == null ? Set.of() : byJar.computeIfAbsent(file, Mentions::read);
            if (file != null && mentioned.isEmpty()) {
                return libraries.keySet();
            }
            for (String id : mentioned) {
                Coordinates next = libraries.get(id);
                if (next != null && seen.add(id)) {
                    open.push(next);
                }
            }
        }
        return seen;
    }

    private static Set<String> read(Path jar) {
        String name = jar.getFileName().toString();
        String version =
                jar.getParent() == null ? "" : jar.getParent().getFileName().toString();
        int end = name.indexOf("-" + version);
        Path pom = jar.resolveSibling(name.substring(0, Math.max(0, end)) + "-" + version + ".pom");
        Set<String> mentioned = new HashSet<>();
        try {
            if (Files.isRegularFile(pom) && Files.size(pom) <= POM) {
                Matcher ids = ARTIFACT.matcher(Files.readString(pom, StandardCharsets.UTF_8));
                while (ids.find()) {
                    mentioned.add(ids.group(1));
                }
            }
        } catch (IOException e) {
            return Set.of();
        }
        return mentioned;
    }
}
