package io.github.incidentadvisor.inventory;

import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Version;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Files of artifacts. Safe for many threads. */
public interface Artifacts {
    /** An artifact of a version. */
    record Coordinates(Artifact artifact, Version version) {
        /** {@code group:artifact:version}, for people. */
        @Override
        public String toString() {
            return artifact.ga() + ":" + version;
        }
    }

    /** The file of each, fetched when it is not in the local repository; those that cannot be had are absent. */
    Map<Coordinates, Path> files(Collection<Coordinates> wanted);

    /** What could not be had. */
    List<Gap> gaps();
}
