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
class CheckMojoSpec extends InARepository {
    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "skip", value = "true")
    @MojoParameter(name = "failOn", value = "nonsense")
    void skippedItLooksAtNothing(CheckMojo check) throws Exception {
        check.execute();
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "failOn", value = "sometimes")
    void aSettingThatMeansNothingIsRefusedWithWhatWould(CheckMojo check) {
        assertThatThrownBy(check::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("failOn is 'sometimes' in pom.xml; it must be one of never, broken, action, any.");
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "base", value = "no-such-commit")
    void aBaseThatIsNotThereIsRefusedByName(CheckMojo check) {
        assertThatThrownBy(check::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("no-such-commit");
    }

    @Test
    @InjectMojo(goal = "explain", pom = "pom.xml")
    @MojoParameter(name = "outputDirectory", value = "nowhere")
    void withoutAReportExplainSaysWhatToRun(ExplainMojo explain) {
        assertThatThrownBy(explain::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("Run incident-advisor:check first");
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }
}
