package io.github.incidentadvisor.action.issues;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.action.Reports;
import io.github.incidentadvisor.action.issues.Scans.Due;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.Version;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two years of scans, and what becomes of the issues. */
class LifeOfAnIssueSpec {
    @TempDir
    Path folder;

    private Scans scans;

    @BeforeEach
    void aRepository() throws Exception {
        scans = new Scans(folder, "2026-11-24");
    }

    @AfterEach
    void nothingWentAgainstGitHubsDescription() {
        scans.close();
    }

    @Test
    void itIsOpenedInTimeEditedInPlaceToldWhenItGetsNearAndClosedByTheUpgrade() throws Exception {
        scans.finds(Due.boot());
        assertThat(scans.hub.issues()).as("127 days are more than 90").isEmpty();

        scans.on("2027-01-04").finds(Due.boot());
        assertThat(scans.titles("open")).containsExactly("spring-boot 3.2.0 → 3.5.9, by 2027-03-31");
        assertThat(scans.body(1))
                .contains(
                        "**Due by 2027-03-31, in 86 days.**",
                        "The smallest step is `3.5.9`",
                        "- [ ] `pom.xml:12`: move to 3.5.9");
        assertThat(scans.comments(1)).isEmpty();

        scans.on("2027-01-11").finds(Due.boot());
        assertThat(scans.body(1)).contains("in 79 days");
        assertThat(scans.hub.writes()).containsExactly("PATCH /repos/{owner}/{repo}/issues/{issue_number}");

        scans.on("2027-03-08").finds(Due.boot());
        assertThat(scans.comments(1)).containsExactly("Less than 30 days are left: it is due by 2027-03-31.");

        scans.on("2027-04-05").finds(Due.boot().to("3.5.11"));
        assertThat(scans.hub.issues()).hasSize(1);
        assertThat(scans.comments(1))
                .hasSize(2)
                .last()
                .isEqualTo("The smallest step is `3.5.11` now, no longer `3.5.9`. Its date, 2027-03-31, has come.");
        assertThat(scans.titles("open")).containsExactly("spring-boot 3.2.0 → 3.5.11, due since 2027-03-31");

        Reports upgraded = scans.on("2027-04-12").scan().at("d".repeat(40));
        upgraded.with(Reports.advisory(
                Component.Artifact.of("org.acme", "spring-boot"),
                true,
                "3.5.11",
                "3.5.11",
                Role.DIRECT,
                "pom.xml",
                12,
                List.of(),
                Version.NONE));
        scans.reports(upgraded);
        assertThat(scans.issue(1).path("state").asText()).isEqualTo("closed");
        assertThat(scans.issue(1).path("state_reason").asText()).isEqualTo("completed");
        assertThat(scans.comments(1)).last().isEqualTo("Closed: `pom.xml:12` has spring-boot 3.5.11 at ddddddddd.");

        scans.on("2028-11-24").reports(scans.scan().at("e".repeat(40)));
        assertThat(scans.hub.writes()).as("a closed issue is left alone").isEmpty();
    }

    @Test
    void whatVendorsDoThemselvesIsToldEarlierAndWhatTheyAnnounceLater() throws Exception {
        scans.finds(Due.boot().as(Kind.RETIREMENT));
        assertThat(scans.hub.issues()).hasSize(1);

        Due announced = Due.of("vendor", "1", "2", "a.tf", "2027-02-20").as(Kind.VENDOR_ANNOUNCEMENT);
        scans.finds(Due.boot().as(Kind.RETIREMENT), announced);
        assertThat(scans.hub.issues()).hasSize(1);
        scans.on("2027-01-25").finds(Due.boot().as(Kind.RETIREMENT), announced);
        assertThat(scans.hub.issues()).hasSize(2);
    }

    @Test
    void leadTimesAreAnInput() throws Exception {
        scans.input("LEAD_TIMES", "400, 200, 100").finds(Due.boot());

        assertThat(scans.hub.issues()).hasSize(1);
    }

    @Test
    void whatHasNoDateIsDueAtOnce() throws Exception {
        scans.finds(Due.boot().by("").as(Kind.VULNERABILITY));

        assertThat(scans.titles("open")).containsExactly("spring-boot 3.2.0 → 3.5.9");
    }

