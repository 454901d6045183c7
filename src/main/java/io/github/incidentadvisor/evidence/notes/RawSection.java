package io.github.incidentadvisor.evidence.notes;

import io.github.incidentadvisor.model.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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

    /** This and what only these earlier ones tell, each entry under the version that told it. */
    RawSection with(List<RawSection> earlier) {
        Set<String> told = new HashSet<>();
        entries.forEach(entry -> told.add(plain(entry)));
        List<Entry> all = new ArrayList<>(entries);
        for (RawSection one : earlier) {
            for (Entry entry : one.entries) {
                if (told.add(plain(entry))) {
                    String label = entry.label().isEmpty() ? "" : " / " + entry.label();
                    all.add(new Entry(one.version + label, entry.text(), entry.line()));
                }
            }
        }
        return new RawSection(version, title, date, unreleased, line, all);
    }

    private static String plain(Entry entry) {
        return entry.text().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }

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
