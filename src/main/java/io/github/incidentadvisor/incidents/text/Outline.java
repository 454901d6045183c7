package io.github.incidentadvisor.incidents.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a post-mortem, whatever it is written in: headings of Markdown (both forms) and AsciiDoc, front matter, labels in
 * bold or before a colon, items of lists, rows of tables. Every part keeps its place. Nothing is rendered or evaluated.
 *
 * @param title the words of the title; empty stretch when there is none
 */
public record Outline(Span title, List<Part> parts) {
    private static final Pattern HEADING = Pattern.compile("^ {0,3}(#{1,6}|={1,6})[ \\t]+(\\S.*?)[ \\t]*[#=]*[ \\t]*$");
    private static final Pattern UNDERLINE = Pattern.compile("^ {0,3}(=+|-+|~+)[ \\t]*$");
    private static final Pattern BOLD =
            Pattern.compile("^[ \\t]*(?:[-*+–][ \\t]+)?(\\*\\*|__)([^*_\\n]{2,60}?):?\\1[ \\t]*:?[ \\t]*(.*)$");
    private static final Pattern LABEL =
            Pattern.compile("^[ \\t]*(?:[-*+–][ \\t]+)?([A-Za-z][A-Za-z /()'-]{1,40}):[ \\t]+(\\S.*)$");
    private static final Pattern ROW =
            Pattern.compile("^[ \\t]*\\|[ \\t]*(?:\\*\\*)?([^|*]{2,60}?)(?:\\*\\*)?[ \\t]*\\|(.+?)\\|?[ \\t]*$");
    private static final Pattern FENCE = Pattern.compile("^ {0,3}(?:```|~~~).*$");
    private static final int LONGEST_LINE = 20_000;

    public Outline {
        parts = List.copyOf(parts);
    }

