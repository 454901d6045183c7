package io.github.incidentadvisor.action.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.incidentadvisor.model.AdvisorException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobSpec {
    @TempDir
    Path folder;

    @Test
    void whatNobodySaysHasADefault() {
        Job job = job(Map.of());

        assertThat(job.failOn()).isEqualTo("never");
        assertThat(job.author()).isEqualTo("github-actions[bot]");
        assertThat(job.wishes()).isEqualTo(new Job.Wishes(true, true, true, false, false, false, true));
        assertThat(job.api()).hasToString("https://api.github.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://ghe.example/api/v3",
                "ftp://ghe.example",
                "https://user:pass@ghe.example",
                "file:///etc/passwd",
                "ghe.example",
                "https://",
                "::"
            })
    void aTokenIsSentOverHttpsOnly(String url) {
        assertThatThrownBy(() -> job(Map.of("GITHUB_API_URL", url)))
                .isInstanceOf(AdvisorException.class)
                .hasMessageContaining("GITHUB_API_URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "acme", "acme/shop/../../user", "acme/shop?x=1", "a b/c", "acme/shop\n"})
    void aRepositoryIsAnOwnerAndAName(String repository) {
        assertThatThrownBy(() -> job(Map.of("GITHUB_REPOSITORY", repository)))
                .isInstanceOf(AdvisorException.class)
                .hasMessageContaining("GITHUB_REPOSITORY");
    }

    @Test
    void anInputThatMeansNothingIsNamed() {
        assertThatThrownBy(() -> job(Map.of("INCIDENT_ADVISOR_FAIL_ON", "sometimes")))
                .hasMessageContaining("fail-on");
        assertThatThrownBy(() -> job(Map.of("INCIDENT_ADVISOR_COMMENT", "yes")))
                .hasMessageContaining("comment must be true or false");
        assertThatThrownBy(() -> job(Map.of("INCIDENT_ADVISOR_SECOND_READING", "twice")))
                .hasMessageContaining("second-reading must be true or false");
        assertThatThrownBy(() -> job(Map.of("INCIDENT_ADVISOR_REPORT", " ")))
                .hasMessageContaining("INCIDENT_ADVISOR_REPORT");
        assertThatThrownBy(() -> job(Map.of("INCIDENT_ADVISOR_LEAD_TIMES", "soon")))
                .hasMessageContaining("lead-times must be three numbers of days");
        assertThatThrownBy(() -> job(Map.of("INCIDENT_ADVISOR_MOST_ISSUES", "-1")))
                .hasMessageContaining("most-issues");
        assertThatThrownBy(() -> job(Map.of("INCIDENT_ADVISOR_MOST_PULLS", "many")))
                .hasMessageContaining("most-pulls");
    }

    @Test
    void aModelReadsASecondTimeOnlyWhenToldTo() {
        assertThat(job(Map.of("INCIDENT_ADVISOR_MODEL", "m")).model().secondReading())
                .isFalse();
        assertThat(job(Map.of("INCIDENT_ADVISOR_MODEL", "m", "INCIDENT_ADVISOR_SECOND_READING", "true"))
                        .model()
                        .secondReading())
                .isTrue();
    }

    @Test
    void theKeyOfAModelPrintsAsNothing() {
        assertThat(job(Map.of("INCIDENT_ADVISOR_MODEL", "m", "OPENAI_API_KEY", "sk-secret"))
                        .toString())
                .doesNotContain("sk-secret");
    }

    @Test
    void theAddressOfTheRunIsMadeOfCheckedPartsOnly() {
        assertThat(job(Map.of("GITHUB_SERVER_URL", "https://github.com", "GITHUB_RUN_ID", "12"))
                        .runUrl())
                .isEqualTo("https://github.com/acme/shop/actions/runs/12");
        assertThat(job(Map.of("GITHUB_SERVER_URL", "https://x)[y](z", "GITHUB_RUN_ID", "12"))
                        .runUrl())
                .isEmpty();
    }

    @Test
    void aNoticeIsOneOrder() {
        assertThat(Notice.warning("100 %\n::add-path::/tmp\r").command())
                .isEqualTo("::warning title=incident-advisor::100 %25%0A::add-path::/tmp%0D");
    }

    @Test
    void anOutputWithLineEndsIsOneOutput() throws Exception {
        Path file = folder.resolve("output");

        JobFiles.outputs(Optional.of(file), Map.of("report", "a\nverdict=none\nb"));

        assertThat(Files.readAllLines(file).get(0)).matches("report<<end-[0-9a-f-]{36}");
        assertThat(Files.readAllLines(file))
                .endsWith(Files.readAllLines(file).get(0).substring("report<<".length()));
    }

    @Test
    void aSummaryIsCutAtALineAndNeverInACharacter() {
        String text = "a \ud83d\ude00 line\n".repeat(100);

        String cut = JobFiles.cut(text, 500);

        assertThat(cut.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(500);
        assertThat(cut).contains("Cut:").startsWith("a \ud83d\ude00 line\na").doesNotContain("\ufffd");
        assertThat(JobFiles.cut(text, 10)).isEmpty();
    }

    private static Job job(Map<String, String> said) {
        Map<String, String> all =
                new HashMap<>(Map.of("GITHUB_REPOSITORY", "acme/shop", "INCIDENT_ADVISOR_REPORT", "report.json"));
        all.putAll(said);
        return Job.of(all);
    }
}
