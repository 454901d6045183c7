package io.github.incidentadvisor.evidence.linkage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Results on disk, named by a hash of all that they depend on. A file is complete or not there; one that cannot be read counts
 * as absent, one that nobody has read for a month is taken away. Several builds may share the folder.
 */
final class ContentCache {
    private static final int BYTES = 8 << 20;
    private static final Duration KEPT = Duration.ofDays(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path directory;
    private final AtomicBoolean swept = new AtomicBoolean();

    ContentCache(Path directory) {
        this.directory = directory;
    }

    /** A name that is put together from what a result depends on. */
    static final class Key {
        private final MessageDigest digest;

        /** @param format changes when results of another shape, or of another way of looking, are others */
        Key(String format) {
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError("every JDK has SHA-256", e);
            }
            with(format, Runtime.version().toString());
        }

        Key with(String... words) {
            for (String word : words) {
                digest.update(word.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return this;
        }

        /** A list, kept apart from what comes after it. */
        Key with(List<String> words) {
            return with(String.valueOf(words.size())).with(words.toArray(String[]::new));
        }

        private String name() {
            return HexFormat.of().formatHex(digest.digest()) + ".json";
        }
    }

    /** A place for one result. */
    final class Slot {
        private final Path file;

        private Slot(Path file) {
            this.file = file;
        }

        Optional<JsonNode> read() {
            try {
                if (!Files.isRegularFile(file) || Files.size(file) > BYTES) {
                    return Optional.empty();
                }
                JsonNode found = JSON.readTree(file.toFile());
                Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
                return Optional.of(found);
            } catch (IOException e) {
                return Optional.empty();
            }
        }

        /** A folder that cannot be written costs the next run its time, and nothing else. */
        void write(JsonNode result) {
            try {
                Files.createDirectories(directory);
                Path aside = Files.createTempFile(directory, ".", ".part");
                try {
                    JSON.writeValue(aside.toFile(), result);
                    Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
                } finally {
                    Files.deleteIfExists(aside);
                }
                if (swept.compareAndSet(false, true)) {
                    sweep();
                }
            } catch (IOException e) {
                return;
            }
        }
    }

    Slot slot(Key key) {
        return new Slot(directory.resolve(key.name()));
    }

    private void sweep() throws IOException {
        Instant oldest = Instant.now().minus(KEPT);
        try (var files = Files.newDirectoryStream(directory, "*.json")) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
