package io.github.incidentadvisor.git;

import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Report.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.WorkingTreeOptions;

/**
 * The working directory as git sees it: tracked files whatever .gitignore says, and untracked ones that it does not ignore.
 * Files that the index knows to be unchanged are not read to learn their hash.
 */
final class WorkTree implements Tree {
    private static final String OWN_OUTPUT = ".incident-advisor/out/";

    private final Repository git;
    private final String commit;
    private Listing listing;

    private record Listing(
            List<Entry> entries, Map<String, Entry> byPath, List<Gap> gaps, Set<String> differing, boolean dirty) {}

    WorkTree(Repository git, String commit) {
        this.git = git;
        this.commit = commit;
    }

    @Override
    public Revision revision() {
        return GitRepository.revision("", commit, isDirty());
    }

    /** Whether a file differs from HEAD, is new, or is gone. */
    boolean isDirty() {
        return listing().dirty();
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
            try {
                listing = list();
            } catch (IOException e) {
                throw GitRepository.unchecked("cannot read the working directory " + git.getWorkTree(), e);
            }
        }
        return listing;
    }

    private Listing list() throws IOException {
        List<Entry> entries = new ArrayList<>();
        Map<String, Entry> byPath = new HashMap<>();
        List<Gap> gaps = new ArrayList<>();
        Set<String> differing = new java.util.HashSet<>();
        try (ObjectReader reader = git.newObjectReader();
                TreeWalk walk = new TreeWalk(git, reader)) {
            DirCache index = git.readDirCache();
            walk.setRecursive(false);
            int head = walk.addTree(headTree(reader));
            int cache = walk.addTree(new DirCacheIterator(index));
            int work = walk.addTree(files());
            walk.getTree(work, FileTreeIterator.class).setDirCacheIterator(walk, cache);
            while (walk.next()) {
                FileTreeIterator file = walk.getTree(work, FileTreeIterator.class);
                boolean tracked = walk.getTree(cache, DirCacheIterator.class) != null;
                if (file == null) {
                    if (FileMode.TREE.equals(walk.getRawMode(head)) || FileMode.TREE.equals(walk.getRawMode(cache))) {
                        walk.enterSubtree();
                    } else if (isFile(walk.getRawMode(head))) {
                        differing.add(walk.getPathString());
                    }
                    continue;
                }
                if (!tracked && (file.isEntryIgnored() || OWN_OUTPUT.equals(walk.getPathString() + "/"))) {
                    continue;
                }
                int mode = file.getEntryRawMode();
                if (walk.isSubtree()) {
                    if (FileMode.GITLINK.equals(mode) || FileMode.GITLINK.equals(walk.getRawMode(cache))) {
                        gaps.add(CommitTree.submodule(walk.getPathString()));
                    } else if (FileMode.TREE.equals(mode)) {
                        walk.enterSubtree();
                    }
                } else if (isFile(mode)) {
                    if (!isReadable(walk.getPathString())) {
                        continue;
                    }
                    ObjectId id = walk.getObjectId(work);
                    Entry entry = new Entry(walk.getPathString(), file.getEntryLength(), id.name());
                    entries.add(entry);
                    byPath.put(entry.path(), entry);
                    if (!id.equals(walk.getObjectId(head))) {
                        differing.add(entry.path());
                    }
                } else if (FileMode.GITLINK.equals(mode)) {
                    gaps.add(CommitTree.submodule(walk.getPathString()));
                }
            }
        }
        entries.sort(Comparator.comparing(Entry::path));
        gaps.sort(Comparator.naturalOrder());
        return new Listing(List.copyOf(entries), byPath, List.copyOf(gaps), differing, !differing.isEmpty());
    }

    private org.eclipse.jgit.treewalk.AbstractTreeIterator headTree(ObjectReader reader) throws IOException {
        if (commit.isEmpty()) {
            return new org.eclipse.jgit.treewalk.EmptyTreeIterator();
        }
        var parser = new org.eclipse.jgit.treewalk.CanonicalTreeParser();
        try (var walk = new org.eclipse.jgit.revwalk.RevWalk(reader)) {
            parser.reset(reader, walk.parseCommit(ObjectId.fromString(commit)).getTree());
        }
        return parser;
    }

    /** A pipe or device has the mode of a file to JGit, and reading it never ends. */
    private boolean isReadable(String path) {
        return Files.isRegularFile(git.getWorkTree().toPath().resolve(path), LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isFile(int mode) {
        return FileMode.REGULAR_FILE.equals(mode) || FileMode.EXECUTABLE_FILE.equals(mode);
    }

    /**
     * Files with line ends as the repository's own config asks and nothing else of it: a config is other people's text once a
     * build runs in a foreign checkout, and JGit would run the filter commands that it names.
     */
    private FileTreeIterator files() {
        Config plain = new Config();
        String crlf = git.getConfig().getString("core", null, "autocrlf");
        if (crlf != null) {
            plain.setString("core", null, "autocrlf", crlf);
        }
        return new PlainFiles(git, plain.get(WorkingTreeOptions.KEY));
    }

    @Override
    public byte[] read(Entry entry) {
        Path root = git.getWorkTree().toPath();
        Path file = root.resolve(entry.path());
        try {
            if (!file.toRealPath().startsWith(root.toRealPath())
                    || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException("it is no regular file inside the repository any more");
            }
            long size = Files.size(file);
            if (size > LIMIT) {
                throw new TooLarge(new Entry(entry.path(), size, entry.id()));
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw GitRepository.unchecked(entry.path() + " cannot be read", e);
        }
    }

    private static final class PlainFiles extends FileTreeIterator {
        PlainFiles(Repository git, WorkingTreeOptions options) {
            super(git.getWorkTree(), git.getFS(), options);
            setWalkIgnoredDirectories(false);
            initRootIterator(git);
        }

        private PlainFiles(PlainFiles parent, java.io.File folder, org.eclipse.jgit.util.FS fs) {
            super(parent, folder, fs);
        }

        @Override
        protected org.eclipse.jgit.treewalk.AbstractTreeIterator enterSubtree() {
            return new PlainFiles(this, ((FileEntry) current()).getFile(), fs);
        }

        @Override
        public String getCleanFilterCommand() throws IOException {
            return null;
        }
    }

    @Override
    public String toString() {
        return Constants.HEAD + " and the working directory";
    }
}
