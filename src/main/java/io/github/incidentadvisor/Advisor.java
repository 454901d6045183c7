package io.github.incidentadvisor;

import io.github.incidentadvisor.changes.Changes;
import io.github.incidentadvisor.draft.Drafter;
import io.github.incidentadvisor.draft.TemplateDrafter;
import io.github.incidentadvisor.evidence.Lifecycles;
import io.github.incidentadvisor.evidence.Linkage;
import io.github.incidentadvisor.evidence.lifecycle.BundledLifecycles;
import io.github.incidentadvisor.evidence.lifecycle.RefreshedLifecycles;
import io.github.incidentadvisor.evidence.linkage.ProjectLinkage;
import io.github.incidentadvisor.git.Diff;
import io.github.incidentadvisor.git.GitRepository;
import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.http.Http;
import io.github.incidentadvisor.http.Limits;
import io.github.incidentadvisor.http.Requests;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.manifest.ManifestInventory;
import io.github.incidentadvisor.inventory.maven.MavenArtifacts;
import io.github.incidentadvisor.inventory.maven.MavenContext;
import io.github.incidentadvisor.inventory.maven.MavenInventory;
import io.github.incidentadvisor.inventory.maven.NewestVersions;
import io.github.incidentadvisor.inventory.maven.VersionOrder;
import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Change;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Report.Mode;
import io.github.incidentadvisor.report.Document.Material;
import io.github.incidentadvisor.risk.BrokenReferences;
import io.github.incidentadvisor.risk.EndOfLife;
import io.github.incidentadvisor.risk.Judge;
import io.github.incidentadvisor.risk.OrphanPins;
import io.github.incidentadvisor.risk.Rule;
import io.github.incidentadvisor.risk.Rule.Found;
import io.github.incidentadvisor.risk.Situation;
import io.github.incidentadvisor.risk.Urgency;
import io.github.incidentadvisor.settings.Setting;
import io.github.incidentadvisor.settings.Settings;
import io.github.incidentadvisor.settings.SettingsFile;
import io.github.incidentadvisor.settings.Sources;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From a folder to a report: wires the stages, times them, and gathers what could not be checked. */
public final class Advisor {
    private final Surroundings surroundings;
    private final Requests requests = new Requests();

    /** Those that the budget is for: everything but the POMs and jars that Maven needs itself. */
    private final Requests budgeted = requests.part();

    private final Drafter drafter = new TemplateDrafter();

