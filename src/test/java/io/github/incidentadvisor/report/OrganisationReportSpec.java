package io.github.incidentadvisor.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.SpecVersion.VersionFlag;
import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Migration;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Report.Tool;
import io.github.incidentadvisor.model.Version;
import io.github.incidentadvisor.organisation.Advice;
import io.github.incidentadvisor.organisation.Affected;
import io.github.incidentadvisor.organisation.Member;
import io.github.incidentadvisor.organisation.Organisation;
import io.github.incidentadvisor.organisation.SharedIncident;
import io.github.incidentadvisor.organisation.SharedMigration;
import io.github.incidentadvisor.organisation.SharedMigration.Within;
import io.github.incidentadvisor.organisation.Since;
import io.github.incidentadvisor.organisation.Unread;
import io.github.incidentadvisor.organisation.Use;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrganisationReportSpec {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final String HOSTILE =
            "</script><img src=x onerror=alert(1)> **b** @acme #7 | `x` [l](http://evil.example)";

    @Test
    void theFileFollowsItsSchemaAndIsReadBackAsItWas() throws IOException {
        for (Organisation all : List.of(organisation("Java 17 → 21"), organisation(HOSTILE), empty())) {
            byte[] bytes = OrganisationJson.write(all);

            assertThat(Schemas.against(bytes, resource("organisation.schema.json"), VersionFlag.V202012))
                    .isEmpty();
            assertThat(OrganisationJson.read(bytes)).isEqualTo(all);
        }
    }

    @Test
    void whatIsNotAsItShouldBeIsNamed() {
        String text = new String(OrganisationJson.write(organisation("x")), StandardCharsets.UTF_8);

        assertThatThrownBy(() -> OrganisationJson.read(
                        text.replace("\"forced-stop\"", "\"soon\"").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(AdvisorException.class)
                .hasMessageContaining("migrations[0].kind");
        assertThatThrownBy(() -> OrganisationJson.read("[]".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(AdvisorException.class);
    }

    @Test
    void theHeadlineSaysHowMuchAndHowSoon() {
        assertThat(OrganisationWords.headline(organisation("Java 17 → 21")))
                .isEqualTo("1 migration in 2 of 2 repositories; the next deadline is 2027-04-17");
        assertThat(OrganisationWords.headline(empty())).isEqualTo("No repository could be read");
    }

    @Test
    void markdownShowsEachPartInItsPlace() {
        String page = text(OrganisationMarkdown.write(organisation("Java 17 → 21")));

        assertThat(page)
                .contains("## Since 2026-10-01")
                .contains("| 2027-04-17 | 144 days left | Java 17 → 21 | forced stop | 2 | 3 |")
                .contains(
                        "acme/billing: 2 lines to edit, 12 lines in 4 files break: `pom.xml:3, Dockerfile:1`; after Spring Boot")
                .contains("## Who uses com.acme:lib&lt;2")
                .contains("| 1 | went to the advised version or beyond |")
                .contains("acme/gone: is not there");
    }

    @Test
    void nothingOfOthersActsOnThePages() {
        String page = text(OrganisationHtml.write(organisation(HOSTILE)));
        String markdown = text(OrganisationMarkdown.write(organisation(HOSTILE)));

        assertThat(page).doesNotContain("<img").doesNotContain("</script>").contains("&lt;img");
        assertThat(markdown).doesNotContain("<img").doesNotContain("**b**").doesNotContain("](http://evil");
    }

    @Test
    void thePageNeedsNothingFromOutside() {
        assertThat(text(OrganisationHtml.write(organisation("x"))))
                .contains("default-src 'none'")
                .doesNotContain("<script")
                .doesNotContain("<link");
    }

    private static Organisation empty() {
        return new Organisation(
                new Tool("incident-advisor", "1.0"),
                TODAY,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Since.NOTHING);
    }

    private static Organisation organisation(String words) {
        Deadline deadline = new Deadline(LocalDate.parse("2027-04-17"), "images");
        Place pom = new Place("pom.xml", 3);
        Use use = new Use(Artifact.of("com.acme", "lib"), new Version("1.2"), "dependency", pom);
        Advice advice = new Advice(
                "mig-1",
                words,
                TODAY,
                List.of(new Advice.Had("pkg:generic/java", new Version("17"))),
                new Version("21"),
                List.of("pom.xml"),
                "a".repeat(40),
                Advice.Outcome.AS_ADVISED,
                TODAY);
        return new Organisation(
                new Tool("incident-advisor", "1.0"),
                TODAY,
                List.of(
                        new Member("acme/billing", "a".repeat(40), TODAY, LocalDate.MAX, "k", 3, 1, List.of(advice)),
                        new Member("acme/shop", "b".repeat(40), TODAY, TODAY.plusDays(3), "k", 1, 0, List.of())),
                List.of(new Unread("acme/gone", "is not there"), new Unread("acme/odd", words)),
                List.of(new SharedMigration(
                        "mig-1",
                        Migration.Kind.FORCED_STOP,
                        words,
                        words,
                        deadline,
                        new Version("21"),
                        new Version("25"),
                        List.of(
                                new Within(
                                        "acme/billing",
                                        words,
                                        new Version("21"),
                                        List.of(pom, new Place("Dockerfile", 1)),
                                        new Migration.Cost(2, 12, 4, true),
                                        List.of("Spring Boot")),
                                new Within(
                                        "acme/shop",
                                        words,
                                        new Version("21"),
                                        List.of(pom),
                                        Migration.Cost.edits(1),
                                        List.of())),
                        List.of("INC-7"))),
                List.of(new SharedIncident(
                        "INC-7", words, "https://example.com/7", "2025-01-02", List.of("acme/shop"), List.of(words))),
                List.of(new Affected(
                        "com.acme:lib<2",
                        1,
                        List.of(new Affected.Where("acme/shop", use)),
                        List.of(new Affected.Where(
                                "acme/shop",
                                new Use(Artifact.of("com.acme", "lib"), Version.NONE, "floating", Place.NONE))))),
                new Since(
                        LocalDate.parse("2026-10-01"),
                        List.of(new Since.Line("acme/shop", words, deadline)),
                        List.of(),
                        List.of(new Since.Line("acme/billing", words, Deadline.NONE)),
                        List.of("acme/shop"),
                        List.of()));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) throws IOException {
        try (var in = OrganisationJson.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
