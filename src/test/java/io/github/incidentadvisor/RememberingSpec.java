package io.github.incidentadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.bench.LocalMaven;
import io.github.incidentadvisor.git.GitSandbox;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Report.PastIncident;
import io.github.incidentadvisor.settings.Setting;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberingSpec {
    private static final String INCIDENT = """
            # INC-7: Orders were lost when Redis went to 6.2

            - Date: 2024-03-02
            - Duration: 47 minutes

            ## What happened
            After the upgrade of Redis from 6.0 to 6.2 the order service lost its connections, because the image redis:6.2 evicts
            keys by another policy than before.

            ## Action items
            - [ ] alert on evicted keys
            """;

    @TempDir
    Path folder;

    @TempDir
    Path cache;

    private GitSandbox sandbox;

    @BeforeEach
    void project() throws Exception {
        sandbox = GitSandbox.in(folder)
                .write("docs/incidents/inc-7.md", INCIDENT)
                .write("compose.yml", "services:\n  cache:\n    image: redis:6.0\n  web:\n    image: nginx:1.25.0\n");
        sandbox.commit("as it was");
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aChangeThatRepeatsAnIncidentIsToldOfItInBothSidesWords() throws Exception {
        sandbox.write("compose.yml", "services:\n  cache:\n    image: redis:6.2\n  web:\n    image: nginx:1.25.0\n");

        Report report = check();

        assertThat(report.incidents()).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo("INC-7");
            assertThat(INCIDENT.replaceAll("\\s+", " "))
                    .contains(one.incidentQuote().replaceAll("\\s+", " "));
            assertThat(one.changeQuote()).isNotBlank();
        });
        assertThat(tasks(report)).anyMatch(task -> task.contains("alert on evicted keys"));
    }

    @Test
    void aChangeOfAnotherThingIsToldNothingButWhatWasLookedAt() throws Exception {
        sandbox.write("compose.yml", "services:\n  cache:\n    image: redis:6.0\n  web:\n    image: nginx:1.27.0\n");

        Report report = check();

        assertThat(report.incidents()).isEmpty();
        assertThat(report.incidentsSearched().count()).isEqualTo(1);
    }

    @Test
    void aStateIsToldOfIncidentsThatCameWithTheStepThatIsDue() {
        Report report = check();

        assertThat(report.mode()).isEqualTo(Report.Mode.STATE);
        assertThat(report.incidents()).extracting(PastIncident::id).containsExactly("INC-7");
        assertThat(report.advisories().stream()
                        .filter(advisory -> advisory.component().name().contains("redis"))
                        .flatMap(advisory -> advisory.findings().stream())
                        .map(Finding::kind))
                .contains(Finding.Kind.END_OF_LIFE, Finding.Kind.PAST_INCIDENT);
    }

    private static List<String> tasks(Report report) {
        return report.advisories().stream()
                .flatMap(advisory -> advisory.tasks().stream())
                .map(task -> task.text())
                .toList();
    }

    private Report check() {
        Surroundings surroundings = new Surroundings(
                LocalMaven.at(folder),
                cache,
                ProxySelector.getDefault(),
                Clock.fixed(Instant.parse("2026-11-25T00:00:00Z"), ZoneOffset.UTC),
                System::nanoTime,
                Progress.SILENT);
        return new Advisor(surroundings)
                .check(new Advisor.Question(folder, Map.of(Setting.OFFLINE, "true"), Map.of()))
                .report();
    }
}
