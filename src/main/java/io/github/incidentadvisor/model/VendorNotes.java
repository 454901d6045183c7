package io.github.incidentadvisor.model;

import java.util.List;

/**
 * What was read of a component's release notes, for a report.
 *
 * @param component its purl
 * @param source what was read, for people; empty when nothing was found
 * @param url where a person reads the whole; may be empty
 * @param sections versions that have a section, oldest first, each with its date where that is known
 * @param entries how many entries these have
 * @param touching how many of them name something that the project uses
 * @param shown the entries that are worth showing, those that touch the project first
 * @param lookedAt where was looked
 */
public record VendorNotes(
        String component,
        String name,
        Version from,
        Version to,
        String source,
        String url,
        List<Section> sections,
        int entries,
        int touching,
        List<Entry> shown,
        List<String> lookedAt) {
    public VendorNotes {
        sections = List.copyOf(sections);
        shown = List.copyOf(shown);
        lookedAt = List.copyOf(lookedAt);
    }

    /** A version's section; the date is empty when it has none. */
    public record Section(Version version, String date) {}

    /**
     * An entry, quoted by its evidence.
     *
     * @param kind what it is about: {@code breaking}, {@code removal}, {@code behaviour} …
     * @param touches names that the project uses too
     */
    public record Entry(Version version, String kind, List<String> touches, Evidence evidence) {
        public Entry {
            touches = List.copyOf(touches);
        }
    }
}
