package io.github.incidentadvisor.evidence.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.evidence.Product;
import io.github.incidentadvisor.model.Version;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetSpec {
    @ParameterizedTest(name = "{0} {1} on {2} with {3} days")
    @CsvSource({
        // the case of the product's mock-up, and the same a year and a half later
        "spring-boot, 3.2.0, 2025-06-20, 90, 3.4, 3.5",
        "spring-boot, 3.2.0, 2026-11-23, 90, 4.1, 4.1",
        "spring-boot, 3.5.3, 2026-11-23, 30, 4.0, 4.1",
        "spring-boot, 3.5.3, 2026-11-23, 37, 4.0, 4.1",
        "spring-boot, 3.5.3, 2026-11-23, 38, 4.1, 4.1",
        "spring-boot, 4.1.0, 2026-11-23, 90, none, none",
        "spring-boot, 3.5.3, 2030-01-01, 90, none, none",
        // below the oldest cycle: its state is unknown, the way out is not
        "spring-boot, 1.3.8.RELEASE, 2026-11-23, 90, 4.1, 4.1",
        // 11 ends before 8 does
        "eclipse-temurin, 1.8, 2026-11-23, 180, 25, 25",
        "eclipse-temurin, 17, 2026-11-23, 180, 21, 25",
        "eclipse-temurin, 16, 2026-11-23, 180, 17, 25",
        // the line 2 goes on beyond 2.12
        "log4j, 2.12.1, 2026-11-23, 180, 2, 2",
        "log4j, 1.2.17, 2026-11-23, 180, 2, 2",
        // 3.3 is the long-term line, whatever is newest
        "scala, 2.13.14, 2026-11-23, 180, 3.3, 3.3",
        // not newer by number, though newer by date
        "apache-camel, 4.15.0, 2026-11-23, 80, 4.18, 4.22",
        // supported beyond the end of the present one, not only beyond today
        "spring-boot, 3.4.0, 2025-06-20, 200, none, none",
        // of their own kind
        "github-actions-runner-images, macos-14, 2026-08-23, 180, macos-15, macos-26",
        "github-actions-runner-images, ubuntu-20.04, 2026-08-23, 180, ubuntu-22.04, ubuntu-24.04",
        "github-actions-runner-images, macos-14-arm64, 2026-08-23, 180, macos-15-arm64, macos-26-arm64",
        "amazon-eks, 1.30, 2026-11-23, 180, 1.36, 1.36",
        // trains by name cannot be put in order
        "spring-cloud, Hoxton.SR12, 2026-11-23, 90, none, none",
        "spring-cloud, 2023.0.1, 2026-11-23, 90, 2025.1, 2025.1",
        "apache-maven, 3.8.7, 2026-11-23, 180, 3.9, 3.9",
    })
    void theNearestAndTheLongestCycleThatLastBeyondTheMargin(
            String id, String present, LocalDate today, int margin, String smallest, String longest) {
        Product product = new BundledLifecycles(today).product(id).orElseThrow();
        var target = Target.of(product, new Version(present), today, margin);

        assertThat(target.map(t -> t.smallest().cycle().name()).orElse("none")).isEqualTo(smallest);
        assertThat(target.map(t -> t.longest().cycle().name()).orElse("none")).isEqualTo(longest);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23, 3.5.16", "2025-06-20, ''"})
    void aReleaseIsNamedOnlyOnceItIsOut(LocalDate today, String version) {
        Product product = new BundledLifecycles(today).product("spring-boot").orElseThrow();
        LocalDate before = LocalDate.parse("2025-06-20");
        Target target = Target.of(product, new Version("3.4.0"), before, 100).orElseThrow();
        Target seen = today.equals(before)
                ? target
                : Target.of(product, new Version("3.4.0"), today, -200).orElseThrow();

        assertThat(seen.smallest().cycle().name()).isEqualTo("3.5");
        assertThat(seen.smallest().version()).isEqualTo(new Version(version));
    }
}
