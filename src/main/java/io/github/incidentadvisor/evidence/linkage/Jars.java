package io.github.incidentadvisor.evidence.linkage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What is in jars, by their directories alone; each jar is opened once a run. Safe for many threads. */
public final class Jars {
    private static final int ENTRIES = 400_000;
    private static final int SAMPLED = 500;

    private final Map<Path, Map<String, Long>> byJar = new ConcurrentHashMap<>();
    private final Map<Path, Integer> javas = new ConcurrentHashMap<>();
    private final Map<Path, String> unreadable = new ConcurrentHashMap<>();

    /** Binary names of the classes of a jar, and the checksum of each; empty for what is no jar. */
    public Map<String, Long> classes(Path jar) {
        return byJar.computeIfAbsent(jar, this::read);
    }

    private Map<String, Long> read(Path jar) {
        Map<String, Long> classes = new HashMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            if (zip.size() > ENTRIES) {
                unreadable.put(jar, "it has more than " + ENTRIES + " entries");
                return Map.of();
            }
            zip.stream()
                    .filter(entry -> entry.getName().endsWith(".class")
                            && !entry.getName().startsWith("META-INF/")
                            && !entry.getName().endsWith("module-info.class"))
                    .forEach(entry -> classes.put(name(entry), entry.getCrc() ^ entry.getSize() << 32));
        } catch (IOException | RuntimeException e) {
            unreadable.put(jar, String.valueOf(e.getMessage()));
        }
        return classes;
    }

    private static String name(ZipEntry entry) {
        String path = entry.getName();
        return path.substring(0, path.length() - ".class".length()).replace('/', '.');
    }

    /** A hash of what a jar's classes are, by its directory: the same for the same content wherever it lies. */
    String fingerprint(Path jar) {
        Map<String, Long> classes = classes(jar);
        long sum = 0;
        for (Map.Entry<String, Long> entry : classes.entrySet()) {
            // Order does not matter, so that the map need not be sorted: each entry is spread over 64 bits first.
            long mixed = entry.getKey().hashCode() * 0x9E3779B97F4A7C15L ^ entry.getValue() * 0xC2B2AE3D27D4EB4FL;
            sum += mixed ^ mixed >>> 29;
        }
        return jar.getFileName() + " " + classes.size() + " " + Long.toHexString(sum);
    }

    /** The Java feature version that most of a jar's classes are compiled for (JVMS 4.1); 0 when it has none. */
    int javaOf(Path jar) {
        return javas.computeIfAbsent(jar, this::readJava);
    }

    private int readJava(Path jar) {
        Map<Integer, Integer> counts = new HashMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            zip.stream()
                    .filter(entry -> entry.getName().endsWith(".class")
                            && !entry.getName().startsWith("META-INF/")
                            && !entry.getName().endsWith("module-info.class"))
                    .limit(SAMPLED)
                    .forEach(entry -> major(zip, entry).ifPresent(major -> counts.merge(major, 1, Integer::sum)));
        } catch (IOException | RuntimeException e) {
            unreadable.put(jar, String.valueOf(e.getMessage()));
        }
        return counts.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> Math.max(0, entry.getKey() - 44))
                .orElse(0);
    }

    private static OptionalInt major(ZipFile zip, ZipEntry entry) {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] head = in.readNBytes(8);
            boolean isClass = head.length == 8 && ByteBuffer.wrap(head).getInt() == 0xCAFEBABE;
            return isClass ? OptionalInt.of(ByteBuffer.wrap(head).getShort(6) & 0xFFFF) : OptionalInt.empty();
        } catch (IOException | RuntimeException e) {
            return OptionalInt.empty();
        }
    }

    /** Whether a jar's directory can be read. */
    public boolean isReadable(Path jar) {
        classes(jar);
        return !unreadable.containsKey(jar);
    }

    /** Jars that could not be read, with the reason. */
    public Map<Path, String> unreadable() {
        return unreadable;
    }

    /** The first of {@code jars} that has the class. */
    public Optional<Path> of(String binaryName, List<Path> jars) {
        return jars.stream().filter(jar -> classes(jar).containsKey(binaryName)).findFirst();
    }

    /** Classes of {@code jars} by binary name, as the class path finds them: the first wins. */
    public Map<String, Long> all(Collection<Path> jars) {
        Map<String, Long> all = new HashMap<>();
        jars.forEach(jar -> classes(jar).forEach(all::putIfAbsent));
        return all;
    }

    /** Classes of {@code jars} with this simple name, sorted; nested classes by their own name. */
    public TreeSet<String> named(String simpleName, Collection<Path> jars) {
        TreeSet<String> found = new TreeSet<>();
        for (Path jar : jars) {
            for (String name : classes(jar).keySet()) {
                if (name.endsWith(simpleName) && simpleName(name).equals(simpleName)) {
                    found.add(name);
                }
            }
        }
        return found;
    }

    /** The last name of a binary name: of a nested class its own. */
    public static String simpleName(String binaryName) {
        return binaryName.substring(Math.max(binaryName.lastIndexOf('.'), binaryName.lastIndexOf('$')) + 1);
    }
}
