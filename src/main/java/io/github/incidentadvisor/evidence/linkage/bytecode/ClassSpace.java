package io.github.incidentadvisor.evidence.linkage.bytecode;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one class loader would find: the platform first, then the class path in its order. Classes are read when they are asked for.
 * Safe for many threads.
 */
final class ClassSpace {
    private static final int KEPT = 20_000;

    private final ClassSource platform;
    private final Shapes shapes;
    private final Map<String, ClassSource> index = new HashMap<>();
    private final Map<String, Set<ClassSource>> packages = new HashMap<>();
    private final Recent<String, Boolean> ofPlatform = new Recent<>(KEPT);
    private final Recent<String, Optional<ClassShape>> passing = new Recent<>(KEPT);
    private final Recent<String, Hierarchy> hierarchies = new Recent<>(KEPT);
    private final Recent<String, Set<String>> named = new Recent<>(200);
    private final Modules modules;

    ClassSpace(List<ClassSource> path, ClassSource platform, Shapes shapes, Modules modules) {
        this.modules = modules;
        this.platform = platform;
        this.shapes = shapes;
        path.forEach(source -> source.names().forEach(name -> {
            if (!platform.has(name)) {
                index.putIfAbsent(name, source);
            }
        }));
        index.forEach((name, source) -> packages.computeIfAbsent(Names.packageOf(name), key -> new HashSet<>())
                .add(source));
    }

    /** Where the class comes from. */
    Optional<ClassSource> source(String name) {
        ClassSource source = index.get(name);
        if (source != null) {
            return Optional.of(source);
        }
        return ofPlatform.get(name, platform::has) ? Optional.of(platform) : Optional.empty();
    }

    /** Whether there is such a class file, readable or not. */
    boolean exists(String name) {
        return source(name).isPresent();
    }

    /** Elements of the class path that have classes of this package. */
    Set<ClassSource> withPackage(String name) {
        return packages.getOrDefault(name, Set.of());
    }

    /** All classes of the class path that are found there, and not on the platform. */
    Set<String> names() {
        return index.keySet();
    }

    /** Empty when there is none or it cannot be read. */
    Optional<ClassShape> find(String name) {
        return source(name)
                .flatMap(source -> source.isLasting()
                        ? shapes.of(source, name)
                        : passing.get(name, key -> shapes.read(source, key)));
    }

    Hierarchy hierarchy(String name) {
        return hierarchies.get(name, key -> Hierarchy.of(key, this));
    }

    /** Whether {@code target} is in a package that its module lets {@code from} see. */
    boolean isExported(String from, String target) {
        return isExported(target) || index.get(target) == index.get(from);
    }

    boolean isExported(String target) {
        ClassSource there = index.get(target);
        return there == null || modules.exports(there, Names.packageOf(target));
    }

    /** Public classes of the class path that have this last name, whatever their package: where a class may have moved. */
    Set<String> named(String last) {
        return named.get(last, key -> {
            Set<String> found = new TreeSet<>();
            for (String name : index.keySet()) {
                if (name.endsWith(key) && Names.last(name).equals(key)) {
                    found.add(name);
                }
            }
            found.removeIf(name -> !find(name).map(ClassShape::isPublic).orElse(false));
            return found;
        });
    }
}
