package io.github.incidentadvisor.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

@MojoTest(realRepositorySession = true)
@Basedir("src/test/resources/plain")
class MigrateMojoSpec extends InARepository {
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
