package io.github.incidentadvisor.verify;

import java.util.Optional;
import java.util.regex.Pattern;

/** A sentence is plain text of a bearable length: nothing in it links, calls somebody, draws or hides. */
final class Form implements Check {
    private static final int LONGEST = 400;
    private static final Pattern LINK =
            Pattern.compile("(?i)\\b[a-z][a-z0-9+.-]*://|\\bwww\\.|\\bmailto:|\\bjavascript:|\\bdata:\\w+/|\\]\\(");
    private static final Pattern MENTION = Pattern.compile("(^|[^\\w.])@[\\w-]");
    private static final Pattern HTML = Pattern.compile("<\\s*[/!?a-zA-Z]|&#?\\w+;");
    private static final Pattern MARKDOWN = Pattern.compile(
            "!\\[|```|^\\s*(#{1,6}\\s|[-*+]\\s|>|\\|)|\\*\\*|__|~~|\\[[^\\]]+\\]|(^|\\s)#\\d+\\b|\\bGH-\\d+");
    private static final Pattern HIDDEN =
            Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}\\u2028\\u2029\\u115f\\u1160\\u3164\\uffa0]");

    /** An annotation of Java that is cited is none of anybody's names; the reports escape it all the same. */
    private static String withoutAnnotations(Claim claim) {
        return claim.text().replaceAll("@(?=[A-Z][A-Za-z]+\\b)", "").equals(claim.text())
                        || !ANNOTATION.matcher(claim.text()).results().allMatch(one -> claim.cited().stream()
                                .anyMatch(entry -> entry.evidence().quote().contains(one.group())))
                ? claim.text()
                : ANNOTATION.matcher(claim.text()).replaceAll("annotation");
    }

    private static final Pattern ANNOTATION = Pattern.compile("(?<![\\w.@])@[A-Z][A-Za-z]+\\b");

    @Override
    public Optional<String> objection(Claim claim) {
        String text = claim.text();
        if (text.isBlank()) {
            return Optional.of("it is empty");
        }
        if (text.length() > LONGEST) {
            return Optional.of("it has more than " + LONGEST + " characters");
        }
        if (HIDDEN.matcher(text).find()) {
            return Optional.of("it holds invisible or control characters");
        }
        if (LINK.matcher(text).find()) {
            return Optional.of("it holds a link");
        }
        if (MENTION.matcher(withoutAnnotations(claim)).find()) {
            return Optional.of("it mentions somebody");
        }
        if (HTML.matcher(text.replaceAll("<[a-z][\\w.-]*\\.[\\w.-]+>", "")).find()) {
            return Optional.of("it holds HTML");
        }
        return MARKDOWN.matcher(text).find() ? Optional.of("it holds markup") : Optional.empty();
    }
}
