package io.github.incidentadvisor.inventory.maven;

import io.github.incidentadvisor.model.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.Model;
import org.apache.maven.model.ModelBase;
import org.apache.maven.model.Parent;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginContainer;
import org.apache.maven.model.Profile;
import org.apache.maven.model.building.ModelBuildingResult;

/** A module's effective model, and the raw models that it was made of, child first, down to the super POM. */
final class EffectivePom {
    private final TreePom pom;
    private final TreePoms poms;
    private final Model model;
    private final List<Ancestor> lineage = new ArrayList<>();
    private final List<Map<String, String>> rawVersions = new ArrayList<>();
    private Map<String, Dependency> managedByKey;
    private Map<String, Dependency> propertyUsers;
    private Optional<OutsideParent> outsideParent;

    /**
     * A raw model of the lineage.
     *
     * @param id {@code group:artifact:version}; empty for the super POM
     * @param parts the model and those of its profiles that are active, profiles first, since they win
     */
    record Ancestor(String id, Model raw, List<ModelBase> parts, List<String> activeProfiles) {}

    EffectivePom(TreePom pom, TreePoms poms, ModelBuildingResult result) {
        this.pom = pom;
        this.poms = poms;
        this.model = result.getEffectiveModel();
        for (String id : result.getModelIds()) {
            Model raw = result.getRawModel(id);
            if (raw == null) {
                continue;
            }
            List<ModelBase> parts = new ArrayList<>();
            List<String> active = new ArrayList<>();
            List<Profile> profiles = result.getActivePomProfiles(id);
            for (Profile profile : profiles == null ? List.<Profile>of() : profiles) {
                parts.add(0, profile);
                active.add(profile.getId());
            }
            parts.add(raw);
            lineage.add(new Ancestor(id, raw, parts, active));
        }
        lineage.forEach(ancestor -> rawVersions.add(poms.rawVersions(
                ancestor.id() + " " + ancestor.activeProfiles() + " "
                        + source(ancestor.raw().getLocation("artifactId")),
                () -> rawVersions(ancestor))));
    }

    private static PluginContainer buildOf(ModelBase part) {
        if (part instanceof Model raw) {
            return raw.getBuild();
        }
        return part instanceof Profile profile ? profile.getBuild() : null;
    }

    /** What a raw model writes as versions, by their places. */
    private static Map<String, String> rawVersions(Ancestor ancestor) {
        Map<String, String> raw = new HashMap<>();
        for (ModelBase part : ancestor.parts()) {
            part.getDependencies().forEach(dependency -> remember(dependency, raw));
            managed(part).forEach(dependency -> remember(dependency, raw));
            plugins(part).forEach(plugin -> remember(plugin, raw));
            managedPlugins(part).forEach(plugin -> remember(plugin, raw));
            if (part instanceof Model whole && whole.getBuild() != null) {
                whole.getBuild()
                        .getExtensions()
                        .forEach(extension -> remember(extension.getLocation("version"), extension.getVersion(), raw));
            }
        }
        return raw;
    }

    private static void remember(Dependency dependency, Map<String, String> raw) {
        remember(dependency.getLocation("version"), dependency.getVersion(), raw);
    }

    private static void remember(Plugin plugin, Map<String, String> raw) {
        remember(plugin.getLocation("version"), plugin.getVersion(), raw);
        plugin.getDependencies().forEach(dependency -> remember(dependency, raw));
    }

    private static void remember(InputLocation at, String version, Map<String, String> raw) {
        if (at != null && version != null) {
            raw.putIfAbsent(key(at), version);
        }
    }

    static String key(InputLocation at) {
        return source(at) + ":" + at.getLineNumber() + ":" + at.getColumnNumber();
    }

    /** The path of a POM of the tree, or the file of one outside; empty for what Maven itself brings. */
    static String source(InputLocation at) {
        return at == null || at.getSource() == null || at.getSource().getLocation() == null
                ? ""
                : at.getSource().getLocation();
    }

    static List<Dependency> managed(ModelBase part) {
        return part.getDependencyManagement() == null
                ? List.of()
                : part.getDependencyManagement().getDependencies();
    }

    static List<Plugin> managedPlugins(ModelBase part) {
        PluginContainer build = buildOf(part);
        if (build instanceof org.apache.maven.model.PluginConfiguration configuration
                && configuration.getPluginManagement() != null) {
            return configuration.getPluginManagement().getPlugins();
        }
        return List.of();
    }

    static List<Plugin> plugins(ModelBase part) {
        PluginContainer build = buildOf(part);
        return build == null ? List.of() : build.getPlugins();
    }

