package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Migration;
import io.github.incidentadvisor.model.Verdict;
import io.github.incidentadvisor.risk.Groups.Group;
import io.github.incidentadvisor.risk.Rule.Found;
import java.util.List;

/** Folds what is due into work that belongs together. A newer version alone is no reason for any. */
public final class Migrations {
    private Migrations() {}

    /**
     * The migrations in the order in which to take them.
     *
     * @param found what was found, suppressed ones taken out
     * @param advisories what became of it
     */
    public static List<Migration> of(
            List<Found> found, List<Advisory> advisories, Situation situation, Urgency urgency) {
        List<Found> reasons =
                found.stream().filter(one -> isReason(one, situation, urgency)).toList();
        List<MigrationStep> steps = Groups.of(reasons, situation.head()).stream()
                .map(group -> MigrationStep.of(group, situation.head()))
                .toList();
        List<Sequence.Entry> entries = steps.stream()
                .map(step -> new Sequence.Entry(step, migration(step, advisories)))
                .toList();
        return Sequence.of(entries, situation.head());
    }

    /** In another order: those of whose kind an incident is known come first among equals. */
    public static List<Migration> inOrder(List<Migration> migrations) {
        return Sequence.inOrder(migrations);
    }

    /** What the change under review itself breaks is mended in it and is no migration. */
    private static boolean isReason(Found one, Situation situation, Urgency urgency) {
        Finding finding = one.finding();
        if (finding.kind() == Finding.Kind.ORPHAN_PIN) {
            return finding.severity() == Finding.Severity.CAUTION;
        }
        Verdict verdict = urgency.of(finding, situation.today());
        if (verdict == Verdict.PLAN
                && one.move().to().isEmpty()
                && !one.move().later().isKnown()
                && finding.kind() == Finding.Kind.END_OF_LIFE) {
            // It has time, and there is nothing newer to go to yet: no line of it is to be edited now, whatever else
            // moves.
            return false;
        }
        boolean refused = finding.kind() == Finding.Kind.REMOVED_API
                && verdict == Verdict.BROKEN
                && situation.changeOf(one.about().component()).isEmpty()
                && !one.ofChange();
        return verdict == Verdict.ACTION || verdict == Verdict.PLAN || refused;
    }

    private static Migration migration(MigrationStep step, List<Advisory> advisories) {
        Group group = step.group();
        List<String> ids = group.all().stream().map(one -> one.finding().id()).toList();
        List<String> ended = advisories.stream()
                .filter(advisory ->
                        advisory.findings().stream().map(Finding::id).anyMatch(ids::contains))
                .map(Advisory::id)
                .toList();
        ToDo todo = ToDo.of(step);
        return new Migration(
                step.id(),
                step.title(),
                step.trigger(),
                step.deadline(),
                step.target(),
                step.longTerm(),
                todo.places(),
                todo.breaks(),
                ended,
                todo.tasks(),
                List.of(),
                step.kind(),
                Migration.Cost.edits(todo.places().size()),
                group.all().stream()
                        .flatMap(one -> one.finding().evidence().stream())
                        .distinct()
                        .toList(),
                List.of());
    }
}
