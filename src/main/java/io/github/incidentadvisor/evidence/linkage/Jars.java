package io.github.incidentadvisor.evidence.linkage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What is in jars, by their directories alone; each jar is opened once a run. Safe for many threads. */
public final class Jars {
    private static final int ENTRIES = 400_000;

    private final Map<Path, Map<String, Long>> byJar = new ConcurrentHashMap<>();
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
