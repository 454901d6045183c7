package io.github.incidentadvisor.evidence.policy;

import io.github.incidentadvisor.evidence.BuildPolicy.Violation;
import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.inventory.Check;
import io.github.incidentadvisor.inventory.maven.VersionOrder;
import io.github.incidentadvisor.model.Version;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A Jenkins plugin must not depend on one that needs a newer Jenkins than it is built for: {@code validate-hpi} of
 * maven-hpi-plugin, which reads {@code Jenkins-Version} in the manifests of the plugins among all resolved dependencies.
 */
final class JenkinsCoreVersion implements PolicyRule {
    static final String NAME = "jenkinsCoreVersion";

    private static final Set<String> GROUPS = Set.of("org.jenkins-ci.main", "org.jvnet.hudson.main");
    private static final Set<String> CORES = Set.of("jenkins-core", "hudson-core");
    private static final int LARGEST = 1 << 20;

    @Override
    public List<Violation> judge(Facts facts) {
        List<Violation> violations = new ArrayList<>();
        for (Check check : facts.checks(NAME)) {
            Map<Coordinates, Wish> resolved = new LinkedHashMap<>();
            for (Wish wish : facts.wishes(check)) {
                if (wish.asked().depth() > 0
                        && wish.asked().wins()
                        && facts.own(wish.ga()).isEmpty()) {
                    resolved.putIfAbsent(
                            new Coordinates(
                                    wish.asked().artifact(), wish.asked().version()),
                            wish);
                }
            }
            Optional<Version> core = core(check, resolved);
            if (core.isEmpty()) {
                facts.gap(NAME + " in " + check.module(), "nothing says which Jenkins it is built for");
                continue;
            }
            Set<Coordinates> settled = sameCore(facts, check, core.get()) ? facts.settled(check) : Set.of();
            List<Coordinates> fresh = resolved.keySet().stream()
                    .filter(one -> !settled.contains(one))
                    .toList();
            facts.artifacts().files(fresh).forEach((one, file) -> needed(file, facts)
                    .filter(needed -> VersionOrder.MAVEN.compare(core.get(), needed) < 0)
                    .filter(needed -> !isSnapshot(core.get()) && !isSnapshot(needed))
                    .ifPresent(needed -> violations.add(violation(check, one, resolved.get(one), needed, core.get()))));
        }
        return violations;
    }

    private static Optional<Version> core(Check check, Map<Coordinates, Wish> resolved) {
        Optional<Version> declared = resolved.values().stream()
                .map(Wish::asked)
                .filter(asked -> asked.depth() == 1
                        && GROUPS.contains(asked.artifact().group())
                        && CORES.contains(asked.artifact().artifact()))
                .map(asked -> asked.version())
                .findFirst();
        Version given = new Version(check.configuration().text("jenkinsCoreVersionOverride"));
        if (!given.isKnown()) {
            return declared;
        }
        return declared.filter(version -> VersionOrder.MAVEN.compare(version, given) >= 0)
                .or(() -> Optional.of(given));
    }

    /** When the Jenkins that is built for moves, every plugin is looked at anew. */
    private static boolean sameCore(Facts facts, Check check, Version core) {
        return facts.otherPolicies().tree(check).stream()
                .flatMap(tree -> tree.nodes().stream())
                .anyMatch(asked -> asked.depth() == 1
                        && CORES.contains(asked.artifact().artifact())
                        && asked.version().equals(core));
    }

    private static boolean isSnapshot(Version version) {
        return version.text().endsWith("-SNAPSHOT");
    }

    private static Optional<Version> needed(Path file, Facts facts) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry("META-INF/MANIFEST.MF");
            if (entry == null || entry.getSize() > LARGEST) {
                return Optional.empty();
            }
            try (InputStream content = zip.getInputStream(entry)) {
                Attributes main = new Manifest(content).getMainAttributes();
                String needed = main.getValue("Jenkins-Version");
                needed = needed == null ? main.getValue("Hudson-Version") : needed;
                return main.getValue("Plugin-Version") == null
                        ? Optional.empty()
                        : Optional.ofNullable(needed).map(Version::new).filter(Version::isKnown);
            }
        } catch (IOException | RuntimeException e) {
            facts.gap("the manifest of " + file.getFileName(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static Violation violation(Check check, Coordinates one, Wish wish, Version needed, Version core) {
        return Violations.of(
                check,
                List.of(one.artifact().ga()),
                Wish.suspects(List.of(wish)),
                one + ", which " + wish.who() + " brings, needs Jenkins " + needed + ", and the plugin is built for "
                        + core,
                "raise jenkins.version to " + needed + ", or stay with the release before",
                one + ": Jenkins-Version " + needed + "; built for " + core);
    }
}
