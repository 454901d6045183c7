package io.github.incidentadvisor.incidents.index;

import io.github.incidentadvisor.incidents.IncidentSource.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The index on disk: each state of the sources is a folder named by the hash of what went into it. It is written aside, moved
 * into place and never changed again, so that builds which run at once need no lock. A new state starts from the newest one
 * that is there and reads only what that lacks. What cannot be opened is thrown away and built again.
 */
public final class Generations {
    /** Counts up when the form of the index changes, so that old ones are not read. */
    private static final String FORMAT = "incidents 3";

    private static final int KEPT = 3;
    private static final Duration YOUNG = Duration.ofHours(1);
    private static final String ASIDE = "aside-";

    /** Lucene advises on the JVM's options at warning level, which is no user's business. Held, or the level would be forgotten. */
    private static final Logger ADVICE =
            Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    static {
        ADVICE.setLevel(Level.SEVERE);
    }

    private final Path home;
    private final Clock clock;

    /** @param home need not exist */
    public Generations(Path home, Clock clock) {
        this.home = home;
        this.clock = clock;
    }

    /** The generation of these entries, opened; made when it is not there. */
    public Memory of(List<Entry> entries) {
        Path folder = home.resolve(name(entries));
        Optional<Memory> there = opened(folder);
        if (there.isPresent()) {
            touch(folder);
            return there.get();
        }
        try {
            Files.createDirectories(home);
            delete(folder);
            Optional<Path> newest = newest();
            if (newest.isEmpty() || !written(entries, newest, folder)) {
                written(entries, Optional.empty(), folder);
            }
            sweep(folder);
            return opened(folder)
                    .orElseThrow(() -> new IOException("the index was written and cannot be opened: " + folder));
        } catch (IOException e) {
            throw new UncheckedIOException("the index of incidents cannot be written in " + home, e);
        }
    }

    /** Whether it worked; without a previous generation trouble is the disk's and is thrown. */
    private boolean written(List<Entry> entries, Optional<Path> previous, Path folder) throws IOException {
        Path aside = Files.createTempDirectory(home, ASIDE);
        try {
            new GenerationWriter(aside, LocalDate.now(clock)).write(entries, previous);
            move(aside, folder);
            return true;
        } catch (IOException | RuntimeException e) {
            if (previous.isEmpty()) {
                throw e;
            }
            delete(previous.get());
            return false;
        } finally {
            delete(aside);
        }
    }

    private static String name(List<Entry> entries) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update(FORMAT.getBytes(StandardCharsets.UTF_8));
            entries.stream().map(Entry::key).sorted().forEach(key -> {
                hash.update((byte) 0);
                hash.update(key.getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(hash.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    private static Optional<Memory> opened(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Memory(IncidentIndex.open(folder), Manifest.read(folder)));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private Optional<Path> newest() throws IOException {
        return generations().stream().max(Comparator.comparing(Generations::time));
    }

    private List<Path> generations() throws IOException {
        try (Stream<Path> folders = Files.list(home)) {
            return folders.filter(Files::isDirectory)
                    .filter(folder -> folder.getFileName().toString().matches("[0-9a-f]{32}"))
                    .toList();
        }
    }

    private void sweep(Path current) throws IOException {
        Instant young = clock.instant().minus(YOUNG);
        List<Path> old = new ArrayList<>(generations());
        old.remove(current);
        old.sort(Comparator.comparing(Generations::time).reversed());
        for (Path folder : old.subList(Math.min(KEPT - 1, old.size()), old.size())) {
            if (time(folder).toInstant().isBefore(young)) {
                delete(folder);
            }
        }
        try (Stream<Path> left = Files.list(home)) {
            for (Path folder : left.filter(path -> path.getFileName().toString().startsWith(ASIDE))
                    .toList()) {
                if (time(folder).toInstant().isBefore(young)) {
                    delete(folder);
                }
            }
        }
    }

    /** Somebody else may have made the same one meanwhile; it is as good as ours. */
    private static void move(Path aside, Path folder) throws IOException {
        try {
            Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(aside, folder);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    private void touch(Path folder) {
        try {
            Files.setLastModifiedTime(folder, FileTime.from(clock.instant()));
        } catch (IOException e) {
            // Only the order of sweeping depends on it.
        }
    }

    private static FileTime time(Path folder) {
        try {
            return Files.getLastModifiedTime(folder);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
