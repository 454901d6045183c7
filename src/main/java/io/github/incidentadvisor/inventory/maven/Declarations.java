package io.github.incidentadvisor.inventory.maven;

import io.github.incidentadvisor.inventory.Declaration;
import io.github.incidentadvisor.inventory.maven.EffectivePom.Ancestor;
import io.github.incidentadvisor.inventory.maven.EffectivePom.Property;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.ModelBase;

/**
 * Finds the line that decides a version of one module: its own text, the property that the text is, or the parent or import
 * that the decision came through.
 */
final class Declarations {
    private static final Pattern ONE_PROPERTY = Pattern.compile("\\s*\\$\\{([^{}]+)}\\s*");

    private final EffectivePom pom;
    private final Map<String, EffectivePom> siblings;
    private final Properties userProperties;
    private final List<Import> imports = new ArrayList<>();

    /**
     * An import entry of the lineage.
     *
     * @param managed what it brings, by management key
     */
    record Import(Dependency raw, String version, Declaration declaration, Map<String, Dependency> managed) {
        String ga() {
            return raw.getGroupId() + ":" + raw.getArtifactId();
        }

        String purl() {
            return bom(raw).purl();
        }
    }

    static Artifact bom(Dependency raw) {
        return new Artifact(raw.getGroupId(), raw.getArtifactId(), "pom", "");
    }

    /** @param siblings the other modules of the tree by the paths of their POMs */
    Declarations(
            EffectivePom pom,
            Map<String, EffectivePom> siblings,
            ConcurrentModelCache cache,
            Properties userProperties) {
        this.pom = pom;
        this.siblings = siblings;
        this.userProperties = userProperties;
        for (Ancestor ancestor : pom.lineage()) {
            for (ModelBase part : ancestor.parts()) {
                EffectivePom.managed(part).stream()
                        .filter(EffectivePom::isImport)
                        .forEach(entry -> addImport(entry, cache));
            }
        }
    }

    private void addImport(Dependency entry, ConcurrentModelCache cache) {
        String group = interpolated(entry.getGroupId());
        String artifact = interpolated(entry.getArtifactId());
        String version = interpolated(entry.getVersion());
        Dependency resolved = entry.clone();
        resolved.setGroupId(group);
        resolved.setArtifactId(artifact);
        Map<String, Dependency> managed = cache.imported(group, artifact, version);
        Import found = new Import(
                resolved, version, at(entry.getLocation("version"), entry.getLocation("artifactId"), version), managed);
        imports.add(found);
    }

    /** The import entries of the module's lineage, child first. */
    List<Import> imports() {
        return imports;
    }

    /** The import that brings the management of {@code key}, if one does. */
    Optional<Import> importOf(String key) {
        return imports.stream()
                .filter(entry -> entry.managed().containsKey(key))
                .findFirst();
    }

    /** Text with the module's properties put in; what nothing defines stays. */
    String interpolated(String text) {
        String at = text == null ? "" : text;
        for (int depth = 0; depth < 10 && at.contains("${"); depth++) {
            Matcher matcher = Pattern.compile("\\$\\{([^{}]+)}").matcher(at);
            StringBuilder out = new StringBuilder();
            boolean changed = false;
            while (matcher.find()) {
                Optional<String> value = value(matcher.group(1));
                changed |= value.isPresent();
                matcher.appendReplacement(out, Matcher.quoteReplacement(value.orElse(matcher.group())));
            }
            matcher.appendTail(out);
            at = out.toString();
            if (!changed || at.length() > 10_000) {
                break;
            }
        }
        return at.strip();
    }

    private Optional<String> value(String name) {
        String fromUser = userProperties.getProperty(name);
        if (fromUser != null) {
            return Optional.of(fromUser);
        }
        return switch (name) {
            case "project.version", "pom.version", "version" ->
                Optional.ofNullable(pom.model().getVersion());
            case "project.groupId", "pom.groupId", "groupId" ->
                Optional.ofNullable(pom.model().getGroupId());
            case "project.artifactId", "artifactId" ->
                Optional.ofNullable(pom.model().getArtifactId());
            case "project.parent.version" ->
                Optional.ofNullable(pom.model().getParent()).map(parent -> parent.getVersion());
            default -> Optional.ofNullable(pom.model().getProperties().getProperty(name));
        };
    }

