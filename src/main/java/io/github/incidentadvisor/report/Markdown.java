package io.github.incidentadvisor.report;

import java.net.URI;
import java.util.Optional;

/** Other people's text in GitHub's Markdown: it is shown as it is, and nothing in it acts. */
public final class Markdown {
    /** Invisible between two characters that would act together. */
    private static final String APART = "&#8203;";

    private Markdown() {}

    /** Plain text: no markup, HTML, mention, reference to an issue, bare link or image of it survives. */
    public static String text(String text) {
        StringBuilder out = new StringBuilder();
        String plain =
                text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ").strip();
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '@' -> out.append('@').append(APART);
                case '#' -> out.append('#').append(APART);
                case '\\', '`', '*', '_', '{', '}', '[', ']', '(', ')', '!', '|', '~', '^', '$' ->
                    out.append('\\').append(c);
                case ':' -> out.append(plain.startsWith("://", i) ? ":" + APART : ":");
                case '.' -> out.append(endsWithWww(plain, i) ? "." + APART : ".");
                case '-' -> out.append(endsWithGh(plain, i) ? "-" + APART : "-");
                default -> out.append(c);
            }
        }
        return guardStart(out.toString());
    }

    private static boolean endsWithWww(String text, int at) {
        return at >= 3 && text.regionMatches(true, at - 3, "www", 0, 3);
    }

    private static boolean endsWithGh(String text, int at) {
        return at >= 2 && text.regionMatches(true, at - 2, "GH", 0, 2);
    }

    /** A first character that would begin a list, heading or quote. */
    private static String guardStart(String text) {
        return text.matches("(?s)([-+=]|\\d+[.)]).*") ? APART + text : text;
    }

    /** A short piece of code: a name, a version, a file and line. */
    public static String code(String text) {
        String plain = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ")
                .replace("|", "¦")
                .strip();
        String fence = "`";
        while (plain.contains(fence)) {
            fence += "`";
        }
        boolean pad = plain.startsWith("`") || plain.endsWith("`") || plain.isEmpty();
        return fence + (pad ? " " + plain + " " : plain) + fence;
    }

    /** Somebody's words as a quote on one line. */
    public static String quote(String text) {
        return "“" + text(text) + "”";
    }

    /** A link with our words, if the address is an https one that can be trusted to stay inside the brackets. */
    public static String link(String words, String url) {
        return safe(url).map(address -> "[" + words + "](" + address + ")").orElse(words);
    }

    private static Optional<String> safe(String url) {
        try {
            URI uri = URI.create(url);
            boolean plain = "https".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null;
            return plain && url.matches("[A-Za-z0-9:/?#@&=+$,;.~_%-]+") && url.length() < 500
                    ? Optional.of(url)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
