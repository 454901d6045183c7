package io.github.incidentadvisor.evidence.linkage.runtime;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A module's class path before and after, tests included: what only another scope has is still there, so nothing is called
 * gone that is not.
 */
final class Passage {
    private final List<Jar> before;
    private final List<Jar> after;
    private final List<Jar> left;
    private final List<Jar> arrived;

    Passage(List<Jar> before, List<Jar> after) {
        this.before = List.copyOf(before);
        this.after = List.copyOf(after);
        Set<Jar> old = new LinkedHashSet<>(before);
        Set<Jar> now = new LinkedHashSet<>(after);
        left = old.stream().filter(jar -> !now.contains(jar)).toList();
        arrived = now.stream().filter(jar -> !old.contains(jar)).toList();
    }

    List<Jar> before() {
        return before;
    }

    List<Jar> after() {
        return after;
    }

    /** Jars that are not there any more in this version. */
    List<Jar> left() {
        return left;
    }

    /** Jars that were not there in this version. */
    List<Jar> arrived() {
        return arrived;
    }

    /** Jars that stayed as they are. */
    List<Jar> stayed() {
        return after.stream().filter(jar -> !arrived.contains(jar)).toList();
    }

    /** The same artifact after the change, in whatever version. */
    Optional<Jar> successor(Jar old) {
        return after.stream()
                .filter(jar ->
                        jar.coordinates().artifact().equals(old.coordinates().artifact()))
                .findFirst();
    }

    /** The jar that had an entry which no jar has now. */
    Optional<Jar> loserOf(String entry) {
        return left.stream()
                .filter(jar -> jar.has(entry))
                .findFirst()
                .filter(old -> after.stream().noneMatch(jar -> jar.has(entry)) && !isOfPlatform(entry));
    }

    /** Jars of old carried what the JDK has too: StAX, JAXB's neighbours. Looked up as a file; nothing is loaded. */
    private static boolean isOfPlatform(String entry) {
        return entry.endsWith(".class") && ClassLoader.getPlatformClassLoader().getResource(entry) != null;
    }

    Optional<Jar> loserOfClass(String binaryName) {
        return loserOf(Jar.entry(binaryName));
    }

    /** What a sentence says of the new side: the artifact in its new version, or that it is gone altogether. */
    String newSide(Jar old) {
        return successor(old)
                .map(Jar::name)
                .orElse("the class path, now without "
                        + old.coordinates().artifact().name() + ",");
    }
}
