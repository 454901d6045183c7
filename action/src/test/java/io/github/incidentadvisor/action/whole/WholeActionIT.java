package io.github.incidentadvisor.action.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.incidentadvisor.action.hub.Caller;
import io.github.incidentadvisor.action.hub.GitHubServer;
import io.github.incidentadvisor.action.publish.Run;
import io.github.incidentadvisor.action.whole.Runner.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The action as a runner runs it: a real git repository, a real Maven, and a GitHub that remembers. */
class WholeActionIT {
    /** One machine for all, so that Maven fetches its plugins once. */
    @TempDir
    static Path machine;

    private static Path artifacts;

    @TempDir
    Path folder;

    private GitHubServer hub;
    private Origin origin;

    @BeforeAll
    static void libraries() throws Exception {
        artifacts = machine.resolve("artifacts");
        new Artifacts(artifacts)
                .withOurselves()
                .library("pool", "1.0", Map.of("com/example/Pool.java", """
                        package com.example;
                        public class Pool {
                            public void evict(String key) {}
                            public void drain() {}
                            public void close() {}
                        }
                        """))
                .library("pool", "2.0", Map.of("com/example/Pool.java", """
                        package com.example;
                        public class Pool {
                            public void close() {}
                        }
                        """));
    }

    @BeforeEach
    void aRepositoryOnGitHub() throws Exception {
        hub = new GitHubServer("acme", "shop").token("t", Caller.WORKFLOW);
        origin = new Origin(folder.resolve("origin"));
        origin.file(".incident-advisor.yml", "offline: true\ntoday: 2026-11-24\n")
                .file(".gitignore", "target/\n")
                .file("pom.xml", """
                        <project>
                          <modelVersion>4.0.0</modelVersion>
                          <groupId>com.acme</groupId>
                          <artifactId>shop</artifactId>
                          <version>1</version>
                          <properties>
                            <maven.compiler.release>17</maven.compiler.release>
                          </properties>
                          <dependencies>
                            <dependency>
                              <groupId>com.example</groupId>
                              <artifactId>pool</artifactId>
                              <version>1.0</version>
                            </dependency>
                          </dependencies>
                        </project>
                        """)
                .file("src/main/java/com/acme/Cache.java", """
                        package com.acme;

                        import com.example.Pool;

                        class Cache {
                            void drop(Pool pool) {
                                pool.evict("a");
                                pool.drain();
                            }
                        }
                        """);
        origin.commit("The shop");
    }

    @AfterEach
    void nothingWentAgainstGitHubsDescription() {
        hub.close();
    }

    @Test
    void aPullRequestIsOpenedMendedAndResolved() throws Exception {
        origin.branch("bump").replace("pom.xml", "<version>1.0</version>", "<version>2.0</version>");
        String opened = origin.commit("pool 2.0");
        hub.pull(7, "acme", "bump", opened);

        Step first = pullRequest(opened, "one", 2);

        assertThat(first.code()).as(first.log()).isZero();
        assertThat(hub.comments(7)).hasSize(1);
        assertThat(comment()).contains("### Fix 2 lines, then merge.", "Cache.java:7", "Cache.java:8");
        assertThat(first.outputs()).containsEntry("verdict", "broken").containsKey("comment-url");
        assertThat(first.summary()).contains("### Fix 2 lines, then merge.");

        origin.replace("src/main/java/com/acme/Cache.java", "        pool.evict(\"a\");\n", "");
        String mended = origin.commit("One line is mended");
        hub.push(7, mended);
        long id = hub.comments(7).keySet().iterator().next();
        Step second = pullRequest(mended, "two", 2);

        assertThat(hub.comments(7)).containsOnlyKeys(id);
        assertThat(comment()).contains("### Fix 1 line, then merge.").doesNotContain("evict");

        origin.replace("src/main/java/com/acme/Cache.java", "pool.drain()", "pool.close()");
        String resolved = origin.commit("The other line too");
        hub.push(7, resolved);
        pullRequest(resolved, "three", 2);

        assertThat(hub.comments(7)).containsOnlyKeys(id);
        assertThat(comment()).contains("Nothing is left to say").doesNotContain("What breaks");
        assertThat(hub.checkRuns())
                .extracting(one -> one.path("conclusion").asText())
                .containsExactly("neutral", "neutral", "success");
        System.out.printf(
                "from the snippet to the comment: %.1f s cold, %.1f s warm%n", first.seconds(), second.seconds());
    }

