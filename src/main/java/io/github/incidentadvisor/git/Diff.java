package io.github.incidentadvisor.git;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/**
 * The paths that differ between two trees, each list sorted. A moved file is one removed and one added.
 */
public record Diff(List<String> added, List<String> removed, List<String> modified) {
    public Diff {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        modified = List.copyOf(modified);
    }

    /** Compares by content hashes; no file is read. */
    public static Diff between(Tree base, Tree head) {
        Map<String, String> before = new HashMap<>();
        base.entries().forEach(entry -> before.put(entry.path(), entry.id()));
        List<String> added = new ArrayList<>();
        List<String> modified = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Tree.Entry entry : head.entries()) {
            seen.add(entry.path());
            String old = before.get(entry.path());
            if (old == null) {
                added.add(entry.path());
            } else if (!old.equals(entry.id())) {
                modified.add(entry.path());
            }
        }
        List<String> removed = new ArrayList<>(before.keySet());
        removed.removeAll(seen);
        Collections.sort(added);
        Collections.sort(removed);
        Collections.sort(modified);
        return new Diff(added, removed, modified);
    }

    /** All of them, sorted. */
    public List<String> paths() {
        return Stream.of(added, removed, modified)
                .flatMap(List::stream)
                .sorted()
                .toList();
    }

    /** A run of lines of the head, both ends included and counted from 1. */
    public record Lines(int first, int last) {}

    /** The lines of {@code after} that are new or changed against {@code before}, in order; deletions leave no line. */
    public static List<Lines> changedLines(byte[] before, byte[] after) {
        RawText old = new RawText(before);
        RawText now = new RawText(after);
        return new HistogramDiff()
                .diff(RawTextComparator.DEFAULT, old, now).stream()
                        .filter(edit -> edit.getLengthB() > 0)
                        .map(edit -> new Lines(edit.getBeginB() + 1, edit.getEndB()))
                        .toList();
    }
}
