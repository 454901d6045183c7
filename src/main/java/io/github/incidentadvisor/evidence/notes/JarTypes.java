package io.github.incidentadvisor.evidence.notes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The names of a jar's types, from its list of entries; nothing is unpacked. */
final class JarTypes {
    private static final int MOST = 100_000;

    private JarTypes() {}

    /** Binary names with dots and {@code $}; none when it is no jar. */
    static List<String> of(Path jar) {
        List<String> types = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            for (int i = 0; entries.hasMoreElements() && i < MOST; i++) {
                String name = entries.nextElement().getName();
                if (name.endsWith(".class") && !name.startsWith("META-INF/") && !name.matches(".*\\$\\d+\\.class")) {
                    types.add(
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'));
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            return List.of();
        }
        return types;
    }
}
