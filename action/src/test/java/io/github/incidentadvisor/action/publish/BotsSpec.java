package io.github.incidentadvisor.action.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.incidentadvisor.action.Reports;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Grade;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pull requests of Dependabot and Renovate: what they say already is not said again. */
class BotsSpec extends OnePullRequest {
    @Test
    void whatABotsDescriptionQuotesIsNotRepeated() throws Exception {
        ObjectNode payload = Run.payload("pull_request.opened", FIRST);
        ((ObjectNode) payload.at("/pull_request/user")).put("login", "dependabot[bot]");
        var broken = Reports.broken().advisories().get(0).findings().get(0);
        var note = Reports.finding(
                "rel-000001",
                Kind.RELEASE_NOTE,
                Severity.INFO,
                Grade.STATED,
                "pom.xml",
                21,
                "evict is gone since 2.0",
                "");

        run().report(Reports.saying("Fix it.").with(Reports.pool(broken, note)).report())
                .event("pull_request", payload)
                .publish();

        String before = comment().substring(0, comment().indexOf("Evidence ("));
        assertThat(before).doesNotContain("evict is gone since 2.0").contains("uses Pool.evict");
        assertThat(comment()).contains("not repeated");
    }

    @Test
    void ofAGroupedUpdateItIsSaidWhatIsQuiet() throws Exception {
        ObjectNode payload = Run.payload("pull_request.opened", FIRST);
        ((ObjectNode) payload.at("/pull_request/user")).put("login", "renovate[bot]");

        run().report(Reports.saying("Fix it.")
                        .with(Reports.broken().advisories().get(0))
                        .with(Reports.change("org.acme", "tank", "1", "2", "pom.xml", 30, List.of()))
                        .with(Reports.change("org.acme", "pond", "1", "2", "pom.xml", 40, List.of()))
                        .with(Reports.change("org.acme", "pond-api", "1", "2", "pom.xml", 40, List.of()))
                        .report())
                .event("pull_request", payload)
                .publish();

        assertThat(comment()).contains("Of 3 updates in this pull request 2 leave nothing to say: tank, pond.");
    }
}
