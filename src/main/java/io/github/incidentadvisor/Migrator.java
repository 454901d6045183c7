package io.github.incidentadvisor;

import io.github.incidentadvisor.changes.Changes;
import io.github.incidentadvisor.evidence.kubernetes.BundledKubernetesApis;
import io.github.incidentadvisor.git.FolderTree;
import io.github.incidentadvisor.git.GitRepository;
import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.http.Requests;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.manifest.ManifestInventory;
import io.github.incidentadvisor.inventory.maven.MavenContext;
import io.github.incidentadvisor.inventory.maven.MavenInventory;
import io.github.incidentadvisor.inventory.maven.VersionOrder;
import io.github.incidentadvisor.migration.Apply;
import io.github.incidentadvisor.migration.Begun;
import io.github.incidentadvisor.migration.BegunJson;
import io.github.incidentadvisor.migration.Ground;
import io.github.incidentadvisor.migration.MigrationWords;
import io.github.incidentadvisor.migration.Plan;
import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Migration;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Report.Mode;
import io.github.incidentadvisor.report.Outputs;
import io.github.incidentadvisor.risk.Rule.Found;
import io.github.incidentadvisor.risk.Situation;
import io.github.incidentadvisor.settings.Setting;
import io.github.incidentadvisor.settings.Settings;
import io.github.incidentadvisor.settings.Sources;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Begins a migration of the last report: makes its edits, and judges what they lead to. */
public final class Migrator {
    private final Surroundings surroundings;
    private final Requests requests = new Requests();
    private final Stages stages;

    public Migrator(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.stages = new Stages(surroundings.nanos());
    }

    /**
     * What came of it.
     *
     * @param lines for the console
     */
    public record Outcome(Begun begun, List<String> lines) {
        public Outcome {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Begins the migration that {@code id} names, writes it where {@code apply} says, and its JSON beside
     * the report.
     *
     * @throws AdvisorException when there is no report, no such migration, or writing would lose somebody's work
     */
    public Outcome begin(Advisor.Question question) {
        Optional<GitRepository> git = GitRepository.discover(question.where());
        try {
            Apply.Where where = new Apply.Where(
                    git.map(GitRepository::root).orElse(question.where()),
                    git,
                    git.filter(GitRepository::hasWorkingDirectory)
                            .map(GitRepository::workingDirectory)
                            .orElseGet(() -> FolderTree.of(question.where())),
                    surroundings.environment(),
                    surroundings.clock().instant());
            Sources sources = Sources.inForce(question.commandLine(), question.pom(), Optional.empty(), where.folder());
            Apply apply = Apply.of(sources.settings().text(Setting.APPLY));
            Report report = LastReport.read(question.where(), question.commandLine(), question.pom());
            Begun begun = begin(report, apply, sources.settings(), where);
            ReportFolder folder = ReportFolder.of(question.where(), sources.settings());
            Outputs.write(folder.path(), Map.of(BegunJson.name(begun), Optional.of(BegunJson.bytes(begun))));
            return new Outcome(begun, MigrationWords.lines(begun, apply));
        } finally {
            git.ifPresent(GitRepository::close);
        }
    }

    private Begun begin(Report report, Apply apply, Settings settings, Apply.Where where) {
        Migration migration = named(settings.text(Setting.ID), report);
        LocalDate today = settings.day(Setting.TODAY).orElseGet(() -> LocalDate.now(surroundings.clock()));
        Tree tree = apply.tree(where);
        Inventory inventory = read(tree, "this tree", where);
        Step still = new Step(tree, inventory, inventory, List.of());
        Due due = Due.of(surroundings, settings, requests.part(), stages, today, still);
        List<Advisory> advisories = report.advisories().stream()
                .filter(one -> migration.advisories().contains(one.id()))
                .toList();
        Plan plan = Plan.of(new Ground(
                tree, inventory, migration, advisories, due.lifecycles(), new BundledKubernetesApis(), today));
        if (plan.isEmpty()) {
            return plan.begun(migration, List.of(), List.of());
        }
        Trial trial = trial(plan, inventory, settings, where, today);
        Plan renamed = plan.and(trial.measured().behaviours().behaviours());
        Trial last = renamed.changesMoreThan(plan) ? trial(renamed, inventory, settings, where, today) : trial;
        Plan whole = renamed.leaving(last.toLookAt(report));
        return apply.write(whole, whole.begun(migration, last.breaks(), last.notChecked(report)), where);
    }

    /** The engine runs on its own result: the edits are laid over the tree, and nothing is written. */
    private Trial trial(Plan plan, Inventory before, Settings settings, Apply.Where where, LocalDate today) {
        Inventory after = read(plan.after(), "the tree with the migration", where);
        Step step = new Step(plan.after(), before, after, Changes.between(before, after, VersionOrder.MAVEN));
        Comparison comparison = new Comparison(where.root(), Mode.WHAT_IF, Optional.empty(), plan.before(), List.of());
        Measurement measured =
                Measurement.of(step, comparison, context(where), requests, surroundings, settings, stages);
        Situation situation = new Situation(Mode.WHAT_IF, after, step.changes(), today);
        Due due = Due.of(surroundings, settings, requests.part(), stages, today, step);
        List<Found> found = new ArrayList<>(measured.found(situation));
        due.rules(situation).forEach(rule -> found.addAll(rule.apply(situation)));
        return new Trial(
                step,
                measured,
                found.stream().map(Found::finding).toList(),
                Runtime.version().feature());
    }

    private Inventory read(Tree tree, String what, Apply.Where where) {
        surroundings.progress().begins("reading the POMs and manifests of " + what);
        return stages.time("inventory", () -> new MavenInventory(context(where), requests)
                .read(tree, surroundings.progress())
                .merge(ManifestInventory.read(tree)));
    }

    private MavenContext context(Apply.Where where) {
        return surroundings.maven().at(where.root());
    }

    private static Migration named(String id, Report report) {
        String known = report.migrations().isEmpty()
                ? "The last report (judged by " + report.asOf() + ") has no migration."
                : "The last report (judged by " + report.asOf() + ") has: "
                        + report.migrations().stream()
                                .map(one -> one.id() + " (" + one.title() + ")")
                                .collect(Collectors.joining(", "))
                        + ".";
        if (id.isBlank()) {
            throw new AdvisorException("Name the migration with -Dincident-advisor.id=mig-…. " + known);
        }
        return report.migrations().stream()
                .filter(one -> one.id().equals(id.strip()) && one.id().matches("mig-[0-9a-f]{6}"))
                .findFirst()
                .orElseThrow(() -> new AdvisorException("There is no migration '" + id.strip() + "'. " + known));
    }
}
