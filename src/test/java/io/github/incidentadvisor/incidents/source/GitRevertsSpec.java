package io.github.incidentadvisor.incidents.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.git.FolderTree;
import io.github.incidentadvisor.git.GitRepository;
import io.github.incidentadvisor.incidents.Incident;
import io.github.incidentadvisor.incidents.IncidentSource.Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitRevertsSpec {
    @TempDir
    private Path folder;

    @TempDir
    private Path cache;

    private Git git;
    private Instant now = Instant.parse("2025-01-01T10:00:00Z");

    @BeforeEach
    void init() throws Exception {
        git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call();
    }

    private void commit(String message, String file, String text) throws Exception {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        now = now.plusSeconds(86_400);
        PersonIdent author = new PersonIdent("Jane Doe", "jane@example.com", now, ZoneOffset.UTC);
        git.add().addFilepattern(".").call();
        git.commit()
                .setMessage(message)
                .setAuthor(author)
                .setCommitter(author)
                .setSign(false)
                .call();
    }

    private static String pom(String version) {
        return """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <version>1.0.0</version>
                  <dependencies>
                    <dependency>
                      <groupId>org.acme</groupId>
                      <artifactId>pool</artifactId>
                      <version>%s</version>
                    </dependency>
                  </dependencies>
                </project>
                """.formatted(version);
    }

    private List<Incident> reverts() {
        try (GitRepository repository = GitRepository.open(folder).orElseThrow()) {
            List<Incident> incidents = new ArrayList<>();
            for (Entry entry : new GitReverts(repository, repository.head().orElseThrow(), cache)
                    .list()
                    .entries()) {
                incidents.addAll(entry.read().incidents());
            }
            return incidents;
        }
    }

    @Test
    void aVersionThatWentUpAndDownAgainIsRememberedWithTheReasonAndWithoutThePerson() throws Exception {
        commit("First", "pom.xml", pom("1.4.0"));
        commit("pool 2.0.0", "pom.xml", pom("2.0.0"));
        commit(
                "Revert \"pool 2.0.0\"\n\nConnections ran out at start-up.\n\nSigned-off-by: Jane Doe <jane@example.com>",
                "pom.xml",
                pom("1.4.0"));

        assertThat(reverts()).singleElement().satisfies(revert -> {
            assertThat(revert.title()).isEqualTo("org.acme:pool 2.0.0 was taken back to 1.4.0");
            assertThat(revert.date()).isEqualTo("2025-01-04");
            assertThat(revert.text())
                    .contains("Connections ran out at start-up.")
                    .doesNotContain("Jane");
        });
    }

    @Test
    void severalStepsUpThatAreTakenBackAtOnceAreOne() throws Exception {
        commit("First", "Dockerfile", "FROM acme/base:1.4.0\n");
        commit("Up", "Dockerfile", "FROM acme/base:1.5.0\n");
        commit("Up", "Dockerfile", "FROM acme/base:1.6.0\n");
        commit("Downgrade the base image", "Dockerfile", "FROM acme/base:1.4.0\n");

        assertThat(reverts()).extracting(Incident::title).containsExactly("acme/base 1.6.0 was taken back to 1.4.0");
    }

    @Test
    void whatWasNeverRaisedIsNotTakenBackAndFixturesAreNoManifests() throws Exception {
        commit("First", "pom.xml", pom("2.0.0"));
        commit("Another line", "pom.xml", pom("1.4.0"));
        commit("First", "src/test/resources/pom.xml", pom("1.0.0"));
        commit("Up", "src/test/resources/pom.xml", pom("2.0.0"));
        commit("Revert", "src/test/resources/pom.xml", pom("1.0.0"));

        assertThat(reverts()).isEmpty();
    }

    @Test
    void whatWasWalkedIsKeptAndOnlyWhatCameSinceIsAdded() throws Exception {
        commit("First", "pom.xml", pom("1.4.0"));
        commit("Up", "pom.xml", pom("2.0.0"));
        assertThat(reverts()).isEmpty();

        commit("Revert the pool", "pom.xml", pom("1.4.0"));
        assertThat(reverts()).hasSize(1);
        try (var files = Files.list(cache)) {
            Files.writeString(files.findFirst().orElseThrow(), "{broken");
        }
        assertThat(reverts()).hasSize(1);
    }

    @Test
    void aCommentBesideAVersionThatSaysWhyItStaysIsRemembered() throws Exception {
        Files.writeString(folder.resolve("pom.xml"), """
                <project>
                  <properties>
                    <!-- The parser. -->
                    <json.version>1.0</json.version>
                    <!-- do not upgrade, see #123: 3.x drops Java 17 -->
                    <pool.version>2.9.1</pool.version>
                  </properties>
                </project>
                """);

        List<Incident> pins = new ArrayList<>();
        new PinComments(FolderTree.of(folder))
                .list()
                .entries()
                .forEach(entry -> pins.addAll(entry.read().incidents()));
        assertThat(pins).singleElement().satisfies(pin -> {
            assertThat(pin.title()).isEqualTo("pool stays at 2.9.1");
            assertThat(pin.id()).isEqualTo("pom.xml:5");
            assertThat(pin.text()).contains("do not upgrade, see #123: 3.x drops Java 17");
        });
    }
}
