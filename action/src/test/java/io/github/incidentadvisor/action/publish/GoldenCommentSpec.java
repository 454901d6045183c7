package io.github.incidentadvisor.action.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.incidentadvisor.action.hub.Caller;
import io.github.incidentadvisor.action.hub.GitHubServer;
import io.github.incidentadvisor.model.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Eight comments as they arrive on GitHub, kept in src/test/golden so that a change of words is looked at;
 * {@code -Dgolden.write=true} writes them anew. Where there is no comment, the file holds what stands in its place.
 */
class GoldenCommentSpec {
    private static final String HEAD = "a1".repeat(20);
    private static final Path GOLDEN = Path.of("src", "test", "golden");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> eachCommentIsAsItWasLookedAt() {
        return Cases.all().entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> {
                    String said = said(one);

                    assertThat(said.lines().takeWhile(line -> !line.startsWith("<details>")))
                            .as("lines before the fold")
                            .hasSizeLessThanOrEqualTo(25);
                    assertThat(Page.of(said).headline())
                            .as("what to do, in the imperative")
                            .matches("(no comment|Fix|Take|Wait|Merge|Look|Move|Aim|Act|Plan)\\b.*|\\(no comment.*");
                    Page.of(said).written(Path.of("target", "golden", one.getKey() + ".html"));
                    Path file = GOLDEN.resolve(one.getKey() + ".md");
                    if (Boolean.getBoolean("golden.write")) {
                        Files.createDirectories(GOLDEN);
                        Files.writeString(file, said);
                    }
                    assertThat(said).isEqualTo(Files.readString(file));
                }));
    }

    private String said(Map.Entry<String, Report> one) throws IOException {
        boolean fork = one.getKey().equals("fork");
        try (GitHubServer hub = new GitHubServer("acme", "shop").token("t", Caller.WORKFLOW)) {
            hub.pull(7, fork ? "someone" : "acme", "change", HEAD);
            Run run = new Run(Files.createDirectories(folder.resolve(one.getKey())), hub).report(one.getValue());
            if (fork) {
                ObjectNode done = Run.payload("workflow_run.completed", "");
                ObjectNode about = (ObjectNode) done.get("workflow_run");
                about.put("event", "pull_request").put("head_branch", "change").put("head_sha", HEAD);
                ((ObjectNode) about.at("/head_repository")).put("id", 99);
                ((ObjectNode) about.at("/head_repository/owner")).put("login", "someone");
                run.event("workflow_run", done);
            } else {
                run.pullRequest(HEAD);
            }
            run.publish();
            return hub.comments(7).values().stream()
                    .findFirst()
                    .orElseGet(() -> "(no comment; the check is "
                            + hub.checkRuns().get(0).path("conclusion").asText() + " and says: "
                            + hub.checkRuns().get(0).at("/output/title").asText() + ")\n");
        }
    }
}
