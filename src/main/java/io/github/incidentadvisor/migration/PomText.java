package io.github.incidentadvisor.migration;

import io.github.incidentadvisor.migration.FileText.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The elements of an XML file with where each stands in it, so that one can be edited or taken out and nothing else. Only tags,
 * comments and CDATA sections are told apart; nothing is expanded, and a file with a DTD has no elements.
 */
final class PomText {
    private static final int DEPTH = 100;

    /**
     * An element.
     *
     * @param path names from the root down with {@code /} between them
     * @param whole from its start tag through its end tag
     * @param content what is between them
     * @param parent index of the element that it is in; -1 of the root
     */
    record Element(String path, Span whole, Span content, int parent) {
        String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    private record Open(String path, int start, int content, int index) {}

    private final FileText file;
    private final List<Element> elements;

    private PomText(FileText file, List<Element> elements) {
        this.file = file;
        this.elements = elements;
    }

    /** The elements in the order of their start tags; none when the tags do not match. */
    static PomText of(FileText file) {
        String text = file.text();
        List<Element> elements = new ArrayList<>();
        Deque<Open> open = new ArrayDeque<>();
        int at = text.indexOf('<');
        while (at >= 0) {
            int end;
            if (text.startsWith("<!--", at)) {
                end = after(text, "-->", at + 4);
            } else if (text.startsWith("<![CDATA[", at)) {
                end = after(text, "]]>", at + 9);
            } else if (text.startsWith("<?", at)) {
                end = after(text, "?>", at + 2);
            } else if (text.startsWith("<!", at)) {
                return new PomText(file, List.of());
            } else {
                end = tagEnd(text, at);
                if (end < 0 || open.size() > DEPTH || !tag(text, at, end, open, elements)) {
                    return new PomText(file, List.of());
                }
            }
            if (end < 0) {
                return new PomText(file, List.of());
            }
            at = text.indexOf('<', end);
        }
        return new PomText(file, open.isEmpty() ? List.copyOf(elements) : List.of());
    }

    private static boolean tag(String text, int at, int end, Deque<Open> open, List<Element> elements) {
        if (text.charAt(at + 1) == '/') {
            String name = text.substring(at + 2, end - 1).strip();
            Open started = open.poll();
            if (started == null
                    || !started.path()
                            .substring(started.path().lastIndexOf('/') + 1)
                            .equals(name)) {
                return false;
            }
            elements.set(
                    started.index(),
                    new Element(
                            started.path(),
                            new Span(started.start(), end),
                            new Span(started.content(), at),
                            open.isEmpty() ? -1 : open.peek().index()));
            return true;
        }
        boolean empty = text.charAt(end - 2) == '/';
        String name = text.substring(at + 1, empty ? end - 2 : end - 1).strip().split("\\s", 2)[0];
        String path = open.isEmpty() ? name : open.peek().path() + "/" + name;
        elements.add(new Element(
                path,
                new Span(at, end),
                new Span(end, end),
                open.isEmpty() ? -1 : open.peek().index()));
        if (!empty) {
            open.push(new Open(path, at, end, elements.size() - 1));
        }
        return !name.isEmpty();
    }

    private static int after(String text, String end, int from) {
        int at = text.indexOf(end, from);
        return at < 0 ? -1 : at + end.length();
    }

    /** Behind the {@code >} of the tag at {@code at}, which may stand in a quoted value before. */
    private static int tagEnd(String text, int at) {
        char quote = 0;
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i - at < 2 ? -1 : i + 1;
            }
        }
        return -1;
    }

    List<Element> elements() {
        return elements;
    }

    /** The text of an element that holds no other, stripped. */
    String value(Element element) {
        return file.in(element.content()).strip();
    }

    /** Where that text stands. */
    Span valueSpan(Element element) {
        String content = file.in(element.content());
        String value = content.strip();
        int start = element.content().start() + content.indexOf(value);
        return new Span(start, start + value.length());
    }

    Optional<Element> parent(Element element) {
        return element.parent() < 0 ? Optional.empty() : Optional.of(elements.get(element.parent()));
    }

    List<Element> children(Element parent) {
        int index = elements.indexOf(parent);
        return elements.stream().filter(one -> one.parent() == index).toList();
    }

    /** The text of a child; empty when there is none. */
    String child(Element parent, String name) {
        return children(parent).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .map(this::value)
                .orElse("");
    }
}
