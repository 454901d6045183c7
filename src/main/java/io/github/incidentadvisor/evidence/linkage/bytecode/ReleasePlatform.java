package io.github.incidentadvisor.evidence.linkage.bytecode;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipFile;

/**
 * The classes of an older Java, from the signatures that a JDK keeps for {@code javac --release}
 * (<a href="https://openjdk.org/jeps/247">JEP 247</a>): {@code lib/ct.sym}, a zip whose top folders are named for the releases that
 * share what is in them, one digit to base 36 each. Packages that the signatures leave out are those of the running Java.
 */
final class ReleasePlatform implements ClassSource, Closeable {
    private static final String SUFFIX = ".sig";

    private final int release;
    private final ZipFile zip;
    private final Map<String, String> entries;
    private final Set<String> packages;
    private final RunningPlatform running;

    private ReleasePlatform(
            int release, ZipFile zip, Map<String, String> entries, Set<String> packages, RunningPlatform running) {
        this.release = release;
        this.zip = zip;
        this.entries = entries;
        this.packages = packages;
        this.running = running;
    }

    /** Empty for a release that the JDK has no signatures of, and for a Java that is no JDK. */
    static Optional<ReleasePlatform> open(int release, Path javaHome, RunningPlatform running) throws IOException {
        Path file = javaHome.resolve("lib").resolve("ct.sym");
        if (release < 8 || release > 35 || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        ZipFile zip = new ZipFile(file.toFile());
        char digit = Character.toUpperCase(Character.forDigit(release, 36));
        Map<String, String> entries = new HashMap<>();
        Set<String> packages = new HashSet<>();
        for (var all = zip.entries(); all.hasMoreElements(); ) {
            String entry = all.nextElement().getName();
            int releases = entry.indexOf('/');
            int module = entry.indexOf('/', releases + 1);
            if (module > 0 && entry.endsWith(SUFFIX) && entry.lastIndexOf(digit, releases) >= 0) {
                String name = entry.substring(module + 1, entry.length() - SUFFIX.length());
                entries.put(name, entry);
                packages.add(Names.packageOf(name));
            }
        }
        if (entries.isEmpty()) {
            zip.close();
            return Optional.empty();
        }
        return Optional.of(new ReleasePlatform(release, zip, entries, packages, running));
    }

    @Override
    public String label() {
        return "Java " + release;
    }

    @Override
    public Set<String> names() {
        return Set.of();
    }

    @Override
    public boolean has(String name) {
        return entries.containsKey(name) || !packages.contains(Names.packageOf(name)) && running.has(name);
    }

    @Override
    public boolean isPlatform() {
        return true;
    }

    @Override
    public byte[] bytes(String name) throws IOException {
        String entry = entries.get(name);
        if (entry == null) {
            return running.bytes(name);
        }
        try (InputStream in = zip.getInputStream(zip.getEntry(entry))) {
            return in.readAllBytes();
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
