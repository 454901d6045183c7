package io.github.incidentadvisor.action.issues;

import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Migration;
import io.github.incidentadvisor.model.Report;
import java.util.List;

/**
 * What stands behind a migration in the report that asks for it.
 *
 * @param findings those that somebody has to act on
 */
record Because(List<Advisory> advisories, List<Finding> findings) {
    static Because of(Migration migration, Report report) {
        List<Advisory> advisories = report.advisories().stream()
                .filter(advisory -> migration.advisories().contains(advisory.id()))
                .toList();
        List<Finding> findings = advisories.stream()
                .flatMap(advisory -> advisory.findings().stream())
                .filter(finding -> finding.severity() != Severity.INFO && finding.severity() != Severity.CAUTION)
                .toList();
        return new Because(advisories, findings);
    }

    List<String> ids() {
        return findings.stream().map(Finding::id).toList();
    }

    List<String> names() {
        return advisories.stream()
                .map(advisory -> advisory.component().name())
                .distinct()
                .toList();
    }

    /** What is new evidence when it comes: of most sorts another place is none, but each vulnerability is. */
    List<String> grounds() {
        return findings.stream().map(Because::ground).distinct().toList();
    }

    static String ground(Finding finding) {
        return finding.kind() == Finding.Kind.VULNERABILITY
                ? finding.id()
                : finding.kind().prefix();
    }
}
