package io.github.incidentadvisor.evidence.policy;

import static io.github.incidentadvisor.evidence.policy.Builds.build;
import static io.github.incidentadvisor.evidence.policy.Builds.dependencies;
import static io.github.incidentadvisor.evidence.policy.Builds.pom;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.model.Place;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DependencyLockSpec {
    private static final String JSON = """
            {
              "dependencies" : [ {
                "groupId" : "org.a",
                "artifactId" : "lib",
                "version" : "1.0",
                "scope" : "compile",
                "type" : "jar"
              } ]
            }
            """;
    private static final String LOCK_POM = """
            <project>
              <modelVersion>4.0.0</modelVersion>
              <dependencies>
                <dependency>
                  <groupId>org.a</groupId>
                  <artifactId>lib</artifactId>
                  <version>1.0</version>
                  <type>jar</type>
                  <scope>compile</scope>
                </dependency>
              </dependencies>
            </project>
            """;

    @TempDir
    Path folder;

    private Builds builds;

    @BeforeEach
    void libraries() {
        builds = new Builds(folder);
        builds.repo().library("org.a:lib:1.0").library("org.a:lib:2.0").library("org.a:lib:3.0", "org.a:more:1");
        builds.repo().library("org.a:more:1");
    }

    private static String locked(String configuration) {
        return build("<plugin><groupId>se.vandmo</groupId><artifactId>dependency-lock-maven-plugin</artifactId>"
                + "<version>1.3.5</version><configuration>" + configuration + "</configuration><executions><execution>"
                + "<id>check</id><goals><goal>check</goal></goals></execution></executions></plugin>");
    }

    @Test
    void aPomThatMovesAwayFromItsLockFileIsAnObjection() {
        builds.file("pom.xml", pom(dependencies("org.a:lib:1.0"), locked("")))
                .file("dependencies-lock.json", JSON)
                .change("<version>1.0", "<version>2.0");

        assertThat(builds.objections())
                .containsExactly("FAILS dependencyLock in pom.xml:"
                        + " dependencies-lock.json locks org.a:lib to 1.0, but 2.0 is resolved");
    }

    @Test
    void aLockFileThatMovesAwayFromItsPomIsAnObjectionAtItsOwnLine() {
        builds.file("pom.xml", pom(dependencies("org.a:lib:1.0"), locked("<format>pom</format>")))
                .file(".dependency-lock/pom.xml", LOCK_POM)
                .change(".dependency-lock/pom.xml", "<version>1.0", "<version>2.0");

        assertThat(builds.objections()).hasSize(1);
        assertThat(builds.findings()).singleElement().satisfies(finding -> assertThat(finding.place())
                .isEqualTo(new Place(".dependency-lock/pom.xml", 7)));
    }

    @Test
    void bothTogetherAreFine() {
        builds.file("pom.xml", pom(dependencies("org.a:lib:1.0"), locked("")))
                .file("dependencies-lock.json", JSON)
                .change("<version>1.0", "<version>2.0")
                .change("dependencies-lock.json", "1.0", "2.0");

        assertThat(builds.objections()).isEmpty();
    }

    @Test
    void whatIsResolvedBesidesIsAnObjectionUnlessItMay() {
        builds.file("pom.xml", pom(dependencies("org.a:lib:1.0"), locked("")))
                .file("dependencies-lock.json", JSON)
                .change("<version>1.0", "<version>3.0")
                .change("dependencies-lock.json", "1.0", "3.0");
        assertThat(builds.objections())
                .containsExactly("FAILS dependencyLock in pom.xml:"
                        + " dependencies-lock.json has no org.a:more, which org.a:lib:3.0 brings");

        String lenient = "<dependencySets><dependencySet><includes><include>org.a:m*</include></includes>"
                + "<allowExtraneous>true</allowExtraneous></dependencySet></dependencySets>";
        builds.file("pom.xml", pom(dependencies("org.a:lib:1.0"), locked(lenient)))
                .change("<version>1.0", "<version>3.0");
        assertThat(builds.objections()).isEmpty();
    }

    @Test
    void anotherScopeIsAnObjection() {
        builds.file("pom.xml", pom(dependencies("org.a:lib:1.0"), locked("")))
                .file("dependencies-lock.json", JSON)
                .change("</version></dependency>", "</version><scope>test</scope></dependency>");

        assertThat(builds.objections()).singleElement().asString().endsWith("but 1.0 test is resolved");
    }

    @Test
    void whatHasTheModulesOwnVersionIsComparedWithThat() {
        builds.repo().library("org.a:lib:1");
        builds.file("pom.xml", pom(dependencies("org.a:lib:1"), locked("")))
                .file("dependencies-lock.json", JSON.replace("\"1.0\"", "{\"use-mine\": true}"))
                .change("lib</artifactId><version>1<", "lib</artifactId><version>2.0<");
        assertThat(builds.objections()).hasSize(1);

        String mine = "<useMyVersionFor><dependency>org.a:*</dependency></useMyVersionFor>";
        builds.file("pom.xml", pom(dependencies("org.a:lib:2.0"), locked(mine)))
                .file("dependencies-lock.json", JSON)
                .change("lib</artifactId><version>2.0<", "lib</artifactId><version>1<");
        assertThat(builds.objections()).isEmpty();
    }

    @Test
    void aLockFileThatIsNoneIsAGap() {
        builds.file("pom.xml", pom(dependencies("org.a:lib:1.0"), locked("")))
                .file("dependencies-lock.json", "{\"dependencies\": [[[")
                .change("<version>1.0", "<version>2.0");

        assertThat(builds.objections()).isEmpty();
        assertThat(builds.gaps()).anyMatch(gap -> gap.startsWith("the lock file of pom.xml"));
    }

    @Test
    void entitiesOfALockPomAreNotExpanded() {
        builds.file("pom.xml", pom(dependencies("org.a:lib:1.0"), locked("<format>pom</format>")))
                .file(
                        ".dependency-lock/pom.xml",
                        "<!DOCTYPE p [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                                + LOCK_POM.replace("1.0</version>", "&x;</version>"))
                .change("<version>1.0", "<version>2.0");

        assertThat(String.join(" ", builds.objections()) + builds.gaps()).doesNotContain("root:");
    }
}
