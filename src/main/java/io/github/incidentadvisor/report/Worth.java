package io.github.incidentadvisor.report;

import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Verdict;
import io.github.incidentadvisor.risk.Unjudged;
import java.util.List;

/** Whether a report is worth interrupting somebody for. What is due elsewhere in the repository never is, on its own. */
public final class Worth {
    private Worth() {}

    /**
     * Whether the change under review leaves something to say: something to do, a caution, an incident that resembles it; or
     * nothing of what it moves could be judged, since silence would then look like consent. A report that compares nothing knows
     * nothing of a change.
     */
    public static boolean saying(Report report) {
        List<Advisory> own =
                report.advisories().stream().filter(Advisory::inChange).toList();
        if (report.mode() == Report.Mode.STATE) {
            return false;
        }
        return own.stream().anyMatch(Worth::speaks)
                || report.incidents().stream().anyMatch(incident -> own.stream()
                        .anyMatch(one -> one.id().equals(incident.advisory())))
                || !own.isEmpty() && own.stream().allMatch(one -> Unjudged.is(one, report.notChecked()));
    }

    private static boolean speaks(Advisory advisory) {
        return advisory.verdict() != Verdict.NONE
                || advisory.findings().stream().anyMatch(finding -> finding.severity() != Severity.INFO);
    }
}
