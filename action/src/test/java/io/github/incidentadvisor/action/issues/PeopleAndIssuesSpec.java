package io.github.incidentadvisor.action.issues;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.incidentadvisor.action.Reports;
import io.github.incidentadvisor.action.hub.Asked;
import io.github.incidentadvisor.action.hub.Caller;
import io.github.incidentadvisor.action.hub.Failure;
import io.github.incidentadvisor.action.issues.Scans.Due;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Migration;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Report;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people, other scans and GitHub do to issues meanwhile. */
class PeopleAndIssuesSpec {
    private static final Predicate<Asked> CREATES =
            asked -> asked.operation().equals("POST /repos/{owner}/{repo}/issues");

    @TempDir
    Path folder;

    private Scans scans;

    @BeforeEach
    void aRepository() throws Exception {
        scans = new Scans(folder, "2027-01-04");
    }

    @AfterEach
    void nothingWentAgainstGitHubsDescription() {
        scans.close();
    }

    @Test
    void tickedBoxesAddedBoxesAndWordsAroundOursStay() throws Exception {
        scans.finds(Due.boot());
        scans.hub.editIssue(
                1,
                "body",
                "Mary does this after the fair.\n\n"
                        + scans.body(1)
                                .replace("- [ ] run the slow tests", "- [x] run the slow tests")
                                .replace("**To do**\n", "**To do**\n- [x] ask Ahmed first\n")
                        + "\n\nSee also the wiki.");

        scans.on("2027-01-11").finds(Due.boot());

        assertThat(scans.body(1))
                .startsWith("Mary does this after the fair.\n")
                .endsWith("\n\nSee also the wiki.")
                .contains("- [x] run the slow tests", "- [x] ask Ahmed first", "- [ ] `pom.xml:12`", "in 79 days");
        scans.on("2027-01-18").finds(Due.boot());
        assertThat(scans.body(1)).containsOnlyOnce("ask Ahmed first").contains("in 72 days");
    }

    @Test
    void aTitleThatSomebodyGaveStays() throws Exception {
        scans.finds(Due.boot());
        scans.hub.editIssue(1, "title", "Boot, finally");

        scans.on("2027-01-11").finds(Due.boot().by("2027-04-30"));
        scans.on("2027-01-18").finds(Due.boot().by("2027-05-31"));

        assertThat(scans.titles("open")).containsExactly("Boot, finally");
        assertThat(scans.body(1)).contains("Due by 2027-05-31");
    }

    @Test
    void labelsThatSomebodyTookAwayStayAway() throws Exception {
        scans.finds(Due.boot());
        scans.hub.unlabel(1);

        scans.on("2027-01-11").finds(Due.boot());

        assertThat(scans.hub.issues()).hasSize(1);
        assertThat(scans.issue(1).path("labels")).isEmpty();
        assertThat(scans.body(1)).contains("in 79 days");
    }

    @Test
    void anIssueWithoutOurMarksIsTheirsAndNoneIsOpenedInItsPlace() throws Exception {
        scans.finds(Due.boot());
        String theirs = scans.body(1).replaceAll("<!-- /?incident-advisor.*?-->", "");
        scans.hub.editIssue(1, "body", theirs);
        scans.hub.unlabel(1);

        scans.on("2027-01-11").finds(Due.boot());

        assertThat(scans.hub.writes()).isEmpty();
        assertThat(scans.log()).contains("Issue #1 is left to whoever took our marks out of it");
        scans.on("2027-04-02").finds(Due.boot());
        assertThat(scans.hub.writes()).as("its title had another date").isEmpty();
        scans.on("2027-06-01").finds();
        assertThat(scans.hub.writes()).as("nor is it closed").isEmpty();
    }

    @Test
    void aMarkThatSomebodyGarbledIsNone() throws Exception {
        scans.finds(Due.boot());
        scans.hub.editIssue(1, "body", scans.body(1).replace("said=2027-01-04", "said=yesterday"));

        scans.on("2027-01-11").finds(Due.boot());

        assertThat(scans.hub.writes()).isEmpty();
    }

    @Test
    void anIssueOfSomebodyElseWithOurMarkIsNotOurs() throws Exception {
        scans.finds(Due.boot());
        String copied = scans.body(1);
        int theirs = scans.hub.issue("A copy", copied, Caller.person("mallory"));

        scans.on("2027-01-11").finds(Due.boot());

        assertThat(scans.body(theirs)).isEqualTo(copied);
        assertThat(scans.titles("open")).hasSize(2);
    }

