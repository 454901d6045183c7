package io.github.incidentadvisor.evidence.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.evidence.ReleaseNotes.Item;
import io.github.incidentadvisor.git.GitRepository;
import io.github.incidentadvisor.git.GitSandbox;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Version;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TouchesSpec {
    @TempDir
    Path folder;

    private GitSandbox sandbox;
    private GitRepository repository;

    @BeforeEach
    void project() throws Exception {
        sandbox = GitSandbox.in(folder)
                .write("src/main/java/app/Jobs.java", """
                        package app;

                        import org.acme.pool.Pool;
                        import org.acme.pool.annotation.*;

                        // PoolFactory is not used here
                        class Jobs {
                            @Pooled Pool pool;

                            void run(Response response) {
                                pool.drain("all");
                                System.getProperty("acme.pool.maxSize");
                            }
                        }
                        """)
                .write("src/main/resources/application.yml", """
                        acme:
                          pool:
                            idle-timeout: 5
                        """);
        sandbox.commit("a project");
        repository = GitRepository.discover(folder).orElseThrow();
    }

    @AfterEach
    void close() {
        repository.close();
        sandbox.close();
    }

    @Test
    void aTypeThatTheJarHasAndTheProjectImportsIsATouch() {
        assertThat(touches("`Pool` is final")).containsExactly("Pool at src/main/java/app/Jobs.java:8");
        assertThat(touches("org.acme.pool.Pool is final")).hasSize(1);
        assertThat(touches("@Pooled needs a name")).containsExactly("Pooled at src/main/java/app/Jobs.java:8");
    }

    @Test
    void aMemberMustBeUsedItself() {
        assertThat(touches("`Pool.drain(String)` is removed"))
                .containsExactly("Pool.drain at src/main/java/app/Jobs.java:11");
        assertThat(touches("Pool#drain returns a count")).hasSize(1);
        assertThat(touches("`Pool.refill(int)` is removed")).isEmpty();
    }

    @Test
    void commonWordsTypesOfOthersAndCommentsTouchNothing() {
        assertThat(touches("Pool handling is better now")).isEmpty();
        assertThat(touches("Fix `Response` and com.other.Pool")).isEmpty();
        assertThat(touches("`PoolFactory` is removed")).isEmpty();
        assertThat(touches("`PoolException` is removed")).isEmpty();
    }

    @Test
    void keysAreTheSameHoweverTheyAreWritten() {
        assertThat(touches("`acme.pool.idleTimeout` is renamed"))
                .containsExactly("acme.pool.idleTimeout at src/main/resources/application.yml:3");
        assertThat(touches("The property acme.pool.max-size is gone"))
                .containsExactly("acme.pool.max-size at src/main/java/app/Jobs.java:12");
        assertThat(touches("see www.acme.org or acme.pool for more")).isEmpty();
    }

    @Test
    void artifactsThatAreDeclaredAreTouchedAndChoresNever() {
        assertThat(touches("Upgrade acme-codec to 3.0")).containsExactly("acme-codec at pom.xml:9");
        assertThat(touches("docs: `Pool` and acme-codec")).isEmpty();
    }

    @Test
    void aNewerJavaThanTheProjectsIsATouch() {
        assertThat(touches("Java 21 is required")).containsExactly("Java 17 at pom.xml:1");
        assertThat(touches("Java 11 is required")).isEmpty();
        assertThat(touches("Drop support for Java 17")).containsExactly("Java 17 at pom.xml:1");
        assertThat(touches("Drop support for Java 8")).isEmpty();
    }

    @Test
    void objectsOfAClusterAreTouchedByWhatAsksSomethingOfThem() {
        assertThat(touches("The policy.acme.io/v1beta1 API is removed"))
                .containsExactly("policy.acme.io/v1beta1 at k8s/budget.yaml:1");
        assertThat(touches("The policy.acme.io/v1beta12 API is removed")).isEmpty();
        assertThat(touches("Deprecated the field maxUnavailable of PodDisruptionBudget"))
                .containsExactly("PodDisruptionBudget at k8s/budget.yaml:1");
        assertThat(touches("Fix a crash when a PodDisruptionBudget is listed")).isEmpty();
    }

    private List<String> touches(String text) {
        Touches touches = new Touches(
                ProjectWords.of(repository.commit("HEAD").orElseThrow()),
                List.of("org.acme.pool.Pool", "org.acme.pool.PoolFactory", "org.acme.pool.annotation.Pooled"),
                Map.of("acme-codec", new Place("pom.xml", 9)),
                Map.of(),
                Map.of(
                        "policy.acme.io/v1beta1", new Place("k8s/budget.yaml", 1),
                        "PodDisruptionBudget", new Place("k8s/budget.yaml", 1)),
                17,
                new Place("pom.xml", 1));
        Item item = new Item(new Version("2.0"), Kinds.of("", text), "", text, "notes", "");
        return touches.of(item).stream()
                .map(touch -> touch.name() + " at " + touch.place())
                .collect(Collectors.toList());
    }
}
