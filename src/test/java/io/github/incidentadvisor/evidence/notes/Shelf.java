package io.github.incidentadvisor.evidence.notes;

import io.github.incidentadvisor.github.CodeHost;
import io.github.incidentadvisor.github.RepositoryName;
import io.github.incidentadvisor.github.Told;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A code host in memory: releases, tags, and files as {@code ref:path}; it writes down what it is asked. */
final class Shelf implements CodeHost {
    private final List<Release> releases = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();
    private final Map<String, String> files = new TreeMap<>();
    final List<String> asked = java.util.Collections.synchronizedList(new ArrayList<>());

    Shelf release(String tag, String body) {
        releases.add(new Release(tag, "", "2026-01-02", body, "https://github.com/x/releases/" + tag, false));
        return this;
    }

    Shelf tag(String tag) {
        tags.add(tag);
        return this;
    }

    /** A file of the default branch. */
    Shelf file(String path, String text) {
        return file(HEAD, path, text);
    }

    Shelf file(String ref, String path, String text) {
        files.put(ref + ":" + path, text);
        return this;
    }

    @Override
    public Told<Page> releases(RepositoryName repository, int page) {
        asked.add("releases " + page);
        return new Told.Found<>(new Page(releases, false), "2026-11-24");
    }

    @Override
    public Told<List<String>> tags(RepositoryName repository) {
        asked.add("tags");
        return new Told.Found<>(tags, "2026-11-24");
    }

    @Override
    public Told<Listing> tree(RepositoryName repository, String ref) {
        asked.add("tree " + ref);
        return new Told.Found<>(
                new Listing(
                        files.keySet().stream()
                                .filter(key -> key.startsWith(ref + ":"))
                                .map(key -> key.substring(ref.length() + 1))
                                .toList(),
                        true),
                "2026-11-24");
    }

    @Override
    public Told<byte[]> file(RepositoryName repository, String ref, String path) {
        asked.add("file " + ref + ":" + path);
        String text = files.get(ref + ":" + path);
        return text == null
                ? new Told.Missing<>()
                : new Told.Found<>(text.getBytes(StandardCharsets.UTF_8), "2026-11-24");
    }

    @Override
    public String page(RepositoryName repository, String ref, String path, int line) {
        return "https://github.com/" + repository + "/blob/" + (ref.isEmpty() ? "HEAD" : ref) + "/" + path + "#L"
                + line;
    }

    @Override
    public String host() {
        return "github.com";
    }
}
