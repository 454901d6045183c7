package io.github.incidentadvisor.migration;

import io.github.incidentadvisor.model.AdvisorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * The branch that a migration lies on: one commit on top of HEAD. Objects and the branch are written; the working directory, the
 * index and HEAD are not touched, and no hook runs. A commit of ours names its own tree, so that an amended one is told apart.
 */
final class MigrationBranch {
    /** What every branch of ours begins with. */
    static final String PREFIX = "incident-advisor/";

    private static final String MARK = "Incident-Advisor-Migration: ";
    private static final String TREE = "Incident-Advisor-Tree: ";

    private final Repository git;
    private final String ref;
    private final String id;

    private MigrationBranch(Repository git, String id) {
        this.git = git;
        this.id = id;
        this.ref = Constants.R_HEADS + PREFIX + id;
    }

    /**
     * What is to be committed.
     *
     * @param contents whole files by path, all of them in HEAD
     * @param message without trailers
     */
    record Content(Map<String, byte[]> contents, String message, Map<String, String> environment, Instant now) {}

    /**
     * Makes the branch, or moves it if it holds nothing but our own commits; one that has the same changes already stays.
     *
     * @param where any folder of the repository
     * @return the hash of the commit that the branch is at
     * @throws AdvisorException when the branch is somebody's, is checked out, or cannot be written; nothing is touched then
     */
    static String commit(Path where, String id, Content content) {
        RepositoryBuilder builder = new RepositoryBuilder().setMustExist(true);
        builder.findGitDir(where.toAbsolutePath().toFile());
        try (Repository git = builder.build()) {
            return new MigrationBranch(git, id).commit(content);
        } catch (IOException e) {
            throw new AdvisorException("The branch " + PREFIX + id + " cannot be made: " + e.getMessage(), e);
        }
    }

    private String commit(Content content) throws IOException {
        refuseWhenCheckedOut();
        try (RevWalk walk = new RevWalk(git);
                ObjectInserter inserter = git.newObjectInserter()) {
            RevCommit head = walk.parseCommit(git.resolve(Constants.HEAD));
            Map<String, ObjectId> blobs = new HashMap<>();
            for (Map.Entry<String, byte[]> file : content.contents().entrySet()) {
                blobs.put(file.getKey(), inserter.insert(Constants.OBJ_BLOB, file.getValue()));
            }
            Ref there = git.exactRef(ref);
            if (there != null) {
                RevCommit tip = walk.parseCommit(there.getObjectId());
                refuseWhenSomebodys(walk, tip, head);
                if (holds(tip, blobs, walk)) {
                    return tip.name();
                }
            }
            Author author = Author.of(git.getConfig(), content.environment());
            ObjectId tree = tree(head, blobs, inserter);
            PersonIdent person = new PersonIdent(author.name(), author.email(), content.now(), ZoneId.systemDefault());
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(tree);
            commit.setParentId(head);
            commit.setAuthor(person);
            commit.setCommitter(person);
            commit.setMessage(content.message().strip() + "\n\n" + MARK + id + "\n" + TREE + tree.name() + "\n");
            ObjectId made = inserter.insert(commit);
            inserter.flush();
            point(made, there, person);
            return made.name();
        }
    }

    private void point(ObjectId made, Ref there, PersonIdent person) throws IOException {
        RefUpdate update = git.updateRef(ref);
        update.setNewObjectId(made);
        update.setExpectedOldObjectId(there == null ? ObjectId.zeroId() : there.getObjectId());
        update.setForceUpdate(there != null);
        update.setRefLogIdent(person);
        update.setRefLogMessage("incident-advisor: migrate " + id, false);
        RefUpdate.Result result = update.update();
        if (!Set.of(RefUpdate.Result.NEW, RefUpdate.Result.FORCED, RefUpdate.Result.FAST_FORWARD)
                .contains(result)) {
            throw new AdvisorException("The branch " + PREFIX + id + " cannot be written (" + result
                    + "): somebody moved it, or a branch is in the way of its name. Nothing is touched.");
        }
    }

    private ObjectId tree(RevCommit head, Map<String, ObjectId> blobs, ObjectInserter inserter) throws IOException {
        DirCache files = DirCache.newInCore();
        DirCacheBuilder all = files.builder();
        all.addTree(new byte[0], DirCacheEntry.STAGE_0, git.newObjectReader(), head.getTree());
        all.finish();
        DirCacheEditor editor = files.editor();
        blobs.forEach((path, blob) -> editor.add(new DirCacheEditor.PathEdit(path) {
            @Override
            public void apply(DirCacheEntry entry) {
                entry.setObjectId(blob);
            }
        }));
        editor.finish();
        return files.writeTree(inserter);
    }

    /** Whether the commit changes just these files to just these contents. */
    private boolean holds(RevCommit tip, Map<String, ObjectId> blobs, RevWalk walk) throws IOException {
        if (tip.getParentCount() != 1) {
            return false;
        }
        try (TreeWalk files = new TreeWalk(git)) {
            files.setRecursive(true);
            files.setFilter(TreeFilter.ANY_DIFF);
            files.addTree(walk.parseCommit(tip.getParent(0)).getTree());
            files.addTree(tip.getTree());
            Set<String> changed = new TreeSet<>();
            while (files.next()) {
                changed.add(files.getPathString());
                if (!files.getObjectId(1).equals(blobs.getOrDefault(files.getPathString(), ObjectId.zeroId()))) {
                    return false;
                }
            }
            return changed.equals(new TreeSet<>(blobs.keySet()));
        }
    }

    private void refuseWhenSomebodys(RevWalk walk, RevCommit tip, RevCommit head) throws IOException {
        walk.markStart(tip);
        walk.markUninteresting(head);
        for (RevCommit commit = walk.next(); commit != null; commit = walk.next()) {
            List<String> lines = commit.getFullMessage().lines().toList();
            if (!lines.contains(MARK + id)
                    || !lines.contains(TREE + commit.getTree().name())) {
                throw new AdvisorException("The branch " + PREFIX + id + " has commits that are not ours ("
                        + commit.abbreviate(9).name() + ", " + commit.getShortMessage()
                        + "); it is left as it is. Merge or delete it, and run migrate again.");
            }
        }
        walk.reset();
    }

    private void refuseWhenCheckedOut() throws IOException {
        Path common = git.getCommonDirectory().toPath();
        boolean out =
                isAt(common.resolve("HEAD")) || isAt(git.getDirectory().toPath().resolve("HEAD"));
        Path linked = common.resolve("worktrees");
        if (Files.isDirectory(linked)) {
            try (var trees = Files.list(linked)) {
                out |= trees.anyMatch(tree -> isAt(tree.resolve("HEAD")));
            }
        }
        if (out) {
            throw new AdvisorException(
                    "The branch " + PREFIX + id + " is checked out, and moving it would leave the files"
                            + " behind. Check another branch out, or use apply=worktree.");
        }
    }

    private boolean isAt(Path head) {
        try {
            return Files.isRegularFile(head) && Files.readString(head).strip().equals("ref: " + ref);
        } catch (IOException e) {
            return false;
        }
    }
}
