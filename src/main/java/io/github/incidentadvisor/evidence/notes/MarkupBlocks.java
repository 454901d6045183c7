package io.github.incidentadvisor.evidence.notes;

import io.github.incidentadvisor.evidence.notes.Block.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Markdown, AsciiDoc and plain text as blocks, line by line: release notes mix them, and a line number is wanted for each. What
 * stands in fences and comments is never structure.
 */
final class MarkupBlocks {
    /** How a text marks its structure. */
    enum Dialect {
        MARKDOWN,
        ASCIIDOC,
        /** Markdown, but for versions, which are headed as in plain text. */
        MIXED,
        /** No marks but underlines: a line that names a version and little else is a heading. */
        PLAIN
    }

    private static final int LABEL_LENGTH = 80;
    /** So many words and more are no mere label. */
    private static final int SENTENCE = 8;

    private static final Pattern ATX = Pattern.compile(" {0,3}(#{1,6})(?:\\s+|(?=[\\[\\dv]))(.*?)\\s*#*\\s*");
    private static final Pattern ADOC = Pattern.compile("(={1,6})\\s+(\\S.*?)\\s*(?:=+)?");
    private static final Pattern UNDERLINE = Pattern.compile("\\s{0,3}(={3,}|-{3,}|~{3,})\\s*");
    private static final Pattern BULLET =
            Pattern.compile("(\\s*)([-*+•o]|\\d{1,3}[.)])(?:\\s+(?:\\[[ xX]\\]\\s+)?)(\\S.*)");
    private static final Pattern ADOC_BULLET = Pattern.compile("(\\s*)(\\*{1,5}|-|\\.{1,5})\\s+(\\S.*)");
    /** {@code #123: what}, {@code ABC-123: what} at the margin, as some plain notes begin their entries. */
    private static final Pattern NUMBERED =
            Pattern.compile("()()((?:#\\d{1,7}|[A-Z][A-Z0-9]{1,9}-\\d{1,6})\\s*:\\s*\\S.*)");

    private static final Pattern BOLD_LINE =
            Pattern.compile("\\s*(?:\\*\\*|__)([^*_]{1,80}?):?(?:\\*\\*|__)\\s*:?\\s*");
    private static final Pattern FENCE = Pattern.compile("\\s*(`{3,}|~{3,}).*");
    private static final Pattern ADOC_FENCE = Pattern.compile("(-{4,}|\\.{4,}|={4,}|/{4,}|\\*{4,}|\\+{4,}|_{4,})\\s*");
    private static final Pattern ADOC_NOISE = Pattern.compile(
            "//.*|:[\\w!-]+:.*|\\[\\[.*\\]\\]\\s*|\\[[#.\\w].*\\]\\s*|ifdef::.*|ifndef::.*|endif::.*|include::.*|\\+\\s*");

    private static final Pattern LINK_TARGET = Pattern.compile(" {0,3}\\[[^\\]]{1,200}\\]:\\s+\\S.*");

    private final List<String> lines;
    private final Dialect dialect;
    private final NameHints names;
    private final List<Block> blocks = new ArrayList<>();
    private StringBuilder open;
    private Kind openKind;
    private int openLevel;
    private int openLine;
    private int openIndent;
    /** Whether entries below it are part of it. */
    private boolean openHasInner;

    private boolean afterBlank = true;

    private MarkupBlocks(List<String> lines, Dialect dialect, NameHints names) {
        this.lines = lines;
        this.dialect = dialect;
        this.names = names;
    }

    /** @param names by which a plain line is known to head a version */
    static List<Block> read(List<String> lines, Dialect dialect, NameHints names) {
        MarkupBlocks reader =
                new MarkupBlocks(dialect == Dialect.ASCIIDOC ? Attributes.resolved(lines) : lines, dialect, names);
        reader.read();
        return reader.blocks;
    }

