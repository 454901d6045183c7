package io.github.incidentadvisor.evidence.linkage.bytecode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** One element of a class path: where the bytes of classes come from. Safe for many threads. Names are internal. */
public interface ClassSource {
    /** A folder of class files, such as {@code target/classes}; its directory is read now, its classes when they are needed. */
    static ClassSource folder(Path folder) throws IOException {
        return FolderSource.open(folder);
    }

    /**
     * Classes in memory.
     *
     * @param label for people, such as the module's name
     * @param classes by internal name ({@code com/acme/Outer$Inner})
     */
    static ClassSource memory(String label, Map<String, byte[]> classes) {
        return new MemorySource(label, classes);
    }

    /** A class file beyond this is refused: the largest that the format's limits make sensible is far smaller. */
    int LARGEST_CLASS = 16 * 1024 * 1024;

    /** What people call it: a file name. */
    String label();

    /** The classes that it has; empty for the platform, which is only asked. */
    Set<String> names();

    /** Whether it has the class. */
    default boolean has(String name) {
        return names().contains(name);
    }

    /** The bytes of a class that it has, bounded by {@link #LARGEST_CLASS}. */
    byte[] bytes(String name) throws IOException;

    /** Whether it lives as long as the run, so that what was read of it may be kept as long. */
    default boolean isLasting() {
        return isPlatform();
    }

    /** Whether the virtual machine brings it. */
    default boolean isPlatform() {
        return false;
    }
}
