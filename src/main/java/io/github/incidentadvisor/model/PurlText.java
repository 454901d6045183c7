package io.github.incidentadvisor.model;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Percent-encoding as purl-spec wants it. */
final class PurlText {
    private PurlText() {}

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":")
                .replace("*", "%2A");
    }
}
