package io.github.incidentadvisor.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.changes.Changes;
import io.github.incidentadvisor.evidence.kubernetes.BundledKubernetesApis;
import io.github.incidentadvisor.evidence.lifecycle.BundledLifecycles;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.manifest.Repository;
import io.github.incidentadvisor.inventory.maven.VersionOrder;
import io.github.incidentadvisor.model.Report.Mode;
import io.github.incidentadvisor.risk.Rule.Found;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a change of a manifest means beyond its numbers, and what is worth a line of how manifests are written. */
class StepsAndHabitsSpec {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final String A = "sha256:" + "a".repeat(64);
    private static final String B = "sha256:" + "b".repeat(64);

    @Test
    void anotherContentUnderTheSameTagIsSaid() {
        assertThat(moved("FROM a:1@" + A + "\n", "FROM a:1@" + B + "\n"))
                .containsExactly("info Dockerfile:1 a 1 keeps its tag and gets another content: 1@aaaaaaa → 1@bbbbbbb. "
                        + "A rebuild under the same tag has no notes of its own.");
    }

    @Test
    void aPinGivenUpIsACautionAndANewVersionOrPinIsNone() {
        assertThat(moved("FROM a:1@" + A + "\n", "FROM a:1\n"))
                .singleElement()
                .asString()
                .startsWith("caution Dockerfile:1 a 1 is no longer pinned");
        assertThat(moved("FROM a:1@" + A + "\n", "FROM a:2@" + B + "\n")).isEmpty();
        assertThat(moved("FROM a:1\n", "FROM a:1@" + A + "\n")).isEmpty();
    }

    @Test
    void aDatabaseThatGoesDownIsToldToStayAndNotToGoLower() {
        assertThat(stepped("FROM postgres:16\n", "FROM postgres:13\n"))
                .containsExactly(
                        "PostgreSQL 13: Support ended on 2025-11-13. | stay on PostgreSQL 16",
                        "PostgreSQL goes down from 16 to 13: an older release line may not read the data of a newer one. | "
                                + "stay on PostgreSQL 16, or say why not");
    }

    @Test
    void anotherReleaseLineOfADatabaseIsMoreThanANewName() {
        assertThat(stepped("FROM postgres:16\n", "FROM postgres:18\n"))
                .containsExactly(
                        "PostgreSQL goes from 16 to 18, another release line: its data may have to be migrated, "
                                + "which a new name does not do. | read the upgrade notes of PostgreSQL 18, and back the data up first");
        assertThat(stepped("FROM postgres:18.1\n", "FROM postgres:18.4\n")).isEmpty();
        assertThat(stepped("FROM node:24\n", "FROM node:26\n")).isEmpty();
    }

    @Test
    void aClusterIsMovedUpAndOneMinorVersionAtATime() {
        assertThat(steps(eks("1.35"), eks("1.36"))).isEmpty();
        assertThat(steps(eks("1.33"), eks("1.36")))
                .containsExactly(
                        "Amazon EKS goes from 1.33 to 1.36, over 2 versions between: a control plane takes one minor "
                                + "version at a time. | go to 1.34 first, and on from there");
        assertThat(steps(eks("1.35"), eks("1.34")))
                .containsExactly(
                        "Amazon EKS goes down from 1.35 to 1.34: a control plane is not moved to an older minor "
                                + "version. | stay on 1.35, or make a new cluster");
    }

    @Test
    void aBareNameThatNobodyKnowsAndAnEmptyTagOfAChartDoNotFloat() {
        Repository repository = Repository.of("compose.yaml", "services:\n  a: {image: contacts}\n")
                .with("chart/Chart.yaml", "apiVersion: v2\nname: a\nversion: 1.0.0\n")
                .with("chart/values.yaml", "image:\n  repository: acme/a\n  tag: \"\"\n");

        assertThat(habits(repository)).isEmpty();
    }

