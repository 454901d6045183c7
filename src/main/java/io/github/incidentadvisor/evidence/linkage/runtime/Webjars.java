package io.github.incidentadvisor.evidence.linkage.runtime;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Paths into webjars without the version in them, {@code webjars/name/path}, as a locator on the class path resolves them
 * (webjars.org, "Making dependencies version agnostic").
 */
final class Webjars {
    private static final Pattern PATH = Pattern.compile("META-INF/resources/webjars/([^/]+)/(.+)");

    private Webjars() {}

    /** The jar that had the file in its folder of any version, when no jar has it now. */
    static Optional<Jar> loserOf(String entry, Passage passage) {
        Matcher path = PATH.matcher(entry);
        boolean located = path.matches()
                && passage.before().stream()
                        .anyMatch(jar -> jar.coordinates().artifact().artifact().contains("webjars-locator"));
        return located && !has(passage.after(), path)
                ? passage.left().stream().filter(jar -> has(jar, path)).findFirst()
                : Optional.empty();
    }

    private static boolean has(Collection<Jar> jars, Matcher path) {
        return jars.stream().anyMatch(jar -> has(jar, path));
    }

    /** A webjar's folder is named for its version, or for the version without what the packager added to it. */
    private static boolean has(Jar jar, Matcher path) {
        String version = jar.coordinates().version().text();
        String folder = "META-INF/resources/webjars/" + path.group(1) + "/";
        return jar.has(folder + version + "/" + path.group(2))
                || jar.has(folder + version.replaceFirst("-\\d+$", "") + "/" + path.group(2));
    }
}
