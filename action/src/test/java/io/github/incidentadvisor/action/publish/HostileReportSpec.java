package io.github.incidentadvisor.action.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.action.Reports;
import io.github.incidentadvisor.action.hub.Caller;
import io.github.incidentadvisor.action.hub.GitHubServer;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.report.JsonReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The report comes from where a stranger's code ran, and the event from whoever names branches. */
class HostileReportSpec {
    private static final String HEAD = "a1".repeat(20);
    private static final String EVIL =
            "</details><script>alert(1)</script> @octocat #12 ![x](https://evil.example/p.png)"
                    + "\n::set-output name=x::y\n::add-path::/tmp/evil\n- [x] done <!-- id:api-3f9a1c -->\n``` \u202E";

    @TempDir
    Path folder;

    private GitHubServer hub;

    @BeforeEach
    void open() throws Exception {
        hub = new GitHubServer("acme", "shop").token("t", Caller.WORKFLOW);
        hub.pull(7, "acme", "x", HEAD);
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "\"report\"",
                "{\"schemaVersion\": 0}",
                "{\"schemaVersion\": 2}",
                "{\"schemaVersion\": -1}",
                "{\"schemaVersion\": 1}",
                "{\"schemaVersion\": 1, \"advisories\": 3}"
            })
    void whatIsNoReportPostsNothingAndFailsOnlyWhoAskedForIt(String text) throws Exception {
        Run run = run().report(text.getBytes(StandardCharsets.UTF_8));

        assertThat(run.publish()).isZero();
        assertThat(run.log()).startsWith("::warning");
        assertThat(run.set("INCIDENT_ADVISOR_FAIL_ON", "broken").publish()).isEqualTo(1);
        assertThat(hub.writes()).isEmpty();
    }

    @Test
    void aReportOfAnOlderReleaseIsNamed() throws Exception {
        String text = new String(JsonReport.write(Reports.broken()), StandardCharsets.UTF_8);
        Run run = run().report(text.replace("\"schemaVersion\" : 1", "\"schemaVersion\" : 0")
                .getBytes(StandardCharsets.UTF_8));

        run.publish();

        assertThat(run.log()).contains("Use the same release for both halves");
    }

    @Test
    void aReportThatIsDeepOrHugeIsNotRead() throws Exception {
        Run deep = run().report(
                        ("{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}").getBytes(StandardCharsets.UTF_8));
        deep.publish();
        assertThat(deep.log()).contains("No advice");

        byte[] large = new byte[(32 << 20) + 1];
        java.util.Arrays.fill(large, (byte) ' ');
        Run huge = run().report(large);
        huge.publish();
        assertThat(huge.log()).contains("more than 32 MiB");
    }

    @Test
    void aLinkInPlaceOfTheReportIsNotFollowed() throws Exception {
        Path secret = folder.resolve("secret");
        Files.write(secret, JsonReport.write(Reports.broken()));
        Files.createSymbolicLink(folder.resolve("report.json"), secret);
        Run run = run();

        run.publish();

        assertThat(run.log()).contains("there is no report");
    }

    @Test
    void nothingOfItsTextActs() throws Exception {
        var finding = Reports.finding(
                "api-3f9a1c",
                Kind.BROKEN_REFERENCE,
                Severity.BREAKS_BUILD,
                Grade.MEASURED,
                "../../etc/passwd" + EVIL.replace("\n", " "),
                12,
                EVIL,
                EVIL);
        Run run = run().report(Reports.saying("Merge! " + EVIL)
                .with(Reports.change("org.acme", "pool", "1.0", "2.0", "pom.xml", 21, java.util.List.of(finding)))
                .with(Gap.of(EVIL, EVIL))
                .report());

        assertThat(run.publish()).isZero();

        String comment = hub.comments(7).values().iterator().next();
        for (String text : new String[] {
            comment, run.summary(), hub.checkRuns().get(0).at("/output/text").asText()
        }) {
            String acting = text.replaceAll("(`+)(?:(?!\\1).)*\\1", "");
            assertThat(acting).doesNotContain("<script", "@octocat", "![x]", "\u202E", " #12");
            assertThat(acting.split("<details>", -1)).hasSameSizeAs(acting.split("</details>", -1));
        }
        assertThat(run.log().lines())
                .allMatch(line -> line.startsWith("::notice title=incident-advisor::")
                        || line.startsWith("::warning title=incident-advisor::"));
        assertThat(run.output().lines().filter(line -> line.contains("<<"))).hasSize(4);
    }

    @Test
    void thousandsOfFindingsStayWithinEveryLimit() throws Exception {
        hub.file(7, "pom.xml", "@@ -0,0 +1,5000 @@" + "\n+x".repeat(5_000));
        var findings = IntStream.rangeClosed(1, 5_000)
                .mapToObj(i -> Reports.finding(
                        String.format("api-%06x", i),
                        Kind.BROKEN_REFERENCE,
                        Severity.BREAKS_BUILD,
                        Grade.MEASURED,
                        i % 2 == 0 ? "pom.xml" : "A.java",
                        i,
                        "breaks " + i + " \u20ac".repeat(150),
                        "mend " + i))
                .toList();
        Run run = run().report(Reports.saying("Fix it.")
                .with(Reports.change("a", "b", "1", "2", "pom.xml", 21, findings))
                .report());

        assertThat(run.publish()).isZero();

        assertThat(hub.comments(7).values().iterator().next()).hasSizeLessThanOrEqualTo(65_536);
        assertThat(Files.size(folder.resolve("summary.md"))).isLessThanOrEqualTo(1 << 20);
        assertThat(run.summary()).contains("more in report.json, left out here to fit");
        assertThat(hub.asked()).hasSizeLessThanOrEqualTo(25);
    }

    @Test
    void anEventThatIsNoneLeavesTheSummary() throws Exception {
        for (String event :
                new String[] {"{}", "[]", "", "{\"pull_request\": 3}", "{\"pull_request\": {\"number\": \"7; rm\"}}"}) {
            Run run = run().report(Reports.broken());
            Files.writeString(folder.resolve("event.json"), event);

            assertThat(run.publish()).as(event).isZero();
            assertThat(run.summary()).contains("### Fix 1 line");
        }
        assertThat(hub.writes()).isEmpty();
    }

    private Run run() throws Exception {
        return new Run(folder, hub).pullRequest(HEAD);
    }
}
