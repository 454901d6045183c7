package io.github.incidentadvisor.evidence.linkage;

import io.github.incidentadvisor.evidence.Linkage.Skew;
import io.github.incidentadvisor.evidence.linkage.bytecode.Break;
import io.github.incidentadvisor.evidence.linkage.bytecode.BytecodeLinkage;
import io.github.incidentadvisor.evidence.linkage.bytecode.BytecodeLinkage.SkewQuestion;
import io.github.incidentadvisor.evidence.linkage.bytecode.Library;
import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.model.Gap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Dependencies against each other. Modules whose class paths have no artifact in two versions are looked at as one: what jars
 * demand of each other does not depend on who has them, and a reactor costs what its distinct artifacts cost.
 */
final class JarSkews {
    private final List<ModulePath> differing;
    private final ProjectSources sources;
    private final Jars jars;
    private final SkewCache cache;
    private final Mentions mentions = new Mentions();
    private final Set<String> judged = new HashSet<>();
    private final Map<String, Set<String>> requires = new HashMap<>();
    private final List<Gap> gaps = new ArrayList<>();

    JarSkews(Inventory base, Inventory head, ProjectSources sources, Jars jars, ContentCache cache) {
        this.differing = ModulePath.differingAtRunTime(base, head);
        this.sources = sources;
        this.jars = jars;
        this.cache = new SkewCache(cache, jars);
        head.items().stream().filter(item -> item.path().size() > 1).forEach(item -> {
            String parent = ga(item.path().get(item.path().size() - 2));
            String own = ga(item.path().get(item.path().size() - 1));
            requires.computeIfAbsent(parent, p -> new HashSet<>()).add(own);
        });
    }

    private static String ga(String coordinates) {
        return coordinates.substring(0, coordinates.lastIndexOf(':'));
    }

    /** @param files the jars that can be had */
    List<Skew> of(Map<Coordinates, Path> files) {
        Set<String> roots = roots(files);
        List<SkewQuestion> questions = groups().stream()
                .map(group -> new SkewQuestion(
                        libraries(group.before, group.after, files),
                        libraries(group.after, group.before, files),
                        callers(group, files),
                        group.release))
                .toList();
        SkewCache.Kept kept = cache.of(questions, roots, () -> ask(questions, roots));
        gaps.addAll(kept.gaps());
        return onceEach(kept.skews());
    }

    /** Several class paths may have the same pair; the one that shows most stands for all. */
    private static List<Skew> onceEach(List<Skew> skews) {
        Map<Object, Skew> worst = new LinkedHashMap<>();
        skews.forEach(one -> worst.merge(
                List.of(one.caller(), one.callee(), one.isNew()),
                one,
                (a, b) -> a.severity().compareTo(b.severity()) < 0
                                || a.severity() == b.severity() && a.count() >= b.count()
                        ? a
                        : b));
        return List.copyOf(worst.values());
    }

    List<Gap> gaps() {
        return List.copyOf(gaps);
    }

    private static SkewCache.Kept ask(List<SkewQuestion> questions, Set<String> roots) {
        try (BytecodeLinkage linkage = new BytecodeLinkage()) {
            var answer = linkage.skews(questions, roots);
            return new SkewCache.Kept(
                    answer.skews().stream().map(JarSkews::skew).toList(), answer.gaps(), true);
        } catch (OutOfMemoryError e) {
            return new SkewCache.Kept(
                    List.of(),
                    List.of(Gap.of("jars against jars", "not enough memory; give Maven more with MAVEN_OPTS=-Xmx2g")),
                    false);
        } catch (RuntimeException | StackOverflowError e) {
            return new SkewCache.Kept(
                    List.of(), List.of(Gap.of("jars against jars", "could not be compared: " + e.getMessage())), false);
        }
    }

    private static Skew skew(io.github.incidentadvisor.evidence.linkage.bytecode.Skew found) {
        return new Skew(
                found.caller(),
                found.callee(),
                found.calleeBefore(),
                found.isNew(),
                found.count(),
                found.reachable(),
                found.first().stream().map(JarSkews::sentence).toList(),
                found.first().get(0).target(),
                found.severity());
    }

    private static String sentence(Break one) {
        return one.where() + " " + one.message();
    }