    static boolean isImport(Dependency dependency) {
        return "pom".equals(dependency.getType()) && "import".equals(dependency.getScope());
    }

    /** The path in the tree; empty for a POM outside. */
    String path() {
        return pom == null ? "" : pom.path();
    }

    TreePom pom() {
        return pom;
    }

    Model model() {
        return model;
    }

    List<Ancestor> lineage() {
        return lineage;
    }

    /** Whether a location is in a POM of the tree that this model is made of. */
    boolean isOwn(InputLocation at) {
        String source = source(at);
        return lineage.stream().anyMatch(ancestor -> source(ancestor.raw().getLocation("artifactId"))
                .equals(source));
    }

    /** What stands at the place of a version before interpolation. */
    Optional<String> rawAt(InputLocation at) {
        if (at == null) {
            return Optional.empty();
        }
        String key = key(at);
        return rawVersions.stream()
                .map(versions -> versions.get(key))
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    /** The POM of the tree that a location is in. */
    Optional<TreePom> inTree(InputLocation at) {
        return poms.at(source(at));
    }

    /** The line of the tree that a location means, corrected to where {@code text} really stands. */
    Place place(InputLocation at, String text) {
        return inTree(at).map(found -> found.placeOf(at.getLineNumber(), text)).orElse(Place.NONE);
    }

    /** Where a property's value stands: the nearest of the lineage that defines it, active profiles first. */
    Optional<Property> property(String name) {
        for (Ancestor ancestor : lineage) {
            for (ModelBase part : ancestor.parts()) {
                String value = part.getProperties().getProperty(name);
                InputLocation all = part.getLocation("properties");
                InputLocation at = all == null ? null : all.getLocation(name);
                if (value != null && at != null) {
                    return Optional.of(new Property(ancestor, name, value, at));
                }
            }
        }
        return Optional.empty();
    }

    /** A property as a POM writes it. */
    record Property(Ancestor definedBy, String name, String value, InputLocation at) {}

    /** The parent that a POM of the tree names and that is not in the tree itself, with the naming POM. */
    synchronized Optional<OutsideParent> outsideParent() {
        if (outsideParent == null) {
            outsideParent = findOutsideParent();
        }
        return outsideParent;
    }

    private Optional<OutsideParent> findOutsideParent() {
        for (Ancestor ancestor : lineage) {
            Parent parent = ancestor.raw().getParent();
            InputLocation at = parent == null ? null : parent.getLocation("version");
            if (parent != null && inTree(location(ancestor, at)).isPresent()) {
                boolean parentInTree = lineage.stream()
                        .anyMatch(
                                other -> other.id().startsWith(parent.getGroupId() + ":" + parent.getArtifactId() + ":")
                                        && isInTree(other));
                if (!parentInTree) {
                    return Optional.of(new OutsideParent(parent, location(ancestor, at)));
                }
            }
        }
        return Optional.empty();
    }

    /** A parent outside the tree. */
    record OutsideParent(Parent parent, InputLocation at) {
        String ga() {
            return parent.getGroupId() + ":" + parent.getArtifactId();
        }
    }

    boolean isInTree(Ancestor ancestor) {
        return inTree(ancestor.raw().getLocation("artifactId")).isPresent();
    }

    private static InputLocation location(Ancestor ancestor, InputLocation at) {
        return at != null ? at : ancestor.raw().getLocation("parent");
    }

    /** What the effective model manages, by management key. */
    synchronized Map<String, Dependency> managedByKey() {
        if (managedByKey == null) {
            Map<String, Dependency> managed = new LinkedHashMap<>();
            managed(model).forEach(dependency -> managed.putIfAbsent(dependency.getManagementKey(), dependency));
            managedByKey = managed;
        }
        return managedByKey;
    }

    /** For each property of the lineage the first managed dependency or import whose version is that property. */
    synchronized Map<String, Dependency> propertyUsers() {
        if (propertyUsers == null) {
            Map<String, Dependency> users = new HashMap<>();
            for (Ancestor ancestor : lineage) {
                ancestor.parts().forEach(part -> managed(part).forEach(dependency -> use(dependency, users)));
            }
            propertyUsers = users;
        }
        return propertyUsers;
    }

    private static void use(Dependency managed, Map<String, Dependency> users) {
        String version =
                managed.getVersion() == null ? "" : managed.getVersion().strip();
        if (version.startsWith("${") && version.endsWith("}")) {
            users.putIfAbsent(version.substring(2, version.length() - 1), managed);
        }
    }
}
