package io.github.incidentadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.inventory.maven.PlainMaven;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurroundingsSpec {
    @TempDir
    private Path folder;

    @Test
    void aTokenIsForTheServerThatItsEnvironmentNamesAndForNoOther() {
        Surroundings onGitHub = with(Map.of("GITHUB_TOKEN", "ghp_secret"));
        Surroundings enterprise =
                with(Map.of("GITHUB_TOKEN", "ghs_secret", "GITHUB_API_URL", "https://github.acme.example/api/v3/"));

        assertThat(onGitHub.tokenOf(URI.create("https://api.github.com"))).contains("ghp_secret");
        assertThat(onGitHub.tokenOf(URI.create("https://evil.example"))).isEmpty();
        assertThat(enterprise.tokenOf(URI.create("https://github.acme.example/api/v3")))
                .contains("ghs_secret");
        assertThat(enterprise.tokenOf(URI.create("https://api.github.com"))).isEmpty();
        assertThat(with(Map.of()).tokenOf(URI.create("https://api.github.com"))).isEmpty();
    }

    @Test
    void whatIsPrintedOfThemHoldsNoSecret() {
        assertThat(with(Map.of("GITHUB_TOKEN", "ghp_secret")).toString()).doesNotContain("ghp_secret");
    }

    private Surroundings with(Map<String, String> environment) {
        return new Surroundings(
                PlainMaven.over(folder, folder, folder),
                folder,
                ProxySelector.getDefault(),
                Clock.systemUTC(),
                () -> 0,
                Progress.SILENT,
                environment);
    }
}