    /** Modules that can be looked at as one. */
    private static final class Together {
        private final Map<Object, Coordinates> versionsBefore = new HashMap<>();
        private final Map<Object, Coordinates> versionsAfter = new HashMap<>();
        private final Set<Coordinates> before = new LinkedHashSet<>();
        private final Set<Coordinates> after = new LinkedHashSet<>();
        private int release;

        boolean takes(ModulePath path) {
            return fits(path.before(), versionsBefore) && fits(path.after(), versionsAfter);
        }

        private static boolean fits(List<Coordinates> path, Map<Object, Coordinates> versions) {
            return path.stream()
                    .allMatch(one -> versions.getOrDefault(one.artifact(), one).equals(one));
        }

        void add(ModulePath path) {
            path.before().forEach(one -> versionsBefore.put(one.artifact(), one));
            path.after().forEach(one -> versionsAfter.put(one.artifact(), one));
            before.addAll(path.before());
            after.addAll(path.after());
            release = Math.max(release, path.module().sources().release());
        }
    }

    private List<Together> groups() {
        List<Together> groups = new ArrayList<>();
        for (ModulePath path : differing) {
            Together group = groups.stream()
                    .filter(one -> one.takes(path))
                    .findFirst()
                    .orElseGet(() -> {
                        groups.add(new Together());
                        return groups.get(groups.size() - 1);
                    });
            group.add(path);
        }
        return groups;
    }

    private List<Library> libraries(Set<Coordinates> own, Set<Coordinates> other, Map<Coordinates, Path> files) {
        List<Library> libraries = new ArrayList<>();
        for (Coordinates one : own) {
            Path file = files.get(one);
            if (file == null) {
                // Not to be had: taken to be as on the other side, so that nothing is missing for our lack of it.
                file = other.stream()
                        .filter(twin -> twin.artifact().equals(one.artifact()))
                        .map(files::get)
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElse(null);
            }
            if (file != null && jars.isReadable(file)) {
                libraries.add(new Library(
                        one, file, requires.getOrDefault(one.artifact().ga(), Set.of())));
            }
        }
        return libraries;
    }

    /** What came, and what may know of something that came or left. */
    private Set<Coordinates> callers(Together group, Map<Coordinates, Path> files) {
        Set<Coordinates> came = new HashSet<>(group.after);
        came.removeAll(group.before);
        Set<Coordinates> left = new HashSet<>(group.before);
        left.removeAll(group.after);
        Set<String> artifactIds = new HashSet<>();
        came.forEach(one -> artifactIds.add(one.artifact().artifact()));
        left.forEach(one -> artifactIds.add(one.artifact().artifact()));
        Set<Coordinates> callers = new HashSet<>(mentions.of(artifactIds, group.after, files));
        callers.addAll(came);
        callers.removeIf(caller -> !judged.add(surroundings(caller, group, files)));
        return callers;
    }

    /** A jar with the versions of all that it may know of: where these are the same, the answer is. */
    private String surroundings(Coordinates caller, Together group, Map<Coordinates, Path> files) {
        Map<String, Coordinates> byId = new HashMap<>();
        group.after.forEach(one -> byId.put(one.artifact().artifact(), one));
        Set<String> known = mentions.from(caller, byId, files);
        return caller + " " + versions(group.before, known) + " " + versions(group.after, known);
    }

    private static List<String> versions(Set<Coordinates> path, Set<String> artifactIds) {
        return path.stream()
                .filter(one -> artifactIds.contains(one.artifact().artifact()))
                .map(Object::toString)
                .sorted()
                .toList();
    }

    /** What the project's own sources name of jars. */
    private Set<String> roots(Map<Coordinates, Path> files) {
        Set<Path> all = new LinkedHashSet<>();
        differing.forEach(path ->
                path.after().forEach(one -> Optional.ofNullable(files.get(one)).ifPresent(all::add)));
        Set<String> known = jars.all(all).keySet();
        Set<String> roots = new TreeSet<>();
        Set<String> seen = new HashSet<>();
        for (ModulePath path : differing) {
            sources.of(path.module().sources().main()).stream()
                    .filter(source -> seen.add(source.path()))
                    .forEach(source -> roots.addAll(source.named(known)));
        }
        return roots;
    }
}
