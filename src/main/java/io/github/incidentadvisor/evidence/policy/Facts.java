package io.github.incidentadvisor.evidence.policy;

import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.inventory.Artifacts;
import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.inventory.Asked;
import io.github.incidentadvisor.inventory.Check;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Module;
import io.github.incidentadvisor.inventory.Policies;
import io.github.incidentadvisor.model.Gap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a rule may look at on one side of a change. */
final class Facts {
    private final Inventory inventory;
    private final Inventory other;
    private final Artifacts artifacts;
    private final Tree tree;
    private final String java;
    private final Set<Gap> gaps = new TreeSet<>();
    private final Map<String, Module> own = new LinkedHashMap<>();

    /**
     * @param other the side that this one is compared with
     * @param tree where the modules' sources are
     * @param java version of the Java that Maven runs on
     */
    Facts(Inventory inventory, Inventory other, Artifacts artifacts, Tree tree, String java) {
        this.inventory = inventory;
        this.other = other;
        this.artifacts = artifacts;
        this.tree = tree;
        this.java = java;
        inventory.modules().forEach(module -> own.put(module.ga(), module));
    }

    Policies policies() {
        return inventory.policies();
    }

    Policies otherPolicies() {
        return other.policies();
    }

    Inventory inventory() {
        return inventory;
    }

    Artifacts artifacts() {
        return artifacts;
    }

    String java() {
        return java;
    }

    /** The checks of this rule in all modules. */
    List<Check> checks(String rule) {
        return policies().checks().stream()
                .filter(check -> check.rule().equals(rule))
                .toList();
    }

    /** The wishes that a check looks at; what is not complete is said. */
    List<Wish> wishes(Check check) {
        Optional<Asked.Tree> found = policies().tree(check);
        found.filter(asked -> !asked.problems().isEmpty())
                .ifPresent(asked -> gap(
                        check.rule() + " in " + check.module(),
                        "its dependency tree is incomplete, so that more may be wrong: "
                                + asked.problems().get(0)));
        return found.map(Wish::all).orElse(List.of());
    }

    /** The module of the tree that an artifact is. */
    Optional<Module> own(String ga) {
        return Optional.ofNullable(own.get(ga));
    }

    Module module(String file) {
        return inventory.modules().stream()
                .filter(module -> module.file().equals(file))
                .findFirst()
                .orElseThrow();
    }

    /** What the same check of the same configuration looked at on the other side as well: nothing new can be found in it. */
    Set<Coordinates> settled(Check check) {
        Set<Coordinates> known = new HashSet<>();
        otherPolicies().checks().stream()
                .filter(was -> was.module().equals(check.module())
                        && was.rule().equals(check.rule())
                        && was.configuration().equals(check.configuration()))
                .flatMap(was -> otherPolicies().tree(was).stream())
                .flatMap(asked -> asked.nodes().stream())
                .filter(Asked::wins)
                .forEach(asked -> known.add(new Coordinates(asked.artifact(), asked.version())));
        return known;
    }

    /** Paths of the class files that a module's main sources compile to: of its top-level types. */
    Set<String> classFiles(Module module) {
        Set<String> files = new HashSet<>();
        for (String folder : module.sources().main()) {
            String prefix = folder + "/";
            tree.entries().stream()
                    .map(Tree.Entry::path)
                    .filter(path -> path.startsWith(prefix) && path.endsWith(".java"))
                    .map(path -> path.substring(prefix.length(), path.length() - ".java".length()) + ".class")
                    .forEach(files::add);
        }
        return files;
    }

    void gap(String what, String reason) {
        gaps.add(Gap.of(what, reason));
    }

    Set<Gap> gaps() {
        return gaps;
    }
}
