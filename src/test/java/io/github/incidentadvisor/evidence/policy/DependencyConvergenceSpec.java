package io.github.incidentadvisor.evidence.policy;

import static io.github.incidentadvisor.evidence.policy.Builds.dependencies;
import static io.github.incidentadvisor.evidence.policy.Builds.enforcer;
import static io.github.incidentadvisor.evidence.policy.Builds.managing;
import static io.github.incidentadvisor.evidence.policy.Builds.pom;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DependencyConvergenceSpec {
    private static final String RULE = "<dependencyConvergence/>";

    @TempDir
    Path folder;

    private Builds builds;

    @BeforeEach
    void libraries() {
        builds = new Builds(folder);
        builds.repo()
                .library("org.a:deeper:1")
                .library("org.a:deeper:2")
                .library("org.a:deep:1", "org.a:deeper:1")
                .library("org.a:deep:2", "org.a:deeper:2")
                .library("org.a:lib:1.0", "org.a:deep:1")
                .library("org.a:lib:2.0", "org.a:deep:2")
                .library("org.a:other:1.0", "org.a:deep:1");
    }

    @Test
    void twoVersionsOfAnArtifactAreAnObjectionAndWhatFollowsFromThemIsNone() {
        builds.file("pom.xml", pom(dependencies("org.a:lib:1.0", "org.a:other:1.0"), enforcer("3.5.0", RULE)))
                .change("<artifactId>lib</artifactId><version>1.0", "<artifactId>lib</artifactId><version>2.0");

        assertThat(builds.objections())
                .containsExactly("FAILS dependencyConvergence in pom.xml: org.a:deep is asked for as"
                        + " 2 by org.a:lib:2.0, 1 by org.a:other:1.0");
    }

    @Test
    void aLowerVersionIsAnObjectionToo() {
        builds.file("pom.xml", pom(dependencies("org.a:lib:2.0", "org.a:deep:2"), enforcer("3.5.0", RULE)))
                .change("<version>2.0", "<version>1.0");

        assertThat(builds.objections()).hasSize(1);
    }

    @Test
    void whatIsManagedConverges() {
        builds.file(
                        "pom.xml",
                        pom(
                                managing("org.a:deep:1"),
                                dependencies("org.a:lib:1.0", "org.a:other:1.0"),
                                enforcer("3.5.0", RULE)))
                .change("<artifactId>lib</artifactId><version>1.0", "<artifactId>lib</artifactId><version>2.0");

        assertThat(builds.objections()).isEmpty();
    }

    @Test
    void excludesArePatterns() {
        String rule =
                "<dependencyConvergence><excludes><exclude>org.*:deep:[2,)</exclude></excludes></dependencyConvergence>";
        builds.file("pom.xml", pom(dependencies("org.a:lib:1.0", "org.a:other:1.0"), enforcer("3.5.0", rule)))
                .change("<artifactId>lib</artifactId><version>1.0", "<artifactId>lib</artifactId><version>2.0");

        assertThat(builds.objections()).isEmpty();
    }

    @Test
    void beforeRelease3AWishThatWidensAScopeIsLost() {
        builds.repo().library("org.a:thin:1", "org.a:lib:2.0");
        // deep 1 is nearer, in scope test; deep 2 is farther, in scope compile: it is kept as version 1.
        String wishes = dependencies("org.a:other:1.0:test", "org.a:thin:1");
        builds.file("pom.xml", pom(wishes, enforcer("3.0.0-M3", "<alwaysPass/>")))
                .change("<alwaysPass/>", RULE);
        assertThat(builds.objections()).isEmpty();

        builds.file("pom.xml", pom(wishes, enforcer("3.0.0", "<alwaysPass/>"))).change("<alwaysPass/>", RULE);
        assertThat(builds.objections()).singleElement().asString().contains("org.a:deep is asked for as 1 by");
    }
}
