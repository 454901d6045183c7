package io.github.incidentadvisor.evidence.policy;

import io.github.incidentadvisor.evidence.BuildPolicy.Violation;
import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.inventory.Check;
import io.github.incidentadvisor.inventory.Configuration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * No class may be in two dependencies: {@code BanDuplicateClasses} of extra-enforcer-rules. Of the tree's own modules the
 * classes are taken from the names of their sources, as the check itself sees them once they are compiled.
 */
final class BanDuplicateClasses implements PolicyRule {
    static final String NAME = "banDuplicateClasses";

    private static final int ENTRIES = 400_000;
    private static final List<String> ALWAYS_IGNORED = List.of("module-info", "META-INF/versions/*/module-info");

    @Override
    public List<Violation> judge(Facts facts) {
        List<Violation> violations = new ArrayList<>();
        for (Check check : facts.checks(NAME)) {
            Map<Coordinates, Wish> resolved = Resolved.of(check, facts);
            Set<Coordinates> settled = facts.settled(check);
            List<Coordinates> jars = resolved.keySet().stream()
                    .filter(one -> one.artifact().type().equals("jar"))
                    .toList();
            if (!settled.containsAll(jars)) {
                new Search(check, facts, resolved, settled).of(jars, violations);
            }
        }
        return violations;
    }

    /** One run of the check. */
    private static final class Search {
        private final Check check;
        private final Facts facts;
        private final Map<Coordinates, Wish> resolved;
        private final Set<Coordinates> settled;
        private final boolean identicalIsFine;
        private final Map<String, Map<Coordinates, Long>> holders = new HashMap<>();

        Search(Check check, Facts facts, Map<Coordinates, Wish> resolved, Set<Coordinates> settled) {
            this.check = check;
            this.facts = facts;
            this.resolved = resolved;
            this.settled = settled;
            this.identicalIsFine = check.configuration().flag("ignoreWhenIdentical", false);
        }

        void of(List<Coordinates> jars, List<Violation> violations) {
            List<Coordinates> outside = jars.stream()
                    .filter(one -> facts.own(one.artifact().ga()).isEmpty())
                    .toList();
            facts.artifacts().files(outside).forEach(this::read);
            for (Coordinates one : jars) {
                facts.own(one.artifact().ga())
                        .filter(module -> !identicalIsFine)
                        .ifPresent(module -> facts.classFiles(module).forEach(path -> add(one, path, -1L)));
            }
            Map<List<String>, List<String>> byPair =
                    new TreeMap<>((a, b) -> String.join(" ", a).compareTo(String.join(" ", b)));
            holders.forEach((path, in) -> duplicates(path, in, byPair));
            byPair.forEach((pair, classes) -> violations.add(violation(pair, classes)));
        }

        private void read(Coordinates one, Path jar) {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                if (zip.size() > ENTRIES) {
                    throw new IOException("it has more than " + ENTRIES + " entries");
                }
                zip.stream()
                        .filter(entry -> entry.getName().endsWith(".class"))
                        .forEach(entry -> add(one, entry.getName(), content(entry)));
            } catch (IOException | RuntimeException e) {
                facts.gap("the classes of " + jar.getFileName(), String.valueOf(e.getMessage()));
            }
        }

        private static long content(ZipEntry entry) {
            return entry.getCrc() ^ entry.getSize() << 32;
        }

        private void add(Coordinates one, String path, long content) {
            holders.computeIfAbsent(path, p -> new HashMap<>()).put(one, content);
        }

        private void duplicates(String path, Map<Coordinates, Long> in, Map<List<String>, List<String>> byPair) {
            List<Coordinates> meant = in.keySet().stream()
                    .filter(one -> !ignored(check.configuration(), one).test(path))
                    .toList();
            boolean same =
                    identicalIsFine && meant.stream().map(in::get).distinct().count() == 1;
            if (meant.size() > 1 && !same && !settled.containsAll(meant)) {
                List<String> pair = meant.stream()
                        .map(one -> one.artifact().ga())
                        .distinct()
                        .sorted()
                        .toList();
                byPair.computeIfAbsent(pair, p -> new ArrayList<>()).add(path);
            }
        }

        private final Map<Coordinates, Predicate<String>> ignores = new HashMap<>();

        private Predicate<String> ignored(Configuration rule, Coordinates one) {
            return ignores.computeIfAbsent(one, c -> {
                List<String> names = new ArrayList<>(ALWAYS_IGNORED);
                names.addAll(rule.list("ignoreClasses"));
                rule.child("dependencies").map(Configuration::children).orElse(List.of()).stream()
                        .filter(dependency -> isAbout(dependency, c))
                        .forEach(dependency -> names.addAll(dependency.list("ignoreClasses")));
                return ClassPattern.any(names);
            });
        }

        private static boolean isAbout(Configuration dependency, Coordinates one) {
            return Stream.of(
                            Map.entry("groupId", one.artifact().group()),
                            Map.entry("artifactId", one.artifact().artifact()),
                            Map.entry("classifier", one.artifact().classifier()),
                            Map.entry("type", one.artifact().type()))
                    .allMatch(part -> dependency.text(part.getKey()).isEmpty()
                            || ArtifactPattern.wildcards(dependency.text(part.getKey()))
                                    .matcher(part.getValue())
                                    .matches());
        }

        private Violation violation(List<String> pair, List<String> classes) {
            List<String> some = classes.stream().sorted().limit(3).toList();
            List<Wish> wishes = resolved.values().stream()
                    .filter(wish -> pair.contains(wish.ga()))
                    .toList();
            List<Wish> fresh = wishes.stream().filter(wish -> !isSettled(wish)).toList();
            Optional<String> newcomer = fresh.stream().map(Wish::ga).findFirst();
            return Violations.of(
                    check,
                    pair,
                    Wish.suspects(Stream.concat(fresh.stream(), wishes.stream()).toList()),
                    String.join(" and ", pair) + " both have "
                            + (classes.size() == 1 ? some.get(0) : classes.size() + " classes, such as " + some.get(0)),
                    newcomer.map(ga -> "exclude " + ga + ", or what it duplicates")
                            .orElse(""),
                    String.join(" and ", pair) + ": " + String.join(", ", some)
                            + (classes.size() > 3 ? " and " + (classes.size() - 3) + " more" : ""));
        }

        private boolean isSettled(Wish wish) {
            return settled.contains(
                    new Coordinates(wish.asked().artifact(), wish.asked().version()));
        }
    }
}
