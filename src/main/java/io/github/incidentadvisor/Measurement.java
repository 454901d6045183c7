package io.github.incidentadvisor;

import io.github.incidentadvisor.evidence.Behaviours;
import io.github.incidentadvisor.evidence.BuildPolicy;
import io.github.incidentadvisor.evidence.Linkage;
import io.github.incidentadvisor.evidence.linkage.ProjectLinkage;
import io.github.incidentadvisor.evidence.linkage.Workspace;
import io.github.incidentadvisor.evidence.linkage.runtime.RuntimeBehaviours;
import io.github.incidentadvisor.evidence.policy.ProjectPolicies;
import io.github.incidentadvisor.evidence.policy.StrictWarnings;
import io.github.incidentadvisor.http.Requests;
import io.github.incidentadvisor.inventory.Artifacts;
import io.github.incidentadvisor.inventory.maven.MavenArtifacts;
import io.github.incidentadvisor.inventory.maven.MavenContext;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Report.Mode;
import io.github.incidentadvisor.risk.BehaviourChanges;
import io.github.incidentadvisor.risk.BrokenReferences;
import io.github.incidentadvisor.risk.BuildPolicies;
import io.github.incidentadvisor.risk.NewerJava;
import io.github.incidentadvisor.risk.Rule;
import io.github.incidentadvisor.risk.Rule.Found;
import io.github.incidentadvisor.risk.Situation;
import io.github.incidentadvisor.risk.VersionSkews;
import io.github.incidentadvisor.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the two states of a step were found to differ in, by bytes and sources.
 *
 * @param artifacts the jars and POMs that were read for it
 */
record Measurement(
        Step step,
        Artifacts artifacts,
        Linkage.Answer linkage,
        Behaviours.Answer behaviours,
        BuildPolicy.Answer policy) {
    static Measurement of(
            Step step,
            Comparison comparison,
            MavenContext maven,
            Requests requests,
            Surroundings surroundings,
            Settings settings,
            Stages stages) {
        Artifacts artifacts = new MavenArtifacts(maven, requests);
        Progress progress = surroundings.progress();
        boolean still = step.changes().isEmpty();
        Workspace workspace = new Workspace(
                comparison.root(),
                surroundings.cache(settings).resolve("linkage"),
                Runtime.version().feature());
        return new Measurement(
                step,
                artifacts,
                still ? Linkage.Answer.NOTHING : linkage(step, artifacts, workspace, progress, stages),
                still ? Behaviours.Answer.NOTHING : behaviours(step, artifacts, progress, stages),
                comparison.mode() == Mode.STATE
                        ? BuildPolicy.Answer.NOTHING
                        : policy(step, artifacts, maven, progress, stages));
    }

    private static Linkage.Answer linkage(
            Step step, Artifacts artifacts, Workspace workspace, Progress progress, Stages stages) {
        progress.begins("compiling your sources against both class paths");
        return stages.time(
                "linkage",
                () -> new ProjectLinkage(step.tree(), step.before(), step.head(), artifacts, workspace).compare());
    }

    private static Behaviours.Answer behaviours(Step step, Artifacts artifacts, Progress progress, Stages stages) {
        progress.begins("looking for what is asked for by name");
        return stages.time("behaviours", () -> new RuntimeBehaviours(step.tree(), step.before(), step.head(), artifacts)
                .compare());
    }

    private static BuildPolicy.Answer policy(
            Step step, Artifacts artifacts, MavenContext maven, Progress progress, Stages stages) {
        progress.begins("judging what your build checks");
        String java = maven.systemProperties().getProperty("java.version", "");
        return stages.time("policy", () -> new ProjectPolicies(step.tree(), step.before(), step.head(), artifacts, java)
                .compare());
    }

    /** What the step breaks. */
    List<Found> found(Situation situation) {
        List<Rule> rules = List.of(
                new BrokenReferences(linkage),
                new NewerJava(linkage),
                new VersionSkews(linkage),
                new BehaviourChanges(behaviours),
                new BuildPolicies(
                        policy.and(StrictWarnings.of(linkage, step.head().policies()))));
        return rules.stream().flatMap(rule -> rule.apply(situation).stream()).toList();
    }

    /** Whether there was code to hold against the step, and nothing of it was left out. */
    boolean isWhole() {
        return linkage.coverage().sources() > 0
                && linkage.coverage().partly() == 0
                && linkage.gaps().isEmpty();
    }

    /** How much of the code was held against the step. */
    Linkage.Coverage coverage() {
        return linkage.coverage();
    }

    /** What of the step is known by name, and where the project uses it. */
    Map<String, Place> known() {
        return Vendors.known(linkage, behaviours);
    }

    List<Gap> gaps() {
        return Stream.of(linkage.gaps(), behaviours.gaps(), policy.gaps())
                .flatMap(List::stream)
                .toList();
    }
}
