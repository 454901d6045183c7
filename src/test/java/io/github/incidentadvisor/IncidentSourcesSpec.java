package io.github.incidentadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.bench.LocalMaven;
import io.github.incidentadvisor.git.GitSandbox;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Report.PastIncident;
import io.github.incidentadvisor.settings.Setting;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the names in the settings to what a run is told. */
class IncidentSourcesSpec {
    @TempDir
    Path folder;

    @TempDir
    Path cache;

    private static String compose(String version) {
        return "services:\n  cache:\n    image: redis:" + version + "\n";
    }

    private Report check(String sources) {
        Surroundings surroundings = new Surroundings(
                LocalMaven.at(folder),
                cache,
                ProxySelector.getDefault(),
                Clock.fixed(Instant.parse("2026-11-25T00:00:00Z"), ZoneOffset.UTC),
                System::nanoTime,
                Progress.SILENT);
        return new Advisor(surroundings)
                .check(new Advisor.Question(
                        folder, Map.of(Setting.OFFLINE, "true", Setting.INCIDENTS, sources), Map.of()))
                .report();
    }

    @Test
    void gitTellsOfAVersionThatWasTakenBack() throws Exception {
        try (GitSandbox sandbox = GitSandbox.in(folder).write("compose.yml", compose("6.0.1"))) {
            sandbox.commit("as it was");
            sandbox.write("compose.yml", compose("6.2.3"));
            sandbox.commit("Redis 6.2.3");
            sandbox.write("compose.yml", compose("6.0.1"));
            sandbox.commit("Revert \"Redis 6.2.3\": it evicted sessions");
            sandbox.write("compose.yml", compose("6.2.3"));

            Report report = check("git");

            assertThat(report.incidents())
                    .singleElement()
                    .extracting(PastIncident::title)
                    .asString()
                    .containsIgnoringCase("redis");
            assertThat(report.incidentsSearched().count()).isEqualTo(1);
        }
    }

    @Test
    void aSourceThatIsWrittenWrongIsAGapThatSaysHow() throws Exception {
        try (GitSandbox sandbox = GitSandbox.in(folder).write("compose.yml", compose("6.0.1"))) {
            sandbox.commit("as it was");
            sandbox.write("compose.yml", compose("6.2.3"));

            assertThat(check("jira:nowhere, github:nowhere").notChecked())
                    .anyMatch(gap -> gap.reason().contains("jira:https://SITE/PROJECT"))
                    .anyMatch(gap -> gap.reason().contains("github:OWNER/NAME"));
        }
    }
}
