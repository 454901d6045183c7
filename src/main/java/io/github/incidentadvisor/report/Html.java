package io.github.incidentadvisor.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Other people's text in HTML, and the pages that it stands in. */
final class Html {
    private Html() {}

    /** All that stands before a page's own content; nothing in it asks for anything outside. */
    static void begin(StringBuilder page, String title) {
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.append(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
                        + "base-uri 'none'; form-action 'none'\">\n");
        page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.append("<title>").append(text(title)).append("</title>\n");
        page.append("<style>\n").append(style()).append("</style>\n</head>\n<body>\n");
    }

    private static String style() {
        try (InputStream in = Html.class.getResourceAsStream("report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As content or attribute value; control and format characters become blanks. */
    static String text(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> {
                    boolean odd = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
                    safe.appendCodePoint(odd ? ' ' : c);
                }
            }
        });
        return safe.toString();
    }

    /** As a link when it is a plain https or http address, else as text. */
    static String link(String url, String words) {
        return url.matches("https?://[^\\s\"'<>]+")
                ? "<a href=\"" + text(url) + "\" rel=\"noreferrer noopener\">" + text(words) + "</a>"
                : text(words);
    }

    /** In the face of a machine. */
    static String code(String text) {
        return "<code>" + text(text) + "</code>";
    }
}
