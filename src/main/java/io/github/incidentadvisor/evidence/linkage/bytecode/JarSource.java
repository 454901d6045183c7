package io.github.incidentadvisor.evidence.linkage.bytecode;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A jar, read as the class loader of a class path reads it: signatures are not verified, and of a multi-release jar
 * (<a href="https://openjdk.org/jeps/238">JEP 238</a>) each class is that of the newest release that the Java level allows.
 */
final class JarSource implements ClassSource, Closeable {
    private static final int ENTRIES = 400_000;
    private static final int MANIFEST = 1024 * 1024;
    private static final String VERSIONS = "META-INF/versions/";
    private static final String SUFFIX = ".class";

    private final Path path;
    private final int level;
    private final ZipFile zip;
    private final Map<String, String> entries;

    private final List<String> lists;

    private JarSource(Path path, int level, ZipFile zip, Map<String, String> entries, List<String> lists) {
        this.lists = lists;
        this.path = path;
        this.level = level;
        this.zip = zip;
        this.entries = entries;
    }

    /**
     * Opens it and reads its directory.
     *
     * @param level the Java feature release that it runs on
     */
    static JarSource open(Path path, int level) throws IOException {
        ZipFile zip = new ZipFile(path.toFile());
        try {
            if (zip.size() > ENTRIES) {
                throw new IOException("it has more than " + ENTRIES + " entries");
            }
            return new JarSource(path, level, zip, directory(zip, level), lists(zip));
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static Map<String, String> directory(ZipFile zip, int level) throws IOException {
        Map<String, String> entries = new HashMap<>();
        Map<String, Integer> releases = new HashMap<>();
        boolean multiRelease = isMultiRelease(zip);
        for (var all = zip.entries(); all.hasMoreElements(); ) {
            String entry = all.nextElement().getName();
            if (!entry.endsWith(SUFFIX)) {
                continue;
            }
            String name = entry.substring(0, entry.length() - SUFFIX.length());
            if (!entry.startsWith("META-INF/")) {
                entries.putIfAbsent(name, entry);
            } else if (multiRelease && entry.startsWith(VERSIONS)) {
                int slash = name.indexOf('/', VERSIONS.length());
                int release = slash < 0 ? 0 : number(name.substring(VERSIONS.length(), slash));
                String versioned = name.substring(slash + 1);
                if (release > 8 && release <= level && release > releases.getOrDefault(versioned, 0)) {
                    releases.put(versioned, release);
                    entries.put(versioned, entry);
                }
            }
        }
        return entries;
    }

    private static List<String> lists(ZipFile zip) {
        return zip.stream()
                .map(ZipEntry::getName)
                .filter(ServiceLists::isList)
                .sorted()
                .toList();
    }

    private static boolean isMultiRelease(ZipFile zip) throws IOException {
        ZipEntry manifest = zip.getEntry("META-INF/MANIFEST.MF");
        if (manifest == null || manifest.getSize() > MANIFEST) {
            return false;
        }
        try (InputStream in = zip.getInputStream(manifest)) {
            Attributes main = new Manifest(in).getMainAttributes();
            return Boolean.parseBoolean(main.getValue(Attributes.Name.MULTI_RELEASE));
        }
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    }

    /** The Java feature release that it was opened for. */
    int level() {
        return level;
    }

    Path path() {
        return path;
    }

    @Override
    public String label() {
        return String.valueOf(path.getFileName());
    }

    @Override
    public boolean isLasting() {
        return true;
    }

    @Override
    public Set<String> names() {
        return entries.keySet();
    }

    @Override
    public byte[] bytes(String name) throws IOException {
        return read(entries.get(name));
    }

    /** The text of a small file of it; empty when there is none. */
    String text(String entry, int atMost) throws IOException {
        ZipEntry found = zip.getEntry(entry);
        if (found == null || found.getSize() > atMost) {
            return "";
        }
        try (InputStream in = zip.getInputStream(found)) {
            return new String(in.readNBytes(atMost), StandardCharsets.UTF_8);
        }
    }

    /** Paths of its files that list implementations, such as those in {@code META-INF/services}. */
    List<String> lists() {
        return lists;
    }

    private byte[] read(String entry) throws IOException {
        ZipEntry found = zip.getEntry(entry);
        try (InputStream in = zip.getInputStream(found)) {
            return Bytes.bounded(in, found.getSize());
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