    @Test
    void closedAsNotPlannedItIsLeftAloneUntilTheDateThatStoodThen() throws Exception {
        scans.on("2027-01-04").finds(Due.boot());
        scans.hub.closeIssue(1, "not_planned");

        scans.on("2027-02-01").finds(Due.boot());
        scans.on("2027-03-30").finds(Due.boot().to("3.5.11"));
        assertThat(scans.hub.writes()).isEmpty();

        scans.on("2027-03-31").finds(Due.boot());
        assertThat(scans.issue(1).path("state").asText()).isEqualTo("open");
        assertThat(scans.comments(1))
                .containsExactly(
                        "The date that stood when this was closed, 2027-03-31, has come, and nothing has changed.");

        scans.hub.closeIssue(1, "not_planned");
        scans.on("2028-06-01").finds(Due.boot());
        assertThat(scans.issue(1).path("state").asText())
                .as("who closes it after that date has heard it")
                .isEqualTo("closed");
        assertThat(scans.hub.issues()).hasSize(1);
    }

    @Test
    void newEvidenceOpensItAgainAndAnotherPlaceDoesNot() throws Exception {
        scans.on("2027-01-04").finds(Due.boot());
        scans.hub.closeIssue(1, "not_planned");

        scans.on("2027-01-11").finds(Due.boot().andAlso(Kind.VULNERABILITY));
        assertThat(scans.comments(1)).containsExactly("There is new evidence: spring-boot 3.2.0: vulnerability.");
        assertThat(scans.issue(1).path("state").asText()).isEqualTo("open");

        scans.hub.closeIssue(1, "not_planned");
        scans.on("2027-01-18").finds(Due.boot().andAlso(Kind.VULNERABILITY).by("2027-02-28"));
        assertThat(scans.comments(1)).last().isEqualTo("Its date is earlier: 2027-02-28, no longer 2027-03-31.");
    }

    @Test
    void aPersonWhoClosesItAsDoneIsBelievedAsLong() throws Exception {
        scans.on("2027-01-04").finds(Due.boot());
        scans.hub.closeIssue(1, "completed");

        scans.on("2027-01-11").finds(Due.boot());

        assertThat(scans.hub.writes()).isEmpty();
    }

    @Test
    void whatComesBackIsOpenedAgainButNotWhileTheRepositoryIsTheSame() throws Exception {
        scans.on("2027-01-04").finds(Due.boot());
        scans.on("2027-01-11").reports(scans.scan().at("d".repeat(40)));
        assertThat(scans.titles("closed")).hasSize(1);

        Reports wavering = scans.on("2027-01-18").scan().at("d".repeat(40));
        Due.boot().in(wavering);
        scans.reports(wavering);
        assertThat(scans.hub.writes()).as("the facts wavered").isEmpty();

        Reports takenBack = scans.on("2027-01-25").scan().at("e".repeat(40));
        Due.boot().in(takenBack);
        scans.reports(takenBack);
        assertThat(scans.issue(1).path("state").asText()).isEqualTo("open");
        assertThat(scans.comments(1)).last().isEqualTo("It is back, at eeeeeeeee.");
    }

    @Test
    void atMostFiveAreOpenAndTheFirstNamesTheRest() throws Exception {
        Due[] seven = new Due[7];
        for (int i = 0; i < 7; i++) {
            seven[i] = Due.of("lib-" + i, "1", "2", "m" + i + "/pom.xml", "2027-0" + (7 - i) + "-10")
                    .as(Kind.RETIREMENT);
        }
        scans.on("2027-01-12").finds(seven);

        assertThat(scans.titles("open")).hasSize(5);
        assertThat(scans.titles("open").get(0)).isEqualTo("lib-6 1 → 2, due since 2027-01-10");
        assertThat(scans.body(1))
                .contains(
                        "Also due, without an issue of their own while so many are open (2)",
                        "- lib-1 1 → 2, by 2027-06-10",
                        "- lib-0 1 → 2, by 2027-07-10");
        for (int i = 2; i <= 5; i++) {
            assertThat(scans.body(i)).doesNotContain("Also due");
        }

        scans.hub.closeIssue(1, "not_planned");
        scans.on("2027-01-12").finds(seven);
        assertThat(scans.titles("open")).hasSize(5).contains("lib-1 1 → 2, by 2027-06-10");
        assertThat(scans.body(2)).contains("Also due, without an issue of their own while so many are open (1)");
    }

    @Test
    void aSuppressionClosesItAndItsEndOpensItAgain() throws Exception {
        scans.on("2027-01-04").finds(Due.boot());
        scans.on("2027-01-11").reports(scans.scan().with(Suppressions.of(Due.boot(), "2027-02-28")));

        assertThat(scans.comments(1))
                .containsExactly("Closed: `.incident-advisor.yml:4` suppresses it until 2027-02-28, “frozen until the"
                        + " fair”.");

        scans.on("2027-03-01").finds(Due.boot());
        assertThat(scans.comments(1)).last().isEqualTo("It is suppressed no more.");
        assertThat(scans.titles("open")).hasSize(1);
    }
}
