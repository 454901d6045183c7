package io.github.incidentadvisor.git;

import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Report.Revision;
import java.util.List;
import java.util.Optional;

/**
 * The files of one state of a repository: a commit, the working directory, or either with edits laid over it. Nothing is
 * ever checked out. Implementations are immutable snapshots in meaning and safe for use by many threads.
 */
public interface Tree {
    /** Content longer than this is refused, so that no one file can exhaust the memory: 16 MiB. */
    long LIMIT = 16L << 20;

    /** Which state this is. */
    Revision revision();

    /** All regular files, sorted by path; no submodules' content, no ignored files, no symbolic links. */
    List<Entry> entries();

    /** The file at {@code path} (relative to the root, with {@code /}), if it is a regular file of this tree. */
    Optional<Entry> find(String path);

    /**
     * The bytes of an entry of this tree.
     *
     * @throws TooLarge when it is longer than {@link #LIMIT}
     * @throws java.io.UncheckedIOException when it cannot be read
     */
    byte[] read(Entry entry);

    /** What could not be seen: submodules not read, links that lead outside, objects that a shallow or partial clone lacks. */
    List<Gap> gaps();

    /**
     * A file.
     *
     * @param path relative to the root, with {@code /}
     * @param size bytes
     * @param id git's blob hash of the content, hex: equal ids are equal contents
     */
    record Entry(String path, long size, String id) {}

    /** A file is too long to be read. */
    final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public TooLarge(Entry entry) {
            super(entry.path() + " has " + (entry.size() >> 20) + " MiB; files over " + (LIMIT >> 20)
                    + " MiB are not read");
        }
    }
}
