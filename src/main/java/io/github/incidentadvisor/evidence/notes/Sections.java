package io.github.incidentadvisor.evidence.notes;

import io.github.incidentadvisor.evidence.notes.Block.Kind;
import io.github.incidentadvisor.evidence.notes.RawSection.Entry;
import io.github.incidentadvisor.model.Version;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cuts a document at the headings of versions. */
final class Sections {
    /** More of one version tells nobody anything. */
    private static final int MOST_ENTRIES = 3_000;

    private static final Pattern DATE_ALONE = Pattern.compile(
            "[_*( ]*(?:(?i:released?|date|on|:)\\s*){0,3}(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}/\\d{1,2}/\\d{4}|\\w{3,9} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}[ -]\\w{3,9}[ -]\\d{4})[_*). ]*");
    private static final Pattern NOTHING = Pattern.compile(
            "(?i)[\\s*_-]*(?:there\\s+(?:were|are)\\s+)?(?:nothing(?:\\s+yet)?|none(?:\\s+yet)?|n/?a|no\\s+(?:functional\\s+|code\\s+|other\\s+)?changes?(?:\\s+(?:since|from|in|yet|to)\\b.{0,60})?)[\\s.!*_]*");
    private static final Pattern PICTURES =
            Pattern.compile("(?:\\[?!\\[[^\\]]*\\]\\([^)]*\\)\\]?(?:\\([^)]*\\))?\\s*)+");

    /** The line below the head of a table that has no bars at its edges. */
    private static final Pattern TABLE = Pattern.compile("(?<!\\S):?-{3,}:? \\| :?-{3,}:?(?!\\S)");

    /** A heading for a whole line of versions, which are elsewhere or below. */
    private static final Pattern LINE =
            Pattern.compile("(?i)(?:versions? |releases? )?v?\\d{1,4}(?:\\.\\d{1,4})*\\.x\\b.{0,40}");

    /** An entry that heads those after it: {@code - 3.6.4 released}, below a line with the date. */
    private static final Pattern RELEASED =
            Pattern.compile("(?i)(?:version |release )?v?(\\d{1,6}(?:\\.\\d{1,6}){1,3}) released?\\.?");

    /** A line below a heading that is but the number of a chapter: {@code Release: 1.84, 1.84.1 Date: …}. */
    private static final Pattern CALLED =
            Pattern.compile("(?i)(?:release|version)\\s*:\\s*v?(\\d{1,6}(?:\\.\\d{1,6}){1,3})(?![\\w.]\\w).{0,120}");

    private static final Pattern CHAPTER = Pattern.compile("(?i)[\\d.]+\\s+(?:version|release)\\W*");

    /** A heading that says what others say in an entry. */
    private static final Pattern TELLING = Pattern.compile(
            "(?=.*(?:#\\d{1,7}|[A-Z][A-Z0-9]{1,9}-\\d{1,6}))(?:\\S+\\s+){3,}\\S+.*|(?:\\S+\\s+){6,}\\S+.*");

    private static final int NO_LEVEL = 9;

    private final NameHints names;
    private final Optional<Version> wholeFile;
    private final List<RawSection> sections = new ArrayList<>();
    private final List<Block> preamble = new ArrayList<>();
    private VersionHeading heading;
    private int level;
    private int line;
    private boolean skipping;
    /** Whether its headings have the numbers of chapters, and lines below them name the versions. */
    private boolean chapters;

    /** A heading that may be an entry, if it is explained and no list stands under it. */
    private Optional<Block> telling = Optional.empty();

    private final Deque<Block> under = new ArrayDeque<>();
    private String inner = "";
    private String lastDate = "";
    private final List<Entry> entries = new ArrayList<>();

    private Sections(NameHints names, Optional<Version> wholeFile) {
        this.names = names;
        this.wholeFile = wholeFile;
    }

    /** @param wholeFile the version that the file's own name gives to all of it; empty where it gives none */
    static NotesDocument of(List<Block> blocks, NameHints names, Optional<Version> wholeFile) {
        Sections reader = new Sections(names, wholeFile);
        blocks.forEach(reader::take);
        reader.close();
        if (reader.sections.isEmpty() && wholeFile.isPresent()) {
            return reader.whole(blocks);
        }
        return NotesDocument.of(reader.sections, reader.preamble);
    }

    /** All of it is about one version. */
    private NotesDocument whole(List<Block> blocks) {
        heading = new VersionHeading(wholeFile.get(), wholeFile.get().text(), "", false);
        line = 1;
        level = 0;
        blocks.forEach(this::take);
        close();
        return NotesDocument.of(sections, List.of());
    }

