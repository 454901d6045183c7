package io.github.incidentadvisor.inventory.maven;

import io.github.incidentadvisor.inventory.Declaration;
import io.github.incidentadvisor.inventory.DeclaredReference;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.inventory.Inventory.Pin;
import io.github.incidentadvisor.inventory.manifest.NamedImage;
import io.github.incidentadvisor.inventory.maven.Declarations.Import;
import io.github.incidentadvisor.inventory.maven.EffectivePom.Ancestor;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Extension;
import org.apache.maven.model.Parent;
import org.apache.maven.model.Plugin;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.util.graph.manager.DependencyManagerUtils;

/** Everything that one module has, with the lines that decide it. */
final class ModuleReading {
    private final EffectivePom pom;
    private final Declarations declarations;
    private final Map<String, Dependency> direct = new HashMap<>();
    private final Map<String, Dependency> managed;
    private final List<Item> items = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<Pin> pins;
    private final List<DeclaredReference> references;
    private final MissingPoms missingPoms;
    private final Set<String> opaque = new HashSet<>();
    private boolean incomplete;

    ModuleReading(
            EffectivePom pom,
            EffectiveModels models,
            Graphs graphs,
            MavenContext context,
            Map<String, String> missingBoms,
            MissingPoms missingPoms) {
        this.pom = pom;
        this.missingPoms = missingPoms;
        declarations = new Declarations(pom, models.all(), models.cache(), context.userProperties());
        managed = pom.managedByKey();
        pom.model().getDependencies().forEach(d -> direct.putIfAbsent(d.getManagementKey(), d));
        parents();
        boms(missingBoms);
        managedInTree();
        graph(graphs.of(pom.model()));
        plugins();
        JavaLevel.of(pom, declarations).ifPresent(items::add);
        pins = new PinFinder(pom, declarations, models).find();
        references = new ArrayList<>(new PomReferences(pom, declarations).all());
        for (NamedImage image : new PomImages(pom, declarations).all()) {
            references.add(image.reference());
            image.item().ifPresent(items::add);
        }
    }

    EffectivePom pom() {
        return pom;
    }

    /** Whether it may have more than was found. */
    boolean isIncomplete() {
        return incomplete;
    }

    /** Dependencies whose own ones are not known. */
    Set<String> opaque() {
        return opaque;
    }

    List<Item> items() {
        return items;
    }

    List<Pin> pins() {
        return pins;
    }

    List<DeclaredReference> references() {
        return references;
    }

    List<Gap> gaps() {
        return gaps;
    }

    private void add(Artifact artifact, String version, Role role, String scope, Declaration declaration) {
        items.add(new Item(
                artifact,
                new Version(version == null ? "" : version),
                role,
                pom.path(),
                scope,
                false,
                declaration,
                List.of(),
                Version.NONE));
    }

    private void parents() {
        String owner = "";
        List<Ancestor> lineage = pom.lineage();
        for (int i = 0; i + 1 < lineage.size(); i++) {
            Parent parent = lineage.get(i).raw().getParent();
            Ancestor ancestor = lineage.get(i + 1);
            if (parent == null || ancestor.id().isEmpty() || pom.isInTree(ancestor)) {
                continue;
            }
            Artifact artifact = new Artifact(parent.getGroupId(), parent.getArtifactId(), "pom", "");
            String version = ancestor.id().substring(ancestor.id().lastIndexOf(':') + 1);
            Declaration declaration = declarations.at(
                    parent.getLocation("version"), parent.getLocation("artifactId"), parent.getVersion());
            if (!declaration.decidedAt().isKnown() && !owner.isEmpty()) {
                declaration =
                        new Declaration(Place.NONE, Place.NONE, declaration.raw(), "", declaration.decidedIn(), owner);
            }
            add(artifact, version, Role.PARENT, "", declaration);
            owner = owner.isEmpty() ? artifact.purl() : owner;
        }
    }

    private void boms(Map<String, String> missing) {
        for (Import entry : declarations.imports()) {
            Artifact bom = Declarations.bom(entry.raw());
            String reason = missing.get(bom.ga() + ":" + entry.version());
            if (reason != null) {
                incomplete = true;
                gaps.add(new Gap(
                        "what " + bom.ga() + ":" + entry.version() + " manages",
                        "this BOM cannot be had: " + reason,
                        entry.declaration().decidedAt()));
            }
            if (!entry.declaration().decidedAt().isKnown()) {
                continue; // A parent's or BOM's own import: nobody here can move it but with that parent or BOM.
            }
            add(bom, entry.version(), Role.BOM, "import", entry.declaration());
        }
    }

    private void managedInTree() {
        for (Dependency dependency : managed.values()) {
            if (pom.inTree(dependency.getLocation("artifactId")).isPresent()
                    && !EffectivePom.isImport(dependency)
                    && pom.inTree(dependency.getLocation("version")).isPresent()) {
                add(
                        artifact(dependency),
                        dependency.getVersion(),
                        Role.MANAGED,
                        scope(dependency),
                        declarations.of(dependency));
            }
        }
    }

    private void graph(Graphs.Graph graph) {
        incomplete |= !graph.problems().isEmpty();
        graph.problems().forEach(problem -> gaps.add(Graphs.gap(pom.path(), problem)));
        Set<DependencyNode> seen = new HashSet<>();
        for (DependencyNode child : graph.root().getChildren()) {
            walk(child, List.of(), seen);
        }
    }

