package io.github.incidentadvisor.evidence.notes;

import io.github.incidentadvisor.evidence.notes.MarkupBlocks.Dialect;
import io.github.incidentadvisor.model.Version;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** Reads a file of notes by the shape that its name and first characters tell. */
final class NoteFile {
    private NoteFile() {}

    /**
     * Its sections.
     *
     * @throws Unreadable when it is not what it claims to be
     */
    static NotesDocument read(String path, byte[] bytes, NameHints names) throws Unreadable {
        return read(path, bytes, names, Optional.empty());
    }

    /**
     * Its sections.
     *
     * @param about the version that all of it is about where it names none
     * @throws Unreadable when it is not what it claims to be
     */
    static NotesDocument read(String path, byte[] bytes, NameHints names, Optional<Version> about) throws Unreadable {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        try {
            if (name.endsWith(".xml")) {
                return XmlChanges.read(bytes, names);
            }
            List<String> lines = Lines.of(bytes);
            if (lines.stream().limit(50).anyMatch(line -> line.indexOf('\uFFFD') >= 0 && isBinary(line))) {
                throw new Unreadable("it is no text");
            }
            return Sections.of(blocks(name, lines, names), names, about.or(() -> versionOf(path)));
        } catch (XMLStreamException e) {
            throw new Unreadable("it is no XML that can be read");
        }
    }

    private static List<Block> blocks(String name, List<String> lines, NameHints names) {
        if (name.endsWith(".html") || name.endsWith(".htm")) {
            return HtmlBlocks.read(lines);
        }
        if (name.endsWith(".adoc") || name.endsWith(".asciidoc")) {
            return MarkupBlocks.read(lines, Dialect.ASCIIDOC, names);
        }
        if (name.endsWith(".md") || name.endsWith(".markdown") || name.endsWith(".mdx")) {
            return MarkupBlocks.read(lines, Dialect.MARKDOWN, names);
        }
        return MarkupBlocks.read(lines, looksLikeMarkdown(lines) ? Dialect.MIXED : Dialect.PLAIN, names);
    }

    private static boolean looksLikeMarkdown(List<String> lines) {
        return lines.stream()
                        .limit(400)
                        .filter(line -> line.matches("#{1,4} .{1,100}"))
                        .count()
                >= 2;
    }

    private static boolean isBinary(String line) {
        return line.chars().filter(c -> c == '\uFFFD' || c < ' ' && c != '\t').count() * 5 > line.length();
    }

    /** The version that the file's name or its folder's name gives to all of it. */
    static Optional<Version> versionOf(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1)
                .replaceFirst("\\.(?:md|markdown|txt|adoc|asciidoc|html?|xml|rst)$", "");
        var matcher = java.util.regex.Pattern.compile(
                        "(?i)(?:.*?(?:[-_ ]|notes?|changes|changelog|release))?v?(\\d{1,4}(?:\\.\\d{1,8}){1,3}(?:[.-](?:final|ga|rc|m|alpha|beta|cr)[.-]?\\d*)?)")
                .matcher(name);
        return matcher.matches() ? Optional.of(new Version(matcher.group(1))) : Optional.empty();
    }

    /** A file is not what it claims to be. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String why) {
            super(why, null, false, false);
        }
    }
}
