package io.github.incidentadvisor.inventory.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.http.Requests;
import io.github.incidentadvisor.inventory.Newest;
import io.github.incidentadvisor.inventory.maven.NewestVersions.Question;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Version;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewestVersionsSpec {
    @Test
    void eachLineHasItsNewest() {
        assertThat(newest("1.2.3", "1.2.1", "1.2.9", "1.2.10", "1.3.0", "1.10.0", "2.0.0", "3.1.0"))
                .isEqualTo(new Newest(new Version("1.2.10"), new Version("1.10.0"), new Version("3.1.0")));
    }

    @Test
    void aPreReleaseIsOnlyForThoseWhoAreOnOne() {
        assertThat(newest("1.0", "2.0-rc1", "1.1-beta-2", "1.0.1-M3")).isEqualTo(Newest.NOTHING);
        assertThat(newest("2.0-M1", "2.0-M4").patch()).isEqualTo(new Version("2.0-M4"));
    }

    @Test
    void theFlavourStays() {
        assertThat(newest("33.0.0-jre", "33.4.8-jre", "33.4.9-android").minor()).isEqualTo(new Version("33.4.8-jre"));
        assertThat(newest("5.0.0.Final", "5.1.0.Final", "5.2.0").minor()).isEqualTo(new Version("5.2.0"));
    }

    @Test
    void aDateThatOnceWasAVersionIsNotTheNewest() {
        assertThat(newest("2.11.0", "20030203.000550", "2.15.1").major()).isEqualTo(Version.NONE);
    }

    @Test
    void aRepositoryThatLacksOneArtifactIsAskedForTheNextOne(@TempDir Path folder) {
        Repo repo = new Repo(folder.resolve("repo")).library("org.acme:lib:1.0").library("org.acme:lib:1.1");
        NewestVersions versions =
                new NewestVersions(PlainMaven.over(repo.folder(), folder.resolve("local"), folder), new Requests());

        versions.of(List.of(new Question(Artifact.of("org.acme", "absent"), new Version("1.0"), false)));
        Question lib = new Question(Artifact.of("org.acme", "lib"), new Version("1.0"), false);

        assertThat(versions.of(List.of(lib)).get(lib).minor()).isEqualTo(new Version("1.1"));
    }

    private static Newest newest(String present, String... offered) {
        return NewestVersions.newest(
                new Version(present), Arrays.stream(offered).map(Version::new).toList());
    }
}
