package io.github.incidentadvisor.model;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Percent-encoding as purl-spec wants it. */
final class PurlText {
    private PurlText() {}

    static String encode(String text) {
        return isPlain(text) ? text : encoded(text);
    }

    /** Parts with {@code /} between them, each encoded. */
    static String path(String text) {
        return text.indexOf('/') < 0
                ? encode(text)
                : Arrays.stream(text.split("/")).map(PurlText::encode).collect(Collectors.joining("/"));
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain =
                    c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c == '.' || c == '-';
            if (!plain && c != '_') {
                return false;
            }
        }
        return true;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":")
                .replace("*", "%2A");
    }
}
