package io.github.incidentadvisor.evidence.notes;

import io.github.incidentadvisor.model.Version;
import java.util.ArrayList;
import java.util.List;

/**
 * What a document says of a version, before anybody knows which versions are wanted.
 *
 * @param line of its heading
 * @param unreleased whether it says that it is not out
 */
record RawSection(Version version, String title, String date, boolean unreleased, int line, List<Entry> entries) {
    RawSection {
        entries = List.copyOf(entries);
    }

    /**
     * One entry.
     *
     * @param label what it stands under
     * @param line where it begins
     */
    record Entry(String label, String text, int line) {}

    /** This and more of the same version. */
    RawSection and(RawSection more) {
        List<Entry> both = new ArrayList<>(entries);
        both.addAll(more.entries);
        return new RawSection(
                version,
                title,
                date.isEmpty() ? more.date : date,
                unreleased && more.unreleased,
                Math.min(line, more.line),
                both);
    }
}
