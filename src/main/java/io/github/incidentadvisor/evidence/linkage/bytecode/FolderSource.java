package io.github.incidentadvisor.evidence.linkage.bytecode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder of class files, such as {@code target/classes}. */
final class FolderSource implements ClassSource {
    private static final int DEPTH = 64;
    private static final String SUFFIX = ".class";

    private final Path folder;
    private final Set<String> names;

    private FolderSource(Path folder, Set<String> names) {
        this.folder = folder;
        this.names = names;
    }

    static FolderSource open(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            Set<String> names = files.filter(file -> file.toString().endsWith(SUFFIX))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.startsWith("META-INF/"))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .collect(Collectors.toUnmodifiableSet());
            return new FolderSource(folder, names);
        }
    }

    @Override
    public String label() {
        return folder.toString();
    }

    @Override
    public Set<String> names() {
        return names;
    }

    @Override
    public byte[] bytes(String name) throws IOException {
        Path file = folder.resolve(name + SUFFIX);
        try (InputStream in = Files.newInputStream(file)) {
            return Bytes.bounded(in, Files.size(file));
        }
    }
}
