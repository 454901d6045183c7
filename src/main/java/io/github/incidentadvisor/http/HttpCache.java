package io.github.incidentadvisor.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Answers on disk, one file each, named by a hash, so that no URL is written. A file is complete or not there: it is written
 * aside and moved into place, and one whose checksum does not fit counts as absent. Several builds may share the folder.
 */
final class HttpCache {
    private static final String MAGIC = "incident-advisor answer 1";
    private static final int HEAD_BYTES = 64 << 10;

    private final Path directory;
    private final int bodyBytes;

    HttpCache(Path directory, int bodyBytes) {
        this.directory = directory;
        this.bodyBytes = bodyBytes;
    }

    /**
     * What a server once said.
     *
     * @param status 200, 404 or 410
     */
    record Entry(int status, Instant fetchedAt, Map<String, String> headers, byte[] body) {}

    /** The name under which an answer is kept. What only a credential opens is kept apart from what everyone sees. */
    static String key(String url, String accept, boolean authorized) {
        String text = "GET " + url + "\n" + accept + "\n" + (authorized ? "authorized" : "anonymous");
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    Optional<Entry> read(String key) {
        Path file = file(key);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] all = in.readNBytes(HEAD_BYTES + bodyBytes + 1);
            return parse(all);
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** @throws IOException if the folder cannot be written; the answer itself is not affected */
    void write(String key, Entry entry) throws IOException {
        Path file = file(key);
        Files.createDirectories(file.getParent());
        Path aside = Files.createTempFile(file.getParent(), ".", ".part");
        try {
            Files.write(aside, format(entry));
            try {
                Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private Path file(String key) {
        return directory.resolve("http").resolve(key.substring(0, 2)).resolve(key.substring(2));
    }

    private static byte[] format(Entry entry) throws IOException {
        var head = new StringBuilder(MAGIC).append('\n');
        head.append("status=").append(entry.status()).append('\n');
        head.append("fetched=").append(entry.fetchedAt()).append('\n');
        head.append("sha256=").append(sha256(entry.body())).append('\n');
        entry.headers().forEach((name, value) -> head.append("header.")
                .append(name)
                .append('=')
                .append(value)
                .append('\n'));
        head.append('\n');
        var bytes = new ByteArrayOutputStream();
        bytes.write(head.toString().getBytes(StandardCharsets.UTF_8));
        bytes.write(entry.body());
        return bytes.toByteArray();
    }

    private static Optional<Entry> parse(byte[] all) {
        int end = endOfHead(all);
        if (end < 0) {
            return Optional.empty();
        }
        String[] lines = new String(all, 0, end, StandardCharsets.UTF_8).split("\n");
        Map<String, String> fields = new TreeMap<>();
        Map<String, String> headers = new TreeMap<>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            if (equals > 0 && line.startsWith("header.")) {
                headers.put(line.substring("header.".length(), equals), line.substring(equals + 1));
            } else if (equals > 0) {
                fields.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        byte[] body = java.util.Arrays.copyOfRange(all, end + 2, all.length);
        if (!lines[0].equals(MAGIC) || !sha256(body).equals(fields.get("sha256"))) {
            return Optional.empty();
        }
        int status = Integer.parseInt(fields.getOrDefault("status", ""));
        return Optional.of(new Entry(status, Instant.parse(fields.getOrDefault("fetched", "")), headers, body));
    }

    private static int endOfHead(byte[] all) {
        for (int i = 0; i + 1 < Math.min(all.length, HEAD_BYTES); i++) {
            if (all[i] == '\n' && all[i + 1] == '\n') {
                return i;
            }
        }
        return -1;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
