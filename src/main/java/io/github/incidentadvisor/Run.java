package io.github.incidentadvisor;

import io.github.incidentadvisor.Advisor.Answer;
import io.github.incidentadvisor.Comparison.Purpose;
import io.github.incidentadvisor.draft.TemplateDrafter;
import io.github.incidentadvisor.evidence.TestedLines;
import io.github.incidentadvisor.evidence.coverage.JacocoReports;
import io.github.incidentadvisor.http.Requests;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.maven.MavenContext;
import io.github.incidentadvisor.inventory.maven.MavenInventory;
import io.github.incidentadvisor.inventory.maven.NewestVersions;
import io.github.incidentadvisor.inventory.maven.VersionOrder;
import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Migration;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Report.Candidate;
import io.github.incidentadvisor.model.Report.Mode;
import io.github.incidentadvisor.model.Version;
import io.github.incidentadvisor.report.Document.Material;
import io.github.incidentadvisor.risk.Background;
import io.github.incidentadvisor.risk.Judge;
import io.github.incidentadvisor.risk.LinesUnderTest;
import io.github.incidentadvisor.risk.Migrations;
import io.github.incidentadvisor.risk.Outlook;
import io.github.incidentadvisor.risk.ReleaseDays;
import io.github.incidentadvisor.risk.Rule;
import io.github.incidentadvisor.risk.Rule.Found;
import io.github.incidentadvisor.risk.Situation;
import io.github.incidentadvisor.risk.Urgency;
import io.github.incidentadvisor.settings.Setting;
import io.github.incidentadvisor.settings.Sources;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One run with something to look at: from inventories to a report. */
final class Run {
    private final Surroundings surroundings;
    private final Requests requests;

    /** Those that the budget is for: everything but the POMs and jars that Maven needs itself. */
    private final Requests budgeted;

    private final Comparison comparison;
    private final Sources sources;
    private final LocalDate today;
    private final Stages stages;
    private final List<Gap> gaps;
    private final Steps steps;
    private final TemplateDrafter drafter = new TemplateDrafter();

    /** @param gaps what is known already; added to */
    Run(
            Surroundings surroundings,
            Requests requests,
            Comparison comparison,
            Sources sources,
            LocalDate today,
            Stages stages,
            List<Gap> gaps) {
        this.surroundings = surroundings;
        this.requests = requests;
        this.budgeted = requests.part();
        this.comparison = comparison;
        this.sources = sources;
        this.today = today;
        this.stages = stages;
        this.gaps = gaps;
        this.steps =
                new Steps(comparison, new MavenInventory(context(), requests), surroundings.progress(), stages, gaps);
    }

    Answer answer() {
        Inventory asIs = steps.asIs();
        if (comparison.mode() != Mode.WHAT_IF) {
            return answer(steps.step(asIs), List.of());
        }
        WhatIf whatIf = WhatIf.of(sources.settings().list(Setting.UPGRADE));
        if (whatIf.open().isEmpty()) {
            return answer(steps.whatIf(whatIf, asIs), List.of());
        }
        return firstOf(whatIf, asIs);
    }

    /** One upgrade whose version is left open: the newest of each line is tried, and the best of them is reported in full. */
    private Answer firstOf(WhatIf whatIf, Inventory asIs) {
        WhatIf.Upgrade open = whatIf.open().get();
        List<Version> versions = offered(open, asIs);
        List<Tried> tried = new ArrayList<>();
        for (Version version : versions) {
            surroundings.progress().begins("trying " + open.ga() + " " + version);
            Step step = steps.whatIf(whatIf.with(open, version), asIs);
            tried.add(new Tried(step, Candidates.of(version, measurement(step).found(situation(step)))));
        }
        List<Candidate> candidates = tried.stream().map(Tried::candidate).toList();
        Candidate best = Candidates.best(candidates);
        Step chosen = tried.get(candidates.indexOf(best)).step();
        return answer(chosen, candidates);
    }

    private record Tried(Step step, Candidate candidate) {}

    private List<Version> offered(WhatIf.Upgrade open, Inventory asIs) {
        Availability available = stages.time(
                "available",
                () -> Availability.of(
                        new NewestVersions(context(), budgeted),
                        asIs,
                        open.ga()::equals,
                        budgeted,
                        sources.settings().number(Setting.REQUEST_BUDGET)));
        List<Version> versions = available.newest().values().stream()
                .flatMap(newest -> Stream.of(newest.patch(), newest.minor(), newest.major()))
                .filter(Version::isKnown)
                .distinct()
                .sorted(VersionOrder.MAVEN)
                .toList();
        if (versions.isEmpty()) {
            String why = available.gaps().isEmpty()
                    ? ""
                    : " " + available.gaps().get(0).reason() + ".";
            throw new AdvisorException("No version of " + open.ga() + " newer than what is declared here is known."
                    + why + " Name one: " + open.ga() + ":VERSION.");
        }
        return versions;
    }

