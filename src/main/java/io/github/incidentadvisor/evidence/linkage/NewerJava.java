package io.github.incidentadvisor.evidence.linkage;

import io.github.incidentadvisor.evidence.Linkage.NeedsJava;
import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Jars that come with a change and hold class files for a newer Java than a module is built for, or than the JDK that runs
 * (class-file major version minus 44, JVMS 4.1, table 4.1-A).
 */
final class NewerJava {
    private final Jars jars;
    private final int running;

    /** @param running feature version of the JDK that builds the project */
    NewerJava(Jars jars, int running) {
        this.jars = jars;
        this.running = running;
    }

    List<NeedsJava> in(ModulePath path, Map<Coordinates, Path> files) {
        int release = path.module().sources().release();
        List<NeedsJava> found = new ArrayList<>();
        for (Coordinates one : path.after()) {
            Path jar = files.get(one);
            if (jar == null || path.before().contains(one)) {
                continue;
            }
            int needed = jars.javaOf(jar);
            boolean isNew = needed > before(path, one, files);
            boolean tooNewToRun = isNew && needed > running;
            boolean tooNewForLevel =
                    !path.test() && release > 0 && needed > release && needed > before(path, one, files);
            if (tooNewToRun || tooNewForLevel) {
                found.add(
                        new NeedsJava(path.module().file(), one, needed, tooNewToRun ? running : release, tooNewToRun));
            }
        }
        return found;
    }

    /** What the same artifact needed before: a project that lived with it has not got a new trouble. */
    private int before(ModulePath path, Coordinates now, Map<Coordinates, Path> files) {
        return path.before().stream()
                .filter(old -> old.artifact().equals(now.artifact()))
                .map(files::get)
                .filter(java.util.Objects::nonNull)
                .mapToInt(jars::javaOf)
                .max()
                .orElse(0);
    }
}
