package io.github.incidentadvisor.git;

import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Report.Revision;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectInserter;

/** A folder outside git: everything in it but build output; symbolic links are not followed. */
public final class FolderTree implements Tree {
    private static final Set<String> SKIPPED = Set.of(".git", "target", "node_modules", ".incident-advisor");

    private final Path root;
    private final List<Entry> entries;
    private final Map<String, Entry> byPath;
    private final List<Gap> gaps;

    private FolderTree(Path root, List<Entry> entries, List<Gap> gaps) {
        this.root = root;
        this.entries = List.copyOf(entries);
        this.gaps = List.copyOf(gaps);
        byPath = new HashMap<>();
        entries.forEach(entry -> byPath.put(entry.path(), entry));
    }

    /** The files of {@code root} as they are now. */
    public static FolderTree of(Path root) {
        List<Entry> entries = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        try {
            Files.walkFileTree(root, new Visitor(root, entries, gaps));
        } catch (IOException e) {
            throw GitRepository.unchecked("cannot read the folder " + root, e);
        }
        entries.sort(Comparator.comparing(Entry::path));
        gaps.sort(Comparator.naturalOrder());
        return new FolderTree(root, entries, gaps);
    }

    @Override
    public Revision revision() {
        return Revision.NONE;
    }

    @Override
    public List<Entry> entries() {
        return entries;
    }

    @Override
    public Optional<Entry> find(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    @Override
    public byte[] read(Entry entry) {
        if (entry.size() > LIMIT) {
            throw new TooLarge(entry);
        }
        try {
            return Files.readAllBytes(root.resolve(entry.path()));
        } catch (IOException e) {
            throw GitRepository.unchecked(entry.path() + " cannot be read", e);
        }
    }

    @Override
    public List<Gap> gaps() {
        return gaps;
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {
        private final Path root;
        private final List<Entry> entries;
        private final List<Gap> gaps;

        Visitor(Path root, List<Entry> entries, List<Gap> gaps) {
            this.root = root;
            this.entries = entries;
            this.gaps = gaps;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean skipped = !folder.equals(root)
                    && SKIPPED.contains(folder.getFileName().toString());
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isRegularFile()) {
                String path = root.relativize(file).toString().replace('\\', '/');
                entries.add(new Entry(path, attributes.size(), id(file, attributes.size())));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            gaps.add(Gap.of(
                    root.relativize(file).toString().replace('\\', '/'), "cannot be read: check its permissions"));
            return FileVisitResult.CONTINUE;
        }

        private static String id(Path file, long size) throws IOException {
            try (var in = Files.newInputStream(file);
                    var hasher = new ObjectInserter.Formatter()) {
                return hasher.idFor(Constants.OBJ_BLOB, size, in).name();
            } catch (java.io.EOFException e) {
                return "0".repeat(40);
            }
        }
    }
}
