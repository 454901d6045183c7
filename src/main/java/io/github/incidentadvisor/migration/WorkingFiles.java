package io.github.incidentadvisor.migration;

import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.model.AdvisorException;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files of the working directory, written all or none. */
final class WorkingFiles {
    private WorkingFiles() {}

    /**
     * Writes the plan's files: each aside first, then all moved in place.
     *
     * @param root the folder that paths are relative to
     * @param committed what git has of them; empty where there is no git
     * @throws AdvisorException before anything is written: when a file has changes that are not committed, is not what the plan was
     *     made for any more, or is no plain file inside the root
     */
    static void write(Path root, Plan plan, Optional<Tree> committed) {
        Map<String, byte[]> changed = plan.changed();
        refuseUncommitted(changed, plan, committed);
        Map<Path, Path> aside = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, byte[]> file : changed.entrySet()) {
                Path target = plain(root, file.getKey());
                byte[] before =
                        plan.before().read(plan.before().find(file.getKey()).orElseThrow());
                if (!Arrays.equals(before, Files.readAllBytes(target))) {
                    throw new AdvisorException(file.getKey() + " changed while it was looked at; nothing is written.");
                }
                aside.put(target, aside(target, file.getValue()));
            }
            move(aside, plan, root);
        } catch (IOException e) {
            throw new AdvisorException(
                    "The migration cannot be written: " + e.getMessage() + ". Nothing is changed.", e);
        } finally {
            aside.values().forEach(WorkingFiles::remove);
        }
    }

    private static void refuseUncommitted(Map<String, byte[]> changed, Plan plan, Optional<Tree> committed) {
        if (committed.isEmpty()) {
            return;
        }
        List<String> dirty = changed.keySet().stream()
                .filter(path -> !committed
                        .get()
                        .find(path)
                        .map(Tree.Entry::id)
                        .equals(plan.before().find(path).map(Tree.Entry::id)))
                .toList();
        if (!dirty.isEmpty()) {
            throw new AdvisorException(String.join(", ", dirty) + (dirty.size() == 1 ? " has" : " have")
                    + " changes that are not committed; nothing is written. Commit or stash them first,"
                    + " so that what the migration does can be told from what you did.");
        }
    }

    private static Path plain(Path root, String path) throws IOException {
        Path target = root.resolve(path);
        if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)
                || !target.toRealPath().equals(root.toRealPath().resolve(path))) {
            throw new AdvisorException(path + " is no plain file inside the project; nothing is written.");
        }
        return target;
    }

    private static Path aside(Path target, byte[] content) throws IOException {
        Path aside = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".part");
        Files.write(aside, content);
        PosixFileAttributeView rights = Files.getFileAttributeView(target, PosixFileAttributeView.class);
        if (rights != null) {
            Files.setPosixFilePermissions(aside, rights.readAttributes().permissions());
        }
        return aside;
    }

    /** Moves all; when one fails, those before it get their old content back. */
    private static void move(Map<Path, Path> aside, Plan plan, Path root) throws IOException {
        List<Path> moved = new ArrayList<>();
        try {
            for (Map.Entry<Path, Path> file : aside.entrySet()) {
                try {
                    Files.move(file.getValue(), file.getKey(), StandardCopyOption.ATOMIC_MOVE);
                } catch (AtomicMoveNotSupportedException e) {
                    Files.move(file.getValue(), file.getKey(), StandardCopyOption.REPLACE_EXISTING);
                }
                moved.add(file.getKey());
            }
        } catch (IOException e) {
            for (Path target : moved) {
                String path = root.relativize(target).toString().replace('\\', '/');
                Files.write(target, plan.before().read(plan.before().find(path).orElseThrow()));
            }
            throw e;
        }
    }

    private static void remove(Path aside) {
        try {
            Files.deleteIfExists(aside);
        } catch (IOException e) {
            // It was moved, or it stays as a dot file; neither is worth losing the answer for.
        }
    }
}
