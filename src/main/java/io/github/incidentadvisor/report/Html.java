package io.github.incidentadvisor.report;

/** Other people's text in HTML. */
final class Html {
    private Html() {}

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
