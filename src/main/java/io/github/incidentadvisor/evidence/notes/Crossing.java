package io.github.incidentadvisor.evidence.notes;

import io.github.incidentadvisor.evidence.ReleaseNotes.Hit;
import io.github.incidentadvisor.evidence.ReleaseNotes.Notes;
import io.github.incidentadvisor.inventory.Artifacts;
import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.inventory.DeclaredObject;
import io.github.incidentadvisor.inventory.DeclaredReference;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Module;
import io.github.incidentadvisor.model.Change;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Place;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Holds notes against a project: against what its sources, its build and its manifests name. */
final class Crossing {
    private static final int MOST_JARS = 80;

    private final ProjectWords words;
    private final Inventory head;
    private final Artifacts artifacts;
    private final List<Change> changes;
    private final Map<String, Place> known;

    /**
     * A crossing.
     *
     * @param artifacts gives the jars whose types are looked for
     * @param changes everything that changes, so that a parent's notes are held against what it moves
     * @param known names that were found to matter, and where
     */
    Crossing(ProjectWords words, Inventory head, Artifacts artifacts, List<Change> changes, Map<String, Place> known) {
        this.words = words;
        this.head = head;
        this.artifacts = artifacts;
        this.changes = List.copyOf(changes);
        this.known = Map.copyOf(known);
    }

    /** The entries that name something of the project, in the order of the notes. */
    List<Hit> of(Change change, Notes notes) {
        if (notes.items().isEmpty()) {
            return List.of();
        }
        Touches touches =
                new Touches(words, types(change), artifacts(change), known, objects(change), release(), releaseAt());
        return notes.items().stream()
                .map(item -> new Hit(item, touches.of(item)))
                .filter(hit -> !hit.touches().isEmpty())
                .toList();
    }

    /** Types of both versions, and of what the change moved where it is a parent or list of versions that has none itself. */
    private Set<String> types(Change change) {
        Set<Coordinates> jars = new LinkedHashSet<>();
        add(change, jars);
        changes.stream()
                .filter(moved -> moved.movedBy().equals(change.component().purl()) && isOfOne(moved, change))
                .limit(MOST_JARS)
                .forEach(moved -> add(moved, jars));
        Set<String> types = new TreeSet<>();
        for (Path file : artifacts.files(jars).values()) {
            types.addAll(JarTypes.of(file));
        }
        return types;
    }

    /** What another publisher's component brings is not what this one's notes are about. */
    private static boolean isOfOne(Change moved, Change change) {
        return moved.component() instanceof Artifact a
                && change.component() instanceof Artifact b
                && (a.group().equals(b.group()) || a.group().startsWith(b.group() + "."));
    }

    private static void add(Change change, Set<Coordinates> jars) {
        if (change.component() instanceof Artifact artifact && artifact.type().equals("jar")) {
            jars.add(new Coordinates(artifact, change.from()));
            jars.add(new Coordinates(artifact, change.to()));
        }
    }

    /** What the project declares but for the component itself. */
    private Map<String, Place> artifacts(Change change) {
        Map<String, Place> declared = new HashMap<>();
        for (DeclaredReference reference : head.references()) {
            String name = reference.name();
            boolean itself = change.component() instanceof Artifact artifact
                    && artifact.ga().equals(name);
            if (reference.kind().startsWith("maven-") && name.contains(":") && !itself) {
                declared.putIfAbsent(name, reference.place());
                declared.putIfAbsent(name.substring(name.indexOf(':') + 1), reference.place());
            }
        }
        return declared;
    }

    /** What of a cluster the manifests rely on, by names that are no common words. */
    private Map<String, Place> objects(Change change) {
        Map<String, Place> objects = new HashMap<>();
        if (change.component() instanceof Component.Platform) {
            for (DeclaredObject object : head.objects()) {
                if (object.format().equals("kubernetes")) {
                    if (object.api().contains("/")) {
                        objects.putIfAbsent(object.api(), object.place());
                    }
                    if (object.type().matches("[A-Z][a-z]+[A-Z]\\w+")) {
                        objects.putIfAbsent(object.type(), object.place());
                    }
                }
            }
        }
        return objects;
    }

    private int release() {
        return head.modules().stream()
                .mapToInt(module -> module.sources().release())
                .filter(release -> release > 0)
                .min()
                .orElse(0);
    }

    private Place releaseAt() {
        return head.modules().stream()
                .filter(module -> module.sources().release() == release())
                .map(Module::file)
                .findFirst()
                .map(file -> new Place(file, 1))
                .orElse(Place.NONE);
    }
}