    @Test
    void aForkIsSummarisedAndThenPublishedByTheSecondHalf() throws Exception {
        origin.branch("theirs").replace("pom.xml", "<version>1.0</version>", "<version>2.0</version>");
        String head = origin.commit("pool 2.0");
        hub.pull(7, "someone", "theirs", head);
        ObjectNode payload = Run.payload("pull_request.opened", head);
        ((ObjectNode) payload.at("/pull_request/head/repo")).put("id", 99);
        String merge = origin.merge(7, "theirs");
        Path workspace = origin.checkedOut(folder.resolve("one"), merge, 2);

        Step analysed = runner().event("pull_request", payload)
                .set("GITHUB_SHA", merge)
                .input("mode", "analyse")
                .input("fail-on", "broken")
                .run(workspace);

        assertThat(analysed.code()).as(analysed.log()).isEqualTo(1);
        assertThat(analysed.summary()).contains("### Fix 2 lines, then merge.");
        assertThat(hub.asked()).isEmpty();

        ObjectNode done = Run.payload("workflow_run.completed", "");
        ObjectNode run = (ObjectNode) done.get("workflow_run");
        run.put("event", "pull_request").put("head_branch", "theirs").put("head_sha", head);
        ((ObjectNode) run.at("/head_repository")).put("id", 99);
        ((ObjectNode) run.at("/head_repository/owner")).put("login", "someone");
        Step published = runner().event("workflow_run", done)
                .input("mode", "publish")
                .input("report", analysed.report().getParent().toString())
                .run(Files.createDirectories(folder.resolve("two")));

        assertThat(published.code()).as(published.log()).isZero();
        assertThat(comment()).contains("### Fix 2 lines, then merge.", "From a fork");
    }

    @Test
    void aHostileBuildFindsNoTokenAndChangesNothing() throws Exception {
        Path loot = folder.resolve("loot");
        String head = evil("1.0", loot, true);

        Step step = hostile(head, "one");

        String found = looted(loot);
        assertThat(found).contains("replaced: publisher.jar");
        assertThat(step.code()).isEqualTo(2);
        assertThat(step.log())
                .contains("The build changed the publisher or the event", "orders to the runner; that was undone");
        assertThat(hub.asked())
                .as("nothing is published that could be the attacker's")
                .isEmpty();
    }

    @Test
    void thePublisherRunsUnharmedBehindABuildThatLooksAroundAndPlantsOrders() throws Exception {
        Path loot = folder.resolve("loot");
        String head = evil("1.1", loot, false);

        Step step = hostile(head, "one");

        looted(loot);
        assertThat(step.code()).as(step.log()).isZero();
        assertThat(step.log()).contains("orders to the runner; that was undone");
        assertThat(hub.comments(7)).as(step.log() + step.summary()).hasSize(1);
        assertThat(comment()).contains("### Fix 2 lines, then merge.");
        assertThat(hub.asked()).allMatch(one -> one.by().equals(Caller.WORKFLOW));
    }

    private static final String SECRET = "ghs_" + "S3cr3t".repeat(6);
    private static final String KEY = "sk-" + "K3y".repeat(12);

    /** A pull request that brings an extension of Maven's which does {@link Hostile} things. */
    private String evil(String version, Path loot, boolean replaces) throws Exception {
        String maven = System.getProperty("built.maven");
        Path core = Path.of(
                System.getProperty("built.local"),
                "org/apache/maven/maven-core",
                maven,
                "maven-core-" + maven + ".jar");
        new Artifacts(artifacts)
                .library(
                        "evil",
                        version,
                        Map.of("Evil.java", Hostile.extension(loot, machine.resolve("_temp"), replaces)),
                        core.toString(),
                        Map.of("META-INF/plexus/components.xml", Hostile.COMPONENTS));
        origin.branch("evil")
                .replace("pom.xml", "<version>1.0</version>", "<version>2.0</version>")
                .replace("pom.xml", "</dependencies>", """
                        </dependencies>
                          <build>
                            <extensions>
                              <extension>
                                <groupId>com.example</groupId>
                                <artifactId>evil</artifactId>
                                <version>%s</version>
                              </extension>
                            </extensions>
                          </build>""".formatted(version));
        String head = origin.commit("Nothing to see here");
        hub.pull(7, "acme", "evil", head);
        hub.token(SECRET, Caller.WORKFLOW);
        return head;
    }

    private Step hostile(String head, String workspace) throws Exception {
        String merge = origin.merge(7, "evil");
        return runner().event("pull_request", Run.payload("pull_request.opened", head))
                .set("GITHUB_SHA", merge)
                .input("github-token", SECRET)
                .set("OPENAI_API_KEY", KEY)
                .set("AWS_SECRET_ACCESS_KEY", "another secret")
                .run(origin.checkedOut(folder.resolve(workspace), merge, 2));
    }

