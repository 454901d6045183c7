package io.github.incidentadvisor.evidence.notes;

import io.github.incidentadvisor.model.Version;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A document as far as it is about versions.
 *
 * @param sections in the order of the document, each version once
 * @param preamble what it says before the first of them, where it speaks about itself
 */
record NotesDocument(List<RawSection> sections, List<Block> preamble) {
    static final NotesDocument EMPTY = new NotesDocument(List.of(), List.of());

    NotesDocument {
        sections = List.copyOf(sections);
        preamble = List.copyOf(preamble);
    }

    static NotesDocument of(Collection<RawSection> sections, List<Block> preamble) {
        Map<Version, RawSection> once = new LinkedHashMap<>();
        sections.forEach(section -> once.merge(section.version(), section, RawSection::and));
        return new NotesDocument(List.copyOf(once.values()), preamble);
    }

    /** The section of exactly this version, however many noughts it is written with. */
    Optional<RawSection> of(Version version) {
        return sections.stream()
                .filter(section -> Range.same(section.version(), version))
                .findFirst();
    }

    /** With the sections of these versions only. */
    NotesDocument only(Predicate<Version> wanted) {
        return new NotesDocument(
                sections.stream()
                        .filter(section -> wanted.test(section.version()))
                        .toList(),
                preamble);
    }
}
