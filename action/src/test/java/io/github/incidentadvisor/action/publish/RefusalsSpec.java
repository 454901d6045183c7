package io.github.incidentadvisor.action.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.incidentadvisor.action.Reports;
import io.github.incidentadvisor.action.SharedData;
import io.github.incidentadvisor.action.hub.Asked;
import io.github.incidentadvisor.action.hub.Caller;
import io.github.incidentadvisor.action.hub.Failure;
import io.github.incidentadvisor.action.hub.GitHubServer;
import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The ways in which GitHub refuses, and what is left then. */
class RefusalsSpec {
    private static final String HEAD = "a1".repeat(20);
    private static final Predicate<Asked> COMMENT = posts("/repos/{owner}/{repo}/issues/{issue_number}/comments");
    private static final Predicate<Asked> REVIEW = posts("/repos/{owner}/{repo}/pulls/{pull_number}/reviews");
    private static final Predicate<Asked> SARIF = posts("/repos/{owner}/{repo}/code-scanning/sarifs");
    private static final Predicate<Asked> PULL =
            asked -> asked.operation().equals("GET /repos/{owner}/{repo}/pulls/{pull_number}");

    /** What others ask which dependencies changed; we compare trees ourselves. */
    private static final Predicate<Asked> GRAPH = asked -> asked.operation().contains("dependency-graph");

    @TempDir
    Path folder;

    private GitHubServer hub;

    @BeforeEach
    void open() throws Exception {
        hub = new GitHubServer("acme", "shop").token("t", Caller.WORKFLOW);
        hub.pull(7, "acme", "bump-pool", HEAD);
        hub.file(7, "pom.xml", "@@ -20,3 +20,3 @@\n a\n-<version>1.0</version>\n+<version>2.0</version>\n b");
    }

    @AfterEach
    void close() {
        hub.close();
    }

    /** Those that meet who opens branches and pull requests, see ProposalSpec. */
    private static final Set<String> OF_BRANCHES =
            Set.of("ref-exists", "pr-exists", "actions-may-not-create-pr", "workflow-scope");

