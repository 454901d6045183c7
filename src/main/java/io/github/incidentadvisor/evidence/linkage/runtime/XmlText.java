package io.github.incidentadvisor.evidence.linkage.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * Values of an XML text with their lines. It is a scanner and no parser: it expands nothing, knows no DTD, and needs no
 * well-formed input; comments and declarations are passed over.
 */
final class XmlText {
    private final String text;
    private final List<Value> values = new ArrayList<>();
    private int at;
    private int line = 1;
    private String element = "";

    /**
     * A value.
     *
     * @param element name of the element without its prefix
     * @param attribute name without its prefix, {@code xmlns} kept; empty for text between tags
     */
    record Value(String element, String attribute, String text, int line) {}

    private XmlText(String text) {
        this.text = text;
    }

    static List<Value> values(String text) {
        XmlText reading = new XmlText(text);
        reading.read();
        return reading.values;
    }

    private void read() {
        while (at < text.length()) {
            if (text.startsWith("<!--", at)) {
                skip("-->");
            } else if (text.startsWith("<![CDATA[", at)) {
                skip("[");
                skip("[");
                content("]]>");
            } else if (text.startsWith("<?", at) || text.startsWith("<!", at)) {
                skip(">");
            } else if (text.startsWith("</", at)) {
                skip(">");
                element = "";
            } else if (text.charAt(at) == '<') {
                tag();
            } else {
                content("<");
            }
        }
    }

    /** Passes over everything up to and with {@code end}. */
    private void skip(String end) {
        int found = text.indexOf(end, at + 1);
        to(found < 0 ? text.length() : found + end.length());
    }

    private void to(int position) {
        while (at < position) {
            if (text.charAt(at++) == '\n') {
                line++;
            }
        }
    }

    private void content(String end) {
        int found = text.indexOf(end, at);
        int until = found < 0 ? text.length() : found;
        int from = at;
        while (from < until && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        to(from);
        if (from < until) {
            values.add(new Value(element, "", text.substring(from, until).strip(), line));
        }
        to(until);
    }

    private void tag() {
        at++;
        element = local(name());
        while (at < text.length() && text.charAt(at) != '>') {
            char c = text.charAt(at);
            if (isName(c)) {
                attribute();
            } else {
                to(at + 1);
            }
        }
        to(Math.min(text.length(), at + 1));
    }

    private void attribute() {
        String name = name();
        spaces();
        if (at >= text.length() || text.charAt(at) != '=') {
            return;
        }
        at++;
        spaces();
        if (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
            int close = text.indexOf(text.charAt(at), at + 1);
            int until = close < 0 ? text.length() : close;
            String attribute = name.startsWith("xmlns") ? "xmlns" : local(name);
            values.add(new Value(element, attribute, text.substring(at + 1, until), line));
            to(Math.min(text.length(), until + 1));
        }
    }

    private void spaces() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            to(at + 1);
        }
    }

    private String name() {
        int from = at;
        while (at < text.length() && isName(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == ':' || c == '-' || c == '_' || c == '.';
    }

    private static String local(String name) {
        return name.substring(name.lastIndexOf(':') + 1);
    }
}
