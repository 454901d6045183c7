package io.github.incidentadvisor.action.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** A comment as a browser shows it, near enough to GitHub: CommonMark with tables, HTML let through. */
record Page(String html) {
    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Pattern HEADLINE = Pattern.compile("<h3>(.*?)</h3>", Pattern.DOTALL);

    static Page of(String markdown) {
        return new Page(HtmlRenderer.builder()
                .extensions(TABLES)
                .build()
                .render(Parser.builder().extensions(TABLES).build().parse(markdown)));
    }

    /** The first heading; the whole text where there is none. */
    String headline() {
        Matcher heading = HEADLINE.matcher(html);
        return heading.find() ? heading.group(1) : text();
    }

    /** The words alone. */
    String text() {
        return html.replaceAll("(?s)<!--.*?-->", "")
                .replaceAll("<[^>]*>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&")
                .replace("\u200b", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** For people to look at. */
    void written(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><style>body{font:14px/1.5 sans-serif;max-width:900px;"
                        + "margin:2em auto}table{border-collapse:collapse}td,th{border:1px solid #ccc;padding:6px 13px}"
                        + "code{background:#eee;padding:.2em .4em}</style></head><body>" + html + "</body></html>");
    }
}
