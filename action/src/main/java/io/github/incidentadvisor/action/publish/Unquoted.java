package io.github.incidentadvisor.action.publish;

import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Report;

/** A report without release notes that only inform, for a pull request whose description quotes them already. */
final class Unquoted {
    private Unquoted() {}

    static Report of(Report report) {
        return new Report(
                report.tool(),
                report.asOf(),
                report.mode(),
                report.base(),
                report.head(),
                report.verdict(),
                report.headline(),
                report.advisories().stream().map(Unquoted::of).toList(),
                report.candidates(),
                report.migrations(),
                report.incidents(),
                report.incidentsSearched(),
                report.suppressed(),
                report.unusedSuppressions(),
                report.evidence(),
                report.notChecked(),
                report.usage());
    }

    private static Advisory of(Advisory advisory) {
        return new Advisory(
                advisory.id(),
                advisory.inChange(),
                advisory.verdict(),
                advisory.component(),
                advisory.from(),
                advisory.to(),
                advisory.role(),
                advisory.declaredAt(),
                advisory.movedBy(),
                advisory.moves(),
                advisory.risk(),
                advisory.findings().stream()
                        .filter(finding -> !repeats(finding))
                        .toList(),
                advisory.recommendation(),
                advisory.tasks(),
                advisory.prose());
    }

    private static boolean repeats(Finding finding) {
        return finding.kind() == Kind.RELEASE_NOTE && finding.severity() == Severity.INFO;
    }
}
