package io.github.incidentadvisor.action.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.action.Reports;
import io.github.incidentadvisor.action.hub.Caller;
import io.github.incidentadvisor.action.hub.GitHubServer;
import io.github.incidentadvisor.action.publish.Run;
import io.github.incidentadvisor.action.whole.Runner.Step;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.report.JsonReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What the action costs. Requests are held to a bound; seconds are printed, since they are the machine's too. */
class CostIT {
    private static final String HEAD = "a1".repeat(20);
    private static final int RUNS = Integer.getInteger("cost.runs", 1);

    @TempDir
    Path folder;

    @Test
    void thePublisherAsksLittle() throws Exception {
        publisher("a new comment", hub -> {}, Reports.broken(), 9);
        publisher(
                "the same again, edited",
                hub -> hub.comment(7, "<!-- incident-advisor:v1 -->\n### Else", Caller.WORKFLOW),
                Reports.broken(),
                9);
        publisher("nothing to say", hub -> {}, Reports.clean(), 7);
        publisher(
                "500 comments deep, a new one",
                hub -> {
                    for (int i = 0; i < 500; i++) {
                        hub.comment(7, "No " + i, Caller.person("octocat"));
                    }
                },
                Reports.broken(),
                25);
    }

    private interface Arrangement {
        void on(GitHubServer hub);
    }

    private void publisher(String what, Arrangement arrangement, Report report, int most) throws Exception {
        List<Double> seconds = new ArrayList<>();
        List<Double> processor = new ArrayList<>();
        int requests = 0;
        for (int i = 0; i < RUNS; i++) {
            try (GitHubServer hub = new GitHubServer("acme", "shop").token("t", Caller.WORKFLOW)) {
                hub.pull(7, "acme", "change", HEAD);
                arrangement.on(hub);
                Path event = folder.resolve("event.json");
                Files.writeString(
                        event, Run.payload("pull_request.synchronize", HEAD).toString());
                Files.write(folder.resolve("report.json"), JsonReport.write(report));
                Map<String, String> environment = new TreeMap<>(Map.of(
                        "PATH", System.getenv("PATH"),
                        "GITHUB_API_URL", hub.url(),
                        "GITHUB_REPOSITORY", "acme/shop",
                        "GITHUB_EVENT_NAME", "pull_request",
                        "GITHUB_EVENT_PATH", event.toString(),
                        "INCIDENT_ADVISOR_REPORT", folder.resolve("report.json").toString(),
                        "INCIDENT_ADVISOR_TOKEN", "t"));
                long started = System.nanoTime();
                Shell.Done done = Shell.run(
                        folder,
                        environment,
                        "bash",
                        "-c",
                        "TIMEFORMAT='%U %S'; time \"$@\"",
                        "time",
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-jar",
                        Runner.JAR.toString(),
                        "publish");
                seconds.add((System.nanoTime() - started) / 1e9);
                assertThat(done.code()).as(done.output()).isZero();
                requests = hub.asked().size();
                String[] times =
                        done.output().lines().reduce("", (before, line) -> line).split(" ");
                processor.add(Double.parseDouble(times[0]) + Double.parseDouble(times[1]));
            }
        }
        seconds.sort(null);
        processor.sort(null);
        System.out.printf(
                "publisher, %s: %d requests, %.2f s, %.2f s of a processor (median of %d)%n",
                what, requests, seconds.get(RUNS / 2), processor.get(RUNS / 2), RUNS);
        assertThat(requests).as(what).isLessThanOrEqualTo(most);
    }

    @Test
    void aNewUserPastesTheSnippetOfTheReadme() throws Exception {
        Path artifacts = folder.resolve("artifacts");
        new Artifacts(artifacts)
                .withOurselves()
                .library(
                        "pool",
                        "1.0",
                        Map.of(
                                "com/example/Pool.java",
                                "package com.example; public class Pool { public void evict() {} }"))
                .library("pool", "2.0", Map.of("com/example/Pool.java", "package com.example; public class Pool { }"));
        Origin origin = new Origin(folder.resolve("origin"));
        origin.file(".incident-advisor.yml", "offline: true\ntoday: 2026-11-24\n")
                .file("pom.xml", """
                        <project>
                          <modelVersion>4.0.0</modelVersion>
                          <groupId>com.acme</groupId>
                          <artifactId>shop</artifactId>
                          <version>1</version>
                          <dependencies>
                            <dependency>
                              <groupId>com.example</groupId>
                              <artifactId>pool</artifactId>
                              <version>1.0</version>
                            </dependency>
                          </dependencies>
                        </project>
                        """)
                .file(
                        "src/main/java/Cache.java",
                        "class Cache {\n    void drop(com.example.Pool pool) {\n        pool.evict();\n    }\n}\n")
                .commit("The shop");
        origin.branch("bump").replace("pom.xml", "<version>1.0</version>", "<version>2.0</version>");
        String head = origin.commit("pool 2.0");
        String merge = origin.merge(7, "bump");
        for (String turn : List.of("cold (nothing in the local repository)", "warm")) {
            try (GitHubServer hub = new GitHubServer("acme", "shop").token("t", Caller.WORKFLOW)) {
                hub.pull(7, "acme", "bump", head);
                Runner runner = new Runner(folder.resolve("machine"), artifacts, hub)
                        .event("pull_request", Run.payload("pull_request.opened", head))
                        .set("GITHUB_SHA", merge)
                        .set("GITHUB_REF", "refs/pull/7/merge");
                Snippet snippet = Snippet.ofTheReadme();
                snippet.inputs().forEach(runner::input);

                Step step = runner.run(origin.checkedOut(folder.resolve(turn), merge, snippet.depth()));

                assertThat(step.code()).as(step.log()).isZero();
                assertThat(hub.comments(7)).hasSize(1);
                System.out.printf(
                        "README's snippet to a comment, %s: %.1f s, %d requests%n",
                        turn, step.seconds(), hub.asked().size());
            }
        }
    }

    /** The first workflow of the README that uses the action. */
    private record Snippet(int depth, Map<String, String> inputs) {
        static Snippet ofTheReadme() throws Exception {
            Matcher block = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                    .matcher(Files.readString(Path.of("..", "README.md")));
            while (block.find()) {
                if (block.group(1).contains("/action@")) {
                    Map<?, ?> root =
                            (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(block.group(1));
                    Map<?, ?> job = (Map<?, ?>)
                            ((Map<?, ?>) root.get("jobs")).values().iterator().next();
                    List<?> steps = (List<?>) job.get("steps");
                    Map<?, ?> checkout = (Map<?, ?>) ((Map<?, ?>) steps.get(0)).get("with");
                    Map<String, String> inputs = new TreeMap<>();
                    if (((Map<?, ?>) steps.get(1)).get("with") instanceof Map<?, ?> with) {
                        with.forEach((name, value) -> inputs.put(String.valueOf(name), String.valueOf(value)));
                    }
                    return new Snippet(Integer.parseInt(String.valueOf(checkout.get("fetch-depth"))), inputs);
                }
            }
            throw new AssertionError("the README shows no workflow with the action");
        }
    }
}
