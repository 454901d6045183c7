package io.github.incidentadvisor.incidents.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.git.FolderTree;
import io.github.incidentadvisor.incidents.Incident;
import io.github.incidentadvisor.incidents.Step;
import io.github.incidentadvisor.incidents.index.Generations;
import io.github.incidentadvisor.incidents.index.Memory;
import io.github.incidentadvisor.incidents.source.TreeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorrelationSpec {
    @TempDir
    private Path folder;

    private List<Likeness> shown(Step step, String... incidents) throws IOException {
        Path texts = Files.createDirectories(folder.resolve("texts"));
        for (int i = 0; i < incidents.length; i++) {
            Files.writeString(texts.resolve("INC-" + (i + 1) + ".md"), incidents[i]);
        }
        try (Memory memory = new Generations(folder.resolve("index"), Clock.systemUTC())
                .of(new TreeSource(FolderTree.of(texts), "").list().entries())) {
            return new Search(memory).shown(step);
        }
    }

    private static Step maven(String name, String from, String to) {
        return new Step("maven", name, from, to, "pom.xml", "", List.of());
    }

    private List<String> ids(Step step, String... incidents) throws IOException {
        return shown(step, incidents).stream()
                .map(Likeness::incident)
                .map(Incident::id)
                .toList();
    }

    @Test
    void theSameStepOfTheSameThingIsShownWithTheWordsThatSaySo() throws IOException {
        List<Likeness> shown = shown(
                maven("org.acme.pool:acme-pool-core", "2.0.1", "3.1.0"),
                "# Pool stood still\n\nWe had upgraded Acme Pool from 2.0.1 to 3.0.0. Connections ran out.");

        assertThat(shown).singleElement().satisfies(like -> {
            assertThat(like.incidentQuote()).isEqualTo("We had upgraded Acme Pool from 2.0.1 to 3.0.0.");
            assertThat(like.changeQuote()).isEqualTo("org.acme.pool:acme-pool-core 2.0.1 → 3.1.0");
            assertThat(like.why()).contains("same component (acme pool)", "a version of it moved");
        });
    }

    @Test
    void aNameAloneIsSilence() throws IOException {
        assertThat(ids(
                        maven("org.acme.pool:acme-pool", "2.0.1", "3.1.0"),
                        "# Lunch\n\nThe Acme Pool was mentioned at lunch."))
                .isEmpty();
    }

    @Test
    void aPartOfANameIsAnotherThing() throws IOException {
        assertThat(ids(
                        maven("com.acme.sql:postgres-socket-factory", "1.0.0", "1.1.0"),
                        "# Postgres upgrade\n\nWe upgraded Postgres from 11 to 13 and it failed."))
                .isEmpty();
    }

    @Test
    void anOutageOfTheServerIsNotAboutItsClient() throws IOException {
        String outage = "# Kafka down\n\nA Kafka broker upgrade to 3.6 failed and the cluster was down.";

        assertThat(ids(maven("org.apache.kafka:kafka-clients", "3.4.0", "3.5.0"), outage))
                .isEmpty();
        assertThat(ids(new Step("docker", "bitnami/kafka", "3.4.0", "3.6.0", "compose.yml", "", List.of()), outage))
                .containsExactly("INC-1");
    }

    @Test
    void anotherNameOfTheSameThingCounts() throws IOException {
        assertThat(ids(
                        new Step("generic", "amazon-eks", "1.27", "1.28", "eks.tf", "", List.of()),
                        "# Shipwreck\n\nThe GKE upgrade to 1.28 failed and took all day."))
                .containsExactly("INC-1");
    }

    @Test
    void whatGoesAroundAThingIsAnotherThing() throws IOException {
        assertThat(ids(
                        new Step("docker", "kafka", "3.4.0", "3.6.0", "compose.yml", "", List.of()),
                        "# Metrics gone\n\nAfter the upgrade of the Kafka exporter the metrics failed."))
                .isEmpty();
    }

    @Test
    void testLibrariesBuildPluginsAndCiActionsAreAskedNothing() throws IOException {
        String incident = "# Upgrade of acme-mock failed\n\nacme-mock was upgraded from 1.0.0 to 2.0.0 and failed.";

        assertThat(ids(maven("org.acme:acme-mock", "1.0.0", "2.0.0"), incident)).isEmpty();
        assertThat(ids(maven("org.acme:acme-maven-plugin", "1.0.0", "2.0.0"), incident))
                .isEmpty();
        assertThat(ids(new Step("githubactions", "acme/acme-mock", "1", "2", "", "", List.of()), incident))
                .isEmpty();
    }

    @Test
    void whatTheNotesSayIsHeldAgainstTheIncident() throws IOException {
        Step step = new Step(
                "docker",
                "rabbitmq",
                "3.8.9",
                "3.8.17",
                "compose.yml",
                "A delivery acknowledgement timeout for consumers is new.",
                List.of());

        assertThat(shown(step, "# Jobs stuck\n\nRabbitMQ dropped consumers after an acknowledgement timeout."))
                .singleElement()
                .satisfies(like -> assertThat(like.why()).anyMatch(why -> why.contains("acknowledgement")));
    }

    @Test
    void aFileThatBreaksAndThatTheIncidentNamesCounts() throws IOException {
        Step step =
                new Step("maven", "org.acme:ledger-client", "1.4", "2.0", "pom.xml", "", List.of("AsyncConfig.java"));

        assertThat(shown(step, "# Stood still\n\nAfter ledger-client was upgraded `AsyncConfig` kept eight threads."))
                .singleElement()
                .satisfies(like -> assertThat(like.why()).contains("same file AsyncConfig.java"));
    }

    @Test
    void versionsThatAreBehindTheProjectSpeakAgainstIt() throws IOException {
        String old = "# Acme Pool down\n\nIt failed.\n\nOnce Acme Pool 1.2 was in use.";

        assertThat(ids(maven("org.acme.pool:acme-pool", "5.0.0", "5.1.0"), old)).isEmpty();
    }

    @Test
    void whatTheNotesMoveIsHeldAgainstItsOwnVersions() throws IOException {
        String incident =
                "# Widget Parser 2.0 broke start-up\n\nAfter the upgrade of Widget Parser to 2.0 nothing started.";
        Step named = new Step("maven", "org.acme:acme", "7.1", "7.2", "pom.xml", "Needs Widget Parser 2.0.", List.of());
        Step older = new Step("maven", "org.acme:acme", "7.1", "7.2", "pom.xml", "Needs Widget Parser 5.0.", List.of());

        assertThat(shown(named, incident)).singleElement().satisfies(like -> assertThat(like.why())
                .contains("a version that this change crosses", "named in the notes (widget parser)"));
        assertThat(shown(older, incident))
                .allSatisfy(like -> assertThat(like.why()).doesNotContain("a version that this change crosses"));
    }

    @Test
    void whatComesAndWhatGoesAreTheSameStep() throws IOException {
        Step step = new Step(
                "terraform", "aws_launch_template.w.container_runtime", "dockerd", "containerd", "a.tf", "", List.of());

        assertThat(shown(step, "# Agents dead\n\nWith containerd the docker daemon was gone and all agents failed."))
                .singleElement()
                .satisfies(like -> assertThat(like.why()).anyMatch(why -> why.contains("what comes and of what goes")));
    }

    @Test
    void aSettingThatMovedNeedsNoVersion() throws IOException {
        Step step = new Step("k8s", "redis.resources.limits.memory", "60Gi", "30Gi", "values.yaml", "", List.of());

        assertThat(ids(step, "# Redis down\n\nThe memory limit of Redis was too small and it was killed."))
                .containsExactly("INC-1");
    }

    @Test
    void aVersionAloneSaysNothing() throws IOException {
        assertThat(ids(
                        maven("org.acme:acme-dates", "2.29.3", "2.30.0"),
                        "# Uploads fail\n\nBroken since 2.30.0 of it."))
                .isEmpty();
    }

    @Test
    void aCommonWordNeedsAVersionOfTheChangeBehindIt() throws IOException {
        Step step = new Step("docker", "node", "16.20", "20.11", "Dockerfile", "", List.of());

        assertThat(ids(step, "# Drained\n\nA node failed after the upgrade and each node was replaced."))
                .isEmpty();
        assertThat(ids(step, "# Refused\n\nThe image was upgraded from node:16 to node:18 and calls failed."))
                .containsExactly("INC-1");
    }

    @Test
    void anOutageOfAServiceIsNotAboutALibraryForIt() throws IOException {
        Step step = new Step("npm", "acmechat.js", "14.9.0", "14.14.1", "package.json", "", List.of());

        assertThat(ids(step, "# AcmeChat down\n\nAn upgrade of AcmeChat failed and the gateway was down."))
                .isEmpty();
    }

    @Test
    void lettersStandForTheWordsOfTheNotes() throws IOException {
        Step step = new Step(
                "docker", "acme", "2.1", "2.2", "c.yml", "Write-ahead log replay needs more concurrency.", List.of());

        assertThat(shown(step, "# Acme restarted\n\nAcme failed again and again while its WAL was read."))
                .singleElement()
                .satisfies(like -> assertThat(like.why()).anyMatch(why -> why.contains("wal")));
    }

    @Test
    void theFirstSentenceCountsLikeTheTitleAndTwoVersionsAreAMove() throws IOException {
        Step step = new Step("docker", "acmeproxy", "1.10.2", "1.12.0", "c.yml", "", List.of());

        assertThat(shown(step, "# Services gone\n\nAcmeproxy servers 1.10 to 1.11 in one night. Nothing answered."))
                .singleElement()
                .satisfies(like -> {
                    assertThat(like.why()).contains("a version of it moved", "a version that this change crosses");
                    assertThat(like.score()).isEqualTo(8);
                });
    }

    @Test
    void aLineOfVersionsIsAVersion() throws IOException {
        Step step = new Step("maven", "org.acme:starter", "1", "2", "pom.xml", "Foobase driver v4.", List.of());

        assertThat(shown(step, "# No start\n\nSince then it has a 4.x of the Foobase driver."))
                .singleElement()
                .satisfies(like -> assertThat(like.why()).contains("a version that this change crosses"));
    }

    @Test
    void aNameAndAFailureAloneAreSilence() throws IOException {
        Step step = new Step("docker", "acmeproxy", "1.10.2", "1.12.0", "c.yml", "", List.of());

        assertThat(ids(step, "# Acmeproxy down\n\nAcmeproxy failed.")).isEmpty();
    }

    @Test
    void theDriverForAServerIsNotTheServer() throws IOException {
        Step step = new Step("docker", "kafka", "3.4.0", "3.6.0", "compose.yml", "", List.of());

        assertThat(ids(step, "# No start\n\nThe upgrade of the client for Kafka to 3.5 failed."))
                .isEmpty();
    }

    @Test
    void noTwoRunsDiffer() throws IOException {
        Step step = maven("org.acme.pool:acme-pool", "2.0.1", "3.1.0");
        String[] incidents = {
            "# Acme Pool upgrade to 3.0\n\nAcme Pool failed.", "# Acme Pool upgrade to 3.1\n\nAcme Pool failed."
        };

        assertThat(shown(step, incidents)).isEqualTo(shown(step, incidents));
    }
}
