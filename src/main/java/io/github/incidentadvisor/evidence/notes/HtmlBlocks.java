package io.github.incidentadvisor.evidence.notes;

import io.github.incidentadvisor.evidence.notes.Block.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A web page as blocks: headings, entries of lists, paragraphs. Tags are only looked at, never obeyed; scripts and styles are
 * passed over, but for templates, in which some projects keep their pages.
 */
final class HtmlBlocks {
    private static final Set<String> BREAKS = Set.of(
            "p",
            "div",
            "dt",
            "dd",
            "tr",
            "table",
            "section",
            "article",
            "ul",
            "ol",
            "dl",
            "pre",
            "blockquote",
            "hr",
            "body");
    private static final Map<String, String> ENTITIES = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("ndash", "–"),
            Map.entry("mdash", "—"),
            Map.entry("rarr", "→"),
            Map.entry("hellip", "…"),
            Map.entry("copy", "©"),
            Map.entry("lsquo", "‘"),
            Map.entry("rsquo", "’"),
            Map.entry("ldquo", "“"),
            Map.entry("rdquo", "”"));
    private static final int LONGEST_TAG = 4_000;

    private final String page;
    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private Kind kind = Kind.TEXT;
    private int level;
    private int depth;
    private int line = 1;
    private int startLine = 1;

    private HtmlBlocks(String page) {
        this.page = page;
    }

    static List<Block> read(List<String> lines) {
        HtmlBlocks reader = new HtmlBlocks(String.join("\n", lines));
        reader.read();
        return reader.blocks;
    }

    private void read() {
        int at = 0;
        while (at < page.length()) {
            char c = page.charAt(at);
            if (c == '<') {
                at = tag(at);
            } else if (c == '&') {
                at = entity(at);
            } else {
                character(c);
                at++;
            }
        }
        close();
    }

    private void character(char c) {
        if (c == '\n') {
            line++;
        }
        if (text.isEmpty() && !Character.isWhitespace(c)) {
            startLine = line;
        }
        if (text.length() < Lines.LONGEST && !(text.isEmpty() && Character.isWhitespace(c))) {
            text.append(c);
        }
    }

    private int tag(int at) {
        if (page.startsWith("<!--", at)) {
            return skipTo("-->", at + 4);
        }
        int end = page.indexOf('>', at);
        if (end < 0 || end - at > LONGEST_TAG || at + 1 >= page.length() || !isTagStart(page.charAt(at + 1))) {
            character('<');
            return at + 1;
        }
        String inside = page.substring(at + 1, end);
        countLines(inside);
        boolean closing = inside.startsWith("/");
        String name = inside.replaceFirst("^/", "").split("[\\s/>]", 2)[0].toLowerCase(Locale.ROOT);
        if (!closing && (name.equals("style") || name.equals("script") && !inside.contains("template"))) {
            return skipTo("</" + name, end + 1);
        }
        structure(name, closing);
        return end + 1;
    }

    private static boolean isTagStart(char c) {
        return Character.isLetter(c) || c == '/' || c == '!' || c == '?';
    }

    private void structure(String name, boolean closing) {
        if (name.matches("h[1-6]")) {
            close();
            kind = closing ? Kind.TEXT : Kind.HEADING;
            level = name.charAt(1) - '0';
        } else if (name.equals("ul") || name.equals("ol")) {
            depth = Math.max(0, depth + (closing ? -1 : 1));
            if (depth <= 1 || text.toString().stripTrailing().endsWith(":")) {
                label();
                close();
            } else {
                character(' ');
            }
        } else if (name.equals("li")) {
            if (depth <= 1 || kind != Kind.ITEM || closing) {
                if (!(closing && depth > 1)) {
                    close();
                }
                kind = closing && depth <= 1 ? Kind.TEXT : Kind.ITEM;
                level = 0;
            }
        } else if (BREAKS.contains(name)) {
            if (kind == Kind.ITEM) {
                character(' ');
            } else {
                close();
            }
        } else if (name.equals("br")) {
            character(' ');
        }
    }

    /** What ends in a colon heads the list that begins after it. */
    private void label() {
        String words = Block.collapsed(text.toString());
        if (kind != Kind.HEADING && words.endsWith(":") && words.length() <= 120) {
            blocks.add(new Block(Kind.LABEL, 8, words.substring(0, words.length() - 1), startLine));
            text.setLength(0);
        }
    }

    private int entity(int at) {
        int end = page.indexOf(';', at);
        if (end < 0 || end - at > 10) {
            character('&');
            return at + 1;
        }
        String name = page.substring(at + 1, end);
        String meant = name.startsWith("#") ? number(name.substring(1)) : ENTITIES.getOrDefault(name, " ");
        meant.chars().forEach(c -> character((char) c));
        return end + 1;
    }

    private static String number(String digits) {
        try {
            int point = digits.startsWith("x") || digits.startsWith("X")
                    ? Integer.parseInt(digits.substring(1), 16)
                    : Integer.parseInt(digits);
            return Character.isValidCodePoint(point) && !Character.isISOControl(point)
                    ? Character.toString(point)
                    : " ";
        } catch (NumberFormatException e) {
            return " ";
        }
    }

    private int skipTo(String mark, int from) {
        int end = page.indexOf(mark, from);
        if (end < 0) {
            return page.length();
        }
        countLines(page.substring(from, end));
        return end + (mark.startsWith("<") ? 0 : mark.length());
    }

    private void countLines(String passed) {
        line += (int) passed.chars().filter(c -> c == '\n').count();
    }

    private void close() {
        String words = Block.collapsed(text.toString());
        if (!words.isEmpty()) {
            blocks.add(new Block(kind, kind == Kind.HEADING ? level : 0, words, startLine));
        }
        text.setLength(0);
        if (kind == Kind.HEADING) {
            kind = Kind.TEXT;
        }
    }
}