    private void take(Block block) {
        switch (block.kind()) {
            case HEADING -> heading(block);
            case LABEL -> {
                if (block.level() == 7) {
                    inner = block.text();
                } else {
                    inner = inner.isEmpty() ? block.text() : inner + " / " + block.text();
                }
            }
            case ITEM, TEXT -> entry(block);
        }
    }

    private void heading(Block block) {
        Optional<VersionHeading> version = VersionHeading.of(block.text(), names);
        inner = "";
        if (chapters && version.isPresent() && !CHAPTER.matcher(block.text()).matches()) {
            stand(block);
        } else if (version.isPresent()) {
            boolean sameVersion = heading != null
                    && Range.same(heading.version(), version.get().version());
            if (sameVersion && block.level() > level) {
                stand(block);
                return;
            }
            close();
            heading = version.get();
            level = block.level();
            line = block.line();
            skipping = false;
        } else if (LINE.matcher(block.text()).matches() && block.level() <= level) {
            close();
            skipping = true;
            level = block.level();
        } else if (VersionHeading.isUnreleased(block.text()) && (heading == null || block.level() <= level)) {
            close();
            skipping = true;
            level = block.level();
        } else if (block.level() < level && !isOfWholeFile()) {
            close();
            skipping = false;
            level = 0;
            preamble.add(block);
        } else if (heading == null) {
            preamble.add(block);
        } else {
            stand(block);
        }
    }

    /** Of a file about one version every heading is of that version, whatever its level. */
    private boolean isOfWholeFile() {
        return heading != null
                && wholeFile
                        .filter(version -> Range.same(version, heading.version()))
                        .isPresent();
    }

    /** What comes stands under this heading, and under those above it. */
    private void stand(Block block) {
        telling = TELLING.matcher(block.text()).matches() ? Optional.of(block) : Optional.empty();
        while (!under.isEmpty() && under.getLast().level() >= block.level()) {
            under.removeLast();
        }
        under.addLast(block);
    }

    private void entry(Block block) {
        Matcher called = CALLED.matcher(block.text());
        if (called.matches() && heading != null && entries.isEmpty() && under.isEmpty()) {
            chapters |= !Range.same(heading.version(), new Version(called.group(1)));
            heading = new VersionHeading(
                    new Version(called.group(1)), block.text(), heading.date(), VersionHeading.isOpen(block.text()));
            return;
        }
        Matcher released = RELEASED.matcher(block.text());
        if (block.kind() == Kind.ITEM && released.matches()) {
            close();
            heading = new VersionHeading(new Version(released.group(1)), block.text(), lastDate, false);
            level = NO_LEVEL;
            line = block.line();
            skipping = false;
            return;
        }
        if (DATE_ALONE.matcher(block.text()).matches()) {
            lastDate = block.text().replaceAll("^[_*( ]+|[_*). ]+$", "");
        }
        if (heading == null) {
            if (!skipping && sections.isEmpty()) {
                preamble.add(block);
            }
            return;
        }
        if (DATE_ALONE.matcher(block.text()).matches() && heading.date().isEmpty() && entries.isEmpty()) {
            heading = new VersionHeading(
                    heading.version(),
                    heading.title(),
                    block.text().replaceAll("^[_*( ]+|[_*). ]+$", ""),
                    heading.unreleased());
            return;
        }
        if (entries.size() < MOST_ENTRIES && says(block)) {
            telling.filter(heading -> block.kind() == Kind.TEXT)
                    .ifPresent(heading -> entries.add(new Entry(labels(), heading.text(), heading.line())));
            telling = Optional.empty();
            entries.add(new Entry(labels(), block.text(), block.line()));
        }
    }

    private static boolean says(Block block) {
        String text = block.text();
        return !DATE_ALONE.matcher(text).matches()
                && !(text.length() <= 120 && NOTHING.matcher(text).matches())
                && !(text.length() <= 500 && PICTURES.matcher(text).matches())
                && text.codePoints().anyMatch(Character::isLetterOrDigit)
                && !(block.kind() == Kind.TEXT
                        && (text.startsWith("|") || TABLE.matcher(text).find()));
    }

    private String labels() {
        return Stream.concat(under.stream().map(Block::text), Stream.of(inner))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" / "));
    }

    private void close() {
        if (heading != null) {
            sections.add(new RawSection(
                    heading.version(), heading.title(), heading.date(), heading.unreleased(), line, entries));
        }
        heading = null;
        entries.clear();
        under.clear();
        inner = "";
    }
}
