package io.github.incidentadvisor.evidence.linkage.bytecode;

import io.github.incidentadvisor.evidence.linkage.bytecode.References.Named;
import io.github.incidentadvisor.model.Gap;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Reads classes when they are first asked for, keeps a bounded number of them, and remembers what could not be read. */
final class Shapes {
    private static final int KEPT = 12_000;

    private record Key(ClassSource source, String name) {}

    private final Recent<Key, Optional<ClassShape>> kept = new Recent<>(KEPT);
    private final Map<String, Map<String, String>> unreadable = new ConcurrentHashMap<>();

    /** The class of a source that has it; empty when it cannot be read. */
    Optional<ClassShape> of(ClassSource source, String name) {
        return kept.get(new Key(source, name), key -> read(source, name));
    }

    /** The same, not kept. */
    Optional<ClassShape> read(ClassSource source, String name) {
        return file(source, name).flatMap(file -> shape(source, name, file));
    }

    private Optional<ClassShape> shape(ClassSource source, String name, ClassFile file) {
        try {
            return Optional.of(ShapeReader.read(file));
        } catch (RuntimeException | StackOverflowError e) {
            trouble(source, name, e);
            return Optional.empty();
        }
    }

    /** The class file; empty when it cannot be read or is malformed. */
    Optional<ClassFile> file(ClassSource source, String name) {
        try {
            ClassFile file = ClassFile.of(source.bytes(name));
            if (!file.name().equals(name)) {
                throw new IllegalArgumentException("it declares another class");
            }
            return Optional.of(file);
        } catch (IOException | RuntimeException e) {
            trouble(source, name, e);
            return Optional.empty();
        }
    }

    /** What the constant pool of the class names; empty when it cannot be read. */
    Optional<Named> named(ClassSource source, String name) {
        return file(source, name).flatMap(file -> {
            try {
                return Optional.of(Named.of(file.pool()));
            } catch (RuntimeException e) {
                trouble(source, name, e);
                return Optional.empty();
            }
        });
    }

    /** What the class refers to; empty when it cannot be read. */
    Optional<Uses> uses(ClassSource source, String name) {
        return file(source, name).flatMap(file -> {
            try {
                return Optional.of(Uses.of(file));
            } catch (RuntimeException | StackOverflowError e) {
                trouble(source, name, e);
                return Optional.empty();
            }
        });
    }

    /** Remembers that a class could not be read or judged. */
    void trouble(ClassSource source, String name, Throwable e) {
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        unreadable
                .computeIfAbsent(source.label(), label -> new ConcurrentSkipListMap<>())
                .putIfAbsent(name, reason);
    }

    /** One for each jar of which classes could not be read. */
    List<Gap> gaps() {
        return unreadable.entrySet().stream()
                .map(jar -> {
                    var first = jar.getValue().entrySet().iterator().next();
                    int more = jar.getValue().size() - 1;
                    return Gap.of(
                            jar.getKey(),
                            "cannot read class " + Names.binary(first.getKey())
                                    + (more > 0 ? " and " + more + " more" : "") + ": " + first.getValue());
                })
                .sorted()
                .toList();
    }
}
