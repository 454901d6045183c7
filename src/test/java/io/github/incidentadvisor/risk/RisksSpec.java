package io.github.incidentadvisor.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.evidence.Cycle;
import io.github.incidentadvisor.evidence.Lifecycles;
import io.github.incidentadvisor.evidence.Linkage.Coverage;
import io.github.incidentadvisor.evidence.Product;
import io.github.incidentadvisor.evidence.ProductVersion;
import io.github.incidentadvisor.evidence.ReleaseNotes;
import io.github.incidentadvisor.evidence.ReleaseNotes.Crossed;
import io.github.incidentadvisor.evidence.ReleaseNotes.Kind;
import io.github.incidentadvisor.evidence.ReleaseNotes.Notes;
import io.github.incidentadvisor.evidence.ReleaseNotes.Section;
import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Risk.Level;
import io.github.incidentadvisor.model.Risk.Reason;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RisksSpec {
    private static final Coverage WHOLE = new Coverage(40, 7, 0);

    @Test
    void aSmallStepAllOfWhoseCodeWasLookedAtIsLow() {
        Advisory advisory = Step.of("com.acme:pool", "4.0.0", "4.0.1").first();

        assertThat(advisory.risk().level()).isEqualTo(Level.LOW);
        assertThat(texts(advisory))
                .containsExactly("A patch step; 7 of your 40 sources can be touched and were compiled against both.");
    }

    @ParameterizedTest
    @CsvSource({
        "1.4.2, 1.4.3, A patch step",
        "1.4.2, 2.0.0, A major step",
        "'~> 0.14', '~> 1.2.4', A step between ranges of versions",
        "'[1,2)', '[1,3)', A step between ranges of versions",
        "ubuntu, debian, A step that follows no number scheme"
    })
    void theStepIsNamedForWhatItIs(String from, String to, String named) {
        Subject image = new Subject(
                new Component.Image("", "pool"),
                new Version(from),
                new Version(to),
                Role.PLATFORM,
                new Place("main.tf", 9),
                "",
                true,
                false);

        assertThat(StepWords.reason(image, List.of(), Looked.at(Coverage.NOTHING, Role.PLATFORM, 0))
                        .text())
                .startsWith(named + "; ");
    }

    @Test
    void aStepBackIsNeverLowAndSaysSo() {
        Advisory advisory = Step.of("com.acme:pool", "4.0.1", "4.0.0").first();

        assertThat(advisory.risk().level()).isEqualTo(Level.MODERATE);
        assertThat(texts(advisory))
                .containsExactly("A patch step back, which gives up what 4.0.1 brought; 7 of your 40 sources can be"
                        + " touched and were compiled against both.");
    }

    @Test
    void whatAStepBackMovesIsToldWithIt() {
        assertThat(texts(Step.of("com.acme:pool", "4.1.0", "4.0.0")
                                .moving("com.acme:base", "1.2", "1.1")
                                .moving("com.acme:log", "1.2", "1.1")
                                .first())
                        .get(0))
                .startsWith("A minor step back, which gives up what 4.1.0 brought and moves 2 other versions, which"
                        + " all go back; ");
    }

    @Test
    void aStepThatTakesOthersBackIsNotLowEither() {
        Advisory advisory = Step.of("com.acme:pool", "4.0.0", "4.0.1")
                .moving("com.acme:base", "1.1", "1.2")
                .moving("com.acme:log", "1.2", "1.1")
                .first();

        assertThat(advisory.risk().level()).isEqualTo(Level.MODERATE);
        assertThat(texts(advisory).get(0))
                .startsWith("A patch step that moves 2 other versions, of which 1 goes back; ");
    }

    @Test
    void whatMovesAndCouldNotBeReadIsNeverLowAndCounted() {
        Coverage coverage = new Coverage(
                40,
                7,
                0,
                Set.of(
                        new Coordinates(Step.artifact("com.acme:base"), new Version("1.2")),
                        new Coordinates(Step.artifact("org.other:log"), new Version("9.9"))));
        Advisory moved = Step.of("com.acme:pool", "4.0.0", "4.0.1")
                .moving("com.acme:base", "1.1", "1.2")
                .first(Backgrounds.of(coverage));
        Advisory other = Step.of("com.acme:pool", "4.0.0", "4.0.1").first(Backgrounds.of(coverage));

        assertThat(moved.risk().level()).isEqualTo(Level.MODERATE);
        assertThat(texts(moved))
                .containsExactly("A patch step that moves 1 other version; 7 of your 40 sources can be touched and were"
                        + " compiled against both; the file of 1 version that moves could not be had.");
        assertThat(other.risk().level()).isEqualTo(Level.LOW);
    }

    @Test
    void aReleaseOfTheseDaysAsksForCareAndIsWaitedFor() {
        Advisory advisory = Step.of("com.acme:pool", "4.0.0", "4.0.1").first(dated("2026-11-23"));

        assertThat(advisory.risk().level()).isEqualTo(Level.MODERATE);
        Reason reason = advisory.risk().reasons().get(0);
        assertThat(reason.text())
                .isEqualTo(
                        "pool 4.0.1 came out 2 days ago, on 2026-11-23: what is wrong with it had little time to show.");
        assertThat(reason.evidence()).singleElement().satisfies(evidence -> {
            assertThat(evidence.source()).isEqualTo("github.com/acme/pool, releases");
            assertThat(evidence.quote()).isEqualTo("4.0.1, 2026-11-23");
        });
        assertThat(advisory.recommendation().text())
                .isEqualTo("Wait until 2026-11-26 unless you need it now: pool 4.0.1 came out on 2026-11-23.");
    }

    @Test
    void aReleaseOfTheLastWeekAsksForCareAndIsNotHeldBack() {
        Advisory advisory = Step.of("com.acme:pool", "4.0.0", "4.0.1").first(dated("2026-11-22"));

        assertThat(advisory.risk().level()).isEqualTo(Level.MODERATE);
        assertThat(texts(advisory).get(0)).startsWith("pool 4.0.1 came out 3 days ago");
        assertThat(advisory.recommendation().text()).isEqualTo("Nothing that was checked speaks against it.");
    }

    @Test
    void aFreshReleaseWhoseLineEndsIsWaitedForAndPlannedBeyond() {
        Advisory advisory = Step.of("com.acme:pool", "4.0.0", "4.0.1")
                .with(Step.ending("2027-09-30"), "5.0.0")
                .first(dated("2026-11-24"));

        assertThat(advisory.recommendation().text())
                .isEqualTo(
                        "Wait until 2026-11-27 unless you need it now: pool 4.0.1 came out on 2026-11-24. Plan the next"
                                + " step before 2027-09-30. Go to 5.0.0.");
    }

    @Test
    void whatAnImageDoesIsNoMatterOfTheBuild() {
        assertThat(Looked.at(WHOLE, Role.PLATFORM, 0).sentence())
                .isEqualTo("what it does where it runs was not tried.");
        assertThat(Looked.at(WHOLE, Role.PLUGIN, 0).sentence()).isEqualTo("what it does to your build was not tried.");
    }

    @Test
    void aReleaseThatHasBeenOutForAWeekLowersAndRaisesNothing() {
        Advisory advisory = Step.of("com.acme:pool", "4.0.0", "4.0.1").first(dated("2026-11-18"));

        assertThat(advisory.risk().level()).isEqualTo(Level.LOW);
        assertThat(texts(advisory)).last().isEqualTo("pool 4.0.1 has been out for 7 days, since 2026-11-18.");
        assertThat(advisory.recommendation().text()).isEqualTo("Nothing that was checked speaks against it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "last week", "2026-11-26", "2026-13-01"})
    void aDayThatIsNotThereOrCannotBeSaysNothing(String date) {
        Advisory advisory = Step.of("com.acme:pool", "4.0.0", "4.0.1").first(dated(date));

        assertThat(advisory.risk().level()).isEqualTo(Level.LOW);
        assertThat(texts(advisory)).hasSize(1);
    }

    @Test
    void whatMendsAVulnerabilityIsNotHeldBackForItsAge() {
        Advisory known = Step.of("com.acme:pool", "4.0.0", "4.0.1")
                .with(Step.vulnerability(Severity.INFO))
                .first(dated("2026-11-23"));
        Advisory noted = Step.of("com.acme:pool", "4.0.0", "4.0.1").first(dated("2026-11-23", Kind.SECURITY));

        assertThat(known.recommendation().text()).startsWith("Nothing that was checked");
        assertThat(noted.recommendation().text()).startsWith("Nothing that was checked");
        assertThat(noted.risk().level()).isEqualTo(Level.MODERATE);
    }

    @Test
    void theLifecycleDataDatesTheFirstAndTheNewestReleaseOfALineAndNoOther() {
        assertThat(texts(Step.of("com.acme:pool", "4.1.0", "4.1.7").first(background())))
                .first()
                .asString()
                .startsWith("pool 4.1.7 came out 4 days ago, on 2026-11-21");
        assertThat(texts(Step.of("com.acme:pool", "3.9.0", "4.1.0").first(background())))
                .last()
                .isEqualTo("pool 4.1.0 has been out for 329 days, since 2025-12-31.");
        assertThat(texts(Step.of("com.acme:pool", "4.1.0", "4.1.3").first(background())))
                .noneMatch(text -> text.contains(" out "));
    }

    @Test
    void theFirstReleaseOfALineDatesNoTagThatFloats() {
        ReleaseDays days = new ReleaseDays(new OneProduct(Deadline.NONE), List.of());
        Component image = new Component.Image("", "pool");

        assertThat(days.of(image, new Version("4.1.0"), Step.TODAY)).isEmpty();
        assertThat(days.of(image, new Version("4.1.7"), Step.TODAY)).isPresent();
    }

    @Test
    void howLongTheTargetIsSupportedIsAReasonToo() {
        assertThat(texts(Step.of("com.acme:pool", "4.1.0", "4.1.3").first(background())))
                .contains("Pool 4.1 has free support until 2028-12-31.");
    }

    @Test
    void whatEndedIsNotSaidToLast() {
        Lifecycles ended = new OneProduct(new Deadline(LocalDate.parse("2026-06-30"), "free support"));

        assertThat(texts(Step.of("com.acme:pool", "4.1.0", "4.1.3").first(Backgrounds.of(WHOLE, ended, List.of()))))
                .contains("Pool 4.1 had free support until 2026-06-30.");
    }

    private static List<String> texts(Advisory advisory) {
        return advisory.risk().reasons().stream().map(Reason::text).toList();
    }

    private static Background background() {
        return Backgrounds.of(
                WHOLE, new OneProduct(new Deadline(LocalDate.parse("2028-12-31"), "free support")), List.of());
    }

    /** With release notes of pool 4.0.1 that bear this date. */
    private static Background dated(String date) {
        return dated(date, Kind.BUG);
    }

    private static Background dated(String date, Kind kind) {
        var change = Step.of("com.acme:pool", "4.0.0", "4.0.1").change();
        Version version = change.to();
        var item = new ReleaseNotes.Item(version, kind, "", "An entry.", "github.com/acme/pool, releases", "");
        Notes notes = new Notes(
                new ReleaseNotes.Step(change.component(), change.from(), version),
                List.of(new Section(version, "4.0.1", date, "", List.of(item))),
                "github.com/acme/pool, releases",
                "",
                List.of(),
                List.of(),
                List.of());
        return Backgrounds.of(
                WHOLE, new OneProduct(Deadline.NONE, "nobody:nothing"), List.of(new Crossed(change, notes, List.of())));
    }

    /** Lifecycle data of one product with one line. */
    private record OneProduct(Deadline end, String ga) implements Lifecycles {
        OneProduct(Deadline end) {
            this(end, "com.acme:pool");
        }

        @Override
        public List<ProductVersion> productsOf(Component component, Version version) {
            Cycle cycle = new Cycle(
                    "4.1",
                    LocalDate.parse("2025-12-31"),
                    false,
                    Deadline.NONE,
                    end,
                    Deadline.NONE,
                    false,
                    new Version("4.1.7"),
                    false,
                    false,
                    Deadline.NONE,
                    LocalDate.parse("2026-11-21"),
                    "");
            Product product = new Product("pool", "Pool", "", "2026-11-24", List.of(cycle));
            return component.name().equals(ga.substring(ga.indexOf(':') + 1))
                    ? List.of(new ProductVersion(product, version))
                    : List.of();
        }

        @Override
        public Optional<Cycle> cycleOf(Product product, Version version) {
            return version.text().startsWith("4.1.")
                    ? Optional.of(product.cycles().get(0))
                    : Optional.empty();
        }

        @Override
        public List<Gap> gaps() {
            return List.of();
        }
    }
}
