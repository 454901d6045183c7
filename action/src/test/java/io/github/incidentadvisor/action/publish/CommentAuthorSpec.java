package io.github.incidentadvisor.action.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.action.Reports;
import io.github.incidentadvisor.action.hub.Caller;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose comments are ours. */
class CommentAuthorSpec extends OnePullRequest {
    @Test
    void anotherAccountThanExpectedIsToldOf() throws Exception {
        hub.token("ghs_app", new Caller("advisor-of-acme[bot]", "Bot", Caller.WORKFLOW.permissions()));
        Run run = run().report(Reports.broken()).pullRequest(FIRST).set("INCIDENT_ADVISOR_TOKEN", "ghs_app");
        run.publish();
        assertThat(run.log()).contains("set comment-author");

        hub.push(7, SECOND);
        run().report(Reports.broken())
                .pullRequest(SECOND)
                .set("INCIDENT_ADVISOR_TOKEN", "ghs_app")
                .set("INCIDENT_ADVISOR_COMMENT_AUTHOR", "advisor-of-acme[bot]")
                .publish();
        assertThat(hub.comments(7)).hasSize(1);
    }

    @Test
    void aPersonsTokenIsAskedWhoseItIs() throws Exception {
        hub.token("ghp_mine", Caller.person("octocat"));
        run().report(Reports.broken())
                .pullRequest(FIRST)
                .set("INCIDENT_ADVISOR_TOKEN", "ghp_mine")
                .publish();
        hub.push(7, SECOND);
        run().report(Reports.broken())
                .pullRequest(SECOND)
                .set("INCIDENT_ADVISOR_TOKEN", "ghp_mine")
                .publish();

        assertThat(hub.comments(7)).hasSize(1);
    }

    @Test
    void eachFolderOfARepositoryThatLooksAtSeveralHasItsOwn() throws Exception {
        for (String folder : List.of("services/shop", "./services/till/", "services/shop", "a folder; of $people")) {
            run().report(pastItsEnd())
                    .pullRequest(FIRST)
                    .set("INCIDENT_ADVISOR_WORKING_DIRECTORY", folder)
                    .publish();
        }

        assertThat(hub.comments(7)).hasSize(3);
        assertThat(hub.comments(7).values()).allMatch(body -> body.startsWith("<!-- incident-advisor:v1 "));
        assertThat(hub.reviewComments()).hasSize(3);
        assertThat(hub.checkRuns().stream()
                        .map(one -> one.path("name").asText())
                        .distinct())
                .hasSize(3)
                .contains("incident-advisor (services/shop)", "incident-advisor (services/till)");
    }
}
