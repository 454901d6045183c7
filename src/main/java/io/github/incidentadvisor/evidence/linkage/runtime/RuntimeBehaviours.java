package io.github.incidentadvisor.evidence.linkage.runtime;

import io.github.incidentadvisor.evidence.Behaviours;
import io.github.incidentadvisor.evidence.linkage.ClassPaths;
import io.github.incidentadvisor.evidence.linkage.runtime.Upgrade.PluginStep;
import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.inventory.Artifacts;
import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.inventory.Inventory.Module;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Component.Platform;
import io.github.incidentadvisor.model.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The project's files against the class paths of its modules and against its plugins, before and after, contract by contract. */
public final class RuntimeBehaviours implements Behaviours {
    /** Kinds of names that projects rely on. */
    private static final List<Supplier<Contract>> CONTRACTS = List.of(
            ConfigurationKeys::new,
            Registrations::new,
            ServiceLookups::new,
            BeanNames::new,
            ResourcePaths::new,
            XmlSchemas::new,
            ClassNames::new,
            PluginParameters::new,
            PluginRequirements::new);

    private final Tree tree;
    private final Inventory base;
    private final Inventory head;
    private final Artifacts artifacts;
    private final Gaps gaps = new Gaps();
    private final Map<Coordinates, Jar> jars = new LinkedHashMap<>();

    /**
     * @param tree the state whose files are judged
     * @param base what it depended on
     * @param head what it depends on now
     */
    public RuntimeBehaviours(Tree tree, Inventory base, Inventory head, Artifacts artifacts) {
        this.tree = tree;
        this.base = base;
        this.head = head;
        this.artifacts = artifacts;
    }

    @Override
    public Answer compare() {
        List<Compared> compared = compared();
        Map<Item, Item> plugins = plugins();
        if (compared.isEmpty() && plugins.isEmpty()) {
            return Answer.NOTHING;
        }
        Set<Coordinates> wanted = new LinkedHashSet<>();
        compared.forEach(one -> {
            wanted.addAll(one.before());
            wanted.addAll(one.after());
        });
        plugins.forEach((was, is) -> wanted.addAll(List.of(coordinates(was), coordinates(is))));
        artifacts.files(wanted).forEach(this::open);
        try {
            Map<Module, Passage> passages = passages(compared);
            Set<String> left = new HashSet<>();
            passages.values().stream()
                    .flatMap(passage -> passage.left().stream())
                    .distinct()
                    .forEach(jar -> left.addAll(jar.entries()));
            Upgrade upgrade = new Upgrade(new Project(tree, head, gaps), passages, left, steps(plugins), gaps);
            List<Behaviour> found = CONTRACTS.parallelStream()
                    .flatMap(contract -> contract.get().broken(upgrade).stream())
                    .sorted(Comparator.comparing(Behaviour::place)
                            .thenComparing(Behaviour::effect)
                            .thenComparing(Behaviour::name)
                            .thenComparing(Behaviour::message))
                    .toList();
            artifacts.gaps().forEach(gap -> gaps.add(gap.what(), gap.reason(), gap.place()));
            return new Answer(distinct(found), gaps.all());
        } finally {
            jars.values().forEach(Jar::close);
        }
    }

    private void open(Coordinates coordinates, Path file) {
        jars.put(coordinates, new Jar(coordinates, file, gaps));
    }

    /** A module and its two class paths. */
    private record Compared(Module module, List<Coordinates> before, List<Coordinates> after) {}

    private List<Compared> compared() {
        ClassPaths old = new ClassPaths(base);
        ClassPaths now = new ClassPaths(head);
        List<Compared> compared = new ArrayList<>();
        for (Module module : head.modules()) {
            List<Coordinates> before = old.of(module.file(), true);
            List<Coordinates> after = now.of(module.file(), true);
            if (module.packaging().equals("pom")
                    || before.equals(after)
                    || base.modules().stream().noneMatch(was -> was.file().equals(module.file()))) {
                continue;
            }
            compared.add(new Compared(module, before, after));
        }
        return compared;
    }

