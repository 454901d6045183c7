package io.github.incidentadvisor.action.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.action.Reports;
import org.junit.jupiter.api.Test;

/** Version lines of the diff that could say more. */
class SuggestionsSpec extends OnePullRequest {
    @Test
    void aVersionLineThatCouldSayMoreGetsASuggestionOnce() throws Exception {
        run().report(pastItsEnd()).pullRequest(FIRST).publish();
        hub.push(7, SECOND);
        run().report(pastItsEnd()).pullRequest(SECOND).publish();

        assertThat(hub.reviews()).hasSize(1);
        assertThat(hub.reviewComments()).singleElement().satisfies(one -> {
            assertThat(one.path("line").asInt()).isEqualTo(21);
            assertThat(one.path("body").asText()).contains("```suggestion\n<version>2.4</version>\n```");
        });
    }

    @Test
    void aSuggestionThatNoLongerHoldsIsTakenAwayOrStruckWhenSomebodyAnswered() throws Exception {
        run().report(pastItsEnd()).pullRequest(FIRST).publish();
        hub.push(7, SECOND);
        run().report(Reports.clean()).pullRequest(SECOND).publish();
        assertThat(hub.reviewComments()).isEmpty();

        hub.push(7, FIRST.replace('1', '3'));
        run().report(pastItsEnd()).pullRequest(FIRST.replace('1', '3')).publish();
        long id = hub.reviewComments().get(0).path("id").asLong();
        hub.answerReviewComment(id, "Why?");
        hub.push(7, FIRST.replace('1', '4'));
        run().report(Reports.clean()).pullRequest(FIRST.replace('1', '4')).publish();

        assertThat(hub.reviewComments()).hasSize(2);
        assertThat(hub.reviewComments().get(0).path("body").asText()).contains("no longer applies");
    }

    @Test
    void aSuggestionIsMadeOnlyWhereTheDiffHoldsThatVersion() throws Exception {
        hub.forgetFiles(7);
        hub.file(7, "pom.xml", "@@ -19,3 +19,3 @@\n <dependency>\n-<version>1.0</version>\n+<version>12.0.1</version>");

        run().report(pastItsEnd()).pullRequest(FIRST).publish();

        assertThat(hub.reviews()).isEmpty();
    }
}