    /** What it found: its environment, those of the processes above it, open files and .git/config; and no secret in any. */
    private static String looted(Path loot) throws Exception {
        String found = Files.readString(loot);
        assertThat(found.substring(0, found.indexOf("end of it")))
                .contains("own environment:", "PATH=", "JAVA_HOME=")
                .doesNotContain("GITHUB_", "RUNNER_", "INCIDENT_ADVISOR_", "OPENAI");
        String readable = found.replaceAll("\\P{ASCII}|\\p{Cntrl}", " ");
        assertThat(readable)
                .contains("processes read: ", "repositoryformatversion", "planted: add_path", "planted: set_env")
                .doesNotContain(SECRET, KEY, "another secret", "extraheader");
        return readable;
    }

    @Test
    void aModelWordsTheCommentFromThePublisherAlone() throws Exception {
        try (Model model = new Model()) {
            origin.branch("bump").replace("pom.xml", "<version>1.0</version>", "<version>2.0</version>");
            String head = origin.commit("pool 2.0");
            hub.pull(7, "acme", "bump", head);
            String merge = origin.merge(7, "bump");

            Step step = runner().event("pull_request", Run.payload("pull_request.opened", head))
                    .set("GITHUB_SHA", merge)
                    .set("GITHUB_REF", "refs/pull/7/merge")
                    .set("OPENAI_API_KEY", KEY)
                    .input("model", "small-one")
                    .input("model-base-url", model.url())
                    .run(origin.checkedOut(folder.resolve("one"), merge, 2));

            assertThat(step.code()).as(step.log()).isZero();
            assertThat(model.keys())
                    .as(step.log() + step.summary())
                    .isNotEmpty()
                    .allMatch(("Bearer " + KEY)::equals);
            assertThat(comment())
                    .as(model.asked())
                    .contains("### Fix 2 lines, then merge.", "It uses Pool.evict", "wording by model");
            assertThat(step.log() + step.summary()).doesNotContain(KEY);
        }
    }

    @Test
    void aRepositoryWithoutAPomIsAnalysedToo() throws Exception {
        origin = new Origin(folder.resolve("infrastructure"));
        origin.file(".incident-advisor.yml", "offline: true\ntoday: 2026-11-24\n")
                .file("Dockerfile", "FROM eclipse-temurin:21-jre\n");
        origin.commit("An image");
        origin.branch("back").file("Dockerfile", "FROM node:16\n");
        String head = origin.commit("Another image");
        hub.pull(7, "acme", "back", head);

        Step step = pullRequest(head, "one", 2);

        assertThat(step.code()).as(step.log()).isZero();
        assertThat(step.summary()).contains("node", "Dockerfile:1");
    }

    @Test
    void aCheckoutOfTheBranchItselfIsComparedWithWhereItLeftTheBase() throws Exception {
        String base = origin.main();
        origin.branch("bump").replace("pom.xml", "<version>1.0</version>", "<version>2.0</version>");
        origin.commit("pool 2.0");
        String head = origin.file("README.md", "A shop\n").commit("Unrelated");
        hub.pull(7, "acme", "bump", head);
        ObjectNode payload = Run.payload("pull_request.opened", head);
        ((ObjectNode) payload.at("/pull_request/base")).put("sha", base);

        Step step = runner().event("pull_request", payload)
                .set("GITHUB_SHA", "c".repeat(40))
                .run(origin.checkedOut(folder.resolve("one"), head, 50));

        assertThat(step.code()).as(step.log()).isZero();
        assertThat(comment()).contains("### Fix 2 lines, then merge.");
    }

    @Test
    void aMergeQueueIsComparedWithItsBase() throws Exception {
        String base = origin.main();
        origin.branch("queue").replace("pom.xml", "<version>1.0</version>", "<version>2.0</version>");
        String head = origin.commit("pool 2.0");
        ObjectNode payload = Run.payload("merge_group.checks_requested", "");
        ((ObjectNode) payload.get("merge_group")).put("head_sha", head).put("base_sha", base);
        Path workspace = origin.checkedOut(folder.resolve("one"), head, 50);

        Step step = runner().event("merge_group", payload)
                .input("fail-on", "broken")
                .run(workspace);

        assertThat(step.code()).as(step.log()).isEqualTo(1);
        assertThat(step.summary()).contains("### Fix 2 lines, then merge.");
        assertThat(hub.checkRuns()).singleElement().satisfies(one -> {
            assertThat(one.path("head_sha").asText()).isEqualTo(head);
            assertThat(one.path("conclusion").asText()).isEqualTo("failure");
        });
    }

