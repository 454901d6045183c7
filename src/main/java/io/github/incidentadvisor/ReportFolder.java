package io.github.incidentadvisor;

import io.github.incidentadvisor.git.GitRepository;
import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.settings.Setting;
import io.github.incidentadvisor.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where reports of a project lie.
 *
 * @param path absolute
 * @param hidden it is a folder of ours inside the repository, which git must be told to ignore
 */
public record ReportFolder(Path path, boolean hidden) {
    /**
     * The folder that the settings name, else {@code target/incident-advisor} beside the POM, else
     * {@code .incident-advisor/out} at the root of the repository.
     *
     * @param where the folder that the run was started in
     * @throws AdvisorException when the way to one of the latter two leads over a symbolic link, which a pull request could
     *     have planted
     */
    public static ReportFolder of(Path where, Settings settings) {
        Path start = where.toAbsolutePath().normalize();
        Optional<String> named = settings.optional(Setting.OUTPUT_DIRECTORY);
        if (named.isPresent()) {
            return new ReportFolder(start.resolve(named.get()).normalize(), false);
        }
        if (Files.isRegularFile(start.resolve("pom.xml"))) {
            return new ReportFolder(withoutLinks(start, "target", "incident-advisor"), false);
        }
        Optional<GitRepository> git = GitRepository.discover(start);
        Path root = git.map(GitRepository::root).orElse(start);
        git.ifPresent(GitRepository::close);
        return new ReportFolder(withoutLinks(root, ".incident-advisor", "out"), true);
    }

    private static Path withoutLinks(Path root, String... steps) {
        Path at = root;
        for (String step : steps) {
            at = at.resolve(step);
            if (Files.isSymbolicLink(at)) {
                throw new AdvisorException(at + " is a symbolic link; reports are written to real folders only. "
                        + "Remove it, or set outputDirectory.");
            }
        }
        return at;
    }
}
