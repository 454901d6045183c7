package io.github.incidentadvisor.action.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.incidentadvisor.action.Reports;
import io.github.incidentadvisor.action.hub.Caller;
import io.github.incidentadvisor.action.hub.Door;
import io.github.incidentadvisor.action.hub.GitHubServer;
import io.github.incidentadvisor.action.hub.Token;
import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Migration;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.StableId;
import io.github.incidentadvisor.model.Version;
import io.github.incidentadvisor.organisation.Member;
import io.github.incidentadvisor.organisation.Organisation;
import io.github.incidentadvisor.organisation.Since;
import io.github.incidentadvisor.report.JsonReport;
import io.github.incidentadvisor.report.OrganisationJson;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The issues of many repositories, kept by one job. */
class EverywhereSpec {
    private static final LocalDate TODAY = LocalDate.parse("2027-01-04");

    @TempDir
    Path folder;

    private final Map<String, GitHubServer> hubs = new LinkedHashMap<>();
    private final List<Member> members = new ArrayList<>();
    private List<String> told = List.of();

    @AfterEach
    void nothingWentAgainstGitHubsDescription() {
        hubs.values().forEach(GitHubServer::close);
    }

    @Test
    void theLimitIsOneOverAllRepositoriesAndTheNearestComesFirst() throws Exception {
        repository("acme/a", "2027-03-20", "2027-03-25");
        repository("acme/b", "2027-01-20", "2027-02-01");

        publish(3);

        assertThat(open("acme/b")).isEqualTo(2);
        assertThat(open("acme/a")).isEqualTo(1);
    }

    @Test
    void anIssueSaysWhatWasFoundToBreakWhenTheStepWasTried() throws Exception {
        repository("acme/a", "2027-01-20");

        publish(1);

        assertThat(hubs.get("acme/a").issues().get(1).path("body").asText())
                .contains("**Tried:** 1 line to edit, 12 lines in 4 files break.");
    }

    @Test
    void theNextScanOpensNothingMore() throws Exception {
        repository("acme/a", "2027-03-20", "2027-03-25");
        repository("acme/b", "2027-01-20", "2027-02-01");
        publish(3);
        hubs.values().forEach(GitHubServer::forgetRequests);

        publish(3);

        assertThat(open("acme/a") + open("acme/b")).isEqualTo(3);
        assertThat(hubs.get("acme/b").writes()).isEmpty();
    }

    @Test
    void whatOneRepositoryClosesMakesRoomInAnother() throws Exception {
        repository("acme/a", "2027-01-20");
        repository("acme/b", "2027-03-20");
        publish(1);
        assertThat(open("acme/b")).isZero();

        repository("acme/a");
        publish(1);

        assertThat(open("acme/a")).isZero();
        assertThat(open("acme/b")).isEqualTo(1);
    }

    @Test
    void aRepositoryThatIsGoneRenamedOrArchivedCostsTheOthersNothing() throws Exception {
        repository("acme/gone", "2027-01-20");
        hubs.put("acme/gone", new GitHubServer("acme", "another").token("t", Caller.SCAN));
        repository("acme/moved", "2027-01-20");
        hubs.get("acme/moved").renamed();
        repository("acme/old", "2027-01-20");
        hubs.get("acme/old").archived();
        repository("acme/shop", "2027-03-20");

        publish(5);

        assertThat(open("acme/shop")).isEqualTo(1);
        assertThat(told)
                .anyMatch(text -> text.startsWith("acme/gone: GitHub does not find it"))
                .anyMatch(text -> text.startsWith("acme/moved: the repository has been renamed"))
                .anyMatch(text -> text.startsWith("acme/old: ") && text.contains("archived"));
    }

    @Test
    void aRepositoryThatStandsTwiceInTheReportIsAskedOnce() throws Exception {
        repository("acme/shop", "2027-01-20");
        members.add(member("acme/shop"));

        publish(5);

        assertThat(open("acme/shop")).isEqualTo(1);
        assertThat(told).isEmpty();
    }

    @Test
    void aNameOrAReportThatIsNoneIsSaid() throws Exception {
        members.add(member("../../etc"));
        members.add(member("acme/unread"));

        publish(5);

        assertThat(told)
                .hasSize(2)
                .anyMatch(text -> text.contains("no OWNER/NAME"))
                .anyMatch(text -> text.startsWith("acme/unread: its report cannot be read"));
    }

    @Test
    void withoutTheAccountOfTheTokenNothingIsWritten() {
        Map<String, String> inputs = new LinkedHashMap<>(Map.of(
                "GITHUB_REPOSITORY", "acme/scans",
                "INCIDENT_ADVISOR_REPORT", folder.toString(),
                "INCIDENT_ADVISOR_TOKEN", "t"));

        assertThatThrownBy(() -> Everywhere.of(Job.of(inputs), name -> null, TODAY))
                .isInstanceOf(AdvisorException.class)
                .hasMessageContaining("comment-author");
        inputs.put("INCIDENT_ADVISOR_TOKEN", "");
        assertThatThrownBy(() -> Everywhere.of(Job.of(inputs), name -> null, TODAY))
                .hasMessageContaining("only the report of the organisation");
    }

    private void publish(int most) throws Exception {
        Files.write(
                folder.resolve("organisation.json"),
                OrganisationJson.write(new Organisation(
                        new Report.Tool("incident-advisor", "1.0.0"),
                        TODAY,
                        members,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Since.NOTHING)));
        Job job = Job.of(Map.of(
                "GITHUB_REPOSITORY", "acme/scans",
                "INCIDENT_ADVISOR_REPORT", folder.toString(),
                "INCIDENT_ADVISOR_TOKEN", "t",
                // Case counts for nothing in a login, and this server writes as that one.
                "INCIDENT_ADVISOR_COMMENT_AUTHOR", "GitHub-Actions[bot]",
                "INCIDENT_ADVISOR_MOST_ISSUES", String.valueOf(most)));
        told = Everywhere.of(
                        job,
                        name -> Door.of(Map.of(), waited -> {})
                                .open(URI.create(hubs.get(name).url()), new Token("t"), name),
                        TODAY)
                .publish(folder);
    }

    private long open(String name) {
        return hubs.get(name).issues().values().stream()
                .filter(issue -> issue.path("state").asText().equals("open"))
                .count();
    }

    /** A repository with a migration for each of these days. */
    private void repository(String name, String... days) throws Exception {
        if (!hubs.containsKey(name)) {
            String[] parts = name.split("/");
            hubs.put(name, new GitHubServer(parts[0], parts[1]).token("t", Caller.SCAN));
            hubs.get(name).at(TODAY);
            members.add(member(name));
        }
        Reports report = Reports.asTheEngineSays()
                .in(Report.Mode.STATE)
                .asOf(TODAY.toString())
                .at("c".repeat(40));
        for (String day : days) {
            report.with(migration(day));
        }
        Path home = Files.createDirectories(folder.resolve("repositories/" + name.replace('/', '+')));
        Files.write(home.resolve("report.json"), JsonReport.write(report.report()));
    }

    private static Migration migration(String day) {
        return new Migration(
                StableId.of("mig", day),
                "what ends on " + day,
                "It ends.",
                new Deadline(LocalDate.parse(day), "support"),
                new Version("2"),
                new Version("2"),
                List.of(new Place("pom.xml", 3)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Migration.Kind.END_OF_SUPPORT,
                new Migration.Cost(1, 12, 4, true),
                List.of(),
                List.of());
    }

    private static Member member(String name) {
        return new Member(name, "c".repeat(40), TODAY, TODAY.plusDays(1), "k", 1, 0, List.of());
    }
}
