package io.github.incidentadvisor.evidence.notes;

import io.github.incidentadvisor.evidence.notes.RawSection.Entry;
import io.github.incidentadvisor.evidence.notes.Xml.Element;
import io.github.incidentadvisor.model.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/**
 * Notes kept as XML: the files of maven-changes-plugin ({@code release/action}), Tomcat's changelog
 * ({@code section/subsection/changelog}), and single entries of log4j-changelog.
 *
 * @see <a href="https://maven.apache.org/plugins/maven-changes-plugin/changes.html">changes.xml</a>
 * @see <a href="https://logging.apache.org/log4j/tools/log4j-changelog.html">log4j-changelog</a>
 */
final class XmlChanges {
    private static final Set<String> TOMCAT = Set.of("add", "fix", "update", "scode", "docs", "design");

    private XmlChanges() {}

    /** @throws XMLStreamException when it is no XML; XML of another kind has no sections */
    static NotesDocument read(byte[] bytes, NameHints names) throws XMLStreamException {
        List<RawSection> sections = new ArrayList<>();
        collect(Xml.read(bytes), names, sections);
        return NotesDocument.of(sections, List.of());
    }

    private static void collect(Element at, NameHints names, List<RawSection> sections) {
        if (at.name().equals("release") && !at.attribute("version").isEmpty()) {
            release(at, sections);
        } else if (at.name().equals("section") && !at.attribute("name").isEmpty()) {
            page(at, names).ifPresent(sections::add);
        } else {
            at.children().forEach(child -> collect(child, names, sections));
        }
    }

    private static void release(Element release, List<RawSection> sections) {
        List<Entry> entries = new ArrayList<>();
        if (!release.attribute("description").isEmpty()) {
            entries.add(new Entry("", Block.collapsed(release.attribute("description")), release.line()));
        }
        for (Element action : release.children()) {
            if (action.name().equals("action")) {
                String issue = action.attribute("issue");
                String words = action.words();
                entries.add(new Entry(
                        action.attribute("type"),
                        issue.isEmpty() || words.contains(issue) ? words : issue + ": " + words,
                        action.line()));
            }
        }
        String date = release.attribute("date");
        boolean out = date.matches("\\d{4}-\\d{2}-\\d{2}") || date.matches("(?i).*\\d{4}.*") && !date.contains("YYYY");
        sections.add(new RawSection(
                new Version(release.attribute("version")),
                release.attribute("version"),
                out ? date : "",
                !date.isEmpty() && !out || release.attribute("version").endsWith("-SNAPSHOT"),
                release.line(),
                entries));
    }

    /** A section of xdoc, as Maven sites and Tomcat have them. */
    private static Optional<RawSection> page(Element section, NameHints names) {
        Optional<VersionHeading> heading =
                VersionHeading.of(section.attribute("name").replaceAll("\\(.*\\)", ""), names);
        String said = section.attribute("rtext");
        return heading.map(version -> {
            List<Entry> entries = new ArrayList<>();
            entries(section, "", entries);
            return new RawSection(
                    version.version(),
                    section.attribute("name"),
                    said.matches(".*\\d{4}.*") ? said : version.date(),
                    version.unreleased() || said.contains("not released") || said.contains("in development"),
                    section.line(),
                    entries);
        });
    }

    /** What ends in a colon heads the list after it. */
    private static void entries(Element at, String label, List<Entry> entries) {
        String heading = label;
        for (Element child : at.children()) {
            String words = child.words();
            if (TOMCAT.contains(child.name())) {
                entries.add(new Entry(
                        heading.isEmpty() ? child.name() : heading + " / " + child.name(), words, child.line()));
            } else if (child.name().equals("li")) {
                entries.add(new Entry(heading, words, child.line()));
            } else if (child.name().equals("p") && words.endsWith(":")) {
                heading = words.substring(0, words.length() - 1);
            } else if (child.name().equals("p") && !words.isEmpty()) {
                entries.add(new Entry(heading, words, child.line()));
            } else {
                entries(child, child.attribute("name").isEmpty() ? heading : child.attribute("name"), entries);
            }
        }
    }

    /**
     * One entry of log4j-changelog.
     *
     * @throws XMLStreamException when it is no XML
     */
    static Optional<Entry> entry(byte[] bytes) throws XMLStreamException {
        Element entry = Xml.read(bytes);
        String words = entry.of("description");
        if (!entry.name().equals("entry") || words.isEmpty()) {
            return Optional.empty();
        }
        String issue = entry.child("issue").attribute("id");
        return Optional.of(
                new Entry(entry.attribute("type"), issue.isEmpty() ? words : words + " (" + issue + ")", entry.line()));
    }

    /**
     * A file of a folder of log4j-changelog: an entry, or what it says of the release.
     *
     * @throws XMLStreamException when it is no XML
     */
    static RawSection part(Version version, byte[] bytes) throws XMLStreamException {
        Element root = Xml.read(bytes);
        String date = root.name().equals("release") ? root.attribute("date") : "";
        List<Entry> entries = entry(bytes).map(List::of).orElse(List.of());
        return new RawSection(version, version.text(), date, false, 1, entries);
    }
}
