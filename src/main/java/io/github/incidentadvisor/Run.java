package io.github.incidentadvisor;

import io.github.incidentadvisor.Advisor.Answer;
import io.github.incidentadvisor.changes.Changes;
import io.github.incidentadvisor.draft.TemplateDrafter;
import io.github.incidentadvisor.evidence.Announcements;
import io.github.incidentadvisor.evidence.Behaviours;
import io.github.incidentadvisor.evidence.BuildPolicy;
import io.github.incidentadvisor.evidence.KubernetesRelease;
import io.github.incidentadvisor.evidence.Lifecycles;
import io.github.incidentadvisor.evidence.Linkage;
import io.github.incidentadvisor.evidence.ReleaseNotes.Crossed;
import io.github.incidentadvisor.evidence.Retirements;
import io.github.incidentadvisor.evidence.Vulnerabilities;
import io.github.incidentadvisor.evidence.kubernetes.BundledKubernetesApis;
import io.github.incidentadvisor.evidence.lifecycle.BundledLifecycles;
import io.github.incidentadvisor.evidence.lifecycle.RefreshedLifecycles;
import io.github.incidentadvisor.evidence.linkage.ProjectLinkage;
import io.github.incidentadvisor.evidence.linkage.Workspace;
import io.github.incidentadvisor.evidence.linkage.runtime.RuntimeBehaviours;
import io.github.incidentadvisor.evidence.notes.ChangeNotes;
import io.github.incidentadvisor.evidence.policy.ProjectPolicies;
import io.github.incidentadvisor.evidence.policy.StrictWarnings;
import io.github.incidentadvisor.evidence.retirement.BundledRetirements;
import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.http.Http;
import io.github.incidentadvisor.http.Limits;
import io.github.incidentadvisor.http.Requests;
import io.github.incidentadvisor.inventory.Artifacts;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.manifest.ManifestInventory;
import io.github.incidentadvisor.inventory.maven.MavenArtifacts;
import io.github.incidentadvisor.inventory.maven.MavenContext;
import io.github.incidentadvisor.inventory.maven.MavenInventory;
import io.github.incidentadvisor.inventory.maven.NewestVersions;
import io.github.incidentadvisor.inventory.maven.VersionOrder;
import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Change;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Migration;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Report.Candidate;
import io.github.incidentadvisor.model.Report.Mode;
import io.github.incidentadvisor.model.Version;
import io.github.incidentadvisor.report.Document.Material;
import io.github.incidentadvisor.risk.BehaviourChanges;
import io.github.incidentadvisor.risk.BrokenReferences;
import io.github.incidentadvisor.risk.BuildPolicies;
import io.github.incidentadvisor.risk.EndOfLife;
import io.github.incidentadvisor.risk.Hygiene;
import io.github.incidentadvisor.risk.JavaRuntimes;
import io.github.incidentadvisor.risk.Judge;
import io.github.incidentadvisor.risk.KnownVulnerabilities;
import io.github.incidentadvisor.risk.Migrations;
import io.github.incidentadvisor.risk.MovedDigests;
import io.github.incidentadvisor.risk.NewerJava;
import io.github.incidentadvisor.risk.OrphanPins;
import io.github.incidentadvisor.risk.Outlook;
import io.github.incidentadvisor.risk.PlatformSteps;
import io.github.incidentadvisor.risk.RemovedApis;
import io.github.incidentadvisor.risk.Rule;
import io.github.incidentadvisor.risk.Rule.Found;
import io.github.incidentadvisor.risk.Situation;
import io.github.incidentadvisor.risk.TouchingNotes;
import io.github.incidentadvisor.risk.Unplaced;
import io.github.incidentadvisor.risk.UpstreamHealth;
import io.github.incidentadvisor.risk.Urgency;
import io.github.incidentadvisor.risk.VendorAnnouncements;
import io.github.incidentadvisor.risk.VendorRetirements;
import io.github.incidentadvisor.risk.VersionSkews;
import io.github.incidentadvisor.settings.Setting;
import io.github.incidentadvisor.settings.Sources;
import java.net.URI;
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
    private final MavenInventory maven;
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
        this.maven = new MavenInventory(context(), requests);
    }

    /**
     * Two states and what differs.
     *
     * @param tree the later one
     */
    private record Step(Tree tree, Inventory before, Inventory head, List<Change> changes) {}

    Answer answer() {
        Inventory asIs = read(comparison.head(), "this tree");
        if (comparison.mode() != Mode.WHAT_IF) {
            return answer(step(asIs), List.of());
        }
        WhatIf whatIf = WhatIf.of(sources.settings().list(Setting.UPGRADE));
        if (whatIf.open().isEmpty()) {
            return answer(whatIf(whatIf, asIs), List.of());
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
            Step step = whatIf(whatIf.with(open, version), asIs);
            tried.add(new Tried(step, Candidates.of(version, found(step, measure(step)))));
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

    private Step step(Inventory asIs) {
        if (comparison.base().isEmpty()) {
            return new Step(comparison.head(), asIs, asIs, List.of());
        }
        Tree base = comparison.base().get();
        Inventory before = read(base, "the base " + base.revision().commit().substring(0, 9));
        onlyInBase(before.gaps(), asIs.gaps());
        return new Step(comparison.head(), before, asIs, compare(before, asIs));
    }

    private Step whatIf(WhatIf whatIf, Inventory asIs) {
        Tree overlay = whatIf.over(comparison.head(), asIs);
        Inventory head = read(overlay, "the tree with the upgrade");
        return new Step(overlay, asIs, head, compare(asIs, head));
    }

    private Answer answer(Step step, List<Candidate> candidates) {
        gaps.addAll(step.head().gaps());
        Situation situation = situation(step);
        Measured measured = measure(step);
        gaps.addAll(measured.linkage().gaps());
        gaps.addAll(measured.behaviours().gaps());
        gaps.addAll(measured.policy().gaps());
        List<Found> found = new ArrayList<>(found(step, measured));
        Vendors vendors =
                new Vendors(surroundings, sources.settings(), budgeted, comparison.root(), step.before(), step.head());
        List<Rule> warnings = warnings(vendors, step);
        List<Crossed> notes = notes(vendors, step, measured, found);
        TouchingNotes touching = new TouchingNotes(notes);
        found.addAll(apply(List.of(touching, new UpstreamHealth(notes)), situation));
        found.addAll(apply(warnings, situation));
        Lifecycles lifecycles = lifecycles(step.head());
        found.addAll(stages.time("evidence", () -> removedApis(step).apply(situation)));
        Retirements retirements = new BundledRetirements(today);
        found.addAll(stages.time("evidence", () -> dates(situation, lifecycles, retirements)));
        gaps.addAll(lifecycles.gaps());
        gaps.addAll(Unplaced.gaps(step.head(), lifecycles));
        gaps.addAll(retirements.gaps());
        Remembering past = remember(situation, found);
        found.addAll(past.rule().apply(situation));
        Suppressing suppressing = Suppressing.of(found, sources, today);
        Availability available = available(situation, suppressing.open());
        List<Advisory> advisories = stages.time("judgement", () -> new Judge(
                        Urgency.DEFAULT, available::beyond, measured.linkage().coverage(), new Outlook(lifecycles))
                .judge(situation, suppressing.open()).stream().map(this::worded).toList());
        List<Migration> migrations = Migrations.of(suppressing.open(), advisories, Urgency.DEFAULT, today);
        Report report = new Assembly(
                        comparison, today, advisories, migrations, candidates, gaps, suppressing, sources.settings())
                .remembering(past)
                .report(stages.usage(requests), touching.shown());
        Material material = new Material(report, Optional.of(step.head()), lifecycles, available.newest());
        return new Answer(report, material, sources.settings(), comparison.root());
    }

    private Remembering remember(Situation situation, List<Found> found) {
        surroundings.progress().begins("asking what happened before");
        Remembering past = stages.time(
                "incidents",
                () -> Remembering.of(
                        new IncidentSources(comparison, sources.settings(), surroundings, budgeted, today),
                        surroundings,
                        sources.settings(),
                        situation,
                        found));
        gaps.addAll(past.gaps());
        return past;
    }

    private List<Crossed> notes(Vendors vendors, Step step, Measured measured, List<Found> found) {
        if (step.changes().isEmpty()) {
            return List.of();
        }
        surroundings.progress().begins("reading release notes");
        ChangeNotes.Answer answer = stages.time(
                "notes",
                () -> vendors.notes(
                        step.tree(),
                        step.head(),
                        step.changes(),
                        new MavenArtifacts(context(), requests),
                        found,
                        Vendors.known(measured.linkage(), measured.behaviours())));
        gaps.addAll(answer.gaps());
        return answer.read();
    }

    /** What others publish about what the head has; asked first, since it costs little and matters most. */
    private List<Rule> warnings(Vendors vendors, Step step) {
        surroundings.progress().begins("asking for known vulnerabilities");
        Vulnerabilities.Answer vulnerabilities =
                stages.time("vulnerabilities", () -> vendors.vulnerabilities(step.head(), step.changes()));
        Announcements.Answer announcements =
                stages.time("announcements", () -> vendors.announcements(step.head(), today));
        gaps.addAll(vulnerabilities.gaps());
        gaps.addAll(announcements.gaps());
        return List.of(new KnownVulnerabilities(vulnerabilities), new VendorAnnouncements(announcements));
    }

    private Situation situation(Step step) {
        return new Situation(comparison.mode(), step.head(), step.changes(), today);
    }

    /** What was found by comparing the two states of a step. */
    private record Measured(Linkage.Answer linkage, Behaviours.Answer behaviours, BuildPolicy.Answer policy) {}

    private Measured measure(Step step) {
        MavenArtifacts artifacts = new MavenArtifacts(context(), requests);
        return new Measured(
                step.changes().isEmpty() ? Linkage.Answer.NOTHING : linkage(step, artifacts),
                step.changes().isEmpty() ? Behaviours.Answer.NOTHING : behaviours(step, artifacts),
                comparison.mode() == Mode.STATE ? BuildPolicy.Answer.NOTHING : policy(step, artifacts));
    }

    private Linkage.Answer linkage(Step step, Artifacts artifacts) {
        surroundings.progress().begins("compiling your sources against both class paths");
        return stages.time("linkage", () -> new ProjectLinkage(
                        step.tree(),
                        step.before(),
                        step.head(),
                        artifacts,
                        new Workspace(
                                comparison.root(),
                                surroundings.cache(sources.settings()).resolve("linkage"),
                                Runtime.version().feature()))
                .compare());
    }

    private Behaviours.Answer behaviours(Step step, Artifacts artifacts) {
        surroundings.progress().begins("looking for what is asked for by name");
        return stages.time("behaviours", () -> new RuntimeBehaviours(step.tree(), step.before(), step.head(), artifacts)
                .compare());
    }

    private BuildPolicy.Answer policy(Step step, Artifacts artifacts) {
        surroundings.progress().begins("judging what your build checks");
        String java = context().systemProperties().getProperty("java.version", "");
        return stages.time("policy", () -> new ProjectPolicies(step.tree(), step.before(), step.head(), artifacts, java)
                .compare());
    }

    /** What the step from one state to the other breaks. */
    private List<Found> found(Step step, Measured measured) {
        List<Rule> rules = List.of(
                new BrokenReferences(measured.linkage()),
                new NewerJava(measured.linkage()),
                new VersionSkews(measured.linkage()),
                new BehaviourChanges(measured.behaviours()),
                new BuildPolicies(measured.policy()
                        .and(StrictWarnings.of(measured.linkage(), step.head().policies()))));
        return apply(rules, situation(step));
    }

    /** What is due as it stands. */
    private List<Found> dates(Situation situation, Lifecycles lifecycles, Retirements retirements) {
        VendorRetirements vendors = new VendorRetirements(retirements, Urgency.DEFAULT);
        return apply(
                List.of(
                        new EndOfLife(
                                lifecycles, Urgency.DEFAULT, vendors.covered(situation), new BundledKubernetesApis()),
                        vendors,
                        new OrphanPins(VersionOrder.MAVEN),
                        new JavaRuntimes(lifecycles),
                        new PlatformSteps(lifecycles),
                        new MovedDigests(),
                        new Hygiene(lifecycles)),
                situation);
    }

    private RemovedApis removedApis(Step step) {
        KubernetesRelease configured = sources.settings()
                .release(Setting.KUBERNETES_VERSION)
                .map(KubernetesRelease::of)
                .orElse(KubernetesRelease.NONE);
        return new RemovedApis(new BundledKubernetesApis(), step.before(), configured);
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

    /** What could not be read of the base alone: changes there may be more or fewer than shown. */
    private void onlyInBase(List<Gap> before, List<Gap> after) {
        before.stream()
                .filter(gap -> !after.contains(gap))
                .forEach(gap -> gaps.add(new Gap("in the base: " + gap.what(), gap.reason(), Place.NONE)));
    }

    private Lifecycles lifecycles(Inventory head) {
        URI api = sources.settings().address(Setting.LIFECYCLE_URL);
        boolean offline = sources.settings().flag(Setting.OFFLINE);
        BundledLifecycles bundled = new BundledLifecycles(today);
        Http http = new Http(
                budgeted,
                Set.of(Http.hostOf(api)),
                surroundings.cache(sources.settings()).resolve("http"),
                surroundings.clock(),
                offline,
                Limits.DEFAULT.withBudget(sources.settings().number(Setting.REQUEST_BUDGET)),
                "incident-advisor",
                surroundings.proxies());
        RefreshedLifecycles refreshed = new RefreshedLifecycles(http, api, bundled);
        surroundings.progress().begins(offline ? "looking dates up" : "asking " + api.getHost() + " for dates");
        stages.time("lifecycle", () -> head.items().stream().map(Named::of).distinct().toList().parallelStream()
                .mapToInt(named ->
                        refreshed.productsOf(named.component(), named.version()).size())
                .sum());
        return refreshed;
    }

    private record Named(Component component, Version version) {
        static Named of(Inventory.Item item) {
            return new Named(item.component(), item.version());
        }
    }

    private Inventory read(Tree tree, String what) {
        surroundings.progress().begins("reading the POMs of " + what);
        Inventory poms = stages.time("inventory", () -> maven.read(tree, surroundings.progress()));
        surroundings.progress().begins("reading the manifests of " + what);
        return poms.merge(stages.time("manifests", () -> ManifestInventory.read(tree)));
    }

    private List<Change> compare(Inventory base, Inventory head) {
        return stages.time("changes", () -> Changes.between(base, head, VersionOrder.MAVEN));
    }

    private Advisory worded(Advisory advisory) {
        return new Advisory(
                advisory.id(),
                advisory.inChange(),
                advisory.verdict(),
                advisory.component(),
                advisory.from(),
                advisory.to(),
                advisory.role(),
                advisory.declaredAt(),
                advisory.movedBy(),
                advisory.moves(),
                advisory.risk(),
                advisory.findings(),
                advisory.recommendation(),
                advisory.tasks(),
                drafter.draft(advisory));
    }
}
