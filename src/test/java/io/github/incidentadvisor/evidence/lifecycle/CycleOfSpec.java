package io.github.incidentadvisor.evidence.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.evidence.Cycle;
import io.github.incidentadvisor.evidence.Product;
import io.github.incidentadvisor.model.Version;
import java.time.LocalDate;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CycleOfSpec {
    private final BundledLifecycles lifecycles = new BundledLifecycles(LocalDate.parse("2026-11-23"));

    @ParameterizedTest
    @CsvSource(
            nullValues = "unknown",
            value = {
                "spring-boot, 3.5.3, 3.5",
                "spring-boot, 3.2.0-SNAPSHOT, 3.2",
                "spring-boot, 2.1.18.RELEASE, 2.1",
                "spring-boot, 3.50.1, unknown",
                "spring-boot, 3, unknown",
                "spring-boot, 1.3.8.RELEASE, unknown",
                "quarkus-framework, 3.2.12.Final, 3.2",
                "quarkus-framework, 3.20.6, 3.20",
                "quarkus-framework, 1.13.7.Final, 1",
                "quarkus-framework, 3.8.6.redhat-00005, unknown",
                "hibernate-orm, 5.6.15.Final, 5.6",
                "hibernate-orm, 7.0.0.Beta1, 7.0",
                "hibernate-orm, 5.2.18.Final, unknown",
                "log4j, 1.2.17, 1",
                "log4j, 2.12.1, 2.12",
                "log4j, 2.3.1, 2.3",
                "log4j, 2.17.1, 2",
                "log4j, 2.0-beta9, 2",
                "spring-cloud, 2023.0.1, 2023.0",
                "spring-cloud, Hoxton.SR12, unknown",
                "eclipse-temurin, 1.8, 8",
                "eclipse-temurin, 8, 8",
                "eclipse-temurin, 17, 17",
                "eclipse-temurin, v21.0.2, 21",
                "eclipse-temurin, 8u502-b07, 8",
                "eclipse-temurin, 1.8.0_292, 8",
                "eclipse-temurin, 9, unknown",
                "apache-maven, 3.9.9, 3.9",
                "apache-maven, 4.0.0-rc-3, unknown",
                "eclipse-jetty, 9.4.58.v20250814, 9.4",
                "eclipse-jetty, 11.0.2, 11",
                "neo4j, 2025.9.0, 2025.09",
                "apache-kafka, 3.7.0, 3.7",
                "apache-kafka, 3.7.0-ccs, unknown",
                "kotlin, 1.9.25, 1.9",
                "scala, 2.13.14, 2.13",
                "tomcat, 10.1.0-M2, 10.1",
                "clickhouse, 21.12, unknown",
                "amazon-rds-mysql, 8.0.46, 8.0.46",
                "amazon-rds-mysql, 8.0.1, 8.0",
                "aws-lambda, java8.al2, java8.al2",
                "spring-boot, '[3.2,4)', unknown",
                "spring-boot, ${boot.version}, unknown",
                "spring-boot, '', unknown",
                "spring-boot, ..., unknown",
            })
    void aVersionFallsIntoTheLongestCycleThatItBeginsWith(String product, String version, String cycle) {
        assertThat(cycleOf(product, version)).isEqualTo(cycle == null ? "" : cycle);
    }

    @Test
    @Timeout(5)
    void aVersionWithoutEndIsUnknown() {
        assertThat(cycleOf("spring-boot", "3.5." + "1.".repeat(1_000_000))).isEmpty();
    }

    @Test
    void theNewestReleaseOfACycleFallsIntoAnotherOnlyWhereTheDataNamesItSo() {
        var astray = new TreeSet<String>();
        int found = 0;
        for (ProductFacts facts : LifecycleTable.bundled().products()) {
            for (CycleFacts cycle : facts.cycles()) {
                String fallsInto = cycleOf(facts.id(), cycle.latest());
                found += fallsInto.equals(cycle.name()) ? 1 : 0;
                if (!fallsInto.isEmpty() && !fallsInto.equals(cycle.name())) {
                    astray.add(facts.id() + " " + cycle.latest() + " of " + cycle.name() + " into " + fallsInto);
                }
            }
        }
        assertThat(astray)
                .containsExactly(
                        "amazon-rds-mysql 8.0.46 of 8.0 into 8.0.46",
                        "couchbase-server 5.0.1 of 4.6 into 5.0",
                        "mssqlserver 9.0.2233 of 9.0-sp1 into 9.0",
                        "mulesoft-runtime 4.6.22 of 4.6-lts into 4.6",
                        "mulesoft-runtime 4.9.16 of 4.9-lts into 4.9");
        assertThat(found).isGreaterThan(2_400);
    }

    private String cycleOf(String id, String version) {
        Product product = lifecycles.product(id).orElseThrow();
        return lifecycles
                .cycleOf(product, new Version(version))
                .map(Cycle::name)
                .orElse("");
    }
}
