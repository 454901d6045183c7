package io.github.incidentadvisor.inventory;

import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.Version;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a tree depends on.
 *
 * @param modules the Maven modules, sorted by file
 * @param items every component with its resolved version, once for each module and role that has it
 * @param references every place where a file of the tree names a component, resolved or not: what inventory.json shows
 * @param pins versions that override what a parent or BOM would give
 * @param incomplete files of modules that may have more than was found: that something is not among their items says nothing
 * @param policies what the modules' builds check
 * @param objects resources and objects that manifests declare
 */
public record Inventory(
        List<Module> modules,
        List<Item> items,
        List<DeclaredReference> references,
        List<Pin> pins,
        Set<String> incomplete,
        List<Gap> gaps,
        Policies policies,
        List<DeclaredObject> objects) {
    /** One whose builds check nothing and whose manifests declare nothing. */
    public Inventory(
            List<Module> modules,
            List<Item> items,
            List<DeclaredReference> references,
            List<Pin> pins,
            Set<String> incomplete,
            List<Gap> gaps) {
        this(modules, items, references, pins, incomplete, gaps, Policies.NONE, List.of());
    }

    /** Of a tree without anything that we read. */
    public static final Inventory EMPTY =
            new Inventory(List.of(), List.of(), List.of(), List.of(), Set.of(), List.of());

    public Inventory {
        modules = List.copyOf(modules);
        items = List.copyOf(items);
        references = List.copyOf(references);
        pins = List.copyOf(pins);
        incomplete = Set.copyOf(incomplete);
        gaps = List.copyOf(gaps);
        objects = List.copyOf(objects);
    }

    /**
     * Files of modules that may have more than was found and than {@code other} can tell: what both do not know of the same thing is
     * no difference.
     */
    public Set<String> unsure(Inventory other) {
        Map<String, Set<String>> alsoOpaque = new HashMap<>();
        other.modules.forEach(module -> alsoOpaque.put(module.file(), module.opaque()));
        Set<String> unsure = new TreeSet<>(incomplete);
        modules.stream()
                .filter(module ->
                        !alsoOpaque.getOrDefault(module.file(), Set.of()).containsAll(module.opaque()))
                .forEach(module -> unsure.add(module.file()));
        return unsure;
    }

    /** This and another part of the same tree, at most one of which is the Maven side; references sorted by place. */
    public Inventory merge(Inventory other) {
        Set<String> unsure = new TreeSet<>(incomplete);
        unsure.addAll(other.incomplete);
        return new Inventory(
                both(modules, other.modules),
                both(items, other.items),
                Stream.concat(references.stream(), other.references.stream())
                        .sorted(DeclaredReference.ORDER)
                        .toList(),
                both(pins, other.pins),
                unsure,
                both(gaps, other.gaps),
                policies.equals(Policies.NONE) ? other.policies : policies,
                both(objects, other.objects));
    }

    private static <T> List<T> both(List<T> a, List<T> b) {
        return Stream.concat(a.stream(), b.stream()).distinct().toList();
    }

    /**
     * A Maven module.
     *
     * @param file its POM
     * @param activeProfiles ids of the POM's and its parents' profiles that took part
     * @param otherProfiles ids of profiles that did not: listed, not resolved
     * @param sources where its Java sources are
     * @param opaque {@code group:artifact:version} of its dependencies whose POM cannot be had: what they bring is not known
     */
    public record Module(
            String file,
            String group,
            String artifact,
            String version,
            String packaging,
            List<String> activeProfiles,
            List<String> otherProfiles,
            SourceRoots sources,
            Set<String> opaque) {
        /** A module of which only the POM matters. */
        public Module(
                String file,
                String group,
                String artifact,
                String version,
                String packaging,
                List<String> activeProfiles,
                List<String> otherProfiles) {
            this(file, group, artifact, version, packaging, activeProfiles, otherProfiles, SourceRoots.NONE, Set.of());
        }

        public Module {
            activeProfiles = List.copyOf(activeProfiles);
            otherProfiles = List.copyOf(otherProfiles);
            opaque = Set.copyOf(opaque);
        }

        /** {@code group:artifact}. */
        public String ga() {
            return group + ":" + artifact;
        }
    }

    /**
     * Where a module's sources and resources are.
     *
     * @param main folders relative to the tree's root, with {@code /}
     * @param test likewise
     * @param resources folders of files that go onto the class path as they are, of main and test
     * @param release the Java level that they are compiled for; 0 when the POM says none
     */
    public record SourceRoots(List<String> main, List<String> test, List<String> resources, int release) {
        /** None known. */
        public static final SourceRoots NONE = new SourceRoots(List.of(), List.of(), List.of(), 0);

        public SourceRoots {
            main = List.copyOf(main);
            test = List.copyOf(test);
            resources = List.copyOf(resources);
        }

        /** Without resources. */
        public SourceRoots(List<String> main, List<String> test, int release) {
            this(main, test, List.of(), release);
        }
    }

    /**
     * A component in a module.
     *
     * @param module file of the module's POM; for what a manifest names, the manifest
     * @param scope {@code compile}, {@code test} …; for what a manifest names, what it stands in ({@code services.db}); empty
     *     where scopes mean nothing
     * @param path {@code group:artifact:version} of each step from the declared dependency to this one, both included; only
     *     for {@link Role#TRANSITIVE}, else empty
     * @param requested the version that was asked for before management overrode it; {@link Version#NONE} when the same
     */
    public record Item(
            Component component,
            Version version,
            Role role,
            String module,
            String scope,
            boolean optional,
            Declaration declaration,
            List<String> path,
            Version requested) {
        public Item {
            path = List.copyOf(path);
        }
    }

    /**
     * A version that the project sets although a parent or BOM of it would set one too.
     *
     * @param set what the project says, and where
     * @param given what would hold without it, and who gives it ({@code group:artifact:version} of a parent or BOM)
     * @param property the property that is overridden; empty when a managed version is
     */
    public record Pin(
            Component component,
            Version set,
            Place setAt,
            Version given,
            String givenBy,
            Place giverDeclaredAt,
            String property,
            List<String> modules) {
        public Pin {
            modules = List.copyOf(modules);
        }
    }
}
