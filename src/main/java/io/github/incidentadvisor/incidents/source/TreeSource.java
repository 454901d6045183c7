package io.github.incidentadvisor.incidents.source;

import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.incidents.IncidentSource;
import io.github.incidentadvisor.model.Gap;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Files of a folder: post-mortems in Markdown, AsciiDoc or plain text, and exports in JSON, JSON Lines or CSV. */
public final class TreeSource implements IncidentSource {
    /** A post-mortem is no longer. */
    static final long LONGEST = 2L << 20;

    /** An export of many may be. */
    static final long LONGEST_EXPORT = Tree.LIMIT;

    private static final Set<String> PROSE = Set.of("md", "markdown", "mdx", "adoc", "asciidoc", "txt", "rst");
    private static final Set<String> EXPORTS = Set.of("json", "jsonl", "ndjson", "csv");
    private static final Pattern NO_INCIDENT = Pattern.compile(
            "(?i)(?:_.*|readme.*|index\\..*|.*template.*|contributing.*|license.*|changelog.*|" + Mapping.FILE + ")");

    private final Tree tree;
    private final String folder;

    /** @param folder path in the tree, of a folder or a file, with {@code /}; empty for all of it */
    public TreeSource(Tree tree, String folder) {
        this.tree = tree;
        this.folder = folder.replaceFirst("^\\./", "").replaceFirst("/+$", "");
    }

    @Override
    public Listing list() {
        List<Entry> entries = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        for (Tree.Entry entry : tree.entries()) {
            boolean inside = folder.isEmpty()
                    || entry.path().equals(folder)
                    || entry.path().startsWith(folder + "/");
            String name = entry.path().substring(entry.path().lastIndexOf('/') + 1);
            if (inside && !NO_INCIDENT.matcher(name).matches()) {
                take(entry, extension(name), entries, gaps);
            }
        }
        return new Listing(entries, gaps);
    }

    private void take(Tree.Entry entry, String extension, List<Entry> entries, List<Gap> gaps) {
        if (extension.equals("pdf")) {
            gaps.add(Gap.of(entry.path(), "a PDF; export it as Markdown"));
        } else if (PROSE.contains(extension) || EXPORTS.contains(extension)) {
            long longest = PROSE.contains(extension) ? LONGEST : LONGEST_EXPORT;
            if (entry.size() > longest) {
                gaps.add(Gap.of(
                        entry.path(),
                        "has " + (entry.size() >> 20) + " MiB; no more than " + (longest >> 20) + " are read"));
            } else {
                entries.add(new FileEntry(entry, extension, mapping(entry.path())));
            }
        }
    }

    private Optional<Tree.Entry> mapping(String path) {
        return tree.find(path.substring(0, path.lastIndexOf('/') + 1) + Mapping.FILE);
    }

    /** {@code page.html.md.erb} is Markdown. */
    private static String extension(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceFirst("\\.(?:erb|tmpl|j2)$", "");
        return plain.substring(plain.lastIndexOf('.') + 1);
    }

    private final class FileEntry implements Entry {
        private final Tree.Entry file;
        private final String extension;
        private final Optional<Tree.Entry> mapping;

        FileEntry(Tree.Entry file, String extension, Optional<Tree.Entry> mapping) {
            this.file = file;
            this.extension = extension;
            this.mapping = mapping;
        }

        @Override
        public String key() {
            return file.path() + "@" + file.id() + mapping.map(Tree.Entry::id).orElse("");
        }

        @Override
        public Harvest read() {
            byte[] bytes;
            try {
                bytes = tree.read(file);
            } catch (RuntimeException e) {
                return Harvest.none(file.path(), "cannot be read: " + e.getMessage());
            }
            Optional<String> text = text(bytes);
            if (text.isEmpty()) {
                return Harvest.none(file.path(), "is no text in UTF-8, whatever its name says");
            }
            if (text.get().isBlank()) {
                return Harvest.none(file.path(), "is empty");
            }
            String source = folder.isEmpty() ? "files" : folder;
            return EXPORTS.contains(extension)
                    ? Records.read(file.path(), extension, text.get(), mapping(), source)
                    : Harvest.of(PostMortem.read(file.path(), file.path(), source, false, text.get()));
        }

        private Mapping mapping() {
            return mapping.map(entry -> Mapping.read(tree.read(entry))).orElse(Mapping.USUAL);
        }
    }

    private static Optional<String> text(byte[] bytes) {
        for (byte one : bytes) {
            if (one == 0) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .replaceFirst("^\uFEFF", ""));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