    @Test
    void pullRequestsOfOurAccountAreNoIssues() throws Exception {
        scans.hub.pull(1, "acme", "x", "a".repeat(40));

        scans.finds(Due.boot());

        assertThat(scans.hub.issues()).containsOnlyKeys(2);
    }

    @Test
    void twoScansAtOnceLeaveOneIssue() throws Exception {
        boolean[] raced = {false};
        scans.hub.fail(new Failure(
                asked -> {
                    if (CREATES.test(asked) && !raced[0]) {
                        raced[0] = true;
                        scans.hub.issue(
                                asked.body().path("title").asText(),
                                asked.body().path("body").asText(),
                                Caller.SCAN);
                    }
                    return false;
                },
                500,
                Map.of(),
                "",
                1,
                false));

        scans.finds(Due.boot());

        assertThat(scans.issue(1).path("state").asText()).isEqualTo("open");
        assertThat(scans.issue(2).path("state").asText()).isEqualTo("closed");
        scans.on("2027-01-11").finds(Due.boot());
        assertThat(scans.titles("open")).hasSize(1);
    }

    @Test
    void anAnswerThatIsLostOpensNoSecondIssue() throws Exception {
        scans.hub.fail(Failure.of(CREATES, 502, "Bad Gateway").answerLost());

        scans.finds(Due.boot());

        assertThat(scans.hub.issues()).hasSize(1);
    }

    @Test
    void aClockThatJumpsBackTouchesNothing() throws Exception {
        scans.finds(Due.boot());

        scans.on("2026-12-01").finds();

        assertThat(scans.hub.writes()).isEmpty();
        assertThat(scans.log()).contains("no issue was touched");
    }

    @Test
    void aReportOfAnotherDayThanTodayTouchesNothing() throws Exception {
        Reports later = scans.scan().asOf("2029-01-01");
        Due.boot().in(later);

        scans.reports(later);

        assertThat(scans.hub.asked()).isEmpty();
        assertThat(scans.log()).contains("which is not today");
    }

    @Test
    void aReportOfAChangeIsNoScan() throws Exception {
        Reports change = scans.scan().in(Report.Mode.CHANGE);
        Due.boot().in(change);

        scans.reports(change);

        assertThat(scans.hub.asked()).isEmpty();
    }

    @Test
    void whatCouldNotBeLookedAtIsNotCalledDone() throws Exception {
        scans.finds(Due.boot());

        scans.on("2027-01-11")
                .reports(scans.scan().with(new Gap("pom.xml", "does not parse", new Place("pom.xml", 3))));
        assertThat(scans.titles("open")).hasSize(1);
        assertThat(scans.log()).contains("Issue #1 stays open");

        scans.reports(scans.scan().with(Gap.of("lifecycle of spring-boot", "endoflife.date does not answer")));
        assertThat(scans.titles("open")).hasSize(1);

        scans.reports(scans.scan().with(Gap.of("lifecycle of spring-boot-admin", "endoflife.date does not answer")));
        assertThat(scans.titles("open"))
                .as("nothing at all was found, and something could not be looked at")
                .hasSize(1);
    }

    @Test
    void ownersOfThePlacesAreAssignedAndWhoIsGoneIsLeftOut() throws Exception {
        scans.hub.users("mary", "ahmed");
        scans.hub.content(".github/CODEOWNERS", """
                *        @acme/all @nobody-here
                pom.xml  @mary @acme/platform mary@acme.example
                /infra/  @ahmed
                """);

        scans.finds(Due.boot(), Due.of("eks", "1.30", "1.33", "infra/eks.tf", "2027-02-01"));

        assertThat(logins(1)).isEqualTo("ahmed");
        assertThat(logins(2)).isEqualTo("mary");

        scans.finds(Due.boot(), Due.of("redis", "6", "7", "compose.yaml", "2027-02-01"));
        assertThat(logins(3)).as("GitHub knows no nobody-here").isEmpty();
    }

    private String logins(int number) {
        StringBuilder all = new StringBuilder();
        for (JsonNode one : scans.issue(number).path("assignees")) {
            all.append(one.path("login").asText());
        }
        return all.toString();
    }

    @Test
    void aMilestoneByMonthIsUsedOnlyWhenAskedFor() throws Exception {
        scans.finds(Due.boot());
        assertThat(scans.hub.milestones()).isEmpty();

        scans.input("MILESTONES", "true")
                .finds(
                        Due.boot(),
                        Due.of("redis", "6", "7", "a.yaml", "2027-03-01"),
                        Due.of("node", "18", "22", "b.yaml", "2027-03-02"));

        assertThat(scans.hub.milestones())
                .singleElement()
                .satisfies(one -> assertThat(one.path("title").asText()).isEqualTo("due by 2027-03"));
        assertThat(scans.issue(2).at("/milestone/title").asText()).isEqualTo("due by 2027-03");
    }