    private void read() {
        String fence = "";
        boolean comment = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (comment) {
                comment = !line.contains("-->");
                continue;
            }
            if (dialect != Dialect.PLAIN && line.stripLeading().startsWith("<!--")) {
                comment = !line.contains("-->");
                continue;
            }
            String mark = fence(line);
            if (!fence.isEmpty()) {
                fence = mark.startsWith(fence) ? "" : fence;
                append(line);
                continue;
            }
            if (!mark.isEmpty() && !isUnderline(i)) {
                fence = mark;
                if (isMarkdown()) {
                    append(line);
                }
                continue;
            }
            i = one(i, line);
        }
        close();
    }

    private boolean isMarkdown() {
        return dialect == Dialect.MARKDOWN || dialect == Dialect.MIXED;
    }

    private String fence(String line) {
        Matcher matcher = (dialect == Dialect.ASCIIDOC ? ADOC_FENCE : FENCE).matcher(line);
        return dialect != Dialect.PLAIN && matcher.matches() ? matcher.group(1).substring(0, 3) : "";
    }

    /** In AsciiDoc an underline of a title and a fence look alike. */
    private boolean isUnderline(int at) {
        return dialect == Dialect.ASCIIDOC
                && at > 0
                && !lines.get(at - 1).isBlank()
                && Math.abs(lines.get(at - 1).strip().length()
                                - lines.get(at).strip().length())
                        <= 2;
    }

    /** @return the line that was read last */
    private int one(int i, String line) {
        if (line.isBlank()) {
            afterBlank = true;
            return i;
        }
        if (isMarkdown() && LINK_TARGET.matcher(line).matches()) {
            return i;
        }
        Matcher atx = (dialect == Dialect.ASCIIDOC ? ADOC : ATX).matcher(line);
        if (dialect != Dialect.PLAIN && atx.matches() && !atx.group(2).isBlank()) {
            heading(atx.group(1).length(), atx.group(2), i);
            return i;
        }
        if (dialect == Dialect.ASCIIDOC && ADOC_NOISE.matcher(line).matches()) {
            return i;
        }
        boolean starts = open == null || afterBlank || openKind != Kind.TEXT && !isIndented(line);
        if (starts
                && i + 1 < lines.size()
                && isTitle(line)
                && UNDERLINE.matcher(lines.get(i + 1)).matches()) {
            heading(lines.get(i + 1).strip().startsWith("=") ? 1 : 2, line, i);
            return i + 1;
        }
        if (UNDERLINE.matcher(line).matches()) {
            close();
            return i;
        }
        if ((dialect == Dialect.PLAIN || dialect == Dialect.MIXED)
                && isAlone(line)
                && VersionHeading.ofPlain(line, names).isPresent()) {
            heading(1, line, i);
            return i;
        }
        Matcher bold = BOLD_LINE.matcher(line);
        if (bold.matches()) {
            close();
            blocks.add(new Block(Kind.LABEL, 7, Block.collapsed(bold.group(1)), i + 1));
            afterBlank = true;
            return i;
        }
        Matcher item = item(line);
        if (item != null) {
            begin(item, i);
            return i;
        }
        if (dialect == Dialect.PLAIN && isLabel(line)) {
            close();
            blocks.add(new Block(Kind.LABEL, 7, Block.collapsed(line).replaceFirst(":$", ""), i + 1));
            afterBlank = true;
            return i;
        }
        more(line, i);
        return i;
    }

    private static boolean isIndented(String line) {
        return line.startsWith("  ") || line.startsWith("\t");
    }

    private boolean isTitle(String line) {
        return line.strip().length() <= 120
                && item(line) == null
                && !line.stripLeading().startsWith("|");
    }

    private boolean isAlone(String line) {
        return (afterBlank || blocks.isEmpty() || openKind == Kind.ITEM)
                && line.length() <= 100
                && !Character.isWhitespace(line.charAt(0));
    }

    private static boolean isLabel(String line) {
        return !Character.isWhitespace(line.charAt(0))
                && line.strip().endsWith(":")
                && line.strip().length() <= LABEL_LENGTH
                && line.strip().split("\\s+").length <= 8;
    }

    private Matcher item(String line) {
        Matcher item = (dialect == Dialect.ASCIIDOC ? ADOC_BULLET : BULLET).matcher(line);
        if (item.matches()) {
            return item;
        }
        Matcher numbered = NUMBERED.matcher(line);
        return dialect == Dialect.PLAIN && numbered.matches() ? numbered : null;
    }

    private void begin(Matcher item, int i) {
        int indent = dialect == Dialect.ASCIIDOC
                ? item.group(2).length() - 1
                : item.group(1).replace("\t", "    ").length();
        boolean nested =
                openKind == Kind.ITEM && (dialect == Dialect.ASCIIDOC ? indent > openIndent : indent >= openIndent + 2);
        if (nested && (openHasInner || !open.toString().stripTrailing().endsWith(":"))) {
            append(lines.get(i));
            openHasInner = true;
            afterBlank = false;
            return;
        }
        int level = nested ? openLevel + 1 : indent <= 3 || openKind != Kind.ITEM ? 0 : openLevel;
        if (nested) {
            // What ends in a colon heads the list below it; what is a sentence says something by itself as well.
            String text = Block.collapsed(open.toString());
            if (text.split(" ", SENTENCE + 1).length >= SENTENCE) {
                blocks.add(new Block(Kind.ITEM, openLevel, text, openLine));
            }
            blocks.add(new Block(Kind.LABEL, 8, text.replaceFirst(":$", ""), openLine));
            open = null;
        }
        close();
        start(Kind.ITEM, level, item.group(3), i);
        openIndent = indent;
    }

    private void more(String line, int i) {
        boolean continues =
                openKind == Kind.ITEM && (isIndented(line) || !afterBlank && !(isMarkdown() && line.startsWith("**")))
                        || openKind == Kind.TEXT && !afterBlank;
        if (open != null && continues) {
            append(line);
        } else {
            close();
            start(Kind.TEXT, 0, line, i);
        }
        afterBlank = false;
    }

    private void heading(int level, String text, int i) {
        close();
        blocks.add(new Block(Kind.HEADING, level, Block.collapsed(text), i + 1));
        afterBlank = true;
    }

    private void start(Kind kind, int level, String text, int i) {
        open = new StringBuilder(text);
        openKind = kind;
        openLevel = level;
        openLine = i + 1;
        openIndent = 0;
        openHasInner = false;
        afterBlank = false;
    }

    private void append(String line) {
        if (open != null && open.length() < Lines.LONGEST) {
            open.append(' ').append(line);
        }
        afterBlank = false;
    }

    private void close() {
        if (open != null) {
            String text = Block.collapsed(open.toString());
            if (!text.isEmpty()) {
                blocks.add(new Block(openKind, openLevel, text, openLine));
            }
        }
        open = null;
        openKind = null;
    }
}