    /**
     * A labelled stretch.
     *
     * @param label as written
     * @param level 0 for front matter, 1 to 6 for headings, 7 for labels within
     * @param content what stands under or after it
     */
    public record Part(String label, int level, Span content) {
        /** The label in lower case without what decorates it. */
        public String plain() {
            return label.toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z ]", " ")
                    .replaceAll(" +", " ")
                    .strip();
        }
    }

    private record Line(String text, int start) {
        Span at(int from, int to) {
            return new Span(start + from, start + to);
        }
    }

    private record Head(String label, int level, int from, int contentFrom, int contentTo) {}

    /** The outline of a text. */
    public static Outline of(String text) {
        List<Line> lines = lines(text);
        List<Head> heads = new ArrayList<>();
        Span title = new Span(0, 0);
        boolean titled = false;
        int body = frontMatter(lines);
        for (int i = 0; i < body; i++) {
            Matcher field = LABEL.matcher(lines.get(i).text());
            if (field.matches()) {
                heads.add(inLine(field.group(1), 0, lines.get(i), field.start(2), field.end(2)));
                if (field.group(1).equalsIgnoreCase("title")) {
                    title = unquoted(text, lines.get(i).at(field.start(2), field.end(2)));
                    titled = true;
                }
            }
        }
        boolean fenced = false;
        for (int i = body; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.text().length() > LONGEST_LINE) {
                continue;
            }
            if (FENCE.matcher(line.text()).matches()) {
                fenced = !fenced;
                continue;
            }
            if (fenced) {
                continue;
            }
            Optional<Head> head = heading(lines, i, text.length());
            if (head.isPresent() && !titled && heads.stream().noneMatch(h -> h.level() > 0)) {
                title = titleOf(text, line);
                titled = true;
                heads.add(head.get());
            } else if (head.isPresent()) {
                heads.add(head.get());
            } else {
                label(line).ifPresent(heads::add);
            }
        }
        if (!titled) {
            title = lines.stream()
                    .skip(body)
                    .filter(line -> !line.text().isBlank())
                    .findFirst()
                    .map(line -> line.at(0, Math.min(200, line.text().length())).stripped(text))
                    .orElse(title);
        }
        return new Outline(title, parts(heads, text));
    }

    private static List<Part> parts(List<Head> heads, String text) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            Head head = heads.get(i);
            int end = head.contentTo();
            if (head.level() > 0) {
                end = text.length();
                for (int j = i + 1; j < heads.size(); j++) {
                    boolean closes = head.level() < 7
                            ? heads.get(j).level() <= head.level()
                                    && heads.get(j).level() > 0
                            : heads.get(j).level() > 0;
                    if (closes) {
                        end = heads.get(j).from();
                        break;
                    }
                }
                if (head.level() == 8) {
                    end = head.contentTo();
                }
            }
            Span content = new Span(head.contentFrom(), Math.max(head.contentFrom(), end)).stripped(text);
            parts.add(new Part(head.label(), Math.min(head.level(), 7), content));
        }
        return parts;
    }

    private static Head inLine(String label, int level, Line line, int from, int to) {
        return new Head(label, level, line.start(), line.start() + from, line.start() + to);
    }

    private static Optional<Head> heading(List<Line> lines, int i, int length) {
        Line line = lines.get(i);
        Matcher atx = HEADING.matcher(line.text());
        if (atx.matches()) {
            int after = line.start() + line.text().length();
            return Optional.of(new Head(atx.group(2), atx.group(1).length(), line.start(), after, length));
        }
        boolean underlined = i + 1 < lines.size()
                && !line.text().isBlank()
                && !line.text().startsWith("|")
                && !line.text().startsWith("-")
                && UNDERLINE.matcher(lines.get(i + 1).text()).matches()
                && lines.get(i + 1).text().strip().length() > 2;
        if (underlined) {
            Line under = lines.get(i + 1);
            int level = under.text().strip().charAt(0) == '=' ? 1 : 2;
            return Optional.of(new Head(
                    line.text().strip(),
                    level,
                    line.start(),
                    under.start() + under.text().length(),
                    length));
        }
        return Optional.empty();
    }

    private static Optional<Head> label(Line line) {
        Matcher bold = BOLD.matcher(line.text());
        if (bold.matches()) {
            return Optional.of(
                    inLine(bold.group(2), 7, line, bold.start(3), line.text().length()));
        }
        Matcher row = ROW.matcher(line.text());
        if (row.matches() && !row.group(1).matches("[ :-]+")) {
            return Optional.of(inLine(row.group(1).strip(), 8, line, row.start(2), row.end(2)));
        }
        Matcher label = LABEL.matcher(line.text());
        return label.matches() && !label.group(1).matches("(?i)https?")
                ? Optional.of(inLine(label.group(1), 8, line, label.start(2), label.end(2)))
                : Optional.empty();
    }

    /** How many lines are front matter. */
    private static int frontMatter(List<Line> lines) {
        if (lines.isEmpty() || !lines.get(0).text().strip().equals("---")) {
            return 0;
        }
        for (int i = 1; i < Math.min(lines.size(), 200); i++) {
            if (lines.get(i).text().strip().matches("---|\\.\\.\\.")) {
                return i + 1;
            }
        }
        return 0;
    }

    private static Span titleOf(String text, Line line) {
        Matcher atx = HEADING.matcher(line.text());
        return atx.matches()
                ? line.at(atx.start(2), atx.end(2))
                : line.at(0, line.text().length()).stripped(text);
    }

    private static Span unquoted(String text, Span span) {
        boolean quoted = span.end() - span.start() > 2
                && "\"'".indexOf(text.charAt(span.start())) >= 0
                && text.charAt(span.start()) == text.charAt(span.end() - 1);
        return quoted ? new Span(span.start() + 1, span.end() - 1) : span;
    }

    private static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            int to = end < 0 ? text.length() : end;
            int trimmed = to > start && text.charAt(to - 1) == '\r' ? to - 1 : to;
            lines.add(new Line(text.substring(start, trimmed), start));
            if (end < 0) {
                break;
            }
            start = end + 1;
        }
        return lines;
    }
}
