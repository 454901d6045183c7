package io.github.incidentadvisor.maven;

import static org.mockito.Mockito.lenient;

import io.github.incidentadvisor.sample.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.DefaultProjectBuildingRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A goal runs on the plain project, in a repository of its own. */
abstract class InARepository {
    @Inject
    private MavenSession session;

    @TempDir
    Path folder;

    @BeforeEach
    void aRepositoryOfItsOwn() throws Exception {
        Files.copy(Path.of("src/test/resources/plain/pom.xml"), folder.resolve("pom.xml"));
        Sandbox.repository(folder);
        lenient().when(session.getExecutionRootDirectory()).thenReturn(folder.toString());
        lenient().when(session.getProjectBuildingRequest()).thenReturn(new DefaultProjectBuildingRequest());
    }
}
