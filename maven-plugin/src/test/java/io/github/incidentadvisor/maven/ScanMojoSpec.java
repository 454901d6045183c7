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
class ScanMojoSpec extends InARepository {
    @Test
    @InjectMojo(goal = "scan", pom = "pom.xml")
    @MojoParameter(name = "skip", value = "true")
    @MojoParameter(name = "repositories", value = "nowhere")
    void skippedItLooksAtNothing(ScanMojo scan) throws Exception {
        scan.execute();
    }

    @Test
    @InjectMojo(goal = "scan", pom = "pom.xml")
    @MojoParameter(name = "repositories", value = "nowhere")
    void aFolderThatIsNotThereIsRefusedByName(ScanMojo scan) {
        assertThatThrownBy(scan::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("nowhere, which is not there");
    }

    @Test
    @InjectMojo(goal = "scan", pom = "pom.xml")
    @MojoParameter(name = "repositories", value = ".")
    @MojoParameter(name = "who", value = "group:artifact<")
    void aQuestionThatIsNoneIsRefusedBeforeAnyWork(ScanMojo scan) {
        assertThatThrownBy(scan::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("group:artifact<2.0");
        assertThat(folder.resolve("target")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "scan", pom = "pom.xml")
    @MojoParameter(name = "merge", value = ".")
    void aFolderWithoutShardsCannotBeMerged(ScanMojo scan) {
        assertThatThrownBy(scan::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("nothing to merge");
    }
}