    /** Of a dependency of the effective model; {@code named} is where the module itself names it. */
    Declaration of(Dependency effective) {
        return managedOr(
                effective.getLocation("version"),
                effective.getLocation("artifactId"),
                effective.getVersion(),
                effective.getManagementKey());
    }

    /** Of something transitive that dependencyManagement decides; empty when it does not. */
    Optional<Declaration> ofManaged(Dependency managed) {
        return Optional.of(
                managedOr(managed.getLocation("version"), null, managed.getVersion(), managed.getManagementKey()));
    }

    private Declaration managedOr(InputLocation version, InputLocation named, String value, String key) {
        Declaration own = at(version, named, value);
        if (own.decidedAt().isKnown() || own.decidedIn().startsWith("-D")) {
            return own;
        }
        Import through = importOf(key).orElse(null);
        if (through != null && sameVersion(through, key, value)) {
            // An import of an outside parent is the tree's own decision when a property of the tree carries its
            // version.
            boolean ours =
                    isEntryInTree(through) || through.declaration().decidedAt().isKnown();
            String owner = ours ? through.purl() : ownerOfOutside();
            return new Declaration(Place.NONE, own.usedAt(), own.raw(), "", own.decidedIn(), owner);
        }
        return own;
    }

    private boolean isEntryInTree(Import entry) {
        return pom.inTree(entry.raw().getLocation("artifactId")).isPresent();
    }

    private static boolean sameVersion(Import through, String key, String value) {
        Dependency managed = through.managed().get(key);
        return managed != null && String.valueOf(managed.getVersion()).equals(value);
    }

    private String ownerOfOutside() {
        return pom.outsideParent()
                .map(parent -> Artifact.of(
                        parent.parent().getGroupId(), parent.parent().getArtifactId()))
                .map(artifact -> new Artifact(artifact.group(), artifact.artifact(), "pom", "").purl())
                .orElse("");
    }

    /**
     * The decision at a location.
     *
     * @param version where the effective version comes from; may be null
     * @param named where the component is named; may be null
     */
    Declaration at(InputLocation version, InputLocation named, String value) {
        EffectivePom home = homeOf(version);
        String raw = home.rawAt(version).orElse(value == null ? "" : value);
        Place usedAt = named == null ? pom.place(version, raw) : pom.place(named, "");
        if (pom.inTree(version).isPresent()) {
            usedAt = pom.place(version, raw);
        }
        Matcher one = ONE_PROPERTY.matcher(raw);
        if (one.matches()) {
            Optional<Declaration> property = ofProperty(home, one.group(1), raw, usedAt);
            if (property.isPresent()) {
                return property.get();
            }
        }
        Place decidedAt = pom.place(version, raw);
        if (decidedAt.isKnown()) {
            return new Declaration(decidedAt, usedAt, raw, "", "", "");
        }
        return new Declaration(Place.NONE, usedAt, raw, "", outside(version), ownerOfOutside());
    }

    /** A BOM of the tree is read with its own properties, not with those of who imports it. */
    private EffectivePom homeOf(InputLocation version) {
        return pom.inTree(version)
                .filter(source -> !pom.isOwn(version))
                .map(source -> siblings.get(source.path()))
                .orElse(pom);
    }

    private Optional<Declaration> ofProperty(EffectivePom home, String name, String raw, Place usedAt) {
        if (userProperties.containsKey(name)) {
            return Optional.of(new Declaration(Place.NONE, usedAt, raw, name, "-D" + name, ""));
        }
        Set<String> seen = new HashSet<>();
        Optional<Property> property = home.property(name);
        while (property.isPresent()) {
            Matcher next = ONE_PROPERTY.matcher(property.get().value());
            if (!next.matches()
                    || !seen.add(next.group(1))
                    || home.property(next.group(1)).isEmpty()) {
                break;
            }
            property = home.property(next.group(1));
        }
        return property.map(found -> pom.inTree(found.at()).isPresent()
                ? new Declaration(pom.place(found.at(), found.value()), usedAt, raw, found.name(), "", "")
                : new Declaration(Place.NONE, usedAt, raw, found.name(), outside(found.at()), ownerOfOutside()));
    }

    /** {@code group:artifact:version:line} of a POM outside the tree, or what Maven brings itself. */
    private static String outside(InputLocation at) {
        if (at == null || at.getSource() == null || at.getSource().getModelId() == null || at.getLineNumber() < 1) {
            return "Maven's own defaults";
        }
        return at.getSource().getModelId() + ":" + at.getLineNumber();
    }
}
