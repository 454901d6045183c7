package io.github.incidentadvisor.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.lenient;

import io.github.incidentadvisor.sample.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.DefaultProjectBuildingRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest(realRepositorySession = true)
@Basedir("src/test/resources/plain")
class MigrateMojoSpec {
    @Inject
    private MavenSession session;

    @TempDir
    private Path folder;

    @BeforeEach
    void inARepositoryOfItsOwn() throws Exception {
        Files.copy(Path.of("src/test/resources/plain/pom.xml"), folder.resolve("pom.xml"));
        Sandbox.repository(folder);
        lenient().when(session.getExecutionRootDirectory()).thenReturn(folder.toString());
        lenient().when(session.getProjectBuildingRequest()).thenReturn(new DefaultProjectBuildingRequest());
    }

    @Test
    @InjectMojo(goal = "migrate", pom = "pom.xml")
    @MojoParameter(name = "outputDirectory", value = "nowhere")
    void withoutAReportItSaysWhatToRun(MigrateMojo migrate) {
        assertThatThrownBy(migrate::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("Run incident-advisor:check first");
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "migrate", pom = "pom.xml")
    @MojoParameter(name = "apply", value = "everywhere")
    void aPlaceToApplyItThatIsNoneIsRefused(MigrateMojo migrate) {
        assertThatThrownBy(migrate::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("apply is 'everywhere'; it must be worktree, branch");
    }
}
