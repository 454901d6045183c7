package io.github.incidentadvisor.action.publish;

import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.report.ConsoleReport;
import io.github.incidentadvisor.report.Markdown;
import io.github.incidentadvisor.report.MarkdownReport;
import io.github.incidentadvisor.report.Worth;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.kohsuke.github.GHCheckRun;
import org.kohsuke.github.GHCheckRun.AnnotationLevel;
import org.kohsuke.github.GHCheckRun.Conclusion;
import org.kohsuke.github.GHCheckRunBuilder;
import org.kohsuke.github.GHRepository;

/**
 * The check at the commit: green when nothing is left to say, neutral when something is, red only as {@code fail-on} says. Lines
 * that the diff shows are annotated; the others stand in its text.
 */
final class CheckRun {
    /** The name in the list of checks. */
    private static final String NAME = "incident-advisor";

    /** What our check at a commit remembers: whether people were told of it. */
    private static final String TOLD = "told";

    private static final String SILENT = "silent";
    private static final int LONGEST_TEXT = 65_000;
    private static final int LONGEST_TITLE = 250;
    private static final int MOST_ANNOTATIONS = 150;

    private final GHRepository repository;
    private final String sha;
    private final String name;

    /** @param scope which of several checks; empty for the only one */
    CheckRun(GHRepository repository, String sha, String scope) {
        this.repository = repository;
        this.sha = sha;
        this.name = scope.isEmpty() ? NAME : NAME + " (" + scope + ")";
    }

    /** Whether an earlier run told people of this very commit: then nothing that they took away is put back. */
    boolean toldBefore() throws IOException {
        for (GHCheckRun run : repository.getCheckRuns(sha, Map.of("check_name", name))) {
            if (TOLD.equals(run.getExternalId())) {
                return true;
            }
        }
        return false;
    }

    void write(Report report, DiffLines diff, String failOn, boolean told, String runUrl, Date now) throws IOException {
        List<Finding> findings = new ArrayList<>();
        report.advisories().stream()
                .filter(Advisory::inChange)
                .forEach(advisory -> findings.addAll(advisory.findings()));
        List<Finding> inDiff = findings.stream()
                .filter(finding -> finding.place().isKnown()
                        && diff.has(finding.place().file(), finding.place().line()))
                .limit(MOST_ANNOTATIONS)
                .toList();
        GHCheckRunBuilder.Output output =
                new GHCheckRunBuilder.Output(cut(report.headline(), LONGEST_TITLE), summary(report));
        inDiff.forEach(finding -> output.add(annotation(finding)));
        List<Finding> elsewhere =
                findings.stream().filter(finding -> !inDiff.contains(finding)).toList();
        if (!elsewhere.isEmpty()) {
            output.withText(text(elsewhere));
        }
        GHCheckRunBuilder builder = repository
                .createCheckRun(name, sha)
                .withStatus(GHCheckRun.Status.COMPLETED)
                .withConclusion(conclusion(report, failOn))
                .withCompletedAt(now)
                .withExternalID(told ? TOLD : SILENT)
                .add(output);
        if (!runUrl.isEmpty()) {
            builder.withDetailsURL(runUrl);
        }
        builder.create();
    }

    private static Conclusion conclusion(Report report, String failOn) {
        if (ConsoleReport.fails(report, failOn)) {
            return Conclusion.FAILURE;
        }
        boolean compared = report.mode() != Report.Mode.STATE;
        return Worth.saying(report) || !compared ? Conclusion.NEUTRAL : Conclusion.SUCCESS;
    }

    /** The comment's own words; a check's summary takes one character less than a comment. */
    private static String summary(Report report) {
        String text = MarkdownReport.comment(report);
        return text.length() <= LONGEST_TEXT
                ? text
                : text.substring(0, text.indexOf("<details>")) + "_Cut to fit; the job summary holds everything._\n";
    }

    private static String text(List<Finding> findings) {
        StringBuilder text = new StringBuilder("Outside of the diff:\n\n");
        for (Finding finding : findings) {
            String line = "- " + Markdown.text(finding.place().isKnown() ? finding.place() + ": " : "")
                    + Markdown.text(finding.text()) + " ("
                    + finding.grade().word() + ")\n";
            if (text.length() + line.length() > LONGEST_TEXT) {
                text.append("- … the rest stands in the job summary\n");
                break;
            }
            text.append(line);
        }
        return text.toString();
    }

    private static GHCheckRunBuilder.Annotation annotation(Finding finding) {
        String fix = finding.fix().isEmpty() ? "" : " To do: " + finding.fix() + ".";
        return new GHCheckRunBuilder.Annotation(
                        finding.place().file(),
                        finding.place().line(),
                        level(finding),
                        cut(finding.text() + fix + " (" + finding.grade().word() + ")", 4_000))
                .withTitle(finding.id());
    }

    private static AnnotationLevel level(Finding finding) {
        boolean breaks = finding.severity() == Severity.BREAKS_BUILD || finding.severity() == Severity.BREAKS_RUNTIME;
        if (breaks && finding.grade() == Grade.MEASURED) {
            return AnnotationLevel.FAILURE;
        }
        return finding.severity() == Severity.INFO ? AnnotationLevel.NOTICE : AnnotationLevel.WARNING;
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}
