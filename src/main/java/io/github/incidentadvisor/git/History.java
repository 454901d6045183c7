package io.github.incidentadvisor.git;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * What a branch went through, newest first: its own commits and merges (first parents), so that versions have one order.
 *
 * @param steps those that touch a file that was asked for
 * @param whole whether the beginning or the commit to stop at was reached
 */
public record History(List<Commit> steps, boolean whole) {
    private static final int LONGEST_FILE = 1 << 20;
    private static final int LONGEST_MESSAGE = 8_000;
    private static final int CONTEXT = 6;

    public History {
        steps = List.copyOf(steps);
    }

    /**
     * A commit; who made it is not kept.
     *
     * @param id full hash
     * @param message subject and body, cut when it is very long
     */
    public record Commit(String id, LocalDate day, String message, List<Hunk> hunks) {
        public Commit {
            hunks = List.copyOf(hunks);
        }

        /** The first line of the message. */
        public String subject() {
            return message.lines().findFirst().orElse("").strip();
        }
    }

    /**
     * Lines of a file that a commit replaced.
     *
     * @param above the lines that stand before them, at most six
     * @param below the lines that stand after them, at most six
     */
    public record Hunk(String file, List<String> removed, List<String> added, List<String> above, List<String> below) {
        public Hunk {
            removed = List.copyOf(removed);
            added = List.copyOf(added);
            above = List.copyOf(above);
            below = List.copyOf(below);
        }
    }

    /**
     * Walks back from a commit.
     *
     * @param until the commit to stop before; empty for the beginning
     * @param paths which files matter
     * @param atMost how many commits are looked at
     */
    public static History of(
            GitRepository repository, String from, Optional<String> until, Predicate<String> paths, int atMost) {
        List<Commit> steps = new ArrayList<>();
        try (RevWalk walk = new RevWalk(repository.jgit());
                ObjectReader reader = repository.jgit().newObjectReader()) {
            walk.setFirstParent(true);
            walk.markStart(walk.parseCommit(ObjectId.fromString(from)));
            int count = 0;
            for (RevCommit commit = walk.next(); commit != null; commit = walk.next()) {
                if (until.filter(commit.name()::equals).isPresent()) {
                    return new History(steps, true);
                }
                if (++count > atMost) {
                    return new History(steps, false);
                }
                List<Hunk> hunks = hunks(commit, walk, reader, paths);
                if (!hunks.isEmpty()) {
                    steps.add(new Commit(
                            commit.name(),
                            LocalDate.ofInstant(Instant.ofEpochSecond(commit.getCommitTime()), ZoneOffset.UTC),
                            cut(commit.getFullMessage()),
                            hunks));
                }
            }
            return new History(steps, !repository.isShallow());
        } catch (MissingObjectException e) {
            return new History(steps, false);
        } catch (IOException e) {
            throw GitRepository.unchecked("cannot walk the history", e);
        }
    }

    private static String cut(String message) {
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE);
    }

    private static List<Hunk> hunks(RevCommit commit, RevWalk walk, ObjectReader reader, Predicate<String> paths)
            throws IOException {
        if (commit.getParentCount() == 0) {
            return List.of();
        }
        RevCommit parent = walk.parseCommit(commit.getParent(0));
        List<Hunk> hunks = new ArrayList<>();
        try (TreeWalk trees = new TreeWalk(reader)) {
            trees.addTree(parent.getTree());
            trees.addTree(commit.getTree());
            trees.setRecursive(true);
            trees.setFilter(TreeFilter.ANY_DIFF);
            while (trees.next()) {
                boolean file = FileMode.REGULAR_FILE.equals(trees.getRawMode(0))
                        && FileMode.REGULAR_FILE.equals(trees.getRawMode(1));
                if (file && paths.test(trees.getPathString())) {
                    add(trees.getPathString(), trees.getObjectId(0), trees.getObjectId(1), reader, hunks);
                }
            }
        }
        return hunks;
    }

    private static void add(String path, ObjectId before, ObjectId after, ObjectReader reader, List<Hunk> hunks)
            throws IOException {
        if (reader.getObjectSize(before, ObjectReader.OBJ_ANY) > LONGEST_FILE
                || reader.getObjectSize(after, ObjectReader.OBJ_ANY) > LONGEST_FILE) {
            return;
        }
        RawText old = new RawText(reader.open(before).getBytes());
        RawText now = new RawText(reader.open(after).getBytes());
        for (Edit edit : new HistogramDiff().diff(RawTextComparator.WS_IGNORE_ALL, old, now)) {
            if (edit.getType() == Edit.Type.REPLACE) {
                hunks.add(new Hunk(
                        path,
                        lines(old, edit.getBeginA(), edit.getEndA()),
                        lines(now, edit.getBeginB(), edit.getEndB()),
                        lines(now, Math.max(0, edit.getBeginB() - CONTEXT), edit.getBeginB()),
                        lines(now, edit.getEndB(), Math.min(now.size(), edit.getEndB() + CONTEXT))));
            }
        }
    }

    private static List<String> lines(RawText text, int from, int to) {
        String[] lines = new String[to - from];
        for (int i = from; i < to; i++) {
            lines[i - from] = text.getString(i);
        }
        return Arrays.asList(lines);
    }
}
