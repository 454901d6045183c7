package io.github.incidentadvisor.inventory.manifest;

import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.inventory.Declaration;
import io.github.incidentadvisor.inventory.DeclaredObject;
import io.github.incidentadvisor.inventory.DeclaredReference;
import io.github.incidentadvisor.inventory.DeclaredReference.Status;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.inventory.Policies;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.Version;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The part of an inventory that stands in infrastructure manifests: images, clusters, runtimes, engines, machine types, providers,
 * modules, charts, actions, runners, tools. Files are read side by side and none is evaluated, rendered or downloaded.
 */
public final class ManifestInventory {
    private static final AttributeTable TABLE = AttributeTable.bundled();

    /** One line a format; of those that recognise a file the first reads it. */
    private static final List<Function<Files, ManifestReader>> READERS = List.of(
            files -> new DockerfileReader(),
            files -> new ToolFilesReader(),
            files -> new MiseReader(),
            files -> new WrapperReader(),
            files -> new TerraformReader(files, TABLE),
            files -> new WorkflowReader(),
            files -> new HelmChartReader(),
            files -> new HelmTemplateReader(),
            files -> new KustomizeReader(),
            files -> new PulumiReader(TABLE),
            files -> new ComposeReader(),
            files -> new CloudFormationReader(TABLE),
            files -> new KubernetesReader(),
            files -> new HelmValuesReader());

    private ManifestInventory() {}

    /** What the manifests of {@code tree} name. Never fails for what a file says: that becomes a {@link Gap}. */
    public static Inventory read(Tree tree) {
        Files files = new Files(tree);
        List<ManifestReader> readers =
                READERS.stream().map(reader -> reader.apply(files)).toList();
        List<Findings> found = files.entries().parallelStream()
                .map(entry -> read(entry, files, readers))
                .filter(Optional::isPresent)
                .map(Optional::get)
                .toList();
        return inventory(found);
    }

    /** Whether a file of this path can hold what {@link #read} looks for; most YAML files can by their name and do not. */
    public static boolean concerns(String path, List<Tree> trees) {
        if (Files.isSkipped(path)) {
            return false;
        }
        return trees.stream().anyMatch(tree -> tree.find(path)
                .filter(entry -> {
                    Files files = new Files(tree, List.of(entry));
                    List<ManifestReader> readers = READERS.stream()
                            .map(reader -> reader.apply(files))
                            .filter(reader -> reader.canBe(path))
                            .toList();
                    return readers.stream().anyMatch(reader -> reader.mustBe(path))
                            || path.endsWith(".env")
                            || path.contains(".tfvars")
                            || !readers.isEmpty() && read(entry, files, readers).isPresent();
                })
                .isPresent());
    }

    private static Optional<Findings> read(Tree.Entry entry, Files files, List<ManifestReader> readers) {
        List<ManifestReader> able =
                readers.stream().filter(reader -> reader.canBe(entry.path())).toList();
        if (able.isEmpty()) {
            return Optional.empty();
        }
        boolean sure = able.stream().anyMatch(reader -> reader.mustBe(entry.path()));
        if (entry.size() > Files.LIMIT) {
            // What is called data.json may be anything; what is called Dockerfile is one, and a YAML file is likely
            // one.
            return sure || !entry.path().endsWith(".json")
                    ? gap(entry, "is longer than " + (Files.LIMIT >> 20) + " MiB; not read")
                    : Optional.empty();
        }
        try {
            Source source = files.open(entry);
            if (source.isBinary()) {
                return sure ? gap(entry, "is no text; not read") : Optional.empty();
            }
            for (ManifestReader reader : able) {
                if (reader.recognises(source)) {
                    Findings findings = new Findings();
                    reader.read(source, findings);
                    return Optional.of(findings);
                }
            }
            return sure && !source.text().isBlank() && !source.path().endsWith(".tfvars")
                    ? gap(entry, "holds nothing that a file of this name should; not read")
                    : Optional.empty();
        } catch (UncheckedIOException | Tree.TooLarge e) {
            return gap(entry, "cannot be read: " + e.getMessage());
        } catch (StackOverflowError e) {
            return gap(entry, "is nested too deep; not read");
        }
    }

    private static Optional<Findings> gap(Tree.Entry entry, String reason) {
        Findings findings = new Findings();
        findings.gap(entry.path(), reason, new Place(entry.path(), 1));
        return Optional.of(findings);
    }

    private static Inventory inventory(List<Findings> found) {
        Map<Object, DeclaredReference> references = new LinkedHashMap<>();
        List<Item> items = new ArrayList<>();
        Set<DeclaredObject> objects = new LinkedHashSet<>();
        Set<Gap> gaps = new TreeSet<>();
        Set<String> incomplete = new TreeSet<>();
        Set<Object> settled = new LinkedHashSet<>();
        for (Findings findings : found) {
            for (Mention mention : findings.mentions()) {
                DeclaredReference reference = mention.reference();
                references.putIfAbsent(key(reference), reference);
                mention.decision().ifPresent(decision -> references.putIfAbsent(key(decision), decision));
                item(mention).ifPresent(items::add);
                if (mention.status() == Status.UNRESOLVED) {
                    incomplete.add(mention.place().file());
                } else {
                    settled.add(List.of(reference.kind(), reference.place()));
                }
            }
            objects.addAll(findings.objects());
            gaps.addAll(findings.gaps());
            findings.gaps().forEach(gap -> incomplete.add(gap.what()));
        }
        // A Dockerfile's image that only a caller names is unknown to itself and known to the caller.
        references
                .values()
                .removeIf(reference -> reference.status() == Status.UNRESOLVED
                        && settled.contains(List.of(reference.kind(), reference.place())));
        return new Inventory(
                List.of(),
                items,
                references.values().stream().sorted(DeclaredReference.ORDER).toList(),
                List.of(),
                incomplete,
                List.copyOf(gaps),
                Policies.NONE,
                List.copyOf(objects));
    }

    private static Object key(DeclaredReference reference) {
        return List.of(reference.kind(), reference.place(), reference.name(), reference.version(), reference.status());
    }

    static Optional<Item> item(Mention mention) {
        if (mention.status() == Status.UNRESOLVED || !mention.pinned().isKnown()) {
            return Optional.empty();
        }
        Place decided = mention.decidedAt().isKnown() ? mention.decidedAt() : mention.place();
        return mention.component()
                .map(component -> new Item(
                        component,
                        mention.pinned(),
                        Role.PLATFORM,
                        mention.place().file(),
                        mention.holder(),
                        false,
                        new Declaration(decided, mention.place(), mention.rawText(), "", "", ""),
                        List.of(),
                        Version.NONE));
    }
}
