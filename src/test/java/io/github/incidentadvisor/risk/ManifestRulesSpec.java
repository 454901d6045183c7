package io.github.incidentadvisor.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.evidence.kubernetes.BundledKubernetesApis;
import io.github.incidentadvisor.evidence.lifecycle.BundledLifecycles;
import io.github.incidentadvisor.inventory.Declaration;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.inventory.manifest.Repository;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Component.Platform;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Migration;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Report.Mode;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.Version;
import io.github.incidentadvisor.risk.Rule.Found;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What manifests are found to be: dates, targets, migrations. */
class ManifestRulesSpec {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    @Test
    void anImagePastItsEndIsNamedWithItsLineAndATarget() {
        Repository repository = Repository.of("compose.yaml", "services:\n  db:\n    image: postgres:12-alpine\n");

        assertThat(ends(repository.inventory()))
                .containsExactly(
                        "compose.yaml:3 PostgreSQL 12: Support ended on 2024-11-21. | "
                                + "move to PostgreSQL 15 (Support until 2027-11-11), or to 18 (Support until 2030-11-14) to stay longest");
    }

    @Test
    void ofAnImageEachThingThatItBringsIsJudged() {
        Repository repository = Repository.of("Dockerfile", "FROM maven:3.8.5-eclipse-temurin-17-focal\n");

        assertThat(finds(repository.inventory()).stream().map(Finding::text))
                .satisfiesExactly(
                        maven -> assertThat(maven).startsWith("Apache Maven 3.8: "),
                        java -> assertThat(java).startsWith("Eclipse Temurin 17: "),
                        ubuntu -> assertThat(ubuntu).startsWith("Ubuntu 20.04: "));
    }

    @Test
    void theSameLineOfAProductIsOneFindingHoweverOftenItIsWritten() {
        Repository repository = Repository.of("a/Dockerfile", "FROM python:3.8\n")
                .with("b/Dockerfile", "FROM python:3.8-slim\n")
                .with("test/Dockerfile", "FROM python:3.8.1\n");

        assertThat(finds(repository.inventory())).singleElement().satisfies(finding -> {
            assertThat(finding.place()).hasToString("a/Dockerfile:1");
            assertThat(finding.fix()).endsWith("; the same step at b/Dockerfile:1, test/Dockerfile:1");
            assertThat(finding.severity()).isEqualTo(Finding.Severity.DEADLINE);
        });
    }

    @Test
    void whatOnlyTestsRunIsACaution() {
        Repository repository = Repository.of("src/test/docker/Dockerfile", "FROM python:3.8\n");

        assertThat(finds(repository.inventory()))
                .singleElement()
                .extracting(Finding::severity)
                .isEqualTo(Finding.Severity.CAUTION);
    }

    @Test
    void clustersMoveOneMinorVersionAtATime() {
        Repository repository =
                Repository.of("eks.tf", "resource \"aws_eks_cluster\" \"c\" {\n  version = \"1.30\"\n}\n");

        assertThat(ends(repository.inventory()))
                .containsExactly(
                        "eks.tf:2 Amazon EKS 1.30: Support ended on 2025-07-23; Extended Support ended on 2026-07-23. | "
                                + "move to Amazon EKS 1.36 (Support until 2027-08-02), one minor version at a time");
    }

