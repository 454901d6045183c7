package io.github.incidentadvisor.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What becomes of something, told in labels such as "closed to pushes since 2025-03-18; removed from 2027-01-01", as sentences. */
final class StateWords {
    private static final Pattern STATE = Pattern.compile(
            "^(?:closed|deprecated|frozen|without|unavailable|switched|shut|removed|failing|in maintenance|served|blocked)\\b"
                    + "[^.]*? (since|from|with) ");

    private static final Pattern IT = Pattern.compile("^([^.;]*) it(?=[.;]|$)");

    private StateWords() {}

    /** @param subject what it becomes of, in the first place; later it is "it" */
    static String of(String subject, String labels) {
        Matcher it = IT.matcher(labels);
        if (it.find()) {
            return FindingWords.upper(it.group(1)) + " " + subject + labels.substring(it.end());
        }
        String[] parts = labels.split("; ");
        if (!STATE.matcher(parts[0]).find()) {
            return "For " + subject + (labels.startsWith("no ") ? " " : ": ") + labels;
        }
        List<String> told = new ArrayList<>();
        for (String part : parts) {
            told.add(told(told.isEmpty() ? subject : "it", part));
        }
        return String.join("; ", told);
    }

    private static String told(String subject, String part) {
        Matcher state = STATE.matcher(part);
        if (!state.find()) {
            return part;
        }
        return subject
                + switch (state.group(1)) {
                    case "since" -> " has been ";
                    case "from" -> " will be ";
                    default -> " is ";
                }
                + part;
    }
}
