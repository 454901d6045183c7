package io.github.incidentadvisor.incidents.recall;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of an incident's words what is nobody's business on a pull request: people, secrets, private places, and what the
 * team names. What is left can be shown or given to a model.
 */
public final class Redaction {
    private static final String GONE = "[redacted]";
    private static final Pattern LINK = Pattern.compile("(?i)\\b[a-z][a-z0-9+.-]{1,20}://[^\\s<>)\\]\"'`]{1,2000}");
    private static final Pattern HOST = Pattern.compile("(?i)^https?://(?:[^/?#@\\s]{0,200}@)?([^/?#:@\\s]{1,253})");
    private static final List<Pattern> USUAL = List.of(
            // Secrets first, since they may look like other things: keys of known forms, bearer tokens, anything called
            // a secret.
            Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)"),
            Pattern.compile(
                    "\\b(?:gh[pousr]_[A-Za-z0-9]{16,255}|github_pat_\\w{20,255}|xox[abeprs]-[\\w-]{8,255}|glpat-[\\w-]{16,64}"
                            + "|(?:AKIA|ASIA)[A-Z0-9]{16}|AIza[\\w-]{30,40}|sk-[\\w-]{20,200}|eyJ[\\w-]{10,2000}(?:\\.[\\w-]{0,4000}){1,2})"),
            Pattern.compile("(?i)\\bbearer\\s+[\\w.~+/=-]{8,4000}"),
            Pattern.compile(
                    "(?i)\\b(?:password|passwd|secret|token|api[_-]?key|access[_-]?key)\\b[\"']?\\s*[:=]\\s*[\"']?[^\\s\"',;]{4,200}"),
            Pattern.compile("(?i)\\b[a-z][a-z0-9+.-]{1,20}://[^\\s/@:]{1,100}:[^\\s/@]{1,200}@"),
            Pattern.compile("\\b[0-9a-f]{64}\\b|\\b[A-Za-z0-9+/]{60,2000}={0,2}(?![A-Za-z0-9+/])"),
            // Private places: chats, tickets, documents, hosts that the world cannot reach.
            Pattern.compile(
                    "(?i)https?://[^\\s)>\\]\"']*(?:slack\\.com|atlassian\\.net|docs\\.google\\.com|drive\\.google\\.com"
                            + "|sharepoint\\.com|notion\\.so|pagerduty\\.com|zoom\\.us|teams\\.microsoft\\.com|meet\\.google\\.com"
                            + "|\\.internal|\\.intranet|\\.corp|\\.local|\\.lan|localhost)[^\\s)>\\]\"']*"),
            Pattern.compile("(?i)\\b(?:[a-z0-9-]{1,63}\\.){1,8}(?:internal|intranet|corp|lan)\\b"),
            Pattern.compile(
                    "\\b(?:10\\.\\d{1,3}|192\\.168|172\\.(?:1[6-9]|2\\d|3[01]))\\.\\d{1,3}\\.\\d{1,3}\\b(?!\\.\\d)"),
            // People: mail addresses, mentions, and fields that name somebody.
            Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,6}"),
            Pattern.compile("(?<![\\w/.`])@[A-Za-z][\\w-]{1,38}(?:/[\\w-]{1,60})?(?![\\w.]*\\()"),
            Pattern.compile("<@[UW][A-Z0-9]{4,20}>"),
            Pattern.compile(
                    "(?im)(?<=\\b(?:created by|reported by|written by|assigned to|assignee|owner|author|authors|commander"
                            + "|incident commander|scribe|on.?call|responders?|reviewers?|signed-off-by|co-authored-by):)[^\\n|;]{1,200}"));

    private final List<Pattern> patterns;

    /** @param names what the team wants out as well, such as customers' names; {@code *} stands for any letters */
    public Redaction(List<String> names) {
        List<Pattern> all = new java.util.ArrayList<>(USUAL);
        names.stream().map(Redaction::pattern).forEach(all::add);
        this.patterns = List.copyOf(all);
    }

    private static Pattern pattern(String name) {
        String regex = List.of(name.split("\\*", -1)).stream()
                .map(Pattern::quote)
                .reduce((a, b) -> a + "\\w{0,60}" + b)
                .orElse("");
        return Pattern.compile("(?<!\\w)" + regex + "(?!\\w)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /**
     * The text without it, and without links to any host but the one where the incident itself can be read: whoever may read that
     * may not read the rest of what its authors had open.
     *
     * @param address of the incident; empty when nobody can read it by a link
     */
    public String of(String text, String address) {
        String host = hostOf(address);
        String left = LINK.matcher(text).replaceAll(link -> {
            boolean own = !host.isEmpty() && hostOf(link.group()).equals(host);
            return Matcher.quoteReplacement(own ? link.group() : GONE);
        });
        return of(left);
    }

    private static String hostOf(String address) {
        Matcher host = HOST.matcher(address);
        return host.find() ? host.group(1).toLowerCase(Locale.ROOT) : "";
    }

    /** The text without it. */
    public String of(String text) {
        String left = text;
        for (Pattern pattern : patterns) {
            left = pattern.matcher(left).replaceAll(GONE);
        }
        return left;
    }
}
