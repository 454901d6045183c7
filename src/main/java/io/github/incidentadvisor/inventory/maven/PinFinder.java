package io.github.incidentadvisor.inventory.maven;

import io.github.incidentadvisor.inventory.Inventory.Pin;
import io.github.incidentadvisor.inventory.maven.Declarations.Import;
import io.github.incidentadvisor.inventory.maven.EffectivePom.Ancestor;
import io.github.incidentadvisor.inventory.maven.EffectivePom.OutsideParent;
import io.github.incidentadvisor.inventory.maven.EffectivePom.Property;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.ModelBase;

/** Versions of one module that override what its outside parent or its imports would give. */
final class PinFinder {
    private final EffectivePom pom;
    private final Declarations declarations;
    private final Optional<OutsideParent> parent;
    private final Optional<EffectivePom> parentModel;
    private final Map<String, Dependency> givenByParent;

    PinFinder(EffectivePom pom, Declarations declarations, EffectiveModels models) {
        this.pom = pom;
        this.declarations = declarations;
        parent = pom.outsideParent();
        parentModel = parent.flatMap(p -> models.outside(
                p.parent().getGroupId(), p.parent().getArtifactId(), p.parent().getVersion()));
        givenByParent = parentModel.map(EffectivePom::managedByKey).orElse(Map.of());
    }

    List<Pin> find() {
        List<Pin> pins = new ArrayList<>(properties());
        Set<String> told = new HashSet<>();
        pins.forEach(pin -> told.add(pin.property()));
        for (Pin pin : versions()) {
            // What one property decides is one pin, named by the first that uses it.
            if (pin.property().isEmpty() || told.add(pin.property())) {
                pins.add(pin);
            }
        }
        return pins;
    }

    /** Properties of the tree that the outside parent defines too, and that decide a managed version. */
    private List<Pin> properties() {
        List<Pin> pins = new ArrayList<>();
        if (parentModel.isEmpty()) {
            return pins;
        }
        Map<String, Dependency> users = parentModel.get().propertyUsers();
        for (String name : propertiesOfTree()) {
            if (!users.containsKey(name)) {
                continue;
            }
            Optional<Property> set =
                    pom.property(name).filter(p -> pom.inTree(p.at()).isPresent());
            String given = parentModel.get().model().getProperties().getProperty(name);
            if (set.isEmpty() || given == null) {
                continue;
            }
            String value = declarations.interpolated(set.get().value());
            if (!value.equals(given.strip()) && isVersion(value)) {
                pins.add(pin(
                        ModuleReading.artifact(users.get(name)),
                        value,
                        pom.place(set.get().at(), set.get().value()),
                        given.strip(),
                        outsideId(),
                        parentPlace(),
                        name));
            }
        }
        return pins;
    }

    private Set<String> propertiesOfTree() {
        Set<String> names = new TreeSet<>();
        for (Ancestor ancestor : pom.lineage()) {
            if (pom.isInTree(ancestor)) {
                ancestor.parts()
                        .forEach(part -> names.addAll(part.getProperties().stringPropertyNames()));
            }
        }
        return names;
    }

    /** Versions written in the tree for what the parent or an import manages. */
    private List<Pin> versions() {
        List<Pin> pins = new ArrayList<>();
        for (Ancestor ancestor : pom.lineage()) {
            if (!pom.isInTree(ancestor)) {
                continue;
            }
            for (ModelBase part : ancestor.parts()) {
                List<Dependency> written = new ArrayList<>(EffectivePom.managed(part));
                written.addAll(part.getDependencies());
                for (Dependency dependency : written) {
                    if (dependency.getVersion() != null && !EffectivePom.isImport(dependency)) {
                        version(dependency).ifPresent(pins::add);
                    }
                }
            }
        }
        return pins;
    }

    private Optional<Pin> version(Dependency written) {
        Dependency resolved = written.clone();
        resolved.setGroupId(declarations.interpolated(written.getGroupId()));
        resolved.setArtifactId(declarations.interpolated(written.getArtifactId()));
        String set = declarations.interpolated(written.getVersion());
        String key = resolved.getManagementKey();
        Optional<Import> through = declarations.importOf(key);
        Dependency byImport = through.map(i -> i.managed().get(key)).orElse(null);
        Dependency byParent = givenByParent.get(key);
        Dependency given = byImport != null ? byImport : byParent;
        if (given == null
                || given.getVersion() == null
                || !isVersion(set)
                || given.getVersion().equals(set)) {
            return Optional.empty();
        }
        String giver =
                byImport != null ? through.get().ga() + ":" + through.get().version() : outsideId();
        Place giverAt = byImport != null ? through.get().declaration().decidedAt() : parentPlace();
        var declaration = declarations.at(written.getLocation("version"), written.getLocation("artifactId"), set);
        if (!declaration.decidedAt().isKnown()) {
            return Optional.empty();
        }
        return Optional.of(pin(
                ModuleReading.artifact(resolved),
                set,
                declaration.decidedAt(),
                given.getVersion(),
                giver,
                giverAt,
                declaration.property()));
    }

    private static boolean isVersion(String text) {
        return !text.isEmpty() && !text.contains("${") && !text.startsWith("[") && !text.startsWith("(");
    }

    private String outsideId() {
        return parent.map(p -> p.ga() + ":" + p.parent().getVersion()).orElse("");
    }

    private Place parentPlace() {
        return parent.map(p -> {
                    InputLocation at = p.at();
                    return pom.place(at, p.parent().getVersion());
                })
                .orElse(Place.NONE);
    }

    private Pin pin(
            Artifact artifact, String set, Place setAt, String given, String givenBy, Place giverAt, String property) {
        return new Pin(
                artifact, new Version(set), setAt, new Version(given), givenBy, giverAt, property, List.of(pom.path()));
    }
}
