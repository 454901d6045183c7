package io.github.incidentadvisor.evidence.linkage.runtime;

import io.github.incidentadvisor.git.Tree.Entry;
import io.github.incidentadvisor.model.Place;
import java.util.ArrayList;
import java.util.List;

/** Lists of class names as {@code META-INF/services} and {@code .imports} files write them: one a line, {@code #} for the rest. */
final class Lines {
    private Lines() {}

    /** A name and its line, counted from 1. */
    record Named(String name, int line) {
        Place in(Entry entry) {
            return new Place(entry.path(), line);
        }
    }

    static List<Named> of(String text) {
        List<Named> names = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String name = lines.get(i).replaceFirst("#.*", "").strip();
            if (!name.isEmpty()) {
                names.add(new Named(name, i + 1));
            }
        }
        return names;
    }
}
