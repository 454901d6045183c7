package io.github.incidentadvisor.evidence.linkage.bytecode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the classes of jars name, kept in a folder by the jars' content: one {@link ReferenceFile} a jar. A jar that is asked about
 * for the first time is read as a whole. A cache that cannot be written or read costs time and nothing else. Safe for many threads.
 */
final class CachedReferences implements References {
    private static final int BUFFER = 64 * 1024;

    private final Path folder;
    private final Shapes shapes;
    private final Map<JarSource, Optional<ReferenceFile>> files = new ConcurrentHashMap<>();

    CachedReferences(Path folder, Shapes shapes) {
        this.folder = folder;
        this.shapes = shapes;
    }

    @Override
    public Named of(ClassSource source, String name) {
        Optional<Named> kept = source instanceof JarSource jar
                ? files.computeIfAbsent(jar, this::open).flatMap(file -> file.of(name))
                : Optional.empty();
        return kept.orElseGet(() -> shapes.named(source, name).orElse(NOTHING));
    }

    private Optional<ReferenceFile> open(JarSource jar) {
        try {
            Path file = folder.resolve(hash(jar.path()) + "-" + jar.level() + ReferenceFile.SUFFIX);
            Optional<ReferenceFile> known = ReferenceFile.open(file);
            if (known.isPresent()) {
                return known;
            }
            Map<String, Named> all = new TreeMap<>();
            for (String name : jar.names()) {
                shapes.named(jar, name).ifPresent(named -> all.put(name, named));
            }
            ReferenceFile.write(file, all);
            return ReferenceFile.open(file);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String hash(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (Optional<ReferenceFile> file : files.values()) {
            if (file.isPresent()) {
                file.get().close();
            }
        }
    }
}
