package io.github.incidentadvisor.report;

import io.github.incidentadvisor.model.AdvisorException;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;

/** Puts files into the output folder: each is written aside and moved in place, so that nobody reads half of one. */
public final class Outputs {
    private Outputs() {}

    /**
     * Writes the files.
     *
     * @param folder made when it is not there; never a symbolic link, since a pull request could have planted one
     * @param files contents by plain file name; an empty one is taken away, so that no old run speaks for this one
     * @throws AdvisorException when the folder cannot be written
     */
    public static void write(Path folder, Map<String, Optional<byte[]>> files) {
        try {
            if (Files.isSymbolicLink(folder)) {
                throw new AdvisorException(folder + " is a symbolic link; reports are written to real folders only. "
                        + "Remove it, or set outputDirectory.");
            }
            Files.createDirectories(folder);
            for (Map.Entry<String, Optional<byte[]>> file : files.entrySet()) {
                if (file.getValue().isEmpty()) {
                    Files.deleteIfExists(folder.resolve(file.getKey()));
                    continue;
                }
                Path aside = folder.resolve(
                        "." + file.getKey() + "." + ProcessHandle.current().pid() + ".part");
                Files.deleteIfExists(aside);
                Files.write(aside, file.getValue().get(), StandardOpenOption.CREATE_NEW);
                move(aside, folder.resolve(file.getKey()));
            }
        } catch (IOException e) {
            throw new AdvisorException(
                    "The reports cannot be written to " + folder + ": " + e.getMessage() + ". Set outputDirectory.", e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        if (Files.isDirectory(to, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(to + " is a folder");
        }
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