    private Map<Module, Passage> passages(List<Compared> compared) {
        Map<List<List<Coordinates>>, Passage> shared = new HashMap<>();
        Map<Module, Passage> passages = new LinkedHashMap<>();
        for (Compared one : compared) {
            List<Coordinates> after = known(one);
            if (after.isEmpty()) {
                continue;
            }
            passages.put(
                    one.module(),
                    shared.computeIfAbsent(
                            List.of(one.before(), after), both -> new Passage(opened(one.before()), opened(after))));
        }
        return passages;
    }

    /**
     * The class path after, as far as it is known. An artifact whose new version or file is not known is taken to be as it was,
     * so that it is never blamed, and so are those that it may have brought and that are not there now; empty, with a gap, when
     * an artifact that was not there before cannot be read, since that may have anything.
     */
    private List<Coordinates> known(Compared one) {
        List<Coordinates> after = new ArrayList<>();
        Set<Artifact> named = new HashSet<>();
        boolean unsure = head.unsure(base).contains(one.module().file());
        for (Coordinates jar : one.after()) {
            Optional<Coordinates> old = one.before().stream()
                    .filter(was -> was.artifact().equals(jar.artifact()))
                    .findFirst();
            boolean readable = jars.containsKey(jar) && jars.get(jar).isReadable();
            if (!readable && old.isEmpty()) {
                gaps.add(
                        "what breaks at run time in " + one.module().file(),
                        jar + " cannot be had or read, and may have what other jars lack now");
                return List.of();
            }
            unsure |= !readable;
            named.add(jar.artifact());
            after.add(readable ? jar : old.get());
        }
        if (unsure) {
            one.before().stream().filter(was -> !named.contains(was.artifact())).forEach(after::add);
        }
        return after;
    }

    private List<Jar> opened(List<Coordinates> coordinates) {
        return coordinates.stream().map(jars::get).filter(Objects::nonNull).toList();
    }

    /** Plugins that moved, module by module: what a module had, and what it has. */
    private Map<Item, Item> plugins() {
        Map<List<Object>, Item> old = new HashMap<>();
        plugins(base).forEach(item -> old.putIfAbsent(List.of(item.module(), item.component()), item));
        Map<Item, Item> moved = new LinkedHashMap<>();
        plugins(head).forEach(item -> {
            Item was = old.get(List.of(item.module(), item.component()));
            if (was != null && !was.version().equals(item.version())) {
                moved.putIfAbsent(was, item);
            }
        });
        return moved;
    }

    private static List<Item> plugins(Inventory inventory) {
        return inventory.items().stream()
                .filter(item -> item.role() == Role.PLUGIN || item.role() == Role.MANAGED_PLUGIN)
                .sorted(Comparator.comparing(Item::role))
                .toList();
    }

    private List<PluginStep> steps(Map<Item, Item> plugins) {
        Map<String, Integer> releases = new HashMap<>();
        head.modules()
                .forEach(module -> releases.put(module.file(), module.sources().release()));
        String wrapper = head.items().stream()
                .filter(item -> item.component().equals(Platform.MAVEN))
                .map(item -> item.version().text())
                .findFirst()
                .orElse("");
        List<PluginStep> steps = new ArrayList<>();
        plugins.forEach((was, is) -> {
            Jar before = jars.get(coordinates(was));
            Jar after = jars.get(coordinates(is));
            if (before != null && after != null) {
                steps.add(new PluginStep(
                        is.module(),
                        before,
                        after,
                        is.declaration().decidedAt().isKnown()
                                ? is.declaration().decidedAt()
                                : is.declaration().usedAt(),
                        releases.getOrDefault(is.module(), 0),
                        wrapper));
            }
        });
        return steps;
    }

    private static Coordinates coordinates(Item item) {
        return new Coordinates((Artifact) item.component(), item.version());
    }

    /** Modules often say the same of one line. */
    private static List<Behaviour> distinct(List<Behaviour> found) {
        Map<Object, Behaviour> first = new LinkedHashMap<>();
        found.forEach(one -> first.putIfAbsent(List.of(one.place(), one.name()), one));
        return List.copyOf(first.values());
    }
}