    public Advisor(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * What to look at.
     *
     * @param where any folder of the project
     * @param commandLine what the user passed with {@code -D}
     * @param pom what the live POM configures
     */
    public record Question(Path where, Map<Setting, String> commandLine, Map<Setting, String> pom) {
        public Question {
            commandLine = Map.copyOf(commandLine);
            pom = Map.copyOf(pom);
        }

        private Optional<String> early(Setting setting) {
            String value = commandLine.getOrDefault(setting, pom.getOrDefault(setting, ""));
            return Optional.of(value.strip()).filter(text -> !text.isEmpty());
        }
    }

    /**
     * The report, and what it was made from.
     *
     * @param material what files are written from
     * @param root the folder that paths are relative to
     */
    public record Answer(Report report, Material material, Settings settings, Path root) {}

    /**
     * Looks, compares and judges.
     *
     * @throws io.github.incidentadvisor.model.AdvisorException for what the user has to mend: a setting, a base that is not
     *     there
     */
    public Answer check(Question question) {
        Stages stages = new Stages(surroundings.nanos());
        Optional<GitRepository> git = GitRepository.discover(question.where());
        try {
            Comparison comparison = stages.time(
                    "trees",
                    () -> Comparison.of(
                            question.where(),
                            git,
                            question.early(Setting.BASE),
                            question.early(Setting.UPGRADE).isPresent()));
            return check(question, comparison, stages);
        } finally {
            git.ifPresent(GitRepository::close);
        }
    }

    private Answer check(Question question, Comparison comparison, Stages stages) {
        Sources sources = Sources.inForce(question.commandLine(), question.pom(), comparison.base(), comparison.head());
        LocalDate today = sources.settings().day(Setting.TODAY).orElseGet(() -> LocalDate.now(surroundings.clock()));
        List<Gap> gaps = new ArrayList<>(comparison.gaps());
        gaps.addAll(sources.gaps());
        if (comparison.base().isPresent() && !concernsUs(comparison, stages)) {
            Lifecycles none = new BundledLifecycles(today);
            Report report = new Assembly(comparison, today, List.of(), gaps, Suppressing.NOTHING, sources.settings())
                    .report(stages.usage(requests));
            Material material = new Material(report, Optional.empty(), none, Map.of());
            return new Answer(report, material, sources.settings(), comparison.root());
        }
        gaps.addAll(comparison.head().gaps());
        Session session = new Session(comparison, sources, today, stages, gaps);
        return session.run();
    }

    private static boolean concernsUs(Comparison comparison, Stages stages) {
        Tree base = comparison.base().orElseThrow();
        List<String> paths =
                stages.time("diff", () -> Diff.between(base, comparison.head()).paths());
        List<Tree> trees = List.of(base, comparison.head());
        return paths.stream().anyMatch(path -> isRead(path) || ManifestInventory.concerns(path, trees));
    }

    /** Whether a file of this path can change what a report says of the Maven side. */
    private static boolean isRead(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.equals("pom.xml")
                || name.endsWith(".pom")
                || path.startsWith(".mvn/")
                || path.contains("/.mvn/")
                || path.equals(SettingsFile.PATH);
    }

    /** One run with something to look at. */
    private final class Session {
        private final Comparison comparison;
        private final Sources sources;
        private final LocalDate today;
        private final Stages stages;
        private final List<Gap> gaps;
        private final MavenInventory maven;

        Session(Comparison comparison, Sources sources, LocalDate today, Stages stages, List<Gap> gaps) {
            this.comparison = comparison;
            this.sources = sources;
            this.today = today;
            this.stages = stages;
            this.gaps = gaps;
            this.maven = new MavenInventory(context(), requests);
        }

        Answer run() {
            Inventory asIs = read(comparison.head(), "this tree");
            Inventory head = asIs;
            Inventory before = asIs;
            List<Change> changes = List.of();
            if (comparison.mode() == Mode.WHAT_IF) {
                Tree overlay =
                        WhatIf.of(sources.settings().list(Setting.UPGRADE)).over(comparison.head(), asIs);
                head = read(overlay, "the tree with the upgrade");
                changes = compare(asIs, head);
            } else if (comparison.base().isPresent()) {
                Tree base = comparison.base().get();
                before = read(base, "the base " + base.revision().commit().substring(0, 9));
                changes = compare(before, head);
                onlyInBase(before.gaps(), head.gaps());
            }
            gaps.addAll(head.gaps());
            Situation situation = new Situation(comparison.mode(), head, changes, today);
            Lifecycles lifecycles = lifecycles(head);
            Linkage.Answer linkage = changes.isEmpty() ? Linkage.Answer.NOTHING : linkage(before, head);
            gaps.addAll(linkage.gaps());
            List<Found> found = stages.time("evidence", () -> apply(situation, lifecycles, linkage));
            gaps.addAll(lifecycles.gaps());
            Suppressing suppressing = Suppressing.of(found, sources, today);
            Availability available = available(situation, suppressing.open());
            List<Advisory> advisories = stages.time("judgement", () -> new Judge(Urgency.DEFAULT, available::beyond)
                    .judge(situation, suppressing.open()).stream()
                            .map(this::worded)
                            .toList());
            Report report = new Assembly(comparison, today, advisories, gaps, suppressing, sources.settings())
                    .report(stages.usage(requests));
            Material material = new Material(report, Optional.of(head), lifecycles, available.newest());
            return new Answer(report, material, sources.settings(), comparison.root());
        }

        private Linkage.Answer linkage(Inventory before, Inventory head) {
            surroundings.progress().begins("compiling your sources against both class paths");
            MavenArtifacts artifacts = new MavenArtifacts(context(), requests);
            return stages.time("linkage", () -> new ProjectLinkage(
                            comparison.head(),
                            before,
                            head,
                            artifacts,
                            surroundings.cache(sources.settings()).resolve("linkage"),
                            Runtime.version().feature())
                    .compare());
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
            if (offline) {
                gaps.add(Gap.of("newer lifecycle data", "offline; judged by the bundled facts of " + bundled.asOf()));
            }
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
            stages.time(
                    "lifecycle",
                    () -> head.items().stream().map(Inventory.Item::component).distinct().toList().parallelStream()
                            .map(refreshed::productOf)
                            .filter(Optional::isPresent)
                            .count());
            return refreshed;
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

        private List<Found> apply(Situation situation, Lifecycles lifecycles, Linkage.Answer linkage) {
            List<Rule> rules = List.of(
                    new BrokenReferences(linkage),
                    new EndOfLife(lifecycles, Urgency.DEFAULT),
                    new OrphanPins(VersionOrder.MAVEN));
            return rules.stream()
                    .flatMap(rule -> rule.apply(situation).stream())
                    .toList();
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
}
