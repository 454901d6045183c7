package io.github.incidentadvisor.action;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The data that evaluations run on. It is not part of this repository: it lies in {@code shared/data} beside it or above it, or
 * where the system property {@code shared.data} says. A test that needs it is skipped where it is not there.
 */
public final class SharedData {
    private SharedData() {}

    /** The folder or file of the data with this path; skips the running test, with a message, where there is none. */
    public static Path at(String path) {
        String configured = System.getProperty("shared.data", "");
        if (!configured.isEmpty() && Files.exists(Path.of(configured, path))) {
            return Path.of(configured, path);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path candidate = at.resolve("shared").resolve("data").resolve(path);
            if (Files.exists(candidate)) {
                return candidate;
            }
        }
        return abort("no shared/data/" + path + " here; -Dshared.data=FOLDER says where the evaluation data is");
    }
}