    @Test
    void aClustersStepBringsAlongTheObjectsThatItStops() {
        Repository repository = Repository.of(
                        "eks.tf", "resource \"aws_eks_cluster\" \"c\" {\n  version = \"1.24\"\n}\n")
                .with("k8s/job.yaml", """
                        apiVersion: batch/v1beta1
                        kind: CronJob
                        metadata: {name: nightly}
                        """)
                .with("k8s/old.yaml", """
                        apiVersion: extensions/v1beta1
                        kind: Ingress
                        metadata: {name: gone-already}
                        """);

        assertThat(migrations(repository.inventory())).singleElement().satisfies(eks -> {
            assertThat(eks.title()).isEqualTo("Amazon EKS 1.24 → 1.36");
            assertThat(eks.breaks())
                    .containsExactly(
                            "k8s/job.yaml:1 CronJob nightly of batch/v1beta1 stops working with Kubernetes 1.25");
            assertThat(eks.tasks().stream().map(task -> task.place() + " " + task.text()))
                    .containsExactly(
                            "eks.tf:2 amazon-eks 1.24: move to Amazon EKS 1.36",
                            "k8s/job.yaml:1 CronJob nightly of batch/v1beta1 stops working with Kubernetes 1.25: move CronJob "
                                    + "to batch/v1, which 1.24 serves too, so that it can land first; nothing else changes");
        });
        assertThat(ends(repository.inventory()))
                .singleElement()
                .asString()
                .endsWith("; first mend the object that the step stops, at k8s/job.yaml:1");
    }

    @Test
    void anObjectOfAnotherClusterDoesNotGoWithTheStep() {
        String job = "apiVersion: batch/v1beta1\nkind: CronJob\nmetadata: {name: nightly}\n";
        Repository repository = Repository.of(
                        "aws/eks.tf", "resource \"aws_eks_cluster\" \"c\" {\n  version = \"1.24\"\n}\n")
                .with("aws/job.yaml", job)
                .with("azure/aks.tf", """
                        resource "azurerm_kubernetes_cluster" "c" {
                          kubernetes_version = "1.24"
                        }
                        """)
                .with("azure/job.yaml", job);

        assertThat(ends(repository.inventory()))
                .filteredOn(said -> said.startsWith("aws/"))
                .singleElement()
                .asString()
                .endsWith("; first mend the object that the step stops, at aws/job.yaml:1");
    }

    @Test
    void whatAStepStopsHasItsEvidence() {
        Repository repository = Repository.of(
                        "eks.tf", "resource \"aws_eks_cluster\" \"c\" {\n  version = \"1.24\"\n}\n")
                .with("a.yaml", "apiVersion: batch/v1beta1\nkind: CronJob\nmetadata: {name: a}\n")
                .with("b.yaml", "apiVersion: batch/v1beta1\nkind: CronJob\nmetadata: {name: b}\n");

        assertThat(finds(repository.inventory()))
                .singleElement()
                .extracting(Finding::text)
                .asString()
                .endsWith(" The step to 1.36 stops 2 objects, of CronJob of batch/v1beta1.");
        assertThat(finds(repository.inventory())).singleElement().satisfies(finding -> assertThat(finding.evidence())
                .extracting(one -> one.kind() + " " + one.quote())
                .satisfiesExactly(
                        cluster -> assertThat(cluster).isEqualTo("declaration amazon-eks 1.24"),
                        line -> assertThat(line).startsWith("lifecycle cycle 1.24, "),
                        object -> assertThat(object)
                                .isEqualTo("declaration apiVersion: batch/v1beta1, kind: CronJob, name: a"),
                        api -> assertThat(api).startsWith("kubernetes-api ").contains("1.25")));
    }

    @Test
    void whatAnotherModulesParentBringsDoesNotEndWithThisOne() {
        Artifact boot = Artifact.of("org.springframework.boot", "spring-boot-starter-parent");
        Artifact core = Artifact.of("org.springframework", "spring-core");

        assertThat(ends(poms(
                        item(boot, "3.5.16", "pom.xml", 20),
                        brought(core, "6.2.19", "pom.xml", boot),
                        item(boot, "4.1.0", "ui/pom.xml", 19),
                        brought(core, "7.0.8", "ui/pom.xml", boot))))
                .filteredOn(said -> said.contains("Spring Boot 3.5: "))
                .singleElement()
                .asString()
                .contains(" With Spring Boot 3.5 goes Spring Framework 6.2, which ends too.");
    }

