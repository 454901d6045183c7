package io.github.incidentadvisor.evidence.policy;

import static io.github.incidentadvisor.evidence.policy.Builds.build;
import static io.github.incidentadvisor.evidence.policy.Builds.dependencies;
import static io.github.incidentadvisor.evidence.policy.Builds.enforcer;
import static io.github.incidentadvisor.evidence.policy.Builds.managing;
import static io.github.incidentadvisor.evidence.policy.Builds.pom;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Missing versions, the Java of the build, tools that move, and Jenkins' core. */
class OtherPoliciesSpec {
    @TempDir
    Path folder;

    private Builds builds;

    @BeforeEach
    void libraries() {
        builds = new Builds(folder);
        builds.repo().library("org.a:lib:1.0").library("org.a:lib:2.0");
    }

    private static String importing(String version) {
        return "<dependencyManagement><dependencies><dependency><groupId>org.b</groupId><artifactId>bom</artifactId>"
                + "<version>" + version + "</version><type>pom</type><scope>import</scope></dependency></dependencies>"
                + "</dependencyManagement>";
    }

    @Test
    void aVersionThatABomNoLongerManagesIsMissing() {
        builds.repo().pom("org.b:bom:1.0", "<packaging>pom</packaging>" + managing("org.a:lib:1.0"));
        builds.repo().pom("org.b:bom:2.0", "");
        builds.file("pom.xml", pom(importing("1.0"), dependencies("org.a:lib"))).change("<version>1.0", "<version>2.0");

        assertThat(builds.objections())
                .containsExactly("FAILS missingManagedVersion in pom.xml:"
                        + " org.a:lib has no version at pom.xml:6, and no parent or BOM manages one");
        assertThat(builds.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.policy().artifacts()).containsExactly("org.a:lib");
            assertThat(finding.place().toString()).isEqualTo("pom.xml:4");
        });
    }

    @Test
    void aBomThatCannotBeHadMakesNoClaim() {
        builds.repo().pom("org.b:bom:1.0", "<packaging>pom</packaging>" + managing("org.a:lib:1.0"));
        builds.file("pom.xml", pom(importing("1.0"), dependencies("org.a:lib"))).change("<version>1.0", "<version>2.0");

        assertThat(builds.objections()).isEmpty();
        assertThat(builds.gaps()).anyMatch(gap -> gap.contains("a BOM that cannot be had"));
    }

    @Test
    void aRangeOfJavasThatNoLongerHoldsThisOneIsAnObjection() {
        builds.file(
                        "pom.xml",
                        pom(enforcer("3.0.0", "<requireJavaVersion><version>[8,)</version></requireJavaVersion>")))
                .change("[8,)", "[21,)");

        assertThat(builds.objections())
                .containsExactly("FAILS requireJavaVersion in pom.xml: Java 17.0.9 is not in the range [21,)");
    }

    @Test
    void aRangeOfJavasThatHoldsThisOneIsNone() {
        builds.file("pom.xml", pom(enforcer("3.0.0", "<requireJavaVersion><version>8</version></requireJavaVersion>")))
                .change(">8<", ">[17,18)<");

        assertThat(builds.objections()).isEmpty();
    }

    @Test
    void aStyleCheckThatMovesMayFail() {
        builds.file("pom.xml", pom(build("""
                <plugin><groupId>org.apache.maven.plugins</groupId><artifactId>maven-checkstyle-plugin</artifactId>
                  <version>3.1.2</version>
                  <dependencies><dependency><groupId>com.puppycrawl.tools</groupId><artifactId>checkstyle</artifactId>
                    <version>10.1</version></dependency></dependencies>
                  <executions><execution><id>style</id><goals><goal>check</goal></goals></execution></executions>
                </plugin>"""))).change("10.1", "10.2");

        assertThat(builds.objections())
                .containsExactly(
                        "MAY_FAIL checkstyle in pom.xml:"
                                + " com.puppycrawl.tools:checkstyle goes from 10.1 to 10.2 and may object to code that it let pass");
    }

    @Test
    void aReportThatMovesFailsNothing() {
        builds.file("pom.xml", pom(build("""
                <plugin><groupId>org.apache.maven.plugins</groupId><artifactId>maven-checkstyle-plugin</artifactId>
                  <version>3.1.2</version>
                  <executions><execution><id>style</id><goals><goal>checkstyle</goal></goals></execution></executions>
                </plugin>"""))).change("3.1.2", "3.2.0");

        assertThat(builds.objections()).isEmpty();
    }

    @Test
    void aPluginThatNeedsANewerJenkinsIsAnObjection() {
        jenkinsPlugin("1.0", "2.300");
        jenkinsPlugin("2.0", "2.332.4");
        builds.repo().library("org.jenkins-ci.main:jenkins-core:2.332.1");
        builds.file(
                        "pom.xml",
                        pom(
                                "<packaging>hpi</packaging>",
                                dependencies("org.jenkins-ci.main:jenkins-core:2.332.1:provided", "io.jenkins:api:1.0"),
                                build("<plugin><groupId>org.jenkins-ci.tools</groupId>"
                                        + "<artifactId>maven-hpi-plugin</artifactId><version>3.28</version></plugin>")))
                .change("<version>1.0", "<version>2.0");

        assertThat(builds.objections())
                .containsExactly(
                        "FAILS jenkinsCoreVersion in pom.xml: io.jenkins:api:2.0, which the project itself brings,"
                                + " needs Jenkins 2.332.4, and the plugin is built for 2.332.1");
        assertThat(builds.change("2.332.1", "2.332.4").objections()).isEmpty();
    }

    private void jenkinsPlugin(String version, String needs) {
        builds.repo()
                .library("io.jenkins:api:" + version)
                .jar(
                        "io.jenkins:api:" + version,
                        Map.of(
                                "META-INF/MANIFEST.MF",
                                ("Manifest-Version: 1.0\r\nPlugin-Version: " + version + "\r\nJenkins-Version: " + needs
                                                + "\r\n\r\n")
                                        .getBytes(StandardCharsets.UTF_8)));
    }
}
