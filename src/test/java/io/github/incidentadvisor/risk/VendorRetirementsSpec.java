package io.github.incidentadvisor.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.evidence.Linkage.Coverage;
import io.github.incidentadvisor.evidence.retirement.BundledRetirements;
import io.github.incidentadvisor.git.FolderTree;
import io.github.incidentadvisor.git.OverlayTree;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.manifest.ManifestInventory;
import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Report.Mode;
import io.github.incidentadvisor.model.Verdict;
import io.github.incidentadvisor.risk.Rule.Found;
import io.github.incidentadvisor.risk.VendorRetirements.Covered;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VendorRetirementsSpec {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    @TempDir
    private Path empty;

    @Test
    void phasesAreToldWithTheirDays() {
        assertThat(texts(lambda("nodejs18.x"), TODAY))
                .containsExactly(
                        "main.tf:2 AWS Lambda runtime nodejs18.x: deprecated since 2025-09-01; creation of functions"
                                + " blocked from 2027-02-01, in 68 days; updates of functions blocked from 2027-03-03, in 98 days.");
    }

    @Test
    void theDeadlineIsTheNextPhaseThatStopsSomethingElseTheLastOne() {
        assertThat(deadlines(lambda("nodejs18.x"), TODAY)).containsExactly("2027-02-01 creation of functions");
        assertThat(deadlines(lambda("nodejs18.x"), LocalDate.of(2027, 2, 1)))
                .containsExactly("2027-03-03 updates of functions");
        assertThat(deadlines(lambda("nodejs18.x"), LocalDate.of(2028, 1, 1)))
                .containsExactly("2027-03-03 updates of functions");
        assertThat(deadlines(lambda("dotnet7"), TODAY)).containsExactly("2024-05-14 support");
    }

    @Test
    void theSmallestStepAndTheOneThatLastsLongestAreThemselvesSupported() {
        Found found = found(lambda("java11"), TODAY).get(0);

        assertThat(found.finding().fix())
                .isEqualTo("move to java11.al2023 (support until 2029-06-30), or to java25 (support until 2029-06-30)");
        assertThat(found.smallestStep().text()).isEqualTo("java11.al2023");
        assertThat(found.longTerm().text()).isEqualTo("java25");
        // Node 22 begins to end before it would be reached.
        assertThat(fixes(lambda("nodejs18.x"))).containsExactly("move to nodejs24.x (support until 2028-04-30)");
        assertThat(fixes(lambda("go1.x"))).containsExactly("move to provided.al2023 (support until 2029-06-30)");
    }

    @Test
    void whatEndsItselfIsNoPlaceToGoTo() {
        // GitHub named 22.04 and 24.04 when 20.04 went; 22.04 goes by now.
        assertThat(fixes(workflow("ubuntu-20.04"))).containsExactly("move to ubuntu-24.04");
        assertThat(found(workflow("ubuntu-20.04"), TODAY).get(0).smallestStep().text())
                .isEqualTo("24.04");
        assertThat(found(workflow("ubuntu-20.04"), LocalDate.of(2025, 4, 1))
                        .get(0)
                        .finding()
                        .fix())
                .isEqualTo("move to ubuntu-22.04 (support until 2026-09-17), or to ubuntu-24.04");
    }

    @Test
    void aVariantOfARunnerGoesToTheSameVariant() {
        assertThat(fixes(workflow("ubuntu-22.04-arm"))).containsExactly("move to ubuntu-24.04-arm");
        assertThat(found(workflow("macos-14-xlarge"), TODAY)
                        .get(0)
                        .smallestStep()
                        .text())
                .isEqualTo("15-xlarge");
    }

    @Test
    void whereThereIsNothingToMoveToNothingIsInvented() {
        assertThat(fixes(dockerfile("notary:server"))).containsExactly("");
    }

    @Test
    void whatPagesSayDifferentlyIsShown() {
        Finding finding = found(workflow("macos-13"), TODAY).get(0).finding();

        assertThat(finding.text())
                .contains("Pages disagree: removed 2025-12-04 (the title of the announcement, and endoflife.date);"
                        + " removed 2025-12-08 (the text of the announcement).");
        assertThat(finding.evidence().stream().map(Evidence::quote))
                .contains("removed 2025-12-08 (the text of the announcement)");
    }

    @Test
    void whatNobodyConfirmedNeverAsksForAction() {
        Inventory inventory = read("main.tf", "resource \"aws_opsworks_stack\" \"a\" {\n  name = \"a\"\n}\n");
        Finding finding = found(inventory, TODAY).get(0).finding();

        assertThat(finding.severity()).isEqualTo(Severity.CAUTION);
        assertThat(finding.deadline().isPast(TODAY)).isTrue();
        assertThat(finding.text())
                .contains("Reported by the upgrade guide of the AWS provider")
                .contains("not confirmed");
        assertThat(Urgency.DEFAULT.of(finding, TODAY)).isEqualTo(Verdict.NONE);
    }

    @Test
    void noFactOfLessThanHighConfidenceEverGivesAVerdict() {
        List<Inventory> unconfirmed = List.of(
                workflow("ubuntu-18.04"),
                read("action.yml", "name: a\nruns:\n  using: node16\n  main: a.js\n"),
                read("a.yaml", "Resources:\n  A:\n    Type: AWS::Proton::Service\n"),
                read("a.yaml", "Resources:\n  A:\n    Type: AWS::OpsWorks::Stack\n"),
                read("main.tf", "resource \"aws_launch_configuration\" \"a\" {}\n"),
                read("main.tf", "data \"template_file\" \"a\" {}\n"),
                read("main.tf", "resource \"azurerm_storage_account\" \"a\" {\n  min_tls_version = \"TLS1_0\"\n}\n"));

        assertThat(unconfirmed)
                .hasSize((int) new BundledRetirements(TODAY)
                        .facts().stream()
                                .filter(fact -> !fact.origin().isConfirmed())
                                .count())
                .allSatisfy(inventory -> assertThat(found(inventory, TODAY))
                        .isNotEmpty()
                        .allSatisfy(found -> assertThat(Urgency.DEFAULT.of(found.finding(), TODAY))
                                .isEqualTo(Verdict.NONE)));
    }

    @Test
    void whatHasNoDayNeverAsksForAction() {
        Inventory inventory = read("main.tf", "resource \"aws_instance\" \"a\" {\n  instance_type = \"m3.large\"\n}\n");

        assertThat(texts(inventory, TODAY))
                .containsExactly(
                        "main.tf:2 AWS EC2 previous-generation instance types (m3.large): no day of a shut-down is"
                                + " announced.");
        assertThat(Urgency.DEFAULT.of(found(inventory, TODAY).get(0).finding(), TODAY))
                .isEqualTo(Verdict.NONE);
    }

    @Test
    void whatIsAnnouncedForAFarDayIsANoteAndWhatOnlyHasAScheduleIsNothing() {
        Inventory size =
                read("main.tf", "resource \"azurerm_linux_virtual_machine\" \"a\" {\n  size = \"Standard_B2s\"\n}\n");

        assertThat(found(size, TODAY).get(0).finding().severity()).isEqualTo(Severity.INFO);
        assertThat(texts(size, TODAY).get(0))
                .contains("switched off from 2028-11-15, in 721 days; announced on 2025-10-15");
        assertThat(found(size, LocalDate.of(2028, 1, 1)).get(0).finding().severity())
                .isEqualTo(Severity.DEADLINE);
        assertThat(found(lambda("java25"), TODAY)).isEmpty();
    }

    @Test
    void theEvidenceNamesTheFactTheVendorsPageAndTheDayOfReading() {
        Finding finding = found(lambda("java11"), TODAY).get(0).finding();
        Evidence fact = finding.evidence().get(1);

        assertThat(finding.grade()).isEqualTo(Grade.STATED);
        assertThat(fact.source()).isEqualTo("retirement facts, aws-lambda-runtime-java11");
        assertThat(fact.url()).isEqualTo("https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html");
        assertThat(fact.asOf()).isEqualTo("2026-11-23");
        assertThat(fact.quote()).startsWith("deprecated 2027-06-30, creation of functions blocked 2027-07-31");
    }

    @Test
    void whatStandsUnderAConditionIsSaidToDoSo() {
        Inventory inventory = read("main.tf", """
                resource "aws_lambda_function" "api" {
                  count   = var.enabled ? 1 : 0
                  runtime = "nodejs18.x"
                }
                """);

        assertThat(texts(inventory, TODAY).get(0)).endsWith("It stands under a condition and may not be in force.");
    }

    @Test
    void theLineThatDecidesGetsOneFindingHoweverManyUseIt() {
        Inventory inventory = read("main.tf", """
                variable "runtime" {
                  default = "nodejs18.x"
                }
                resource "aws_lambda_function" "a" {
                  runtime = var.runtime
                }
                resource "aws_lambda_function" "b" {
                  runtime = var.runtime
                }
                """);

        assertThat(texts(inventory, TODAY))
                .singleElement()
                .asString()
                .startsWith("main.tf:2 ")
                .endsWith("Used at main.tf:5.");
    }

    @Test
    void placesWithTheSameValueFoldIntoOneAdvisory() {
        Inventory inventory = read(
                ".github/workflows/ci.yml",
                "jobs:\n  a:\n    runs-on: ubuntu-20.04\n  b:\n    runs-on: ubuntu-20.04\n");
        List<Advisory> advisories = judged(inventory);

        assertThat(advisories).singleElement().satisfies(advisory -> {
            assertThat(advisory.verdict()).isEqualTo(Verdict.ACTION);
            assertThat(advisory.component().name()).isEqualTo("github-runner/ubuntu");
            assertThat(advisory.findings().stream().map(Finding::place).map(Object::toString))
                    .containsExactly(".github/workflows/ci.yml:3", ".github/workflows/ci.yml:5");
            assertThat(advisory.findings().stream().map(Finding::id)).doesNotHaveDuplicates();
        });
    }

    @Test
    void aResourceWithoutAVersionIsAnAdvisoryOfItsOwn() {
        List<Advisory> advisories = judged(read("a.yaml", "Resources:\n  Mesh:\n    Type: AWS::AppMesh::Mesh\n"));

        assertThat(advisories).singleElement().satisfies(advisory -> {
            assertThat(advisory.component().name()).isEqualTo("aws-app-mesh");
            assertThat(advisory.declaredAt()).hasToString("a.yaml:2");
        });
    }

    @Test
    void imagesOfARegistryThatLivesOnAreOneNote() {
        Inventory inventory =
                read("compose.yaml", "services:\n  a:\n    image: gcr.io/acme/a:1\n  b:\n    image: gcr.io/acme/b:1\n");

        assertThat(found(inventory, TODAY)).singleElement().satisfies(found -> {
            assertThat(found.finding().severity()).isEqualTo(Severity.INFO);
            assertThat(found.finding().text()).endsWith("1 more place has it.");
        });
    }

    @Test
    void itSaysOfWhichLinesLifecycleDataNeedNotSpeak() {
        Inventory inventory = read("compose.yaml", """
                services:
                  a:
                    image: openjdk:17
                  b:
                    image: bitnami/postgresql:14.2.0
                  c:
                    image: gcr.io/distroless/java17-debian12:nonroot
                """);
        VendorRetirements rule = new VendorRetirements(new BundledRetirements(TODAY), Urgency.DEFAULT);
        Set<Covered> covered = rule.covered(situation(inventory, TODAY));

        // PostgreSQL 14 ends whoever packs it, and so does Java 17 in distroless.
        assertThat(inventory.items().stream()
                        .filter(item -> covered.contains(Covered.of(item)))
                        .map(item -> item.component().name()))
                .containsExactly("openjdk");
    }

    @Test
    void whatManifestsSayInOddWaysIsNoReasonToFail() {
        String name = "\u202E<b>" + "x".repeat(3000);

        assertThat(found(
                        read(
                                "Chart.yaml",
                                "apiVersion: v2\nname: a\nversion: 1.0.0\ndependencies:\n  - name: ''\n    version: ''\n"
                                        + "    repository: https://charts.bitnami.com/bitnami\n"),
                        TODAY))
                .isEmpty();
        assertThat(found(workflow("'" + name + "'"), TODAY)).isEmpty();
        assertThat(found(dockerfile("bitnami/" + "-ea".repeat(20_000) + ":" + "1-".repeat(20_000)), TODAY))
                .isEmpty();
        assertThat(found(lambda("java11\\u0000"), TODAY)).isEmpty();
        assertThat(found(Inventory.EMPTY, TODAY)).isEmpty();
    }

    @Test
    void somethingThatIsGoneHasNoNewerReleaseButPerhapsAnotherPlaceToGo() {
        assertThat(judged(dockerfile("openjdk:17")).get(0).recommendation().text())
                .isEqualTo("Upgrade now. Move to eclipse-temurin, amazoncorretto, ibm-semeru-runtimes or sapmachine.");
    }

    @Test
    void oldFactsAreAGap() {
        assertThat(new BundledRetirements(LocalDate.of(2027, 5, 22)).gaps()).isEmpty();
        assertThat(new BundledRetirements(LocalDate.of(2027, 5, 23)).gaps())
                .singleElement()
                .extracting(Gap::reason)
                .asString()
                .startsWith("the bundled facts are of 2026-11-23, 181 days old");
    }

    private Inventory lambda(String runtime) {
        return read("main.tf", "resource \"aws_lambda_function\" \"api\" {\n  runtime = \"" + runtime + "\"\n}\n");
    }

    private Inventory workflow(String runner) {
        return read(".github/workflows/ci.yml", "jobs:\n  build:\n    runs-on: " + runner + "\n");
    }

    private Inventory dockerfile(String image) {
        return read("Dockerfile", "FROM " + image + "\n");
    }

    private Inventory read(String path, String text) {
        return ManifestInventory.read(
                OverlayTree.of(FolderTree.of(empty), Map.of(path, text.getBytes(StandardCharsets.UTF_8)), Set.of()));
    }

    private static Situation situation(Inventory inventory, LocalDate today) {
        return new Situation(Mode.STATE, inventory, List.of(), today);
    }

    private static List<Found> found(Inventory inventory, LocalDate today) {
        return new VendorRetirements(new BundledRetirements(today), Urgency.DEFAULT).apply(situation(inventory, today));
    }

    private static List<Advisory> judged(Inventory inventory) {
        return new Judge(Urgency.DEFAULT, Backgrounds.of(Coverage.NOTHING))
                .judge(situation(inventory, TODAY), found(inventory, TODAY));
    }

    private static List<String> texts(Inventory inventory, LocalDate today) {
        return found(inventory, today).stream()
                .map(found -> found.finding().place() + " " + found.finding().text())
                .toList();
    }

    private static List<String> fixes(Inventory inventory) {
        return found(inventory, TODAY).stream()
                .map(found -> found.finding().fix())
                .toList();
    }

    private static List<String> deadlines(Inventory inventory, LocalDate today) {
        return found(inventory, today).stream()
                .map(found -> found.finding().deadline().on() + " "
                        + found.finding().deadline().what())
                .toList();
    }
}
