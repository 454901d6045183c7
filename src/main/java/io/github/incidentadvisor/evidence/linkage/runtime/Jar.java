package io.github.incidentadvisor.evidence.linkage.runtime;

import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipFile;

/**
 * A jar of a class path: its directory is read when first asked for, entries one by one and never more of one than
 * {@link #LIMIT}, whatever its header says. Safe for many threads.
 */
final class Jar implements AutoCloseable {
    /** Bytes of one entry. */
    static final int LIMIT = 8 << 20;

    private static final int ENTRIES = 400_000;
    private static final String CLASS = ".class";

    private final Coordinates coordinates;
    private final Path path;
    private final Gaps gaps;
    private ZipFile zip;
    private Set<String> entries;
    private boolean readable;
    private List<String> classes;

    Jar(Coordinates coordinates, Path path, Gaps gaps) {
        this.coordinates = coordinates;
        this.path = path;
        this.gaps = gaps;
    }

    Coordinates coordinates() {
        return coordinates;
    }

    /** {@code artifact version}, for sentences. */
    String name() {
        return coordinates.artifact().name() + " " + coordinates.version();
    }

    boolean has(String entry) {
        return entries().contains(entry);
    }

    boolean hasClass(String binaryName) {
        return has(entry(binaryName));
    }

    /** Whether it could be read at all. */
    synchronized boolean isReadable() {
        entries();
        return readable;
    }

    /** Paths of its files; of a multi-release jar those for every Java are among them under their own paths. */
    synchronized Set<String> entries() {
        if (entries == null) {
            entries = list();
        }
        return entries;
    }

    /** Closed at once: of most jars no more is asked, and open files are few on some machines. */
    private Set<String> list() {
        Set<String> found = new HashSet<>();
        try (ZipFile listed = new ZipFile(path.toFile())) {
            if (listed.size() > ENTRIES) {
                throw new IOException("it has more than " + ENTRIES + " entries");
            }
            listed.stream().filter(entry -> !entry.isDirectory()).forEach(entry -> found.add(entry.getName()));
            readable = true;
        } catch (IOException | RuntimeException e) {
            gaps.add(path.getFileName().toString(), "it cannot be read as a jar: " + e.getMessage());
            return Set.of();
        }
        return found;
    }

    private synchronized ZipFile open() throws IOException {
        if (zip == null) {
            zip = new ZipFile(path.toFile());
        }
        return zip;
    }

    /** The bytes of an entry, if it is there and can be read. */
    Optional<byte[]> read(String entry) {
        if (!has(entry)) {
            return Optional.empty();
        }
        try {
            ZipFile opened = open();
            try (InputStream in = opened.getInputStream(opened.getEntry(entry))) {
                byte[] bytes = in.readNBytes(LIMIT + 1);
                if (bytes.length > LIMIT) {
                    throw new IOException("it is longer than " + (LIMIT >> 20) + " MiB");
                }
                return Optional.of(bytes);
            }
        } catch (IOException | RuntimeException e) {
            gaps.add(path.getFileName() + "!/" + entry, "it cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    Optional<String> text(String entry) {
        return read(entry).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    Optional<byte[]> readClass(String binaryName) {
        return read(entry(binaryName));
    }

    /** Binary names of its classes, sorted. */
    synchronized List<String> classes() {
        if (classes == null) {
            classes = entries().stream()
                    .filter(entry -> entry.endsWith(CLASS) && !entry.startsWith("META-INF/"))
                    .map(entry ->
                            entry.substring(0, entry.length() - CLASS.length()).replace('/', '.'))
                    .sorted()
                    .toList();
        }
        return classes;
    }

    static String entry(String binaryName) {
        return binaryName.replace('.', '/') + CLASS;
    }

    @Override
    public synchronized void close() {
        if (zip != null) {
            try {
                zip.close();
            } catch (IOException e) {
                // It was only read: nothing is lost.
            }
            zip = null;
        }
    }

    @Override
    public String toString() {
        return coordinates.toString();
    }
}
