package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Verdict;
import java.time.LocalDate;

/**
 * When a finding asks for what.
 *
 * @param leadDays how long before its day a deadline asks for action
 * @param horizonDays how long before its day a deadline is worth a plan; beyond, it is not mentioned
 */
public record Urgency(int leadDays, int horizonDays) {
    /** Ninety days to act on the end of a support, a year to plan for it. */
    public static final Urgency DEFAULT = new Urgency(90, 365);

    /** What ends sooner than this is no place to go to. */
    public static final int MARGIN_DAYS = 180;

    /** What one finding amounts to on {@code today}. */
    public Verdict of(Finding finding, LocalDate today) {
        boolean breaks = finding.severity() == Severity.BREAKS_BUILD || finding.severity() == Severity.BREAKS_RUNTIME;
        if (breaks && finding.grade() == Grade.MEASURED) {
            return Verdict.BROKEN;
        }
        if (finding.kind() == Kind.VULNERABILITY) {
            // One that the change ends is no reason to act.
            return finding.severity() == Severity.INFO ? Verdict.NONE : Verdict.ACTION;
        }
        if (finding.severity() != Severity.DEADLINE) {
            return Verdict.NONE;
        }
        Deadline deadline = finding.deadline();
        if (!deadline.isKnown() || deadline.daysFrom(today) <= leadDays) {
            return Verdict.ACTION;
        }
        return Verdict.PLAN;
    }

    /** Whether a deadline is near enough to be mentioned at all. */
    public boolean isInSight(Deadline deadline, LocalDate today) {
        return deadline.isKnown() && deadline.daysFrom(today) <= horizonDays;
    }
}