    @TestFactory
    Stream<DynamicTest> eachKnownRefusalEndsAsWanted() throws Exception {
        JsonNode file = new ObjectMapper().readTree(Files.readAllBytes(SharedData.at("api/github-failure-cases.json")));
        Map<String, JsonNode> cases = new TreeMap<>();
        file.path("cases").forEach(one -> cases.put(one.path("id").asText(), one));
        Map<String, Expectation> wanted = new TreeMap<>();
        wanted.put("no-permission", on(COMMENT, run -> run.says("pull-requests: write")
                .keepsTheRest()));
        wanted.put("bad-credentials", on(COMMENT, run -> run.says("does not know the token", "Nothing else is tried")
                .asksNothingAfter(COMMENT)));
        wanted.put("primary-limit", on(COMMENT, run -> run.says("rate limit", "Nothing else is tried")
                .waitedAtMost(120)));
        wanted.put("primary-limit-429", on(COMMENT, run -> run.says("rate limit", "Nothing else is tried")
                .waitedAtMost(120)));
        wanted.put(
                "secondary-limit", once(COMMENT, run -> run.waited(2).comments().keepsTheRest()));
        wanted.put("secondary-limit-no-header", on(COMMENT, run -> run.says("rate limit")
                .waited(60)));
        wanted.put("not-found", on(PULL, run -> run.says("may not see it").writesNothing()));
        wanted.put("gone", on(COMMENT, run -> run.says("switched off").keepsTheRest()));
        wanted.put("too-long", on(COMMENT.and(RefusalsSpec::isTooLong), run -> run.comments()
                .keepsTheRest()));
        wanted.put("line-not-in-diff", on(REVIEW, run -> run.says("not in its diff")
                .keepsTheRest()));
        wanted.put("pending-review", on(REVIEW.and(RefusalsSpec::isNoComment), run -> run.asked(REVIEW, 1)
                .keepsTheRest()));
        wanted.put("own-pr", on(REVIEW.and(RefusalsSpec::isNoComment), run -> run.asked(REVIEW, 1)
                .keepsTheRest()));
        wanted.put("locked", on(COMMENT, run -> run.says("locked").keepsTheRest()));
        wanted.put("no-code-scanning", on(SARIF, run -> run.says("not switched on", "SARIF file stands beside")
                .keepsTheRest()));
        wanted.put("no-dependency-graph", on(GRAPH, run -> run.asked(GRAPH, 0).comments()));
        wanted.put("server-error", on(COMMENT, run -> run.says("GitHub answered 500")
                .keepsTheRest()
                .asked(COMMENT, 2)));
        wanted.put("bad-gateway-html", on(PULL, run -> run.says("GitHub answered 502")
                .asked(PULL, 3)));
        TreeSet<String> known = new TreeSet<>(wanted.keySet());
        known.addAll(OF_BRANCHES);
        assertThat(cases.keySet()).isEqualTo(known);
        return wanted.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> {
                    hub.close();
                    open();
                    hub.fail(Failure.of(
                            one.getValue().when(),
                            cases.get(one.getKey()),
                            one.getValue().times()));
                    Run run = whole();

                    assertThat(run.publish())
                            .as("the exit code is the report's")
                            .isZero();

                    assertThat(run.summary()).contains("### Aim higher");
                    one.getValue().then().accept(new Aftermath(run, hub));
                }));
    }

    private static boolean isTooLong(Asked asked) {
        return asked.body().path("body").asText().length() > 65_536;
    }

    private static boolean isNoComment(Asked asked) {
        return !asked.body().path("event").asText().equals("COMMENT");
    }

    @Test
    void ofSeveralSuggestionsThoseThatTheDiffNoLongerHoldsAreLeftOut() throws Exception {
        hub.file(7, "app/pom.xml", "@@ -20,3 +20,3 @@\n a\n-<version>1.0</version>\n+<version>2.0</version>\n b");
        boolean[] moved = {false};
        hub.fail(new Failure(
                asked -> {
                    if (REVIEW.test(asked) && !moved[0]) {
                        moved[0] = true;
                        hub.forgetFiles(7);
                        hub.file(
                                7,
                                "pom.xml",
                                "@@ -20,3 +20,3 @@\n a\n-<version>1.0</version>\n+<version>2.0</version>\n b");
                    }
                    return false;
                },
                500,
                Map.of(),
                "",
                1,
                false));
        Run run = new Run(folder, hub)
                .report(Reports.saying("Aim higher, at pool 2.4.")
                        .with(pool("pom.xml"))
                        .with(pool("app/pom.xml"))
                        .report())
                .pullRequest(HEAD);

        run.publish();

        assertThat(hub.reviewComments())
                .singleElement()
                .satisfies(one -> assertThat(one.path("path").asText()).isEqualTo("pom.xml"));
        assertThat(run.log()).contains("1 suggestion was not taken by GitHub");
    }

    @Test
    void anAnswerThatIsLostDoesNotMakeASecondComment() throws Exception {
        hub.fail(Failure.of(COMMENT, 502, "Bad Gateway").answerLost());

        whole().publish();

        assertThat(hub.comments(7)).hasSize(1);
    }

    @Test
    void anAccidentOfTheServerIsAskedAgainWhenItOnlyReads() throws Exception {
        hub.fail(Failure.of(PULL, 500, "Server Error"));

        whole().publish();

        assertThat(hub.comments(7)).hasSize(1);
    }

    @Test
    void aBodyThatIsTooLongNeverGoesOut() throws Exception {
        var findings = IntStream.range(0, 400)
                .mapToObj(i -> Reports.finding(
                        String.format("api-%06x", i),
                        Finding.Kind.BROKEN_REFERENCE,
                        Finding.Severity.BREAKS_BUILD,
                        Grade.MEASURED,
                        "A" + i + ".java",
                        1,
                        "long words \u20ac \ud83d\ude00 ".repeat(60) + i,
                        "do it"))
                .toList();

        new Run(folder, hub)
                .report(Reports.saying("Fix it.")
                        .with(Reports.change("a", "b", "1", "2", "pom.xml", 21, findings))
                        .report())
                .pullRequest(HEAD)
                .publish();

        assertThat(hub.comments(7).values()).singleElement().satisfies(body -> assertThat(body)
                .hasSizeLessThanOrEqualTo(65_536));
    }

    @Test
    void aPageOnAnotherHostIsNotAsked() throws Exception {
        hub.fail(new Failure(
                asked -> asked.operation().endsWith("pulls/{pull_number}/files"),
                200,
                Map.of("link", "<https://evil.example/files?page=2>; rel=\"next\""),
                "[{\"filename\":\"a\",\"status\":\"added\"}]",
                1,
                false));
        Run run = whole();

        run.publish();

        assertThat(run.log()).contains("evil.example is not the GitHub of this run");
        assertThat(hub.comments(7)).hasSize(1);
    }

    private Run whole() throws Exception {
        return new Run(folder, hub).report(report()).pullRequest(HEAD).set("INCIDENT_ADVISOR_SARIF", "true");
    }

    private static Report report() {
        return Reports.saying("Aim higher, at pool 2.4.").with(pool("pom.xml")).report();
    }

    private static Advisory pool(String file) {
        var ended = Reports.ending(
                "tgt-000001", file, 21, "pool 2.0: support ended on 2026-06-30", "2026-06-30", "move to 2.4");
        return Reports.advisory(
                Component.Artifact.of("org.acme", "pool"),
                true,
                "1.0",
                "2.0",
                Role.DIRECT,
                file,
                21,
                List.of(ended),
                new Version("2.4"));
    }

    private static Predicate<Asked> posts(String path) {
        return asked -> asked.operation().equals("POST " + path);
    }

    private record Expectation(Predicate<Asked> when, int times, Check then) {}

    private interface Check {
        void accept(Aftermath aftermath) throws Exception;
    }

    private static Expectation on(Predicate<Asked> when, Check then) {
        return new Expectation(when, Integer.MAX_VALUE, then);
    }

    /** Then all is well again. */
    private static Expectation once(Predicate<Asked> when, Check then) {
        return new Expectation(when, 1, then);
    }

    private record Aftermath(Run run, GitHubServer hub) {
        Aftermath says(String... words) throws Exception {
            assertThat(run.log()).contains(words).contains("::");
            assertThat(run.summary().replace("\\", "")).contains(words);
            return this;
        }

        Aftermath keepsTheRest() {
            assertThat(hub.checkRuns()).hasSize(1);
            return this;
        }

        Aftermath comments() {
            assertThat(hub.comments(7)).hasSize(1);
            return this;
        }

        Aftermath writesNothing() {
            assertThat(hub.writes()).isEmpty();
            return this;
        }

        Aftermath asked(Predicate<Asked> what, int times) {
            assertThat(hub.asked()).filteredOn(what).hasSize(times);
            return this;
        }

        Aftermath asksNothingAfter(Predicate<Asked> what) {
            assertThat(hub.asked().get(hub.asked().size() - 1)).matches(what);
            return this;
        }

        Aftermath waited(int seconds) {
            assertThat(run.waited).contains(Duration.ofSeconds(seconds));
            return this;
        }

        Aftermath waitedAtMost(int seconds) {
            assertThat(run.waited.stream().mapToLong(Duration::toSeconds).sum()).isLessThanOrEqualTo(seconds);
            return this;
        }
    }
}
