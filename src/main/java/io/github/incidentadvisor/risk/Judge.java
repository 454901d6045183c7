package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.evidence.Linkage.Coverage;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.inventory.Newest;
import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Change;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Prose;
import io.github.incidentadvisor.model.Recommendation;
import io.github.incidentadvisor.model.Report.Mode;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.StableId;
import io.github.incidentadvisor.model.Task;
import io.github.incidentadvisor.model.Verdict;
import io.github.incidentadvisor.model.Version;
import io.github.incidentadvisor.risk.Rule.Found;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
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
    private final BiFunction<Component, Version, Newest> available;
    private final Coverage coverage;
    private final Outlook outlook;

    /**
     * A judge.
     *
     * @param available what repositories offer beyond a component's version
     * @param coverage how much of the project's code was held against the change
     * @param outlook how long what is moved to is supported
     */
    public Judge(
            Urgency urgency, BiFunction<Component, Version, Newest> available, Coverage coverage, Outlook outlook) {
        this.outlook = outlook;
        this.urgency = urgency;
        this.coverage = coverage;
        this.available = available;
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
        return bySubject.entrySet().stream()
                .map(entry -> advisory(situation, entry.getKey(), entry.getKey().id(sharing), entry.getValue()))
                .sorted(ORDER)
                .toList();
    }

    /** What an advisory is about: a change, or a component as it stands. */
    private record Subject(
            Component component, Version from, Version to, Role role, Place declaredAt, String movedBy, boolean moved) {
        private String id(String... further) {
            List<String> parts = new ArrayList<>(List.of(component.purl(), role.name(), declaredAt.file()));
            parts.addAll(List.of(further));
            return StableId.of("adv", parts.toArray(String[]::new));
        }

        /** Without its version, so that it lasts; a file that names several versions of the same needs them to tell them apart. */
        String id(Map<String, Long> sharing) {
            return sharing.get(id()) == 1 ? id() : id(from.text(), to.text());
        }

        static Subject of(Change change) {
            return new Subject(
                    change.component(),
                    change.from(),
                    change.to(),
                    change.role(),
                    change.declaredAt(),
                    change.movedBy(),
                    true);
        }

        static Subject of(Item item, Situation situation) {
            Optional<Change> change = situation.changes().stream()
                    .filter(c -> c.component().equals(item.component()) && c.to().equals(item.version()))
                    .findFirst();
            return change.map(Subject::of)
                    .orElseGet(() -> new Subject(
                            item.component(),
                            item.version(),
                            item.version(),
                            item.role(),
                            item.declaration().decidedAt(),
                            item.declaration().decidedAt().isKnown()
                                    ? ""
                                    : item.declaration().owner(),
                            false));
        }
    }

    private Advisory advisory(Situation situation, Subject subject, String id, List<Found> found) {
        List<Finding> findings = found.stream()
                .map(Found::finding)
                .distinct()
                .sorted(Comparator.comparing(Finding::severity)
                        .thenComparing(Finding::deadline)
                        .thenComparing(Finding::place)
                        .thenComparing(Finding::id))
                .toList();
        Verdict verdict = findings.stream()
                .map(finding -> urgency.of(finding, situation.today()))
                .reduce(Verdict.NONE, Verdict::or);
        int moves = (int) situation.changes().stream()
                .filter(change -> change.movedBy().equals(subject.component().purl()))
                .count();
        // A check's objection is only known when it is new: it belongs to the change even where no version moved.
        boolean inChange = subject.moved()
                || situation.mode() == Mode.STATE
                || found.stream().anyMatch(Found::ofChange)
                || findings.stream().anyMatch(finding -> finding.kind() == Finding.Kind.BUILD_POLICY);
        Recommendation recommendation = Recommendations.of(
                verdict,
                subject.moved(),
                subject.to(),
                findings,
                found,
                available.apply(subject.component(), subject.to()));
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
                moves,
                Risks.of(
                        verdict,
                        subject.moved(),
                        subject.from(),
                        subject.to(),
                        subject.declaredAt(),
                        moves,
                        findings,
                        Looked.at(coverage, subject.role()),
                        subject.moved() ? outlook.of(subject.component(), subject.to()) : Optional.empty()),
                findings,
                recommendation,
                tasks(findings, subject, verdict),
                new Prose(Prose.Author.TEMPLATE, List.of(), 0));
    }

    /** One for each file and thing to do, at the first of its lines. */
    private static List<Task> tasks(List<Finding> findings, Subject subject, Verdict verdict) {
        Set<String> seen = new HashSet<>();
        List<Task> tasks = new ArrayList<>();
        findings.stream()
                .filter(finding -> finding.severity() != Finding.Severity.INFO)
                .filter(finding -> !finding.fix().isEmpty()
                        && seen.add(finding.fix() + finding.place().file()))
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
