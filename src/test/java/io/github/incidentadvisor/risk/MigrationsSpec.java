package io.github.incidentadvisor.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.evidence.kubernetes.BundledKubernetesApis;
import io.github.incidentadvisor.evidence.lifecycle.BundledLifecycles;
import io.github.incidentadvisor.evidence.retirement.BundledRetirements;
import io.github.incidentadvisor.inventory.Declaration;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.inventory.Inventory.Pin;
import io.github.incidentadvisor.inventory.manifest.Repository;
import io.github.incidentadvisor.inventory.maven.VersionOrder;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Component.Platform;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Migration;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Reference;
import io.github.incidentadvisor.model.Report.Mode;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.StableId;
import io.github.incidentadvisor.model.Version;
import io.github.incidentadvisor.risk.Rule.Found;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MigrationsSpec {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final Artifact PARENT = Artifact.of("com.acme", "platform-parent");

    @Test
    void whatAParentBringsMovesWithTheParent() {
        Item parent = declared(PARENT, "3.2.0", Role.PARENT, 9, "");
        Item lib = brought(Artifact.of("org.lib", "lib-core"), "1.0", PARENT);
        Item other = brought(Artifact.of("org.other", "other"), "2.0", PARENT);

        List<Migration> migrations =
                migrations(inventory(parent, lib, other), vulnerable(lib, "1.4"), vulnerable(other, "2.7"));

        assertThat(migrations).singleElement().satisfies(one -> {
            assertThat(one.title()).isEqualTo("a newer platform-parent than 3.2.0");
            assertThat(one.kind()).isEqualTo(Migration.Kind.VULNERABILITY);
            assertThat(one.target().isKnown()).isFalse();
            assertThat(one.places()).containsExactly(new Place("pom.xml", 9));
            assertThat(one.tasks().stream().map(task -> task.text()))
                    .containsExactly(
                            "platform-parent 3.2.0: move to a newer one",
                            "see that it does: raise lib-core to 1.4",
                            "see that it does: raise other to 2.7");
        });
    }

    @Test
    void whoBringsIsFollowedUpToALineOfTheProject() {
        Artifact starter = Artifact.of("com.acme", "starter");
        Item parent = declared(PARENT, "3.2.0", Role.PARENT, 9, "");
        Item managed = brought(starter, "3.2.0", PARENT);
        Item lib = brought(Artifact.of("org.lib", "lib-core"), "1.0", starter);

        assertThat(migrations(
                        inventory(parent, managed, lib), ends(parent, "2026-12-31", "3.5.0"), vulnerable(lib, "1.4")))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.title()).isEqualTo("platform-parent 3.2.0 → 3.5.0");
                    assertThat(one.kind()).isEqualTo(Migration.Kind.VULNERABILITY);
                    assertThat(one.deadline().on()).isEqualTo("2026-12-31");
                    assertThat(one.trigger()).endsWith("And 1 more reason.");
                });
    }

    @Test
    void whatOnePropertyDecidesMovesTogether() {
        Item core = declared(Artifact.of("org.one", "one"), "1.0", Role.DIRECT, 20, "shared.version");
        Item extra = declared(Artifact.of("org.two", "two"), "1.0", Role.DIRECT, 20, "shared.version");

        assertThat(migrations(inventory(core, extra), vulnerable(core, "1.2"), vulnerable(extra, "1.3")))
                .singleElement()
                .satisfies(one -> assertThat(one.places()).containsExactly(new Place("pom.xml", 20)));
    }

    @Test
    void aReleaseFamilyMovesTogetherAndStrangersDoNot() {
        Item databind = declared(Artifact.of("org.json", "databind"), "2.9.8", Role.DIRECT, 30, "");
        Item annotations = declared(Artifact.of("org.json", "annotations"), "2.9.8", Role.DIRECT, 34, "");
        Item stranger = declared(Artifact.of("org.stranger", "stranger"), "2.9.8", Role.DIRECT, 38, "");

        assertThat(migrations(
                        inventory(databind, annotations, stranger),
                        vulnerable(databind, "2.9.10"),
                        vulnerable(annotations, "2.9.9"),
                        vulnerable(stranger, "3.0")))
                .extracting(Migration::title)
                .containsExactlyInAnyOrder("databind 2.9.8 → 2.9.10", "stranger 2.9.8 → 3.0");
    }

    @Test
    void pinsOverOneBomAreOneMigrationUnlessThePinnedHasAnotherReason() {
        Artifact bom = Artifact.of("com.acme", "bom");
        Item one = declared(Artifact.of("org.one", "one"), "1.0", Role.DIRECT, 20, "");
        Item two = declared(Artifact.of("org.two", "two"), "2.0", Role.DIRECT, 24, "");
        Item three = declared(Artifact.of("org.three", "three"), "3.0", Role.DIRECT, 28, "");
        Inventory head = with(
                inventory(declared(bom, "5.0", Role.BOM, 10, ""), one, two, three),
                pin(one, "1.5", bom),
                pin(two, "2.5", bom),
                pin(three, "3.5", bom));
        List<Found> found = new ArrayList<>(new OrphanPins(VersionOrder.MAVEN).apply(situation(head)));
        found.add(vulnerable(three, "3.2"));

        List<Migration> migrations = Migrations.of(found, List.of(), situation(head), Urgency.DEFAULT);

        assertThat(migrations)
                .extracting(Migration::title)
                .containsExactly("three 3.0 → 3.2", "no more pins over bom 5.0");
        assertThat(migrations.get(1).kind()).isEqualTo(Migration.Kind.ORPHAN_PIN);
        assertThat(migrations.get(1).places()).containsExactly(new Place("pom.xml", 20), new Place("pom.xml", 24));
        assertThat(migrations.get(0).tasks().get(0).text())
                .contains("move to three 3.2")
                .contains("remove the pin to 3.0");
    }

    @Test
    void whatAVendorTakesAwayAtALineOfTheJavaLevelIsTheJavaMigration() {
        Inventory head = Repository.of("Dockerfile", "FROM eclipse-temurin:17\n")
                .with("export.tf", "resource \"aws_lambda_function\" \"f\" {\n  runtime = \"java11\"\n}\n")
                .inventory();
        List<Found> found = rules(head, new BundledRetirements(TODAY));

        assertThat(found)
                .extracting(one -> one.finding().kind() + " " + one.finding().place())
                .contains("RETIREMENT export.tf:2", "END_OF_LIFE Dockerfile:1");
        assertThat(migrations(head, found.toArray(Found[]::new)))
                .singleElement()
                .satisfies(java -> {
                    assertThat(java.title()).startsWith("Java ");
                    assertThat(java.kind()).isEqualTo(Migration.Kind.FORCED_STOP);
                    assertThat(java.places()).containsExactly(new Place("Dockerfile", 1), new Place("export.tf", 2));
                });
    }

    @Test
    void anActionInManyWorkflowsIsOneMigrationWithEachOfItsPlaces() {
        Repository repository = new RepositoryOf().workflows(10, "actions/cache@v2");
        Inventory head = repository.inventory();

        assertThat(migrations(head, rules(head, new BundledRetirements(TODAY)).toArray(Found[]::new)))
                .singleElement()
                .satisfies(cache -> {
                    assertThat(cache.title()).isEqualTo("actions/cache v2 → v4");
                    assertThat(cache.kind()).isEqualTo(Migration.Kind.FORCED_STOP);
                    assertThat(cache.cost()).isEqualTo(Migration.Cost.edits(10));
                });
    }

    @Test
    void flavoursOfAPlatformMoveApart() {
        Inventory head = Repository.of("f.tf", """
                        resource "aws_lambda_function" "a" {
                          runtime = "nodejs16.x"
                        }
                        resource "aws_lambda_function" "b" {
                          runtime = "python3.8"
                        }
                        """).inventory();

        assertThat(migrations(head, rules(head, new BundledRetirements(TODAY)).toArray(Found[]::new)))
                .extracting(Migration::title)
                .hasSize(2)
                .allSatisfy(title -> assertThat(title).contains("aws-lambda"));
    }

    @Test
    void theSameStepAtTwoLinesOfAFileIsTwoBoxesToTick() {
        Inventory head = Repository.of(
                        "Dockerfile", "FROM eclipse-temurin:16 AS a\nRUN true\nFROM eclipse-temurin:16\n")
                .inventory();

        List<Migration> migrations =
                migrations(head, rules(head, new BundledRetirements(TODAY)).toArray(Found[]::new));

        assertThat(migrations).singleElement().satisfies(java -> assertThat(java.tasks())
                .hasSize(2)
                .doesNotHaveDuplicates()
                .extracting(io.github.incidentadvisor.model.Task::id)
                .doesNotHaveDuplicates());
    }

    @Test
    void aCostIsSaidInWordsAndNotMeasuredIsNotNothing() {
        assertThat(Migration.Cost.edits(2).text()).isEqualTo("2 lines to edit");
        assertThat(new Migration.Cost(1, 0, 0, true).text()).isEqualTo("1 line to edit, nothing breaks");
        assertThat(new Migration.Cost(1, 127, 22, true).text())
                .isEqualTo("1 line to edit, 127 lines in 22 files break");
    }

    @Test
    void whatNeedsANewerJavaComesAfterIt() {
        Inventory head = Repository.of("Dockerfile", "FROM eclipse-temurin:16\n")
                .inventory()
                .merge(inventory(
                        declared(Platform.JAVA, "11", Role.PLATFORM, 23, ""),
                        declared(
                                Artifact.of("org.springframework.boot", "spring-boot-starter-parent"),
                                "2.7.18",
                                Role.PARENT,
                                9,
                                "")));

        List<Migration> migrations =
                migrations(head, rules(head, new BundledRetirements(TODAY)).toArray(Found[]::new));

        Migration java = migrations.get(0);
        assertThat(java.title()).startsWith("Java");
        assertThat(migrations.get(1)).satisfies(boot -> {
            assertThat(boot.title()).startsWith("Spring Boot 2.7 → ");
            assertThat(boot.after()).containsExactly(java.id());
            assertThat(boot.tasks().get(0).text()).startsWith("first move to Java 17: ");
        });
    }

    @Test
    void objectsThatTheClusterRefusesComeBeforeTheCluster() {
        Inventory head = Repository.of("eks.tf", "resource \"aws_eks_cluster\" \"c\" {\n  version = \"1.25\"\n}\n")
                .with("job.yaml", "apiVersion: batch/v1beta1\nkind: CronJob\nmetadata: {name: nightly}\n")
                .inventory();

        List<Migration> migrations =
                migrations(head, rules(head, new BundledRetirements(TODAY)).toArray(Found[]::new));

        assertThat(migrations).hasSize(2);
        assertThat(migrations.get(0).kind()).isEqualTo(Migration.Kind.FORCED_STOP);
        assertThat(migrations.get(0).places()).containsExactly(new Place("job.yaml", 1));
        assertThat(migrations.get(1).title()).startsWith("Amazon EKS 1.25 → ");
        assertThat(migrations.get(1).after()).containsExactly(migrations.get(0).id());
    }

    @Test
    void aParentComesBeforeABomOfTheSameModule() {
        Item parent = declared(PARENT, "3.2.0", Role.PARENT, 9, "");
        Item bom = declared(Artifact.of("org.cloud", "bom"), "1.0", Role.BOM, 40, "");

        List<Migration> migrations =
                migrations(inventory(parent, bom), ends(bom, "2026-12-01", "2.0"), ends(parent, "2027-03-31", "3.5.0"));

        assertThat(migrations)
                .extracting(Migration::title)
                .containsExactly("platform-parent 3.2.0 → 3.5.0", "bom 1.0 → 2.0");
        assertThat(migrations.get(1).after()).containsExactly(migrations.get(0).id());
    }

    @Test
    void amongEqualsWhatHurtBeforeComesFirst() {
        Item a = declared(Artifact.of("org.a", "a"), "1.0", Role.DIRECT, 1, "");
        Item b = declared(Artifact.of("org.b", "b"), "1.0", Role.DIRECT, 2, "");
        List<Migration> migrations =
                migrations(inventory(a, b), ends(a, "2027-01-31", "2.0"), ends(b, "2027-01-31", "2.0"));

        List<Migration> remembering =
                List.of(migrations.get(0), migrations.get(1).remembering(List.of("INC-7"), List.of()));

        assertThat(Migrations.inOrder(remembering))
                .extracting(Migration::title)
                .containsExactly("b 1.0 → 2.0", "a 1.0 → 2.0");
    }

    @Test
    void whatEndsLaterAndHasNowhereToGoYetIsNoWork() {
        Item far = declared(Artifact.of("org.a", "a"), "1.0", Role.DIRECT, 1, "");
        Item near = declared(Artifact.of("org.b", "b"), "1.0", Role.DIRECT, 2, "");

        assertThat(migrations(inventory(far, near), ends(far, "2027-08-31", ""), ends(near, "2026-12-31", "")))
                .extracting(Migration::title)
                .containsExactly("away from b 1.0");
    }

    @Test
    void ofOnePropertyOfTwoModulesOnlyTheOneThatIsOverMoves() {
        Artifact bom = Artifact.of("org.cloud", "bom");
        Item old = declared(bom, "2022.0.5", Role.BOM, 38, "");
        Item young = declared(bom, "2025.1.2", Role.BOM, 77, "");

        assertThat(migrations(
                        inventory(old, young), ends(old, "2024-06-30", "2025.1.3"), ends(young, "2027-07-31", "")))
                .singleElement()
                .satisfies(one -> assertThat(one.places()).containsExactly(new Place("pom.xml", 38)));
    }

    @Test
    void anIdHoldsWhateverTheVersions() {
        Item then = declared(PARENT, "3.2.0", Role.PARENT, 9, "");
        Item now = declared(PARENT, "3.4.0", Role.PARENT, 9, "");

        assertThat(migrations(inventory(then), ends(then, "2026-12-31", "3.4.0"))
                        .get(0)
                        .id())
                .isEqualTo(migrations(inventory(now), ends(now, "2027-06-30", "4.0.0"))
                        .get(0)
                        .id());
    }

    private static List<Migration> migrations(Inventory head, Found... found) {
        return Migrations.of(List.of(found), List.of(), situation(head), Urgency.DEFAULT);
    }

    private static List<Found> rules(Inventory head, BundledRetirements retirements) {
        BundledKubernetesApis apis = new BundledKubernetesApis();
        VendorRetirements vendors = new VendorRetirements(retirements, Urgency.DEFAULT);
        return Stream.of(
                        new RemovedApis(apis, head, io.github.incidentadvisor.evidence.KubernetesRelease.NONE),
                        new EndOfLife(
                                new BundledLifecycles(TODAY), Urgency.DEFAULT, vendors.covered(situation(head)), apis),
                        vendors)
                .flatMap(rule -> rule.apply(situation(head)).stream())
                .toList();
    }

    private static Situation situation(Inventory head) {
        return new Situation(Mode.STATE, head, List.of(), TODAY);
    }

    private static Inventory inventory(Item... items) {
        return new Inventory(List.of(), List.of(items), List.of(), List.of(), Set.of(), List.of());
    }

    private static Inventory with(Inventory plain, Pin... pins) {
        return new Inventory(
                plain.modules(), plain.items(), plain.references(), List.of(pins), plain.incomplete(), plain.gaps());
    }

    private static Pin pin(Item item, String given, Artifact giver) {
        return new Pin(
                item.component(),
                item.version(),
                item.declaration().decidedAt(),
                new Version(given),
                giver.ga() + ":5.0",
                Place.NONE,
                "",
                List.of("pom.xml"));
    }

    private static Item declared(Component component, String version, Role role, int line, String property) {
        Place place = new Place("pom.xml", line);
        return new Item(
                component,
                new Version(version),
                role,
                "pom.xml",
                "",
                false,
                new Declaration(place, place, version, property, "", ""),
                List.of(),
                Version.NONE);
    }

    private static Item brought(Artifact component, String version, Artifact owner) {
        return new Item(
                component,
                new Version(version),
                Role.TRANSITIVE,
                "pom.xml",
                "compile",
                false,
                new Declaration(Place.NONE, Place.NONE, "", "", owner.ga() + ":1:1", owner.purl()),
                List.of(),
                Version.NONE);
    }

    private static Found vulnerable(Item item, String safe) {
        Place place = item.declaration().decidedAt();
        String name = item.component().name();
        return new Found(
                item,
                finding(
                        Kind.VULNERABILITY,
                        Severity.CAUTION,
                        item,
                        Deadline.NONE,
                        name + " has a hole.",
                        "raise " + name + " to " + safe),
                place.isKnown() ? new Version(safe) : Version.NONE,
                Version.NONE);
    }

    private static Found ends(Item item, String day, String target) {
        return new Found(
                item,
                finding(
                        Kind.END_OF_LIFE,
                        Severity.DEADLINE,
                        item,
                        new Deadline(LocalDate.parse(day), "support"),
                        item.component().name() + " ends.",
                        ""),
                new Version(target),
                Version.NONE);
    }

    private static Finding finding(
            Kind kind, Severity severity, Item item, Deadline deadline, String text, String fix) {
        Place place = item.declaration().decidedAt();
        return new Finding(
                StableId.of(kind, item.component().purl(), place.file(), text),
                kind,
                severity,
                Grade.STATED,
                place,
                Reference.NONE,
                deadline,
                text,
                fix,
                List.of(new Evidence("vulnerability", Grade.STATED, text, "", "", text)));
    }

    /** Workflows that all use one action. */
    private static final class RepositoryOf {
        Repository workflows(int count, String action) {
            Repository all = Repository.of("README", "");
            for (int i = 0; i < count; i++) {
                all.with(".github/workflows/w" + i + ".yml", "jobs:\n  a:\n    steps:\n      - uses: " + action + "\n");
            }
            return all;
        }
    }
}
