package io.github.incidentadvisor.evidence.coverage;

import io.github.incidentadvisor.inventory.Inventory.Module;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A coverage report in the build folder of a module, where JaCoCo's Maven plugin puts it: {@code target/site/jacoco/jacoco.xml},
 * {@code jacoco-it} for integration tests, {@code jacoco-aggregate} for several modules.
 *
 * @param module whose build folder it is in
 * @param name relative to the root, with {@code /}
 */
record ReportFile(Module module, Path file, String name) {
    /** More than any real report; it is read as a stream. */
    private static final long LONGEST = 64L << 20;

    private static final int MOST = 10;

    /** Those of a module, by name. */
    static List<ReportFile> of(Path root, Module module) {
        Path target = root.resolve(module.file()).resolveSibling("target");
        List<ReportFile> found = new ArrayList<>();
        for (Path folder : List.of(target.resolve("site"), target)) {
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (DirectoryStream<Path> reports = Files.newDirectoryStream(folder, "jacoco*")) {
                for (Path report : reports) {
                    Path file = report.resolve("jacoco.xml");
                    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && found.size() < MOST) {
                        found.add(new ReportFile(
                                module, file, root.relativize(file).toString().replace('\\', '/')));
                    }
                }
            } catch (IOException e) {
                // A folder that cannot be listed is as good as none: nothing is said of tests then.
            }
        }
        found.sort(Comparator.comparing(ReportFile::name));
        return found;
    }

    /** Why it is not opened; empty when it may be. */
    String refused(Path root) throws IOException {
        if (!file.toRealPath().startsWith(root.toRealPath())) {
            return "it lies outside of the project";
        }
        if (!Files.isRegularFile(file)) {
            return "it is no file";
        }
        return Files.size(file) > LONGEST ? "it has more than " + (LONGEST >> 20) + " MiB" : "";
    }
}