    @Test
    void withoutTheBaseItSaysWhichOptionOfTheCheckoutIsMissing() throws Exception {
        origin.branch("bump").replace("pom.xml", "<version>1.0</version>", "<version>2.0</version>");
        String head = origin.commit("pool 2.0");
        hub.pull(7, "acme", "bump", head);

        Step step = pullRequest(head, "one", 1);

        assertThat(step.code()).as(step.log()).isZero();
        assertThat(step.log()).contains("set 'fetch-depth: 2' at actions/checkout");
        assertThat(step.summary()).contains("fetch-depth: 2");
        assertThat(hub.comments(7)).isEmpty();
        assertThat(hub.checkRuns())
                .singleElement()
                .satisfies(one -> assertThat(one.path("conclusion").asText()).isEqualTo("neutral"));
    }

    @Test
    void inputsAreWordsAndNothingElse() throws Exception {
        origin.branch("bump;touch$IFS'pwned'#").replace("pom.xml", "<version>1.0</version>", "<version>2.0</version>");
        Path workspace = folder.resolve("one");
        origin.checkedOut(workspace, origin.commit("pool 2.0"), 2);
        String evil = "$(touch pwned) `touch pwned`; touch pwned & touch pwned | touch pwned > pwned * \n touch pwned";

        Step step = runner().event("push", Run.payload("push", ""))
                .input("maven-args", evil)
                .input("maven-env", "HOME;touch$IFS'pwned' 1X A-B ${x} PATH[$(touch${IFS}pwned)]")
                .input("base", evil)
                .input("comment-author", evil)
                .set("GITHUB_HEAD_REF", evil)
                .run(workspace);

        assertThat(step.code()).as(step.log()).isZero();
        assertThat(step.log()).contains("No advice");
        assertThat(workspace.resolve("pwned")).doesNotExist();
    }

    @Test
    void theReleasedJarIsFetchedThroughMavenAndHeldToItsHash() throws Exception {
        new Artifacts(artifacts).with(Runner.JAR);
        String hash = HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(Runner.JAR)));
        String head = origin.branch("quiet").head();
        hub.pull(7, "acme", "quiet", head);
        Path workspace = origin.checkedOut(folder.resolve("one"), head, 2);
        String properties = "version=" + Artifacts.VERSION + "\nsha256=";

        Step good = runner().event("push", Run.payload("push", ""))
                .set("INCIDENT_ADVISOR_JAR", "")
                .action(Runner.actionWith(folder.resolve("good"), properties + hash + "\n"))
                .run(workspace);
        Step bad = runner().event("push", Run.payload("push", ""))
                .set("INCIDENT_ADVISOR_JAR", "")
                .action(Runner.actionWith(
                        folder.resolve("bad"),
                        properties + hash.replace(hash.charAt(0), '0').replace('1', '2') + "\n"))
                .run(workspace);

        assertThat(good.code()).as(good.log()).isZero();
        assertThat(good.outputs()).containsKey("verdict");
        assertThat(bad.code()).isEqualTo(2);
        assertThat(bad.log()).contains("is not the jar that was released");
    }

    @Test
    void aStrangersCodeIsNotRunWithTheRightsOfPullRequestTarget() throws Exception {
        Step step = runner().event("pull_request_target", Run.payload("pull_request.opened", origin.head()))
                .run(origin.checkedOut(folder.resolve("one"), origin.head(), 1));

        assertThat(step.code()).isEqualTo(2);
        assertThat(step.log()).contains("use pull_request, and workflow_run with mode 'publish'");
        assertThat(hub.asked()).isEmpty();
    }

    private Step pullRequest(String head, String workspace, int depth) throws Exception {
        String branch = Shell.git(
                folder.resolve(Files.exists(folder.resolve("infrastructure")) ? "infrastructure" : "origin"),
                "branch",
                "--show-current");
        String merge = origin.merge(7, branch);
        return runner().event("pull_request", Run.payload("pull_request.synchronize", head))
                .set("GITHUB_SHA", merge)
                .set("GITHUB_REF", "refs/pull/7/merge")
                .run(origin.checkedOut(folder.resolve(workspace), merge, depth));
    }

    private Runner runner() throws Exception {
        return new Runner(machine, artifacts, hub);
    }

    private String comment() {
        return hub.comments(7).values().iterator().next();
    }
}
