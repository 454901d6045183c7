package io.github.incidentadvisor.report;

import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Prose;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Risk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One finding or advisory with its whole chain of evidence, for a terminal. */
public final class Explain {
    private final Report report;
    private final List<String> lines = new ArrayList<>();

    private Explain(Report report) {
        this.report = report;
    }

    /**
     * The lines.
     *
     * @param id of a finding, a task or an advisory of {@code report}
     * @throws AdvisorException when nothing in it has that id; the message lists some that it has
     */
    public static List<String> lines(Report report, String id) {
        Explain explain = new Explain(report);
        for (Advisory advisory : report.advisories()) {
            Optional<Finding> finding =
                    advisory.findings().stream().filter(f -> f.id().equals(id)).findFirst();
            if (finding.isPresent()) {
                explain.finding(advisory, finding.get());
                return explain.lines;
            }
            if (advisory.id().equals(id)) {
                explain.advisory(advisory);
                return explain.lines;
            }
        }
        throw new AdvisorException("Nothing in the last report (judged by " + report.asOf() + ") has the id '" + id
                + "'. " + known(report));
    }

    private static String known(Report report) {
        List<String> ids = new ArrayList<>();
        report.advisories().forEach(advisory -> {
            advisory.findings().forEach(finding -> ids.add(finding.id()));
            ids.add(advisory.id());
        });
        return ids.isEmpty()
                ? "It has no findings at all; run check again."
                : "It has: " + String.join(", ", ids.subList(0, Math.min(12, ids.size())))
                        + (ids.size() > 12 ? " …" : "");
    }

    private void finding(Advisory advisory, Finding finding) {
        lines.add(finding.id() + "  " + finding.kind().word() + ", "
                + finding.severity().word() + ", " + finding.grade().word());
        lines.add("  " + clean(finding.text()));
        if (finding.place().isKnown()) {
            lines.add("  at " + finding.place()
                    + switch (finding.tests()) {
                        case RUN -> ", which tests run";
                        case NONE -> ", which no test runs";
                        case UNKNOWN -> "";
                    });
        }
        if (finding.deadline().isKnown()) {
            long days = finding.deadline().daysFrom(report.asOf());
            lines.add("  deadline " + finding.deadline().on() + " ("
                    + clean(finding.deadline().what()) + "), "
                    + (days > 0 ? days + " days after " : days == 0 ? "the day of " : -days + " days before ")
                    + report.asOf());
        }
        if (!finding.fix().isEmpty()) {
            lines.add("  to do: " + clean(finding.fix()));
        }
        about(advisory);
        lines.add("Evidence:");
        finding.evidence().forEach(this::evidence);
    }

    private void advisory(Advisory advisory) {
        lines.add(advisory.id() + "  " + advisory.component().purl());
        about(advisory);
        advisory.findings().forEach(f -> lines.add("  finding " + f.id() + ": " + clean(f.text())));
        prose(advisory.prose());
        for (Risk.Reason reason : advisory.risk().reasons()) {
            lines.add("Reason: " + clean(reason.text()));
            reason.evidence().forEach(this::evidence);
        }
    }

    private void prose(Prose prose) {
        lines.add("Words, by " + (prose.author() == Prose.Author.MODEL ? "the model" : "the template") + ":");
        for (Prose.Sentence said : prose.sentences()) {
            lines.add("  " + clean(said.text())
                    + said.cites().stream().map(report::numberOf).collect(Collectors.joining(", ", " [", "]")));
        }
        if (prose.dropped() > 0) {
            lines.add("Not said of what the model wrote (" + prose.dropped() + "):");
            prose.left().forEach(left -> {
                lines.add("  \"" + clean(left.text()) + "\"");
                lines.add("     because " + clean(left.why()));
            });
        }
    }

    private void about(Advisory advisory) {
        String versions = advisory.moved()
                ? (advisory.from().isKnown() ? advisory.from().text() : "(none)") + " → "
                        + (advisory.to().isKnown() ? advisory.to().text() : "(none)")
                : advisory.to().text();
        lines.add("About: " + advisory.component().purl() + " " + versions + ", "
                + advisory.role().word()
                + (advisory.declaredAt().isKnown() ? ", declared at " + advisory.declaredAt() : "")
                + (advisory.movedBy().isEmpty() ? "" : ", by " + advisory.movedBy()));
        lines.add("Verdict: " + advisory.verdict().word() + ", risk "
                + advisory.risk().level().word() + "; "
                + advisory.recommendation().action().word() + ": "
                + clean(advisory.recommendation().text()));
    }

    private void evidence(Evidence one) {
        lines.add("  " + report.numberOf(one) + " " + one.grade().word() + ", " + one.kind() + ", "
                + clean(one.source()) + (one.asOf().isEmpty() ? "" : ", as of " + one.asOf()));
        lines.add("     \"" + clean(one.quote()) + "\"");
        if (!one.url().isEmpty()) {
            lines.add("     " + clean(one.url()));
        }
    }

    private static String clean(String text) {
        return ConsoleReport.clean(text, 1_000);
    }
}
