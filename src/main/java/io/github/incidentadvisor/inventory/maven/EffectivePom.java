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
    private final Map<String, String> rawVersions = new HashMap<>();

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
        lineage.forEach(ancestor -> ancestor.parts().forEach(part -> remember(part, buildOf(part))));
    }

    private static PluginContainer buildOf(ModelBase part) {
        if (part instanceof Model raw) {
            return raw.getBuild();
        }
        return part instanceof Profile profile ? profile.getBuild() : null;
    }

    private void remember(ModelBase part, PluginContainer build) {
        part.getDependencies().forEach(this::remember);
        managed(part).forEach(this::remember);
        if (build != null) {
            build.getPlugins().forEach(this::remember);
            managedPlugins(part).forEach(this::remember);
        }
    }

    private void remember(Dependency dependency) {
        remember(dependency.getLocation("version"), dependency.getVersion());
    }

    private void remember(Plugin plugin) {
        remember(plugin.getLocation("version"), plugin.getVersion());
        plugin.getDependencies().forEach(this::remember);
    }

    private void remember(InputLocation at, String version) {
        if (at != null && version != null) {
            rawVersions.putIfAbsent(key(at), version);
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

    /** What stands at the place of a version before interpolation. */
    Optional<String> rawAt(InputLocation at) {
        return at == null ? Optional.empty() : Optional.ofNullable(rawVersions.get(key(at)));
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
    Optional<OutsideParent> outsideParent() {
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
    Map<String, Dependency> managedByKey() {
        Map<String, Dependency> managed = new LinkedHashMap<>();
        managed(model).forEach(dependency -> managed.putIfAbsent(dependency.getManagementKey(), dependency));
        return managed;
    }
}
