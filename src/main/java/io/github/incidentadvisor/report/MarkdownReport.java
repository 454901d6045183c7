package io.github.incidentadvisor.report;

import io.github.incidentadvisor.model.Report;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The report as GitHub's Markdown, in two forms: a comment, short before its first fold and within GitHub's limit, and a
 * summary that holds everything.
 */
public final class MarkdownReport {
    /** What the comment is found again by. */
    public static final String MARKER = "<!-- incident-advisor:v1 -->";

    /** GitHub takes no more characters in a comment. */
    public static final int COMMENT_LIMIT = 65_536;

    private static final int SUMMARY_LIMIT = 1_000_000;
    private static final int LINES = 25;
    private static final int ATTEMPTS = 12;

    private final Report report;
    private final MarkdownHead head;
    private final MarkdownFolds folds;
    private final List<String> footnotes;

    private MarkdownReport(Report report, boolean whole, List<String> footnotes) {
        this.report = report;
        this.footnotes = List.copyOf(footnotes);
        MarkdownLines lines = new MarkdownLines(report);
        this.head = whole
                ? new MarkdownHead(report, lines, Room.SUMMARY, true)
                : new MarkdownHead(
                        report,
                        lines,
                        Room.fitting(room -> new MarkdownHead(report, lines, room, false)
                                        .text()
                                        .lines()
                                        .count()
                                <= LINES),
                        false);
        this.folds = new MarkdownFolds(report, lines, head);
    }

    /** For a pull request: at most 25 lines and five findings before the first fold, at most 65,536 characters. */
    public static String comment(Report report) {
        return comment(report, List.of());
    }

    /**
     * The same with small lines of whoever publishes it at its end.
     *
     * @param footnotes Markdown of our own, never somebody else's text
     */
    public static String comment(Report report, List<String> footnotes) {
        return new MarkdownReport(report, false, footnotes).within(COMMENT_LIMIT);
    }

    /** For a job summary or a file: everything; what is too long to be read in one go is folded. */
    public static String summary(Report report) {
        return new MarkdownReport(report, true, List.of()).within(SUMMARY_LIMIT);
    }

    /**
     * The long lists in the folds are shortened until it fits; the evidence, which is the longest, loses first, and what somebody has
     * to act on last.
     */
    private String within(int limit) {
        int most = Integer.MAX_VALUE;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String text = head.text() + folds.text(most, Integer.MAX_VALUE) + footer();
            if (text.length() <= limit) {
                return text;
            }
            most = attempt == 0 ? report.evidence().size() / 2 : most / 2;
        }
        for (int acts = report.evidence().size() / 2; acts > 0; acts /= 2) {
            String text = head.text() + folds.text(0, acts) + footer();
            if (text.length() <= limit) {
                return text;
            }
        }
        String text = head.text();
        String notice = "\n\n_Cut to fit; the job summary and report.json hold the rest._\n";
        return text.substring(0, Math.min(text.length(), limit - notice.length())) + notice;
    }

    private String footer() {
        String author = report.advisories().isEmpty()
                ? "template"
                : report.advisories().get(0).prose().author().word();
        // The blank line ends the fold's HTML: without it the Markdown that follows is none.
        return "\n<sub>"
                + Markdown.text(report.tool().name() + " " + report.tool().version()) + " · "
                + String.format(Locale.ROOT, "%.1f", report.usage().seconds()) + " s, "
                + report.usage().requests()
                + (report.usage().requests() == 1 ? " request" : " requests") + " · facts by code, wording by " + author
                + " · wrong? see .incident-advisor.yml (suppressions need a reason and an end date)"
                + footnotes.stream().map(note -> "<br>" + note).collect(Collectors.joining()) + "</sub>\n";
    }
}
