package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Risk;
import io.github.incidentadvisor.model.Risk.Level;
import io.github.incidentadvisor.model.Risk.Reason;
import io.github.incidentadvisor.model.Verdict;
import io.github.incidentadvisor.model.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How careful to be with one advisory; what was not checked is never low. */
final class Risks {
    private Risks() {}

    static Risk of(
            Verdict verdict,
            boolean moved,
            Version from,
            Version to,
            Place declaredAt,
            int moves,
            List<Finding> findings,
            Looked looked,
            Optional<Reason> outlook) {
        List<Reason> reasons = new ArrayList<>();
        Set<String> said = new HashSet<>();
        for (Finding finding : findings) {
            if (said.add(finding.text())) {
                reasons.add(new Reason(finding.text(), finding.evidence()));
            }
        }
        Level level = Levels.of(verdict, findings);
        if (moved) {
            Level step = Levels.ofStep(from, to, looked);
            level = level.compareTo(step) > 0 ? level : step;
            boolean ends = findings.stream().anyMatch(finding -> finding.severity() == Severity.DEADLINE);
            outlook.filter(reason -> !ends).ifPresent(reasons::add);
            reasons.add(step(from, to, declaredAt, moves, looked));
        }
        return new Risk(level, reasons);
    }

    private static Reason step(Version from, Version to, Place declaredAt, int moves, Looked looked) {
        String unfinished = to.isKnown() && Levels.isPreRelease(to) ? " to a pre-release" : "";
        boolean early =
                from.isKnown() && to.isKnown() && from.stepTo(to) == Version.Step.MINOR && !Levels.isSmall(from, to);
        String kind =
                switch (from.isKnown() && to.isKnown() ? from.stepTo(to) : Version.Step.NONE) {
                    case MAJOR -> "A major step";
                    case MINOR -> early ? "A minor step before 1.0, where anything may change," : "A minor step";
                    case PATCH -> "A patch step";
                    case OTHER ->
                        isRange(from) || isRange(to)
                                ? "A step between ranges of versions"
                                : "A step that follows no number scheme";
                    case NONE -> from.isKnown() ? "A removal" : "An addition";
                };
        String also = moves == 0 ? "" : " that moves " + moves + (moves == 1 ? " other version" : " other versions");
        String text = kind + unfinished + also + "; " + looked.sentence();
        Evidence evidence = new Evidence(
                "change",
                Grade.MEASURED,
                declaredAt.isKnown() ? declaredAt.toString() : "the resolved dependency graph",
                "",
                "",
                (from.isKnown() ? from.text() : "(none)") + " → " + (to.isKnown() ? to.text() : "(none)"));
        return new Reason(text, List.of(evidence));
    }

    /** Terraform's, npm's and Helm's constraints and Maven's ranges begin with a sign that no version does. */
    private static boolean isRange(Version version) {
        return version.text().matches("[~^<>=!\\[(].*");
    }
}
