package io.github.incidentadvisor.inventory.maven;

import io.github.incidentadvisor.inventory.Declaration;
import io.github.incidentadvisor.inventory.manifest.NamedImage;
import io.github.incidentadvisor.model.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.Model;
import org.apache.maven.model.ModelBase;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.Profile;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Container images that one module's own POM names in the configuration of plugins which build or start images without a
 * Dockerfile. What an image is called that is built here is no reference.
 */
final class PomImages {
    /** Elements that name an image to build on, by plugin. */
    private static final Map<String, List<List<String>>> BASES = Map.of(
            "jib-maven-plugin", List.of(List.of("from", "image")),
            "spring-boot-maven-plugin", List.of(List.of("image", "builder"), List.of("image", "runImage")),
            "docker-maven-plugin", List.of(List.of("images", "image", "build", "from"), List.of("baseImage")),
            "kubernetes-maven-plugin", List.of(List.of("images", "image", "build", "from")),
            "openshift-maven-plugin", List.of(List.of("images", "image", "build", "from")),
            "fabric8-maven-plugin", List.of(List.of("images", "image", "build", "from")));

    private final EffectivePom pom;
    private final Declarations declarations;
    private final List<NamedImage> found = new ArrayList<>();

    PomImages(EffectivePom pom, Declarations declarations) {
        this.pom = pom;
        this.declarations = declarations;
    }

    List<NamedImage> all() {
        Model raw = pom.pom().raw();
        List<String> active =
                pom.lineage().isEmpty() ? List.of() : pom.lineage().get(0).activeProfiles();
        part(raw, false);
        for (Profile profile : TreePoms.profiles(raw)) {
            part(profile, !active.contains(profile.getId()));
        }
        return found;
    }

    private void part(ModelBase part, boolean conditional) {
        EffectivePom.plugins(part).forEach(plugin -> plugin(plugin, conditional));
        EffectivePom.managedPlugins(part).forEach(plugin -> plugin(plugin, conditional));
    }

    private void plugin(Plugin plugin, boolean conditional) {
        List<List<String>> paths = BASES.getOrDefault(plugin.getArtifactId(), List.of());
        if (paths.isEmpty()) {
            return;
        }
        List<ConfigurationContainer> containers = new ArrayList<>(plugin.getExecutions());
        containers.add(0, plugin);
        for (ConfigurationContainer container : containers) {
            if (container.getConfiguration() instanceof Xpp3Dom configuration) {
                paths.forEach(path -> walk(configuration, path, 0, plugin, conditional));
                started(configuration, plugin, conditional);
            }
        }
    }

    private void walk(Xpp3Dom at, List<String> path, int depth, Plugin plugin, boolean conditional) {
        if (depth == path.size()) {
            image(at.getValue(), plugin, conditional);
            return;
        }
        for (Xpp3Dom child : at.getChildren(path.get(depth))) {
            walk(child, path, depth + 1, plugin, conditional);
        }
    }

    /** An image of the docker-maven-plugin's kind that is started and not built comes from elsewhere. */
    private void started(Xpp3Dom configuration, Plugin plugin, boolean conditional) {
        for (Xpp3Dom images : configuration.getChildren("images")) {
            for (Xpp3Dom image : images.getChildren("image")) {
                Xpp3Dom name = image.getChild("name");
                if (name != null && image.getChild("build") == null && image.getChild("run") != null) {
                    image(name.getValue(), plugin, conditional);
                }
            }
        }
    }

    private void image(String value, Plugin plugin, boolean conditional) {
        if (value == null || value.isBlank()) {
            return;
        }
        String raw = value.strip();
        InputLocation at = plugin.getLocation("artifactId");
        int line = at == null ? 1 : at.getLineNumber();
        Place place = pom.pom().placeOfText(line, raw, "</plugin>");
        boolean variable = raw.startsWith("${") && raw.endsWith("}") && raw.indexOf('}') == raw.length() - 1;
        Place decided = variable
                ? JavaLevel.property(pom, raw.substring(2, raw.length() - 1), raw)
                        .map(Declaration::decidedAt)
                        .orElse(Place.NONE)
                : Place.NONE;
        // jib also reads images from a daemon or a folder; what follows the scheme is a name or a path.
        String text = declarations.interpolated(raw).replaceFirst("^(?:registry|docker)://", "");
        NamedImage.of(text, raw, place, decided, plugin.getArtifactId(), conditional)
                .ifPresent(found::add);
    }
}