    @Test
    void whatNothingCanBeSaidOfIsAGap() {
        Inventory inventory = Repository.of("compose.yaml", """
                services:
                  a: {image: 'nginx:${WHAT}'}
                  b: {image: 'rabbitmq:3-management'}
                  c: {image: 'postgres:16'}
                """).inventory();

        assertThat(Unplaced.gaps(inventory, new BundledLifecycles(TODAY)).stream()
                        .map(gap -> gap.place() + " " + gap.what() + ": " + gap.reason()))
                .containsExactly(
                        "compose.yaml:2 1 version in manifests: decided by what nothing in the repository sets",
                        "compose.yaml:3 1 version of known products: no release line of that name in the lifecycle data");
    }

    @Test
    void tagsThatFloatAreOneLine() {
        Repository repository = Repository.of("compose.yaml", """
                services:
                  a: {image: mongo}
                  b: {image: 'node:lts'}
                  c: {image: 'postgres:16'}
                """);

        assertThat(habits(repository))
                .containsExactly("compose.yaml:2 2 images whose tag floats: what they run changes from day to day: "
                        + "mongo at compose.yaml:2, node:lts at compose.yaml:3.");
    }

    @Test
    void whatIsNotPinnedIsSaidWhereTheRestIs() {
        String commit = "1".repeat(40);
        String pinned = "jobs: {a: {runs-on: ubuntu-24.04, steps: [{uses: 'a/b@" + commit + "'}, {uses: 'c/d@" + commit
                + "'}, {uses: 'e/f@v4'}]}}\n";
        String tags = "jobs: {a: {runs-on: ubuntu-24.04, steps: [{uses: 'a/b@v1'}, {uses: 'e/f@v4'}]}}\n";

        assertThat(habits(Repository.of(".github/workflows/a.yml", pinned)))
                .containsExactly(
                        ".github/workflows/a.yml:1 1 action by tag, in a repository that pins the others to commits: "
                                + "e/f:v4 at .github/workflows/a.yml:1.");
        assertThat(habits(Repository.of(".github/workflows/a.yml", tags))).isEmpty();
    }

    private static Repository eks(String version) {
        return Repository.of("eks.tf", "resource \"aws_eks_cluster\" \"c\" {\n  version = \"" + version + "\"\n}\n");
    }

    private static List<String> stepped(String before, String after) {
        Repository base = Repository.of("Dockerfile", before);
        Repository head = Repository.of("Dockerfile", after);
        Situation situation = change(base.inventory(), head.inventory());
        return Stream.concat(
                        new EndOfLife(
                                        new BundledLifecycles(TODAY),
                                        Urgency.DEFAULT,
                                        Set.of(),
                                        new BundledKubernetesApis())
                                .apply(situation).stream()
                                        .map(Found::finding)
                                        .map(finding -> finding.text() + " | " + finding.fix()),
                        steps(base, head).stream())
                .toList();
    }

    private static List<String> steps(Repository base, Repository head) {
        return new PlatformSteps(new BundledLifecycles(TODAY))
                .apply(change(base.inventory(), head.inventory())).stream()
                        .map(Found::finding)
                        .map(finding -> finding.text() + " | " + finding.fix())
                        .toList();
    }

    private static Situation change(Inventory base, Inventory head) {
        return new Situation(Mode.CHANGE, head, Changes.between(base, head, VersionOrder.MAVEN), TODAY);
    }

    private static List<String> moved(String before, String after) {
        Inventory base = Repository.of("Dockerfile", before).inventory();
        Inventory head = Repository.of("Dockerfile", after).inventory();
        Situation situation = new Situation(Mode.CHANGE, head, Changes.between(base, head, VersionOrder.MAVEN), TODAY);
        return new MovedDigests()
                .apply(situation).stream()
                        .map(Found::finding)
                        .map(finding -> finding.severity().word() + " " + finding.place() + " " + finding.text())
                        .toList();
    }

    private static List<String> habits(Repository repository) {
        return new Hygiene(new BundledLifecycles(TODAY))
                .apply(new Situation(Mode.STATE, repository.inventory(), List.of(), TODAY)).stream()
                        .map(Found::finding)
                        .map(finding -> finding.place() + " " + finding.text())
                        .toList();
    }
}