    private Answer answer(Step step, List<Candidate> candidates) {
        gaps.addAll(step.head().gaps());
        Situation situation = situation(step);
        Measurement measurement = measurement(step);
        gaps.addAll(measurement.gaps());
        List<Found> found = new ArrayList<>(measurement.found(situation));
        Vendors vendors =
                new Vendors(surroundings, sources.settings(), budgeted, comparison.root(), step.before(), step.head());
        Said said = Said.of(vendors, step, measurement, found, stages, surroundings.progress(), today);
        gaps.addAll(said.gaps());
        found.addAll(apply(said.rules(), situation));
        Due due = Due.of(surroundings, sources.settings(), budgeted, stages, today, step);
        found.addAll(stages.time("evidence", () -> apply(due.rules(situation), situation)));
        gaps.addAll(due.gaps());
        Remembering past = remember(new Questions(situation, found, said.shown()));
        found.addAll(past.rule().apply(situation));
        TestedLines tested = JacocoReports.of(comparison.root(), step.head(), LinesUnderTest.asked(found));
        gaps.addAll(tested.gaps());
        Suppressing suppressing = Suppressing.of(LinesUnderTest.marked(found, tested), sources, today);
        Availability available = available(situation, suppressing.open());
        Background background = new Background(
                available::beyond,
                measurement.coverage(),
                new Outlook(due.lifecycles()),
                new ReleaseDays(due.lifecycles(), said.read()),
                tested);
        List<Advisory> advisories = stages.time("judgement", () -> new Judge(Urgency.DEFAULT, background)
                .judge(situation, suppressing.open()).stream()
                        .map(advisory -> advisory.with(drafter.draft(advisory)))
                        .toList());
        List<Migration> migrations = migrations(situation, suppressing.open(), advisories, past);
        Report report = new Assembly(
                        comparison, today, advisories, migrations, candidates, gaps, suppressing, sources.settings())
                .remembering(past)
                .report(stages.usage(requests), said.shown());
        Material material = new Material(report, Optional.of(step.head()), due.lifecycles(), available.newest());
        return new Answer(report, material, sources.settings(), comparison.root(), due.until(today));
    }

    /** In a scan of the present project also what each breaks. */
    private List<Migration> migrations(
            Situation situation, List<Found> open, List<Advisory> advisories, Remembering past) {
        Migrating migrating = new Migrating(Migrations.of(open, advisories, situation, Urgency.DEFAULT))
                .remembering(past.incidents(advisories));
        return comparison.purpose() == Purpose.SCAN
                ? stages.time("what-if", () -> migrating
                        .measured(one -> broken(one, advisories, situation.head()))
                        .migrations())
                : migrating.migrations();
    }

    /** What going to the smallest target breaks; empty when that cannot be laid over the tree or compared. */
    private Optional<Candidate> broken(Migration migration, List<Advisory> advisories, Inventory asIs) {
        return Migrating.upgrade(migration, advisories).flatMap(upgrade -> {
            surroundings.progress().begins("trying " + upgrade.ga() + " " + upgrade.to());
            try {
                Step step = steps.whatIf(new WhatIf(List.of(upgrade)), asIs);
                Measurement measurement = measurement(step);
                return measurement.isWhole()
                        ? Optional.of(Candidates.of(upgrade.to(), measurement.found(situation(step))))
                        : Optional.empty();
            } catch (AdvisorException e) {
                return Optional.empty();
            }
        });
    }

    private Remembering remember(Questions questions) {
        surroundings.progress().begins("asking what happened before");
        Remembering past = stages.time(
                "incidents",
                () -> Remembering.of(
                        new IncidentSources(comparison, sources.settings(), surroundings, budgeted, today),
                        surroundings,
                        sources.settings(),
                        questions.asked()));
        gaps.addAll(past.gaps());
        return past;
    }

    private Measurement measurement(Step step) {
        return Measurement.of(step, comparison, context(), requests, surroundings, sources.settings(), stages);
    }

    private Situation situation(Step step) {
        return new Situation(comparison.mode(), step.head(), step.changes(), today);
    }

    private static List<Found> apply(List<Rule> rules, Situation situation) {
        return rules.stream().flatMap(rule -> rule.apply(situation).stream()).toList();
    }

    /** In a change only what has a finding needs a target; a state run is asked what there is. */
    private Availability available(Situation situation, List<Found> open) {
        Set<String> withFinding = new HashSet<>();
        open.forEach(found -> withFinding.add(found.about().component().name()));
        boolean all = situation.mode() == Mode.STATE;
        surroundings.progress().begins("looking for newer versions");
        Availability available = stages.time(
                "available",
                () -> Availability.of(
                        new NewestVersions(context(), budgeted),
                        situation.head(),
                        name -> all || withFinding.contains(name.substring(name.indexOf(':') + 1)),
                        budgeted,
                        sources.settings().number(Setting.REQUEST_BUDGET)));
        gaps.addAll(available.gaps());
        return available;
    }

    private MavenContext context() {
        return surroundings.maven().at(comparison.root());
    }
}
