package io.github.incidentadvisor.action.issues;

import io.github.incidentadvisor.report.Ticks;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An issue's text: a part of ours between two marks, and whatever people write before and after it. In our part they tick boxes and
 * add boxes of their own; both stay.
 */
final class IssueBody {
    private static final int LIMIT = 65_536;
    private static final String BEGIN = "<!-- incident-advisor:migration v1 ";
    private static final String END = "<!-- /incident-advisor:migration -->";
    private static final Pattern THEIR_BOX =
            Pattern.compile("^[ \\t]*[-*] \\[[ xX]\\] (?!.*<!-- id:).*$", Pattern.MULTILINE);

    /** Where boxes that people added are put back. */
    static final String THEIRS = "<!-- theirs -->";

    private IssueBody() {}

    /** Whether our part can be told from people's. */
    static boolean isWhole(String body) {
        int begin = body.indexOf(BEGIN);
        int end = body.indexOf(END);
        return begin >= 0 && end > begin && body.indexOf(BEGIN, begin + 1) < 0 && body.indexOf(END, end + 1) < 0;
    }

    /** A first text. */
    static String of(Standing standing, List<String> lines) {
        return ours(standing, lines).replace(THEIRS + "\n", "");
    }

    /** {@code body} with our part written anew; the same when it would not fit. */
    static String with(String body, Standing standing, List<String> lines) {
        int begin = body.indexOf(BEGIN);
        int end = body.indexOf(END);
        String old = body.substring(begin, end);
        StringBuilder theirs = new StringBuilder();
        THEIR_BOX.matcher(old).results().forEach(box -> theirs.append(box.group())
                .append('\n'));
        String ours = Ticks.kept(old, ours(standing, lines)).replace(THEIRS + "\n", theirs);
        String all = body.substring(0, begin) + ours + body.substring(end + END.length());
        return all.length() <= LIMIT ? all : body;
    }

    /** The same text with another memory. */
    static String remembering(String body, Standing standing) {
        int begin = body.indexOf(BEGIN);
        int end = body.indexOf("-->", begin) + "-->".length();
        return body.substring(0, begin) + standing.mark() + body.substring(end);
    }

    /** Whether two texts say the same to people, but for the small line about the scan. */
    static boolean sameWords(String one, String other) {
        return words(one).equals(words(other));
    }

    private static String words(String body) {
        return body.replaceAll("(?s)<!-- incident-advisor:migration v1 .*?-->", "")
                .replaceAll("(?s)<sub>.*?</sub>", "")
                .strip();
    }

    private static String ours(Standing standing, List<String> lines) {
        return standing.mark() + "\n" + String.join("\n", lines) + "\n" + END;
    }
}
