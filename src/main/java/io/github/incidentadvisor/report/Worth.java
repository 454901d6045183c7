package io.github.incidentadvisor.report;

import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Verdict;
import java.util.List;

/** Whether a report is worth interrupting somebody for. What is due elsewhere in the repository never is, on its own. */
public final class Worth {
    private static final List<String> OTHERS = List.of("lifecycle", "release notes", "known vulnerabilities");

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
                || !own.isEmpty() && own.stream().allMatch(one -> unjudged(report, one));
    }

    private static boolean speaks(Advisory advisory) {
        return advisory.verdict() != Verdict.NONE
                || advisory.findings().stream().anyMatch(finding -> finding.severity() != Severity.INFO);
    }

    /**
     * Whether something that was not checked names the component or stands at its line; that others have said nothing of it, its dates,
     * notes and vulnerabilities, does not count.
     */
    static boolean unjudged(Report report, Advisory advisory) {
        String name = advisory.component().name();
        return report.notChecked().stream()
                .filter(gap -> OTHERS.stream().noneMatch(gap.what()::startsWith))
                .anyMatch(gap -> gap.place().isKnown() && gap.place().equals(advisory.declaredAt())
                        || List.of(gap.what().split("[^A-Za-z0-9._/-]+")).contains(name));
    }
}
