package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Change;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Prose;
import io.github.incidentadvisor.model.Report.Mode;
import io.github.incidentadvisor.model.StableId;
import io.github.incidentadvisor.model.Task;
import io.github.incidentadvisor.model.Verdict;
import io.github.incidentadvisor.risk.Rule.Found;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Folds changes and findings into advisories: one for each component that changes by declaration or has a finding. */
public final class Judge {
    private static final Comparator<Advisory> ORDER = Comparator.comparing((Advisory a) -> !a.inChange())
            .thenComparing(Advisory::verdict, Comparator.reverseOrder())
            .thenComparing(a -> worst(a.findings()))
            .thenComparing(a -> nearest(a.findings()))
            .thenComparing(Advisory::role)
            .thenComparing(a -> a.component().purl())
            .thenComparing(a -> a.to().text());

    private final Urgency urgency;
    private final Background background;

    public Judge(Urgency urgency, Background background) {
        this.urgency = urgency;
        this.background = background;
    }

    /** The advisories, most urgent first; what the change is about stands before what is due elsewhere. */
    public List<Advisory> judge(Situation situation, List<Found> found) {
        Map<Subject, List<Found>> bySubject = new LinkedHashMap<>();
        for (Change change : situation.changes()) {
            if (change.isDeclared()) {
                bySubject.putIfAbsent(Subject.of(change), new ArrayList<>());
            }
        }
        for (Found one : found) {
            bySubject
                    .computeIfAbsent(Subject.of(one.about(), situation), s -> new ArrayList<>())
                    .add(one);
        }
        Map<String, Long> sharing =
                bySubject.keySet().stream().collect(Collectors.groupingBy(Subject::id, Collectors.counting()));
        return Splits.of(bySubject.entrySet().stream()
                .map(entry -> advisory(situation, entry.getKey(), entry.getKey().id(sharing), entry.getValue()))
                .sorted(ORDER)
                .toList());
    }

    private Advisory advisory(Situation situation, Subject subject, String id, List<Found> found) {
        List<Finding> findings = found.stream()
                .map(Found::finding)
                .distinct()
                .sorted(Comparator.comparing(Finding::severity)
                        .thenComparing(Finding::deadline)
                        .thenComparing(finding -> !LinesUnderTest.isUnwatched(finding))
                        .thenComparing(Finding::place)
                        .thenComparing(Finding::id))
                .toList();
        Verdict verdict = findings.stream()
                .map(finding -> urgency.of(finding, situation.today()))
                .reduce(Verdict.NONE, Verdict::or);
        // A check's objection is only known when it is new: it belongs to the change even where no version moved.
        boolean inChange = subject.moved()
                || situation.mode() == Mode.STATE
                || found.stream().anyMatch(Found::ofChange)
                || findings.stream().anyMatch(finding -> finding.kind() == Finding.Kind.BUILD_POLICY);
        return new Advisory(
                id,
                inChange,
                verdict,
                subject.component(),
                subject.from(),
                subject.to(),
                subject.role(),
                subject.declaredAt(),
                subject.movedBy(),
                subject.brings(situation).size(),
                Risks.of(verdict, subject, findings, background, situation),
                findings,
                Recommendations.of(verdict, subject, findings, found, background, situation.today()),
                tasks(findings, subject, verdict),
                new Prose(Prose.Author.TEMPLATE, List.of(), 0));
    }

    /** One for each file and thing to do, at the first of its lines; what can land before the change comes first. */
    private static List<Task> tasks(List<Finding> findings, Subject subject, Verdict verdict) {
        Set<String> seen = new HashSet<>();
        List<Task> tasks = new ArrayList<>();
        findings.stream()
                .filter(finding -> finding.severity() != Finding.Severity.INFO)
                .filter(finding -> !finding.fix().isEmpty()
                        && seen.add(finding.fix() + finding.place().file()))
                .sorted(Comparator.comparing(finding -> !LandsFirst.says(finding.fix())))
                .forEach(finding -> tasks.add(new Task(finding.id(), finding.fix(), finding.place())));
        if (verdict == Verdict.BROKEN) {
            Recipes.of(subject.component(), subject.from(), subject.to())
                    .ifPresent(recipe -> tasks.add(new Task(
                            StableId.of("rcp", subject.component().purl(), recipe), recipe, subject.declaredAt())));
        }
        return SameTasks.folded(tasks, subject.component());
    }

    private static Finding.Severity worst(List<Finding> findings) {
        return findings.stream()
                .map(Finding::severity)
                .min(Comparator.naturalOrder())
                .orElse(Finding.Severity.INFO);
    }

    private static Deadline nearest(List<Finding> findings) {
        return findings.stream()
                .map(Finding::deadline)
                .min(Comparator.naturalOrder())
                .orElse(Deadline.NONE);
    }
}
