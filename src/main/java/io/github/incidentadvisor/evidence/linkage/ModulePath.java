package io.github.incidentadvisor.evidence.linkage;

import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Module;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The main or test class path of a module, before and after.
 *
 * @param bringers {@code group:artifact:version} of what brought anything that is new after
 */
record ModulePath(
        Module module, boolean test, List<Coordinates> before, List<Coordinates> after, Set<String> bringers) {
    ModulePath {
        before = List.copyOf(before);
        after = List.copyOf(after);
        bringers = Set.copyOf(bringers);
    }

    /** Those that differ, of modules that are there on both sides and have sources. */
    static List<ModulePath> differing(Inventory base, Inventory head) {
        ClassPaths old = new ClassPaths(base);
        ClassPaths now = new ClassPaths(head);
        List<ModulePath> differing = new ArrayList<>();
        for (Module module : inBoth(base, head)) {
            for (boolean test : new boolean[] {false, true}) {
                List<Coordinates> before = old.of(module.file(), test);
                List<Coordinates> after = now.of(module.file(), test);
                of(module, test, before, after, base, head, now).ifPresent(differing::add);
            }
        }
        return differing;
    }

    /** The class paths at run time, likewise. */
    static List<ModulePath> differingAtRunTime(Inventory base, Inventory head) {
        ClassPaths old = new ClassPaths(base);
        ClassPaths now = new ClassPaths(head);
        return inBoth(base, head).stream()
                .flatMap(module ->
                        of(module, false, old.atRunTime(module.file()), now.atRunTime(module.file()), base, head, now)
                                .stream())
                .toList();
    }

    private static List<Module> inBoth(Inventory base, Inventory head) {
        Set<String> files = new HashSet<>();
        base.modules().forEach(module -> files.add(module.file()));
        return head.modules().stream()
                .filter(module -> !module.sources().main().isEmpty() && files.contains(module.file()))
                .toList();
    }

    private static Optional<ModulePath> of(
            Module module,
            boolean test,
            List<Coordinates> before,
            List<Coordinates> after,
            Inventory base,
            Inventory head,
            ClassPaths now) {
        List<Coordinates> allBefore = base.unsure(head).contains(module.file()) ? completed(before, after) : before;
        List<Coordinates> allAfter = head.unsure(base).contains(module.file()) ? completed(after, before) : after;
        return allBefore.equals(allAfter)
                ? Optional.empty()
                : Optional.of(
                        new ModulePath(module, test, allBefore, allAfter, now.bringers(module.file(), allBefore)));
    }

    /** What one side could not read is taken to be as on the other side: it is no change. */
    private static List<Coordinates> completed(List<Coordinates> partial, List<Coordinates> other) {
        Set<Object> present = new HashSet<>();
        partial.forEach(one -> present.add(one.artifact()));
        Set<Coordinates> all = new LinkedHashSet<>(partial);
        other.stream().filter(one -> !present.contains(one.artifact())).forEach(all::add);
        return List.copyOf(all);
    }

    /** The files before; a jar that cannot be had is taken to be as after. */
    List<Path> filesBefore(Map<Coordinates, Path> files) {
        return files(before, after, files);
    }

    /** The files after; a jar that cannot be had is taken to be as before. */
    List<Path> filesAfter(Map<Coordinates, Path> files) {
        return files(after, before, files);
    }

    private static List<Path> files(List<Coordinates> own, List<Coordinates> other, Map<Coordinates, Path> files) {
        Set<Path> found = new LinkedHashSet<>();
        for (Coordinates one : own) {
            Optional<Path> file = Optional.ofNullable(files.get(one)).or(() -> other.stream()
                    .filter(twin -> twin.artifact().equals(one.artifact()))
                    .map(files::get)
                    .filter(java.util.Objects::nonNull)
                    .findFirst());
            file.ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    /** For people: the module's POM, and whether it is about its tests. */
    String name() {
        return module.file() + (test ? " (tests)" : "");
    }
}
