package io.github.incidentadvisor.evidence.linkage;

import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.inventory.Inventory.Module;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The class paths of an inventory's modules, in the order of their dependencies. */
public final class ClassPaths {
    private static final Set<String> MAIN = Set.of("compile", "provided", "system", "");

    private final Map<String, Module> own = new HashMap<>();
    private final Map<String, List<Item>> byModule = new HashMap<>();

    /** Of all modules of {@code inventory}. */
    public ClassPaths(Inventory inventory) {
        inventory.modules().forEach(module -> own.put(module.ga(), module));
        for (Item item : inventory.items()) {
            if (item.role() == Role.DIRECT || item.role() == Role.TRANSITIVE) {
                byModule.computeIfAbsent(item.module(), m -> new ArrayList<>()).add(item);
            }
        }
    }

    /** What outside jars a module compiles against, its own tests too if {@code test}: then runtime scope is among them. */
    public List<Coordinates> of(String module, boolean test) {
        Set<Coordinates> all = new LinkedHashSet<>();
        for (Item item : items(module, test)) {
            Artifact artifact = (Artifact) item.component();
            if (!own.containsKey(artifact.ga()) && isOnClassPath(artifact)) {
                all.add(new Coordinates(artifact, item.version()));
            }
        }
        return List.copyOf(all);
    }

    /** What outside jars a module has when it runs: no test scope. */
    List<Coordinates> atRunTime(String module) {
        Set<Coordinates> all = new LinkedHashSet<>();
        for (Item item : items(module, true)) {
            Artifact artifact = (Artifact) item.component();
            if (!"test".equals(item.scope()) && !own.containsKey(artifact.ga()) && isOnClassPath(artifact)) {
                all.add(new Coordinates(artifact, item.version()));
            }
        }
        return List.copyOf(all);
    }

    private static boolean isOnClassPath(Artifact artifact) {
        return !Set.of("pom", "zip", "tar.gz", "war", "ear", "exe").contains(artifact.type());
    }

    /** Other modules of the tree whose classes a module compiles against; those with test sources marked. */
    Map<Module, Boolean> siblings(String module, boolean test) {
        Map<Module, Boolean> siblings = new java.util.LinkedHashMap<>();
        for (Item item : items(module, test)) {
            Artifact artifact = (Artifact) item.component();
            Module sibling = own.get(artifact.ga());
            if (sibling != null) {
                boolean tests = artifact.type().equals("test-jar")
                        || artifact.classifier().equals("tests");
                siblings.merge(sibling, tests, Boolean::logicalOr);
            }
        }
        return siblings;
    }

    /** {@code group:artifact:version} of what stands above anything in a module that is not among {@code known}. */
    Set<String> bringers(String module, List<Coordinates> known) {
        Set<Coordinates> before = Set.copyOf(known);
        Set<String> bringers = new LinkedHashSet<>();
        for (Item item : items(module, true)) {
            if (!before.contains(new Coordinates((Artifact) item.component(), item.version()))) {
                bringers.addAll(item.path());
            }
        }
        return bringers;
    }

    private List<Item> items(String module, boolean test) {
        return byModule.getOrDefault(module, List.of()).stream()
                .filter(item -> test || MAIN.contains(item.scope()))
                .filter(item -> item.component() instanceof Artifact)
                .toList();
    }
}