    @Test
    void floatingAndUnknownVersionsAreNotGuessed() {
        Repository repository = Repository.of("compose.yaml", """
                services:
                  a: {image: postgres}
                  b: {image: 'node:lts'}
                  c: {image: 'clickhouse/clickhouse-server:21.12'}
                  d: {image: 'acme/postgres:9.6'}
                  e: {image: '${WHAT}:9.6'}
                """);

        assertThat(ends(repository.inventory())).isEmpty();
    }

    @Test
    void aJavaThatTheProjectsOwnFrameworkDoesNotRunOnIsNoTarget() {
        Inventory images =
                Repository.of("Dockerfile", "FROM eclipse-temurin:17-jre\n").inventory();
        Inventory poms = poms(
                item(Platform.JAVA, "17", "pom.xml", 23),
                item(Artifact.of("org.springframework.boot", "spring-boot-starter-parent"), "3.2.0", "pom.xml", 9));

        assertThat(finds(poms.merge(images)).stream()
                        .filter(finding -> finding.text().contains("Temurin"))
                        .map(Finding::fix))
                .singleElement()
                .asString()
                .contains("move to Java (free builds by Eclipse Temurin) 21 ")
                .contains("25 is ruled out for now: Spring Boot 3.2 runs on Java 21 at most");
    }

    @Test
    void aFrameworkThatNeedsANewerJavaIsNoTarget() {
        Inventory poms = poms(
                item(Platform.JAVA, "11", "pom.xml", 23),
                item(Artifact.of("org.springframework.boot", "spring-boot-starter-parent"), "2.7.18", "pom.xml", 9));

        assertThat(finds(poms).stream()
                        .filter(finding -> finding.text().startsWith("Spring Boot"))
                        .map(Finding::fix))
                .singleElement()
                .asString()
                .contains("is ruled out for now: it needs Java 17, and the project compiles for 11")
                .doesNotContain("move to");
    }

    @Test
    void javaIsOneMigrationInAllItsPlaces() {
        Inventory manifests = Repository.of("Dockerfile", "FROM eclipse-temurin:17-jre\n")
                .with(".github/workflows/build.yml", """
                        jobs:
                          build:
                            runs-on: ubuntu-24.04
                            steps:
                              - uses: actions/setup-java@v5
                                with:
                                  distribution: corretto
                                  java-version: 17
                        """)
                .with("export.tf", "resource \"aws_lambda_function\" \"f\" {\n  runtime = \"java11\"\n}\n")
                .with("new/Dockerfile", "FROM eclipse-temurin:25\n")
                .inventory();
        Inventory all = poms(item(Platform.JAVA, "17", "pom.xml", 23)).merge(manifests);

        List<Migration> migrations = migrations(all);

        assertThat(migrations).singleElement().satisfies(java -> {
            assertThat(java.title()).isEqualTo("Java 11 → 21");
            assertThat(java.tasks().stream().map(task -> task.place() + " " + task.text()))
                    .containsExactly(
                            ".github/workflows/build.yml:8 java/corretto 17: move to Java 21",
                            "Dockerfile:1 eclipse-temurin 17-jre: move to Java 21",
                            "export.tf:2 aws-lambda java11: move to Java 21",
                            "pom.xml:23 java 17: move to Java 21");
        });
    }

    @Test
    void anImageWithAnOlderJavaThanEveryModuleIsForIsACaution() {
        Inventory images = Repository.of("Dockerfile", "FROM eclipse-temurin:17-jre\n")
                .with("new/Dockerfile", "FROM eclipse-temurin:21-jre\n")
                .inventory();

        assertThat(runtimes(poms(item(Platform.JAVA, "21", "pom.xml", 23)).merge(images)))
                .containsExactly(
                        "caution Dockerfile:1 eclipse-temurin 17-jre has Java 17, and every module compiles for 21 or "
                                + "newer: none of the project's classes runs on it.");
        assertThat(runtimes(poms(item(Platform.JAVA, "21", "pom.xml", 23), item(Platform.JAVA, "17", "old/pom.xml", 9))
                        .merge(images)))
                .isEmpty();
    }

