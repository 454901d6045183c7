package io.github.incidentadvisor.inventory.manifest;

import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.model.Place;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A file of the tree, read when its content is first asked for. For one thread. */
final class Source {
    private final Files files;
    private final Tree.Entry entry;
    private String text;
    private List<String> lines;
    private Yaml.Read yaml;

    Source(Files files, Tree.Entry entry) {
        this.files = files;
        this.entry = entry;
    }

    String path() {
        return entry.path();
    }

    /** The last part of the path. */
    String name() {
        return path().substring(path().lastIndexOf('/') + 1);
    }

    /** The path up to the name, with the last {@code /}; empty at the root. */
    String folder() {
        return path().substring(0, path().lastIndexOf('/') + 1);
    }

    Place at(int line) {
        return new Place(path(), Math.max(1, line));
    }

    /** The text without a byte order mark and with {@code \n} as line end. */
    String text() {
        if (text == null) {
            String read = new String(files.bytes(entry), StandardCharsets.UTF_8);
            read = read.startsWith("\uFEFF") ? read.substring(1) : read;
            text = read.indexOf('\r') < 0 ? read : read.replace("\r\n", "\n").replace('\r', '\n');
        }
        return text;
    }

    /** Whether it holds what no text holds. */
    boolean isBinary() {
        int nul = text().indexOf('\0');
        return nul >= 0 && nul < 8000;
    }

    boolean has(String part) {
        return text().contains(part);
    }

    List<String> lines() {
        if (lines == null) {
            lines = List.of(text().split("\n", -1));
        }
        return lines;
    }

    /** A line by its number, counted from 1; empty where there is none. */
    String line(int number) {
        return number < 1 || number > lines().size() ? "" : lines().get(number - 1);
    }

    /** What it says as YAML or JSON. */
    Yaml.Read yaml() {
        if (yaml == null) {
            // JSON may be indented with tabs, YAML may not.
            yaml = Yaml.read(path().endsWith(".json") ? text().replace('\t', ' ') : text());
        }
        return yaml;
    }

    /** The mapping at the root of its first document, if it has one. */
    Optional<YamlNode.Fields> root() {
        return yaml().documents().stream()
                .findFirst()
                .filter(YamlNode.Fields.class::isInstance)
                .map(YamlNode.Fields.class::cast);
    }

    /** The file that a path relative to this one's folder names. */
    Optional<Source> beside(String relative) {
        return files.find(folder(), relative);
    }

    Files files() {
        return files;
    }
}
