package io.github.incidentadvisor.evidence.linkage;

import io.github.incidentadvisor.evidence.linkage.bytecode.ClassSource;
import io.github.incidentadvisor.inventory.Inventory.Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Class files of the last build, where they are fresh: no source and no POM of the module is newer than the oldest of them. */
final class FreshClasses {
    private final Path root;

    /** @param root the working directory that the tree is of */
    FreshClasses(Path root) {
        this.root = root;
    }

    /** A module's classes, or its test classes; empty when there are none or they are stale. */
    Optional<ClassSource> of(Module module, boolean test) {
        Path pom = root.resolve(module.file());
        Path home = pom.getParent();
        Path classes = home.resolve("target").resolve(test ? "test-classes" : "classes");
        try {
            if (!Files.isDirectory(classes) || !Files.isRegularFile(pom)) {
                return Optional.empty();
            }
            Optional<FileTime> oldest = times(List.of(classes), ".class").min(Comparator.naturalOrder());
            Path sources = home.resolve("src").resolve(test ? "test" : "main");
            Optional<FileTime> newest = Stream.concat(times(List.of(sources), ""), times(List.of(pom), ""))
                    .max(Comparator.naturalOrder());
            boolean fresh = oldest.isPresent()
                    && newest.map(time -> time.compareTo(oldest.get()) <= 0).orElse(true);
            return fresh ? Optional.of(ClassSource.folder(classes)) : Optional.empty();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static Stream<FileTime> times(List<Path> roots, String suffix) throws IOException {
        Stream.Builder<FileTime> times = Stream.builder();
        for (Path root : roots) {
            if (Files.exists(root)) {
                try (Stream<Path> files = Files.walk(root, 60)) {
                    files.filter(file -> file.toString().endsWith(suffix) && Files.isRegularFile(file))
                            .forEach(file -> times.add(modified(file)));
                }
            }
        }
        return times.build();
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
