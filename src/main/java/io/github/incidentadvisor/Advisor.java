package io.github.incidentadvisor;

import io.github.incidentadvisor.evidence.Lifecycles;
import io.github.incidentadvisor.evidence.lifecycle.BundledLifecycles;
import io.github.incidentadvisor.git.Diff;
import io.github.incidentadvisor.git.GitRepository;
import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.http.Requests;
import io.github.incidentadvisor.inventory.manifest.ManifestInventory;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.report.Document.Material;
import io.github.incidentadvisor.settings.Setting;
import io.github.incidentadvisor.settings.Settings;
import io.github.incidentadvisor.settings.SettingsFile;
import io.github.incidentadvisor.settings.Sources;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From a folder to a report: wires the stages, times them, and gathers what could not be checked. */
public final class Advisor {
    private final Surroundings surroundings;
    private final Requests requests = new Requests();

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

        /** Whether a flag is set, before anything else is looked at. */
        public boolean flag(Setting setting) {
            boolean said = commandLine.containsKey(setting) || pom.containsKey(setting);
            return said && early(setting).orElse("true").equals("true");
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
     * @param until the first later day on which the same tree and data may be judged otherwise
     */
    public record Answer(Report report, Material material, Settings settings, Path root, LocalDate until) {
        /** The same with another report. */
        public Answer in(Report other) {
            Material with = new Material(other, material.inventory(), material.lifecycles(), material.newest());
            return new Answer(other, with, settings, root, until);
        }
    }

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

    /** The state of the project that it is about, with what its migrations break and what is remembered of their like. */
    Answer scan(Question question) {
        Stages stages = new Stages(surroundings.nanos());
        Optional<GitRepository> git = GitRepository.discover(question.where());
        try {
            return check(question, stages.time("trees", () -> Comparison.state(question.where(), git)), stages);
        } finally {
            git.ifPresent(GitRepository::close);
        }
    }

    /** The state of somebody's repository, whose settings are believed in what concerns itself alone. */
    Answer scan(Question question, Tree tree, Path clone) {
        return check(question, Comparison.of(tree, clone, question.where()), new Stages(surroundings.nanos()));
    }

    private Answer check(Question question, Comparison comparison, Stages stages) {
        Sources sources = comparison.foreign().isPresent()
                ? Sources.ofOthers(question.commandLine(), question.pom(), comparison.head())
                : Sources.inForce(question.commandLine(), question.pom(), comparison.base(), comparison.head());
        LocalDate today = sources.settings().day(Setting.TODAY).orElseGet(() -> LocalDate.now(surroundings.clock()));
        List<Gap> gaps = new ArrayList<>(comparison.gaps());
        gaps.addAll(sources.gaps());
        if (comparison.base().isPresent() && !concernsUs(comparison, stages)) {
            Lifecycles none = new BundledLifecycles(today);
            Report report = new Assembly(
                            comparison,
                            today,
                            List.of(),
                            List.of(),
                            List.of(),
                            gaps,
                            Suppressing.NOTHING,
                            sources.settings())
                    .report(stages.usage(requests), List.of());
            Material material = new Material(report, Optional.empty(), none, Map.of());
            return new Answer(report, material, sources.settings(), comparison.root(), LocalDate.MAX);
        }
        gaps.addAll(comparison.head().gaps());
        return new Run(surroundings, requests, comparison, sources, today, stages, gaps).answer();
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
                || name.endsWith("-lock.json")
                || path.startsWith(".mvn/")
                || path.contains("/.mvn/")
                || path.equals(SettingsFile.PATH);
    }
}
