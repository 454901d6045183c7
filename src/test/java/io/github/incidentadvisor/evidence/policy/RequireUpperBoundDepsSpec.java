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

class RequireUpperBoundDepsSpec {
    private static final String RULE = "<requireUpperBoundDeps/>";

    @TempDir
    Path folder;

    private Builds builds;

    @BeforeEach
    void libraries() {
        builds = new Builds(folder);
        builds.repo()
                .library("org.a:deep:1")
                .library("org.a:deep:2")
                .library("org.a:lib:1.0", "org.a:deep:1")
                .library("org.a:lib:2.0", "org.a:deep:2")
                .library("org.a:other:1.0", "org.a:deep:1");
    }

    @Test
    void aVersionThatManagementKeepsBelowWhatIsAskedForIsAnObjection() {
        builds.file("pom.xml", pom(managing("org.a:deep:1"), dependencies("org.a:lib:1.0"), enforcer("3.1.0", RULE)))
                .change("<artifactId>lib</artifactId><version>1.0", "<artifactId>lib</artifactId><version>2.0");

        assertThat(builds.objections())
                .containsExactly(
                        "FAILS requireUpperBoundDeps in pom.xml: org.a:deep is 1, but org.a:lib:2.0 asks for 2");
    }

    @Test
    void theNearerWishWinsAndTheFartherHigherOneIsAnObjection() {
        builds.file("pom.xml", pom(dependencies("org.a:other:1.0", "org.a:lib:1.0"), enforcer("3.5.0", RULE)))
                .change("<artifactId>lib</artifactId><version>1.0", "<artifactId>lib</artifactId><version>2.0");

        assertThat(builds.objections()).singleElement().asString().endsWith("org.a:lib:2.0 asks for 2");
    }

    @Test
    void aLowerWishIsNone() {
        builds.file("pom.xml", pom(dependencies("org.a:lib:2.0", "org.a:other:1.0"), enforcer("3.5.0", RULE)));

        assertThat(builds.change("<version>2.0", "<version>1.0").objections()).isEmpty();
    }

    @Test
    void whatTheBaseObjectsToIsNotTheChangesDoing() {
        builds.repo().library("org.a:lib:3.0", "org.a:deep:2");
        builds.file("pom.xml", pom(dependencies("org.a:other:1.0", "org.a:lib:2.0"), enforcer("3.5.0", RULE)))
                .change("<version>2.0", "<version>3.0");

        assertThat(builds.objections()).isEmpty();
    }

    @Test
    void excludedArtifactsAreLeftAlone() {
        String rule =
                "<requireUpperBoundDeps><excludes><exclude>org.a:deep</exclude></excludes></requireUpperBoundDeps>";
        builds.file("pom.xml", pom(dependencies("org.a:other:1.0", "org.a:lib:1.0"), enforcer("3.5.0", rule)))
                .change("<artifactId>lib</artifactId><version>1.0", "<artifactId>lib</artifactId><version>2.0");

        assertThat(builds.objections()).isEmpty();
    }

    @Test
    void testDependenciesCountUpToRelease32AndNotAfter() {
        for (String release : new String[] {"3.0.0-M3", "3.0.0", "3.2.1", "3.3.0", ""}) {
            builds.file("pom.xml", pom(dependencies("org.a:other:1.0", "org.a:lib:1.0:test"), enforcer(release, RULE)))
                    .change("<artifactId>lib</artifactId><version>1.0", "<artifactId>lib</artifactId><version>2.0");

            boolean counts = !release.isEmpty() && !release.equals("3.3.0");
            assertThat(builds.objections()).as(release).hasSize(counts ? 1 : 0);
        }
    }

    @Test
    void release31LooksOnlyAtWhatIsShipped() {
        builds.file("pom.xml", pom(dependencies("org.a:other:1.0", "org.a:lib:1.0:test"), enforcer("3.1.0", RULE)))
                .change("<artifactId>lib</artifactId><version>1.0", "<artifactId>lib</artifactId><version>2.0");

        assertThat(builds.objections()).isEmpty();
    }

    @Test
    void scopesToLeaveOutCanBeSaid() {
        String rule = "<requireUpperBoundDeps><excludedScopes/></requireUpperBoundDeps>";
        builds.file("pom.xml", pom(dependencies("org.a:other:1.0", "org.a:lib:1.0:test"), enforcer("3.5.0", rule)))
                .change("<artifactId>lib</artifactId><version>1.0", "<artifactId>lib</artifactId><version>2.0");

        assertThat(builds.objections()).hasSize(1);
    }

    @Test
    void aTreeThatCannotBeReadInTheBaseMakesNoClaim() {
        builds.repo().library("org.a:ill:1.0", "org.a:gone:[1,2)").library("org.a:ill:2.0");
        builds.file(
                        "pom.xml",
                        pom(dependencies("org.a:other:1.0", "org.a:lib:1.0", "org.a:ill:1.0"), enforcer("3.5.0", RULE)))
                .change("<artifactId>lib</artifactId><version>1.0", "<artifactId>lib</artifactId><version>2.0")
                .change("<artifactId>ill</artifactId><version>1.0", "<artifactId>ill</artifactId><version>2.0");

        assertThat(builds.objections()).isEmpty();
        assertThat(builds.gaps()).anyMatch(gap -> gap.contains("may be nothing new"));
    }
}
