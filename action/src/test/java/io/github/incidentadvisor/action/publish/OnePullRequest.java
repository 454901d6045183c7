package io.github.incidentadvisor.action.publish;

import io.github.incidentadvisor.action.Reports;
import io.github.incidentadvisor.action.hub.Caller;
import io.github.incidentadvisor.action.hub.GitHubServer;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.Version;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A pull request of a project that moves a pool, and what runs of the publisher make of it. */
abstract class OnePullRequest {
    static final String FIRST = "a1".repeat(20);
    static final String SECOND = "a2".repeat(20);

    @TempDir
    Path folder;

    GitHubServer hub;

    @BeforeEach
    void aPullRequestThatMovesAVersion() throws Exception {
        hub = new GitHubServer("acme", "shop").token("t", Caller.WORKFLOW);
        hub.pull(7, "acme", "bump-pool", FIRST);
        hub.file(
                7,
                "pom.xml",
                "@@ -19,5 +19,5 @@\n <dependency>\n <artifactId>pool</artifactId>\n-<version>1.0</version>\n"
                        + "+<version>2.0</version>\n </dependency>");
    }

    @AfterEach
    void nothingWentAgainstGitHubsDescription() {
        hub.close();
    }

    Run run() {
        return new Run(folder, hub);
    }

    String comment() {
        return hub.comments(7).values().iterator().next();
    }

    static Report pastItsEnd() {
        var ended = Reports.ending(
                "tgt-000001", "pom.xml", 21, "pool 2.0: support ended on 2026-06-30", "2026-06-30", "move to 2.4");
        return Reports.saying("Aim higher, at pool 2.4.")
                .with(Reports.advisory(
                        Component.Artifact.of("org.acme", "pool"),
                        true,
                        "1.0",
                        "2.0",
                        Role.DIRECT,
                        "pom.xml",
                        21,
                        List.of(ended),
                        new Version("2.4")))
                .report();
    }
}
