package io.github.incidentadvisor.evidence.coverage;

import io.github.incidentadvisor.inventory.Inventory.Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** When a module's sources and tests were last written. */
final class SourceTimes {
    /** Not known: nothing is newer. */
    private static final FileTime NEVER = FileTime.fromMillis(Long.MIN_VALUE);

    private static final int DEEPEST = 60;
    private static final int MOST = 100_000;

    private final Path root;
    private final Map<String, FileTime> newest = new HashMap<>();

    SourceTimes(Path root) {
        this.root = root;
    }

    /** Whether anything in them is newer than {@code report}: its lines may be others by now, and tests may have come or gone. */
    boolean areNewerThan(FileTime report, Module module) {
        return newest.computeIfAbsent(module.file(), file -> newest(module)).compareTo(report) > 0;
    }

    private FileTime newest(Module module) {
        return Stream.of(module.sources().main(), module.sources().test())
                .flatMap(List::stream)
                .map(folder -> newest(root.resolve(folder)))
                .max(Comparator.naturalOrder())
                .orElse(NEVER);
    }

    private static FileTime newest(Path folder) {
        if (!Files.isDirectory(folder)) {
            return NEVER;
        }
        try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
            return files.limit(MOST)
                    .filter(Files::isRegularFile)
                    .map(SourceTimes::modified)
                    .max(Comparator.naturalOrder())
                    .orElse(NEVER);
        } catch (IOException | UncheckedIOException e) {
            return FileTime.fromMillis(Long.MAX_VALUE); // What cannot be looked at may be newer.
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
