package io.github.incidentadvisor.inventory.maven;

import io.github.incidentadvisor.inventory.Declaration;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.inventory.maven.EffectivePom.Property;
import io.github.incidentadvisor.model.Component.Platform;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.Version;
import java.util.List;
import java.util.Optional;
import org.apache.maven.model.Build;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.Plugin;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** The Java version that a module compiles to, and the line that says so. */
final class JavaLevel {
    private static final List<String> ELEMENTS = List.of("release", "target");
    private static final List<String> PROPERTIES = List.of("maven.compiler.release", "maven.compiler.target");

    private JavaLevel() {}

    /** Empty when the module says nothing that is a version, or compiles nothing. */
    static Optional<Item> of(EffectivePom pom, Declarations declarations) {
        if ("pom".equals(pom.model().getPackaging())) {
            return Optional.empty();
        }
        return configured(pom, declarations)
                .or(() -> byProperty(pom, declarations))
                .filter(item -> item.version().text().matches("(1\\.)?\\d{1,3}"));
    }

    private static Optional<Item> configured(EffectivePom pom, Declarations declarations) {
        Build build = pom.model().getBuild();
        Plugin compiler =
                build == null ? null : build.getPluginsAsMap().get("org.apache.maven.plugins:maven-compiler-plugin");
        if (compiler == null || !(compiler.getConfiguration() instanceof Xpp3Dom configuration)) {
            return Optional.empty();
        }
        for (String element : ELEMENTS) {
            Xpp3Dom child = configuration.getChild(element);
            if (child != null && child.getValue() != null) {
                return Optional.of(item(pom, child.getValue().strip(), literal(pom, compiler, element, declarations)));
            }
        }
        return Optional.empty();
    }

    /** Configurations carry no lines of their own: the element is looked for after the plugin that holds it. */
    private static Declaration literal(EffectivePom pom, Plugin compiler, String element, Declarations declarations) {
        for (EffectivePom.Ancestor ancestor : pom.lineage()) {
            for (var part : ancestor.parts()) {
                var plugins = new java.util.ArrayList<>(EffectivePom.plugins(part));
                plugins.addAll(EffectivePom.managedPlugins(part));
                for (Plugin plugin : plugins) {
                    if (plugin.getKey().equals(compiler.getKey())
                            && plugin.getConfiguration() instanceof Xpp3Dom raw
                            && raw.getChild(element) != null) {
                        String text = String.valueOf(raw.getChild(element).getValue());
                        if (text.startsWith("${") && text.endsWith("}")) {
                            return property(pom, text.substring(2, text.length() - 1), text)
                                    .orElse(elsewhere(pom));
                        }
                        InputLocation at = plugin.getLocation("artifactId");
                        return pom.inTree(at)
                                .map(found -> found.placeOfTag(at.getLineNumber(), element, "plugin"))
                                .map(place -> new Declaration(place, place, text, "", "", ""))
                                .orElse(elsewhere(pom));
                    }
                }
            }
        }
        return elsewhere(pom);
    }

    private static Optional<Item> byProperty(EffectivePom pom, Declarations declarations) {
        for (String name : PROPERTIES) {
            String value = pom.model().getProperties().getProperty(name);
            if (value != null && !value.isBlank()) {
                String version = declarations.interpolated(value);
                return Optional.of(item(pom, version, property(pom, name, value).orElse(elsewhere(pom))));
            }
        }
        return Optional.empty();
    }

    /** The property of the tree that a version comes from, followed through properties that only name another. */
    static Optional<Declaration> property(EffectivePom pom, String name, String raw) {
        Optional<Property> found = pom.property(name);
        for (int depth = 0; depth < 5 && found.isPresent(); depth++) {
            String value = found.get().value().strip();
            if (!value.startsWith("${") || !value.endsWith("}")) {
                break;
            }
            found = pom.property(value.substring(2, value.length() - 1));
        }
        return found.filter(property -> pom.inTree(property.at()).isPresent()).map(property -> {
            Place place = pom.place(property.at(), property.value());
            return new Declaration(place, place, raw, property.name(), "", "");
        });
    }

    private static Declaration elsewhere(EffectivePom pom) {
        String owner = pom.outsideParent()
                .map(parent -> new io.github.incidentadvisor.model.Component.Artifact(
                                parent.parent().getGroupId(), parent.parent().getArtifactId(), "pom", "")
                        .purl())
                .orElse("");
        return new Declaration(Place.NONE, Place.NONE, "", "", "the parent's configuration", owner);
    }

    private static Item item(EffectivePom pom, String version, Declaration declaration) {
        return new Item(
                Platform.JAVA,
                new Version(version),
                Role.PLATFORM,
                pom.path(),
                "",
                false,
                declaration,
                List.of(),
                Version.NONE);
    }
}
