package io.github.incidentadvisor.action.publish;

import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Report;
import java.util.List;

/** A report without release notes that only inform, for a pull request whose description quotes them already. */
final class Unquoted {
    private Unquoted() {}

    static Report of(Report report) {
        return report.with(report.advisories().stream().map(Unquoted::of).toList(), List.of());
    }

    private static Advisory of(Advisory advisory) {
        return advisory.with(advisory.findings().stream()
                .filter(finding -> !repeats(finding))
                .toList());
    }

    private static boolean repeats(Finding finding) {
        return finding.kind() == Kind.RELEASE_NOTE && finding.severity() == Severity.INFO;
    }
}