    @Test
    void aStepOfAMigrationThatHasTimeSaysUntilWhen() {
        Repository repository =
                Repository.of(".tool-versions", "nodejs 20.1.0\n").with("b/.tool-versions", "nodejs 22.1.0\n");

        assertThat(migrations(repository.inventory())).singleElement().satisfies(node -> assertThat(
                        node.tasks().stream().map(task -> task.place() + " " + task.text()))
                .containsExactly(
                        ".tool-versions:1 node 20.1.0: move to Node.js 24",
                        "b/.tool-versions:1 node 22.1.0: move to Node.js 24 (by 2027-04-30)"));
    }

    @Test
    void aNewerVersionAloneIsNoMigration() {
        assertThat(migrations(
                        Repository.of("Dockerfile", "FROM eclipse-temurin:21\n").inventory()))
                .isEmpty();
    }

    @Test
    void whatTestsAndTransitiveJarsRunOnRulesNoJavaOut() {
        Inventory poms = poms(
                item(Platform.JAVA, "17", "pom.xml", 23),
                new Item(
                        Artifact.of("org.springframework", "spring-core"),
                        new Version("5.2.0"),
                        Role.TRANSITIVE,
                        "pom.xml",
                        "test",
                        false,
                        new Declaration(Place.NONE, Place.NONE, "", "", "", ""),
                        List.of(),
                        Version.NONE));

        assertThat(finds(poms).stream()
                        .filter(finding -> finding.text().startsWith("Java"))
                        .map(Finding::fix))
                .singleElement()
                .asString()
                .doesNotContain("ruled out");
    }

    private static List<String> ends(Inventory inventory) {
        return finds(inventory).stream()
                .map(finding -> finding.place() + " " + finding.text() + " | " + finding.fix())
                .toList();
    }

    private static List<Finding> finds(Inventory inventory) {
        return found(inventory).stream().map(Found::finding).toList();
    }

    private static List<Found> found(Inventory inventory) {
        return new EndOfLife(new BundledLifecycles(TODAY), Urgency.DEFAULT, Set.of(), new BundledKubernetesApis())
                .apply(new Situation(Mode.STATE, inventory, List.of(), TODAY));
    }

    private static List<Migration> migrations(Inventory inventory) {
        return Migrations.of(
                found(inventory), List.of(), new Situation(Mode.STATE, inventory, List.of(), TODAY), Urgency.DEFAULT);
    }

    private static List<String> runtimes(Inventory inventory) {
        return new JavaRuntimes(new BundledLifecycles(TODAY))
                .apply(new Situation(Mode.STATE, inventory, List.of(), TODAY)).stream()
                        .map(Found::finding)
                        .map(finding -> finding.severity().word() + " " + finding.place() + " " + finding.text())
                        .toList();
    }

    private static Inventory poms(Item... items) {
        return new Inventory(List.of(), List.of(items), List.of(), List.of(), Set.of(), List.of());
    }

    private static Item item(Component component, String version, String file, int line) {
        Role role = component instanceof Artifact ? Role.PARENT : Role.PLATFORM;
        Declaration declaration = new Declaration(new Place(file, line), new Place(file, line), version, "", "", "");
        return new Item(component, new Version(version), role, file, "", false, declaration, List.of(), Version.NONE);
    }

    private static Item brought(Artifact component, String version, String module, Artifact owner) {
        Declaration declaration = new Declaration(Place.NONE, Place.NONE, "", "", owner.ga() + ":1:1", owner.purl());
        return new Item(
                component,
                new Version(version),
                Role.TRANSITIVE,
                module,
                "compile",
                false,
                declaration,
                List.of(),
                Version.NONE);
    }
}
