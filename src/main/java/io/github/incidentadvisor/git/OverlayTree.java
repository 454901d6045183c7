package io.github.incidentadvisor.git;

import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Report.Revision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectInserter;

/** A tree with edits laid over it; nothing is written anywhere. */
public final class OverlayTree implements Tree {
    private final Tree below;
    private final Map<String, byte[]> edits;
    private final Map<String, Entry> byPath = new HashMap<>();
    private final List<Entry> entries;

    private OverlayTree(Tree below, Map<String, byte[]> edits, Set<String> removed) {
        this.below = below;
        this.edits = Map.copyOf(edits);
        below.entries().stream()
                .filter(entry -> !removed.contains(entry.path()))
                .forEach(entry -> byPath.put(entry.path(), entry));
        try (var hasher = new ObjectInserter.Formatter()) {
            edits.forEach((path, content) -> byPath.put(
                    path,
                    new Entry(
                            path,
                            content.length,
                            hasher.idFor(Constants.OBJ_BLOB, content).name())));
        }
        List<Entry> sorted = new ArrayList<>(byPath.values());
        sorted.sort(Comparator.comparing(Entry::path));
        entries = List.copyOf(sorted);
    }

    /**
     * @param edits whole contents by path, of files that are there or not
     * @param removed paths that are gone; an edit of one of them wins
     */
    public static Tree of(Tree below, Map<String, byte[]> edits, Set<String> removed) {
        return edits.isEmpty() && removed.isEmpty() ? below : new OverlayTree(below, edits, removed);
    }

    @Override
    public Revision revision() {
        Revision revision = below.revision();
        return new Revision(revision.ref(), revision.commit(), true);
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
        byte[] edit = edits.get(entry.path());
        if (edit == null) {
            return below.read(entry);
        }
        if (edit.length > LIMIT) {
            throw new TooLarge(entry);
        }
        return edit.clone();
    }

    @Override
    public List<Gap> gaps() {
        return below.gaps();
    }
}
