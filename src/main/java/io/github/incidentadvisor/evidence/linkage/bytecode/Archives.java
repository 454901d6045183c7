package io.github.incidentadvisor.evidence.linkage.bytecode;

import io.github.incidentadvisor.model.Gap;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The jars and platforms of a run, each opened once. Safe for many threads. */
final class Archives implements Closeable {
    private record Key(Path path, int level) {}

    private final Map<Key, Optional<ClassSource>> opened = new ConcurrentHashMap<>();
    private final Map<Integer, ClassSource> platforms = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Closeable> closing = new ConcurrentLinkedQueue<>();
    private final Map<Path, String> unreadable = new ConcurrentHashMap<>();

    /** Sources of the paths that can be read, in their order; folders are read as folders of class files. */
    List<ClassSource> open(List<Path> paths, int level) {
        return paths.parallelStream()
                .map(path -> opened.computeIfAbsent(new Key(path, level), this::open))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<ClassSource> open(Key key) {
        try {
            if (Files.isDirectory(key.path())) {
                return Optional.of(ClassSource.folder(key.path()));
            }
            JarSource jar = JarSource.open(key.path(), key.level());
            closing.add(jar);
            return Optional.of(jar);
        } catch (IOException | RuntimeException e) {
            unreadable.put(key.path(), e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
            return Optional.empty();
        }
    }

    /** The classes that Java itself brings at a release; of the running Java when that is not known. */
    ClassSource platform(int release) {
        return platforms.computeIfAbsent(release, this::openPlatform);
    }

    private ClassSource openPlatform(int release) {
        RunningPlatform running = RunningPlatform.open();
        if (release <= 0 || release >= Runtime.version().feature()) {
            return running;
        }
        try {
            Optional<ReleasePlatform> older =
                    ReleasePlatform.open(release, Path.of(System.getProperty("java.home")), running);
            older.ifPresent(closing::add);
            return older.isPresent() ? older.get() : running;
        } catch (IOException e) {
            return running;
        }
    }

    /** Jars that could not be read. */
    List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        unreadable.forEach((path, reason) ->
                gaps.add(Gap.of(String.valueOf(path.getFileName()), "it cannot be read as a jar: " + reason)));
        gaps.sort(null);
        return gaps;
    }

    @Override
    public void close() {
        for (Closeable one : closing) {
            try {
                one.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
