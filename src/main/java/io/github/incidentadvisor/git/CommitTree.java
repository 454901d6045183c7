package io.github.incidentadvisor.git;

import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Report.Revision;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The files of a commit, from git's objects. */
final class CommitTree implements Tree {
    private final Repository git;
    private final RevCommit commit;
    private final String ref;
    private Listing listing;

    private record Listing(List<Entry> entries, Map<String, Entry> byPath, List<Gap> gaps) {}

    CommitTree(Repository git, RevCommit commit, String ref) {
        this.git = git;
        this.commit = commit;
        this.ref = ref;
    }

    ObjectId root() {
        return commit.getTree();
    }

    @Override
    public Revision revision() {
        return GitRepository.revision(ref, commit.name(), false);
    }

    @Override
    public List<Entry> entries() {
        return listing().entries();
    }

    @Override
    public Optional<Entry> find(String path) {
        return Optional.ofNullable(listing().byPath().get(path));
    }

    @Override
    public List<Gap> gaps() {
        return listing().gaps();
    }

    private synchronized Listing listing() {
        if (listing == null) {
            listing = list();
        }
        return listing;
    }

    private Listing list() {
        List<Entry> entries = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        Map<String, Entry> byPath = new HashMap<>();
        try (ObjectReader reader = git.newObjectReader();
                TreeWalk walk = new TreeWalk(reader)) {
            walk.addTree(commit.getTree());
            walk.setRecursive(true);
            while (walk.next()) {
                int mode = walk.getRawMode(0);
                if (FileMode.GITLINK.equals(mode)) {
                    gaps.add(submodule(walk.getPathString()));
                } else if (FileMode.REGULAR_FILE.equals(mode) || FileMode.EXECUTABLE_FILE.equals(mode)) {
                    ObjectId id = walk.getObjectId(0);
                    Entry entry = new Entry(walk.getPathString(), size(reader, id), id.name());
                    entries.add(entry);
                    byPath.put(entry.path(), entry);
                }
            }
        } catch (MissingObjectException e) {
            gaps.add(Gap.of("files of " + commit.abbreviate(9).name(), "this partial clone lacks objects; fetch them"));
        } catch (IOException e) {
            throw GitRepository.unchecked("cannot read commit " + commit.name(), e);
        }
        Collections.sort(gaps);
        entries.sort(java.util.Comparator.comparing(Entry::path));
        return new Listing(List.copyOf(entries), byPath, List.copyOf(gaps));
    }

    private static long size(ObjectReader reader, ObjectId id) throws IOException {
        try {
            return reader.getObjectSize(id, Constants.OBJ_BLOB);
        } catch (MissingObjectException e) {
            return 0;
        }
    }

    static Gap submodule(String path) {
        return Gap.of(path, "a git submodule; its content is not read");
    }

    @Override
    public byte[] read(Entry entry) {
        try {
            ObjectLoader loader = git.open(ObjectId.fromString(entry.id()), Constants.OBJ_BLOB);
            if (loader.getSize() > LIMIT) {
                throw new TooLarge(new Entry(entry.path(), loader.getSize(), entry.id()));
            }
            return loader.getCachedBytes((int) LIMIT);
        } catch (IOException e) {
            throw GitRepository.unchecked(
                    entry.path() + " of " + commit.abbreviate(9).name() + " cannot be read from git", e);
        }
    }
}
