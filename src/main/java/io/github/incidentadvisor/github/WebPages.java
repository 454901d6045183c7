package io.github.incidentadvisor.github;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Addresses of pages that GitHub shows to people. */
final class WebPages {
    private WebPages() {}

    static String of(URI web, RepositoryName repository, String ref, String path, int line) {
        String base = web + "/" + repository;
        if (path.isEmpty()) {
            return base;
        }
        return base + "/blob/" + encoded(ref.isEmpty() ? "HEAD" : ref) + "/" + encoded(path)
                + (line > 0 ? "#L" + line : "");
    }

    /** Each part by itself, so that slashes stay. */
    static String encoded(String path) {
        return Arrays.stream(path.split("/", -1))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }
}
