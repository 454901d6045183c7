package io.github.incidentadvisor.draft;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What must not leave the house: secrets and people; and what must not steer: characters that nobody sees. */
final class Redaction {
    private static final Map<Pattern, String> RULES = rules();

    private Redaction() {}

    static String of(String text) {
        String clean = text;
        for (Map.Entry<Pattern, String> rule : RULES.entrySet()) {
            clean = rule.getKey().matcher(clean).replaceAll(rule.getValue());
        }
        return clean;
    }

    private static Map<Pattern, String> rules() {
        Map<Pattern, String> rules = new LinkedHashMap<>();
        rules.put(Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cn}\\u115f\\u1160\\u3164\\uffa0]|(?![\\n\\t])\\p{Cc}"), "");
        rules.put(
                Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\S]*?(-----END [A-Z ]*PRIVATE KEY-----|$)"),
                "[key]");
        rules.put(
                Pattern.compile(
                        "\\b(?:gh[pousr]_\\w{20,}|github_pat_\\w{20,}|glpat-[\\w-]{15,}|sk-[\\w-]{16,}|xox[abprs]-[\\w-]{10,}|"
                                + "AKIA[0-9A-Z]{16}|ASIA[0-9A-Z]{16}|AIza[\\w-]{30,}|eyJ[\\w-]{8,}\\.[\\w-]{8,}\\.[\\w-]*|npm_\\w{30,}|hf_\\w{20,}|dckr_pat_[\\w-]{20,})"),
                "[secret]");
        rules.put(Pattern.compile("(?i)\\b(authorization\\s*[:=]\\s*)(?:bearer |basic )?\\S+"), "$1[secret]");
        rules.put(
                Pattern.compile(
                        "(?i)\\b([\\w.-]*(?:password|passwd|secret|token|api[-_.]?key|access[-_.]?key|credentials?))"
                                + "(\\s*[:=]\\s*|\"\\s*:\\s*)(\"[^\"]*\"|'[^']*'|[^\\s,;]+)"),
                "$1$2[secret]");
        rules.put(Pattern.compile("(?i)(\\b[a-z][a-z0-9+.-]*://)[^\\s/@]+@"), "$1");
        rules.put(
                Pattern.compile("(?i)\\b(signed-off-by|co-authored-by|reviewed-by|reported-by|author):[^\\n]*"),
                "$1: [person]");
        rules.put(Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+"), "[address]");
        rules.put(Pattern.compile("(?<![\\w.])@[A-Za-z][\\w-]*(?:/[\\w-]+)?"), "[person]");
        return rules;
    }
}
