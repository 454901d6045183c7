package io.github.incidentadvisor.evidence.lifecycle;

import static io.github.incidentadvisor.evidence.lifecycle.Support.Phase.ACTIVE_SUPPORT_OVER;
import static io.github.incidentadvisor.evidence.lifecycle.Support.Phase.OVER;
import static io.github.incidentadvisor.evidence.lifecycle.Support.Phase.PAID_ONLY;
import static io.github.incidentadvisor.evidence.lifecycle.Support.Phase.SUPPORTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.evidence.Cycle;
import io.github.incidentadvisor.evidence.Lifecycles;
import io.github.incidentadvisor.evidence.Product;
import io.github.incidentadvisor.evidence.ProductVersion;
import io.github.incidentadvisor.evidence.lifecycle.Support.Phase;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Version;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupportSpec {
    private static final Component BOOT = Artifact.of("org.springframework.boot", "spring-boot-starter-parent");

    @ParameterizedTest
    @CsvSource({
        "2024-12-31, SUPPORTED, 2025-01-01",
        "2025-01-01, ACTIVE_SUPPORT_OVER, 2026-01-01",
        "2025-01-02, ACTIVE_SUPPORT_OVER, 2026-01-01",
        "2025-12-31, ACTIVE_SUPPORT_OVER, 2026-01-01",
        "2026-01-01, PAID_ONLY, 2027-01-01",
        "2026-01-02, PAID_ONLY, 2027-01-01",
        "2026-12-31, PAID_ONLY, 2027-01-01",
        "2027-01-01, OVER, +999999999-12-31",
        "2027-01-02, OVER, +999999999-12-31",
    })
    void aPhaseEndsOnItsDay(LocalDate today, Phase phase, LocalDate next) {
        Support support = Support.of(cycle("2025-01-01", "2026-01-01", "2027-01-01", false), today);

        assertThat(support.phase()).isEqualTo(phase);
        assertThat(support.next().on()).isEqualTo(next);
    }

    @Test
    void whatEndedWithoutADayIsOverAndHasNone() {
        Support support = Support.of(cycle("", "", "", true), LocalDate.parse("2026-11-23"));

        assertThat(support).isEqualTo(new Support(OVER, Deadline.NONE, Deadline.NONE));
    }

    @Test
    void whatHasNoEndAnnouncedIsSupported() {
        Support support = Support.of(cycle("", "", "", false), LocalDate.parse("2026-11-23"));

        assertThat(support).isEqualTo(new Support(SUPPORTED, Deadline.NONE, Deadline.NONE));
    }

    @Test
    void inJune2025Boot35IsFineAnd32IsOverSinceTheEndOf2024() {
        LocalDate today = LocalDate.parse("2025-06-20");

        assertThat(boot("3.5.3", today).phase()).isEqualTo(SUPPORTED);
        Support old = boot("3.2.0", today);
        assertThat(old.phase()).isEqualTo(PAID_ONLY);
        assertThat(old.ended()).isEqualTo(new Deadline(LocalDate.parse("2024-12-31"), "OSS support"));
        assertThat(old.next()).isEqualTo(new Deadline(LocalDate.parse("2025-12-31"), "Commercial Support"));
    }

    @Test
    void inNovember2026Boot35IsItselfPastItsEnd() {
        LocalDate today = LocalDate.parse("2026-11-23");

        Support target = boot("3.5.3", today);
        assertThat(target.phase()).isEqualTo(PAID_ONLY);
        assertThat(target.ended().on()).isEqualTo("2026-06-30");
        assertThat(boot("3.2.0", today).phase()).isEqualTo(OVER);
    }

    @Test
    void theJavaLevelIsSpokenOfAsItsFreeBuilds() {
        LocalDate today = LocalDate.parse("2026-11-23");
        Lifecycles lifecycles = new BundledLifecycles(today);
        Product java = product(lifecycles, Component.Platform.JAVA).orElseThrow();
        Cycle of17 = lifecycles.cycleOf(java, new Version("17")).orElseThrow();

        assertThat(java.label()).isEqualTo("Java (free builds by Eclipse Temurin)");
        assertThat(java.asOf()).isEqualTo("2026-08-22");
        assertThat(Support.of(of17, today).next())
                .isEqualTo(new Deadline(LocalDate.parse("2027-10-31"), "Security Support"));
    }

    @Test
    void whereOnlyActiveSupportIsOverFreeSupportGoesOn() {
        LocalDate today = LocalDate.parse("2026-11-23");
        Lifecycles lifecycles = new BundledLifecycles(today);
        Product scala = lifecycles.product("scala").orElseThrow();

        Support of212 =
                Support.of(lifecycles.cycleOf(scala, new Version("2.12.20")).orElseThrow(), today);
        assertThat(of212.phase()).isEqualTo(ACTIVE_SUPPORT_OVER);
        assertThat(of212.next()).isEqualTo(Deadline.NONE);
    }

    private static Support boot(String version, LocalDate today) {
        Lifecycles lifecycles = new BundledLifecycles(today);
        Product boot = product(lifecycles, BOOT).orElseThrow();
        return Support.of(lifecycles.cycleOf(boot, new Version(version)).orElseThrow(), today);
    }

    private static Cycle cycle(String active, String free, String paid, boolean ended) {
        return new Cycle(
                "1", LocalDate.MIN, false, deadline(active), deadline(free), deadline(paid), ended, Version.NONE);
    }

    private static Deadline deadline(String day) {
        return day.isEmpty() ? Deadline.NONE : new Deadline(LocalDate.parse(day), "some support");
    }

    private static Optional<Product> product(Lifecycles lifecycles, Component component) {
        return lifecycles.productsOf(component, new Version("1")).stream()
                .map(ProductVersion::product)
                .findFirst();
    }
}