    @Test
    void nothingOfOtherPeoplesTextActsInAnIssue() throws Exception {
        scans.finds(Due.of("@octocat <script> #12 --> x", "1", "2<!-- -->", "a b.yaml", "2027-02-01"));

        assertThat(scans.body(1)).doesNotContain("@octocat", "<script", " #12");
        scans.on("2027-01-11").finds(Due.of("@octocat <script> #12 --> x", "1", "2<!-- -->", "a b.yaml", "2027-02-01"));
        assertThat(scans.hub.issues()).hasSize(1);
        assertThat(scans.body(1)).contains("in 21 days");
    }

    @Test
    void ofARepositoryThatIsArchivedRenamedOrWithoutIssuesOneNoticeIsLeft() throws Exception {
        scans.hub.archived();
        scans.finds(Due.boot());
        assertThat(scans.log()).contains("the repository is archived");
        scans.hub.renamed();
        scans.finds(Due.boot());
        assertThat(scans.log()).contains("renamed or moved");
        scans.close();

        scans = new Scans(folder, "2027-01-04");
        scans.hub.withoutIssues();
        scans.finds(Due.boot(), Due.of("redis", "6", "7", "a.yaml", "2027-03-01"));
        assertThat(scans.log()).containsOnlyOnce("switched off");
    }

    @Test
    void aRepositoryWithoutADefaultBranchHasIssuesAllTheSame() throws Exception {
        scans.hub.fail(new Failure(
                asked -> asked.uri().contains("/contents/"), 404, Map.of(), "This repository is empty.", 9, false));

        scans.finds(Due.boot());

        assertThat(scans.hub.issues()).hasSize(1);
        assertThat(scans.issue(1).path("assignees")).isEmpty();
    }

    @Test
    void aTokenThatMayNotWriteIssuesIsToldWhichPermissionIsMissing() throws Exception {
        scans.hub.token("t", Caller.WORKFLOW);

        scans.finds(Due.boot());

        assertThat(scans.log()).contains("issues: read");
    }

    @Test
    void eachFolderOfARepositoryThatScansSeveralHasItsOwnIssues() throws Exception {
        scans.input("WORKING_DIRECTORY", "shop").finds(Due.boot());
        scans.input("WORKING_DIRECTORY", "till").finds(Due.of("redis", "6", "7", "till/compose.yaml", "2027-02-01"));
        scans.on("2027-01-11").finds();

        assertThat(scans.titles("open")).containsExactly("spring-boot 3.2.0 → 3.5.9, by 2027-03-31");
    }

    @Test
    void aMigrationOfThousandsOfPlacesFitsIntoAnIssue() throws Exception {
        Due[] many = new Due[300];
        Reports report = scans.scan();
        for (int i = 0; i < many.length; i++) {
            Due.of("lib-" + i, "1", "2", "m" + i + "/" + "long/".repeat(20) + "pom.xml", "2027-02-01")
                    .in(report);
        }
        Report all = report.report();
        Migration first = all.migrations().get(0);
        scans.reports(scans.scan()
                .with(new Migration(
                        first.id(),
                        "all of it " + "x".repeat(400),
                        "\u20ac".repeat(5_000),
                        first.deadline(),
                        first.target(),
                        first.longTerm(),
                        all.migrations().stream()
                                .flatMap(one -> one.places().stream())
                                .toList(),
                        Collections.nCopies(2_000, "breaks ".repeat(200)),
                        all.migrations().stream()
                                .flatMap(one -> one.advisories().stream())
                                .toList(),
                        all.migrations().stream()
                                .flatMap(one -> one.tasks().stream())
                                .toList(),
                        List.of(),
                        first.kind(),
                        first.cost(),
                        first.evidence(),
                        List.of())));

        assertThat(scans.body(1)).hasSizeLessThan(65_536).contains("more places, all in the scan's report");
        scans.on("2027-01-11").reports(scans.scan().with(first));
        assertThat(scans.body(1)).contains("in 21 days");
    }

    @Test
    void hundredsOfIssuesOfTheSameAccountAreNoObstacle() throws Exception {
        for (int i = 0; i < 250; i++) {
            scans.hub.issue("Nightly failed " + i, "It did.", Caller.SCAN);
        }

        scans.finds(Due.boot());
        scans.on("2027-01-11").finds(Due.boot());

        assertThat(scans.body(251)).contains("in 79 days");
        assertThat(scans.hub.asked()).hasSizeLessThanOrEqualTo(10);
    }
}