    private void walk(DependencyNode node, List<String> above, Set<DependencyNode> seen) {
        if (!seen.add(node) || above.size() > 200) {
            return;
        }
        var aether = node.getArtifact();
        String type = aether.getProperty("type", aether.getExtension());
        Artifact artifact = new Artifact(aether.getGroupId(), aether.getArtifactId(), type, aether.getClassifier());
        String key = artifact.ga() + ":" + type + (artifact.classifier().isEmpty() ? "" : ":" + artifact.classifier());
        List<String> path = new ArrayList<>(above);
        path.add(artifact.ga() + ":" + aether.getBaseVersion());
        if (missingPoms.contains(aether)) {
            opaque.add(artifact.ga() + ":" + aether.getBaseVersion());
            gaps.add(Gap.of(
                    "what " + artifact.ga() + ":" + aether.getBaseVersion() + " brings",
                    "its POM cannot be had; its dependencies are not known"));
        }
        String asked = DependencyManagerUtils.getPremanagedVersion(node);
        boolean isDirect = above.isEmpty();
        if (aether.getBaseVersion().contains("${")) {
            incomplete = true;
            undefined(
                    artifact,
                    aether.getBaseVersion(),
                    isDirect ? ofDirect(key, node).usedAt() : Place.NONE);
            return;
        }
        items.add(new Item(
                artifact,
                new Version(aether.getBaseVersion()),
                isDirect ? Role.DIRECT : Role.TRANSITIVE,
                pom.path(),
                node.getDependency().getScope(),
                node.getDependency().isOptional(),
                isDirect ? ofDirect(key, node) : ofTransitive(key, node, above),
                isDirect ? List.of() : path,
                asked == null ? Version.NONE : new Version(asked)));
        node.getChildren().forEach(child -> walk(child, path, seen));
    }

    private void undefined(Artifact artifact, String version, Place usedAt) {
        gaps.add(new Gap(
                artifact.ga(),
                "its version is " + version + ", which nothing defines: define it in <properties>, or pass it with -D",
                usedAt));
    }

    private Declaration ofDirect(String key, DependencyNode node) {
        Dependency declared = direct.get(key);
        if (declared == null && !node.getRelocations().isEmpty()) {
            var before = node.getRelocations().get(0);
            declared = direct.get(before.getGroupId() + ":" + before.getArtifactId() + ":"
                    + before.getProperty("type", before.getExtension()));
        }
        if (declared == null) {
            return new Declaration(Place.NONE, Place.NONE, "", "", "Maven's resolution", "");
        }
        return declarations.of(declared);
    }

    private Declaration ofTransitive(String key, DependencyNode node, List<String> above) {
        Dependency management = managed.get(key);
        boolean isManaged = (node.getManagedBits() & DependencyNode.MANAGED_VERSION) != 0;
        Optional<Declaration> byManagement =
                isManaged && management != null ? declarations.ofManaged(management) : Optional.empty();
        if (byManagement.isPresent()
                && (byManagement.get().decidedAt().isKnown()
                        || !byManagement.get().owner().isEmpty())) {
            return byManagement.get();
        }
        String[] first = above.get(0).split(":");
        return new Declaration(
                Place.NONE,
                Place.NONE,
                "",
                "",
                above.get(above.size() - 1),
                Artifact.of(first[0], first[1]).purl());
    }

    private void plugins() {
        if (pom.model().getBuild() == null) {
            return;
        }
        Set<String> used = new HashSet<>();
        for (Plugin plugin : pom.model().getBuild().getPlugins()) {
            used.add(plugin.getKey());
            if (plugin.getVersion() != null) {
                add(artifact(plugin), plugin.getVersion(), Role.PLUGIN, "", at(plugin));
            }
            for (Dependency dependency : plugin.getDependencies()) {
                add(
                        artifact(dependency),
                        dependency.getVersion(),
                        Role.PLUGIN_DEPENDENCY,
                        "",
                        declarations.at(
                                dependency.getLocation("version"),
                                dependency.getLocation("artifactId"),
                                dependency.getVersion()));
            }
        }
        if (pom.model().getBuild().getPluginManagement() != null) {
            for (Plugin plugin : pom.model().getBuild().getPluginManagement().getPlugins()) {
                if (plugin.getVersion() != null
                        && !used.contains(plugin.getKey())
                        && pom.inTree(plugin.getLocation("version")).isPresent()) {
                    add(artifact(plugin), plugin.getVersion(), Role.MANAGED_PLUGIN, "", at(plugin));
                }
            }
        }
        for (Extension extension : pom.model().getBuild().getExtensions()) {
            add(
                    Artifact.of(extension.getGroupId(), extension.getArtifactId()),
                    extension.getVersion(),
                    Role.EXTENSION,
                    "",
                    declarations.at(
                            extension.getLocation("version"),
                            extension.getLocation("artifactId"),
                            extension.getVersion()));
        }
    }

    private Declaration at(Plugin plugin) {
        return declarations.at(plugin.getLocation("version"), plugin.getLocation("artifactId"), plugin.getVersion());
    }

    private static Artifact artifact(Plugin plugin) {
        return new Artifact(plugin.getGroupId(), plugin.getArtifactId(), "jar", "");
    }

    static Artifact artifact(Dependency dependency) {
        return new Artifact(
                dependency.getGroupId(),
                dependency.getArtifactId(),
                dependency.getType() == null ? "jar" : dependency.getType(),
                dependency.getClassifier() == null ? "" : dependency.getClassifier());
    }

    private static String scope(Dependency dependency) {
        return dependency.getScope() == null ? "compile" : dependency.getScope();
    }
}
