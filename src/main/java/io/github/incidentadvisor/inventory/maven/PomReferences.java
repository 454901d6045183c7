package io.github.incidentadvisor.inventory.maven;

import io.github.incidentadvisor.inventory.DeclaredReference;
import io.github.incidentadvisor.inventory.DeclaredReference.Status;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.Model;
import org.apache.maven.model.ModelBase;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.Profile;

/** Every place in one module's own POM that names a component, in profiles that are not active too. */
final class PomReferences {
    private final EffectivePom pom;
    private final Declarations declarations;
    private final Map<String, Dependency> managed;
    private final Map<String, Plugin> plugins;
    private final List<DeclaredReference> found = new ArrayList<>();

    PomReferences(EffectivePom pom, Declarations declarations) {
        this.pom = pom;
        this.declarations = declarations;
        managed = pom.managedByKey();
        plugins = pom.model().getBuild() == null
                ? Map.of()
                : pom.model().getBuild().getPlugins().stream()
                        .collect(Collectors.toMap(Plugin::getKey, plugin -> plugin, (a, b) -> a));
    }

    List<DeclaredReference> all() {
        Model raw = pom.pom().raw();
        if (raw.getParent() != null && pom.outsideParent().isPresent()) {
            var parent = raw.getParent();
            if (pom.lineage().size() > 1 && !pom.isInTree(pom.lineage().get(1))) {
                add(
                        "maven-parent",
                        parent.getGroupId(),
                        parent.getArtifactId(),
                        "pom",
                        parent.getVersion(),
                        parent.getLocation("version"),
                        parent.getLocation("artifactId"),
                        "",
                        true);
            }
        }
        List<String> active =
                pom.lineage().isEmpty() ? List.of() : pom.lineage().get(0).activeProfiles();
        part(raw, true);
        for (Profile profile : TreePoms.profiles(raw)) {
            part(profile, active.contains(profile.getId()));
        }
        return found;
    }

    private void part(ModelBase part, boolean inForce) {
        for (Dependency dependency : part.getDependencies()) {
            Dependency given = managed.get(dependency.getManagementKey());
            add("maven-dependency", dependency, given == null ? "" : given.getVersion(), inForce);
        }
        for (Dependency dependency : EffectivePom.managed(part)) {
            add(EffectivePom.isImport(dependency) ? "maven-bom" : "maven-managed", dependency, "", inForce);
        }
        EffectivePom.plugins(part).forEach(plugin -> plugin("maven-plugin", plugin, inForce));
        EffectivePom.managedPlugins(part).forEach(plugin -> plugin("maven-managed-plugin", plugin, inForce));
        if (part instanceof Model model && model.getBuild() != null) {
            model.getBuild()
                    .getExtensions()
                    .forEach(extension -> add(
                            "maven-extension",
                            extension.getGroupId(),
                            extension.getArtifactId(),
                            "jar",
                            extension.getVersion(),
                            extension.getLocation("version"),
                            extension.getLocation("artifactId"),
                            "",
                            inForce));
        }
    }

    private void plugin(String kind, Plugin plugin, boolean inForce) {
        Plugin effective = plugins.get(plugin.getKey());
        add(
                kind,
                plugin.getGroupId(),
                plugin.getArtifactId(),
                "jar",
                plugin.getVersion(),
                plugin.getLocation("version"),
                plugin.getLocation("artifactId"),
                effective == null || effective.getVersion() == null ? "" : effective.getVersion(),
                inForce);
        plugin.getDependencies().forEach(dependency -> add("maven-plugin-dependency", dependency, "", inForce));
    }

    private void add(String kind, Dependency dependency, String given, boolean inForce) {
        add(
                kind,
                dependency.getGroupId(),
                dependency.getArtifactId(),
                dependency.getType(),
                dependency.getVersion(),
                dependency.getLocation("version"),
                dependency.getLocation("artifactId"),
                given,
                inForce);
    }

    private void add(
            String kind,
            String group,
            String artifact,
            String type,
            String version,
            InputLocation versionAt,
            InputLocation namedAt,
            String given,
            boolean inForce) {
        InputLocation at = versionAt != null ? versionAt : namedAt;
        if (at == null || artifact == null) {
            return;
        }
        String raw = version == null ? "" : version.strip();
        String value = version == null ? (given == null ? "" : given) : declarations.interpolated(version);
        Place place = pom.pom().placeOf(at.getLineNumber(), raw.isEmpty() ? artifact : raw);
        Artifact named = new Artifact(
                declarations.interpolated(group), declarations.interpolated(artifact), type == null ? "jar" : type, "");
        Status status = status(value, inForce);
        String purl = status == Status.RESOLVED
                ? named.purl().replaceFirst("(\\?|$)", "@" + Matcher.quoteReplacement(value.replace("+", "%2B")) + "$1")
                : named.purl();
        found.add(new DeclaredReference(kind, place, raw, named.ga(), new Version(value), status, purl));
    }

    private static Status status(String value, boolean inForce) {
        if (!inForce || value.contains("${")) {
            return Status.UNRESOLVED;
        }
        boolean floats = value.isEmpty()
                || value.startsWith("[")
                || value.startsWith("(")
                || value.equals("LATEST")
                || value.equals("RELEASE");
        return floats ? Status.FLOATING : Status.RESOLVED;
    }
}
