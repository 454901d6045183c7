package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.model.Change;
import io.github.incidentadvisor.model.Change.Direction;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Risk;
import io.github.incidentadvisor.model.Risk.Level;
import io.github.incidentadvisor.model.Risk.Reason;
import io.github.incidentadvisor.model.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How careful to be with one advisory; what was not checked is never low. */
final class Risks {
    private Risks() {}

    static Risk of(
            Verdict verdict, Subject subject, List<Finding> findings, Background background, Situation situation) {
        List<Reason> reasons = new ArrayList<>();
        Set<String> said = new HashSet<>();
        for (Finding finding : findings) {
            if (said.add(finding.text())) {
                reasons.add(new Reason(finding.text(), finding.evidence()));
            }
        }
        LinesUnderTest.reason(findings, background.tested()).ifPresent(reasons::add);
        Level level = Levels.of(verdict, findings);
        return subject.moved()
                ? ofStep(level, reasons, subject, findings, background, situation)
                : new Risk(level, reasons);
    }

    private static Risk ofStep(
            Level ofFindings,
            List<Reason> reasons,
            Subject subject,
            List<Finding> findings,
            Background background,
            Situation situation) {
        LocalDate today = situation.today();
        List<Change> others = subject.brings(situation);
        Looked looked = Looked.at(background.coverage(), subject, others);
        Optional<ReleaseDay> out = background.releases().of(subject.component(), subject.to(), today);
        boolean young = out.filter(day -> day.isYoung(today)).isPresent();
        boolean back = subject.back() || others.stream().anyMatch(one -> one.direction() == Direction.DOWN);
        Level ofStep = Levels.ofStep(subject.from(), subject.to(), looked, back || young);
        out.filter(day -> young).ifPresent(day -> reasons.add(age(subject, day, today)));
        boolean ends = findings.stream().anyMatch(finding -> finding.severity() == Severity.DEADLINE);
        if (!ends) {
            background.outlook().of(subject.component(), subject.to(), today).ifPresent(reasons::add);
        }
        reasons.add(StepWords.reason(subject, others, looked));
        out.filter(day -> !young).ifPresent(day -> reasons.add(age(subject, day, today)));
        return new Risk(ofFindings.compareTo(ofStep) > 0 ? ofFindings : ofStep, reasons);
    }

    private static Reason age(Subject subject, ReleaseDay day, LocalDate today) {
        String name = subject.component().name() + " " + subject.to().brief();
        long days = day.daysOn(today);
        String text = day.isYoung(today)
                ? name + " came out " + ago(days) + ", on " + day.on()
                        + ": what is wrong with it had little time to show."
                : name + " has been out for " + days + " days, since " + day.on() + ".";
        return new Reason(text, List.of(day.evidence()));
    }

    private static String ago(long days) {
        return days == 0 ? "today" : days == 1 ? "yesterday" : days + " days ago";
    }
}
