package io.github.incidentadvisor.evidence.notes;

import io.github.incidentadvisor.evidence.ReleaseNotes.Item;
import io.github.incidentadvisor.evidence.ReleaseNotes.Section;
import io.github.incidentadvisor.model.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/** Sections of one range from several places; what was found first stays, and later places fill what is missing. */
final class Collected {
    private final Range range;
    private final Map<Version, RawSection> sections = new LinkedHashMap<>();
    private final Map<Version, String> sources = new LinkedHashMap<>();
    private final Map<Version, IntFunction<String>> pages = new LinkedHashMap<>();
    private final Set<String> used = new LinkedHashSet<>();
    private String url = "";
    private boolean reachesStart;

    Collected(Range range) {
        this.range = range;
    }

    /** Whether the version that is gone to has a section that says something. */
    boolean hasTarget() {
        return sections.values().stream().anyMatch(section -> Range.same(section.version(), range.to()));
    }

    /** Whether nothing was seen yet that lies before the range, so that its older part may be elsewhere. */
    boolean startsLate() {
        return !reachesStart;
    }

    boolean isEmpty() {
        return range.of(List.copyOf(sections.values())).isEmpty();
    }

    /** Whether what was found says next to nothing. */
    boolean isThin() {
        return sections.values().stream()
                        .filter(section -> range.holds(section.version()))
                        .mapToInt(section -> section.entries().size())
                        .sum()
                <= 1;
    }

    boolean has(Version version) {
        return sections.keySet().stream().anyMatch(one -> Range.same(one, version));
    }

    /** Says that a place holds what lies before the range too. */
    void reaches(boolean start) {
        reachesStart |= start;
    }

    /** Takes a document in whose lines have pages. */
    void add(NotesDocument document, String source, IntFunction<String> page) {
        document.sections().forEach(section -> {
            reaches(range.startsAtOrAfter(section.version()));
            add(section, source, page, true);
        });
    }

    void add(RawSection section, String source, String page, boolean fill) {
        add(section, source, line -> page, fill);
    }

    private void add(RawSection section, String source, IntFunction<String> page, boolean fill) {
        if (!range.holds(section.version())) {
            return;
        }
        Version known = sections.keySet().stream()
                .filter(one -> Range.same(one, section.version()))
                .findFirst()
                .orElse(null);
        if (known == null) {
            sections.put(section.version(), section);
            sources.put(section.version(), source);
            pages.put(section.version(), page);
            used.add(source);
            url = url.isEmpty() ? page.apply(section.line()) : url;
        } else if (fill
                && sections.get(known).entries().isEmpty()
                && !section.entries().isEmpty()) {
            sections.put(known, sections.get(known).and(section));
            sources.put(known, source);
            pages.put(known, page);
            used.add(source);
        }
    }

    /** The sections that count, oldest first, each entry with what it is about. */
    List<Section> sections() {
        List<Section> ready = new ArrayList<>();
        for (RawSection raw : range.of(List.copyOf(sections.values()))) {
            String source = sources.get(raw.version());
            IntFunction<String> page = pages.get(raw.version());
            List<Item> items = raw.entries().stream()
                    .map(entry -> new Item(
                            raw.version(),
                            Kinds.of(entry.label(), entry.text()),
                            entry.label(),
                            entry.text(),
                            !source.endsWith("/releases") && entry.line() > 0 ? source + ":" + entry.line() : source,
                            page.apply(entry.line())))
                    .toList();
            ready.add(new Section(raw.version(), raw.title(), raw.date(), page.apply(raw.line()), items));
        }
        return ready;
    }

    Range range() {
        return range;
    }

    String source() {
        return String.join("; ", used);
    }

    String url() {
        return url;
    }
}
