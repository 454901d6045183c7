package io.github.incidentadvisor.migration;

import io.github.incidentadvisor.Progress;
import io.github.incidentadvisor.evidence.kubernetes.BundledKubernetesApis;
import io.github.incidentadvisor.evidence.lifecycle.BundledLifecycles;
import io.github.incidentadvisor.git.FolderTree;
import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.http.Requests;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.inventory.manifest.ManifestInventory;
import io.github.incidentadvisor.inventory.maven.MavenInventory;
import io.github.incidentadvisor.inventory.maven.PlainMaven;
import io.github.incidentadvisor.inventory.maven.Repo;
import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Migration;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Prose;
import io.github.incidentadvisor.model.Recommendation;
import io.github.incidentadvisor.model.Recommendation.Action;
import io.github.incidentadvisor.model.Reference;
import io.github.incidentadvisor.model.Risk;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.Task;
import io.github.incidentadvisor.model.Verdict;
import io.github.incidentadvisor.model.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A tree in a folder, and a migration of it as a report has it. */
final class Scene {
    private final Path folder;
    private final Map<Place, String> places = new LinkedHashMap<>();
    private final List<Advisory> advisories = new ArrayList<>();
    private String title = "Java 17 → 21";
    private String target = "21";

    Scene(Path folder) {
        this.folder = folder;
    }

    Repo repo() {
        return new Repo(folder.resolve("repo"));
    }

    Scene file(String path, String content) {
        return file(path, content.getBytes(StandardCharsets.UTF_8));
    }

    Scene file(String path, byte[] content) {
        try {
            Path file = root().resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path root() {
        return folder.resolve("tree");
    }

    Scene toward(String itsTitle, String itsTarget) {
        title = itsTitle;
        target = itsTarget;
        return this;
    }

    /** A place of the migration, with what stands there now in the report's words. */
    Scene at(String file, int line) {
        places.put(new Place(file, line), "");
        return this;
    }

    /** A place of the migration, as it was when the report was made. */
    Scene at(String file, int line, String reported) {
        places.put(new Place(file, line), reported + ": move");
        return this;
    }

    /** What the report advises of a component. */
    Scene advised(Component component, String from, String to) {
        return advised(component, from, to, List.of());
    }

    /** A pin that the report calls an orphan. */
    Scene orphan(Component component, String from, String to, String file, int line) {
        Place place = new Place(file, line);
        return advised(
                component,
                from,
                to,
                List.of(new Finding(
                        "pin-000000",
                        Kind.ORPHAN_PIN,
                        Severity.CAUTION,
                        Grade.MEASURED,
                        place,
                        Reference.NONE,
                        Deadline.NONE,
                        "It is pinned.",
                        "remove it",
                        List.of(Evidence.declaration(place, from)))));
    }

    private Scene advised(Component component, String from, String to, List<Finding> findings) {
        Version version = new Version(from);
        advisories.add(new Advisory(
                "adv-00000" + advisories.size(),
                false,
                Verdict.PLAN,
                component,
                version,
                version,
                Role.DIRECT,
                Place.NONE,
                "",
                0,
                new Risk(Risk.Level.NONE, List.of()),
                findings,
                new Recommendation(Action.PLAN, "Go.", new Version(to), Version.NONE),
                List.of(),
                new Prose(Prose.Author.TEMPLATE, List.of(), 0, List.of())));
        return this;
    }

    Tree tree() {
        return FolderTree.of(root());
    }

    Plan plan() {
        Tree tree = tree();
        Inventory inventory = new MavenInventory(
                        PlainMaven.over(folder.resolve("repo"), folder.resolve("local"), root()), new Requests())
                .read(tree, Progress.SILENT)
                .merge(ManifestInventory.read(tree));
        LocalDate today = LocalDate.of(2026, 11, 24);
        return Plan.of(new Ground(
                tree,
                inventory,
                migration(inventory),
                advisories,
                new BundledLifecycles(today),
                new BundledKubernetesApis(),
                today));
    }

    private Migration migration(Inventory inventory) {
        List<Task> tasks = new ArrayList<>();
        places.forEach((place, reported) ->
                tasks.add(new Task("mig-000001", reported.isEmpty() ? words(inventory, place) : reported, place)));
        return new Migration(
                "mig-0a1b2c",
                title,
                "Because.",
                Deadline.NONE,
                new Version(target),
                Version.NONE,
                List.copyOf(places.keySet()),
                List.of(),
                advisories.stream().map(Advisory::id).toList(),
                tasks,
                List.of(),
                Migration.Kind.END_OF_SUPPORT,
                Migration.Cost.edits(1),
                List.of(),
                List.of());
    }

    private static String words(Inventory inventory, Place place) {
        return inventory.items().stream()
                .filter(item -> item.declaration().decidedAt().equals(place))
                .map(Scene::words)
                .distinct()
                .reduce((a, b) -> a + "; " + b)
                .orElse("nothing");
    }

    private static String words(Item item) {
        return item.component().name() + " " + item.version().brief() + ": move";
    }

    /** Fails unless the plan makes this of the file, byte by byte, and the same again makes nothing. */
    static String text(Plan plan, String path) {
        return new String(plan.after().read(plan.after().find(path).orElseThrow()), StandardCharsets.UTF_8);
    }

    /** What is left, as a person reads it. */
    static List<String> left(Plan plan) {
        return plan.left().stream().map(LeftToDo::toString).toList();
    }
}
