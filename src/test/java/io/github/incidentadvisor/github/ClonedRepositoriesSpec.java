package io.github.incidentadvisor.github;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.git.GitSandbox;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClonedRepositoriesSpec {
    @TempDir
    Path folder;

    @Test
    void clonesAreReadWhetherOrdinaryOrBareAndInAFolderOfTheirOwnOrNot() throws Exception {
        clone("acme+plain", "plain");
        clone("acme+inner/repo", "inner");
        Git.cloneRepository()
                .setURI(folder.resolve("acme+plain").toUri().toString())
                .setDirectory(folder.resolve("acme+bare").toFile())
                .setBare(true)
                .call()
                .close();

        assertThat(notes("acme/plain")).isEqualTo("plain");
        assertThat(notes("acme/inner")).isEqualTo("inner");
        assertThat(notes("acme/bare")).isEqualTo("plain");
        assertThat(notes("acme/none")).isEqualTo("missing");
    }

    @Test
    void aFormerOwnerOrAnotherCaseLeadsToTheOnlyRepositoryOfTheName() throws Exception {
        clone("acme+Pool", "moved");
        clone("one+twice", "one");
        clone("two+twice", "two");

        assertThat(notes("former/pool")).isEqualTo("moved");
        assertThat(notes("former/twice")).isEqualTo("missing");
        assertThat(notes("two/Twice")).isEqualTo("two");
    }

    @Test
    void aFolderThatIsNoCloneHoldsNothing() throws Exception {
        Files.createDirectories(folder.resolve("acme+empty"));

        assertThat(notes("acme/empty")).isEqualTo("missing");
    }

    private void clone(String name, String content) throws Exception {
        try (GitSandbox sandbox = GitSandbox.in(Files.createDirectories(folder.resolve(name)))) {
            sandbox.write("NEWS", content).commit("news");
        }
    }

    private String notes(String repository) {
        try (ClonedRepositories clones = new ClonedRepositories(folder, Map.of())) {
            return clones.file(RepositoryName.parse(repository).orElseThrow(), CodeHost.HEAD, "NEWS")
                    .thing()
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .orElse("missing");
        }
    }
}
