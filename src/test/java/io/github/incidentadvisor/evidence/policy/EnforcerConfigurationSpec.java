package io.github.incidentadvisor.evidence.policy;

import static io.github.incidentadvisor.evidence.policy.Builds.build;
import static io.github.incidentadvisor.evidence.policy.Builds.dependencies;
import static io.github.incidentadvisor.evidence.policy.Builds.enforcer;
import static io.github.incidentadvisor.evidence.policy.Builds.enforcerPlugin;
import static io.github.incidentadvisor.evidence.policy.Builds.execution;
import static io.github.incidentadvisor.evidence.policy.Builds.pom;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the rules of a build come from, and what switches them off. */
class EnforcerConfigurationSpec {
    private static final String LIBRARIES = dependencies("org.a:other:1.0", "org.a:lib:1.0");

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

    private List<String> objections(String... parts) {
        return builds.file("pom.xml", pom(parts))
                .change("<artifactId>lib</artifactId><version>1.0", "<artifactId>lib</artifactId><version>2.0")
                .objections();
    }

    @Test
    void aRuleIsSpeltWithEitherCase() {
        assertThat(objections(LIBRARIES, enforcer("3.5.0", "<DependencyConvergence/>")))
                .singleElement()
                .asString()
                .startsWith("FAILS dependencyConvergence");
    }

    @Test
    void aRuleMayBeAClassUnderAnyName() {
        String rule = "<mine implementation=\"org.apache.maven.plugins.enforcer.DependencyConvergence\"/>";

        assertThat(objections(LIBRARIES, enforcer("1.4.1", rule))).hasSize(1);
    }

    @Test
    void rulesAtThePluginHoldForItsExecutions() {
        String plugin = enforcerPlugin(
                "3.5.0",
                "<configuration><rules><dependencyConvergence/></rules></configuration>",
                "<execution><id>x</id><goals><goal>enforce</goal></goals></execution>");

        assertThat(objections(LIBRARIES, build(plugin))).hasSize(1);
    }

    @Test
    void aWarningIsNoFailure() {
        String rule = "<dependencyConvergence><level>WARN</level></dependencyConvergence>";

        assertThat(objections(LIBRARIES, enforcer("3.5.0", rule)))
                .singleElement()
                .asString()
                .startsWith("WARNS dependencyConvergence");
    }

    @Test
    void aBuildThatMustNotFailOnlyWarns() {
        String plugin = enforcerPlugin(
                "3.5.0",
                "<configuration><fail>false</fail></configuration>",
                execution("x", "<dependencyConvergence/>"));

        assertThat(objections(LIBRARIES, build(plugin)))
                .singleElement()
                .asString()
                .startsWith("WARNS");
    }

    @Test
    void whatIsSkippedIsNotJudged() {
        String skips = enforcerPlugin(
                "3.5.0",
                "<configuration><skip>true</skip></configuration>",
                execution("x", "<dependencyConvergence/>"));

        assertThat(objections(LIBRARIES, build(skips))).isEmpty();
        assertThat(objections(
                        "<properties><enforcer.skip>true</enforcer.skip></properties>",
                        LIBRARIES,
                        enforcer("3.5.0", "<dependencyConvergence/>")))
                .isEmpty();
        builds.property("enforcer.skipRules", "dependencyConvergence");
        assertThat(objections(LIBRARIES, enforcer("3.5.0", "<dependencyConvergence/>")))
                .isEmpty();
    }

    @Test
    void anExecutionInPhaseNoneDoesNotRun() {
        String off = execution("x", "<dependencyConvergence/>").replace("<goals>", "<phase>none</phase><goals>");

        assertThat(objections(LIBRARIES, build(enforcerPlugin("3.5.0", "", off))))
                .isEmpty();
    }

    @Test
    void theRuleOfAParentOutsideTheTreeHoldsAndItsExecutionIsMergedById() {
        builds.repo()
                .pom("org.p:parent:1", enforcer("3.5.0", "<dependencyConvergence/>"))
                .pom("org.p:parent:2", enforcer("3.5.0", "<dependencyConvergence/>"));
        String parent = "<parent><groupId>org.p</groupId><artifactId>parent</artifactId><version>1</version></parent>";
        String warns = enforcerPlugin(
                "", "", execution("check", "<dependencyConvergence><level>WARN</level></dependencyConvergence>"));

        assertThat(objections(parent, LIBRARIES)).singleElement().asString().startsWith("FAILS");
        assertThat(objections(parent, LIBRARIES, build(warns)))
                .singleElement()
                .asString()
                .startsWith("WARNS");
    }

    @Test
    void whatIsNotInheritedDoesNotHoldForChildren() {
        builds.repo()
                .pom(
                        "org.p:parent:1",
                        enforcer("3.5.0", "<dependencyConvergence/>")
                                .replace("<goals>", "<inherited>false</inherited><goals>"));
        String parent = "<parent><groupId>org.p</groupId><artifactId>parent</artifactId><version>1</version></parent>";

        assertThat(objections(parent, LIBRARIES)).isEmpty();
    }

    @Test
    void aChildMayOverrideAllRulesOfItsParent() {
        builds.repo().pom("org.p:parent:1", enforcer("3.5.0", "<dependencyConvergence/>"));
        String parent = "<parent><groupId>org.p</groupId><artifactId>parent</artifactId><version>1</version></parent>";
        String own = enforcerPlugin(
                "", "", execution("check", "<alwaysPass/>").replace("<rules>", "<rules combine.self=\"override\">"));

        assertThat(objections(parent, LIBRARIES, build(own))).isEmpty();
    }

    @Test
    void aRuleThatNobodyKnowsIsSaidOnce() {
        builds.file("pom.xml", pom(LIBRARIES, enforcer("3.5.0", "<ourHouseRule/><requireOS/>")));

        assertThat(builds.gaps())
                .containsExactly(
                        "what ourHouseRule says: this rule of the build (in 1 module) is not judged; only a build tells");
    }

    @Test
    void aRuleThatTheChangeBringsIsJudged() {
        builds.file(
                        "pom.xml",
                        pom(dependencies("org.a:other:1.0", "org.a:lib:2.0"), enforcer("3.5.0", "<alwaysPass/>")))
                .change("<alwaysPass/>", "<dependencyConvergence/>");

        assertThat(builds.objections()).hasSize(1);
    }

    @Test
    void compilationsThatAWarningFailsAreKnownWithTheirLintKeys() {
        builds.file("pom.xml", pom(build("""
                <plugin><groupId>org.apache.maven.plugins</groupId><artifactId>maven-compiler-plugin</artifactId>
                  <version>3.10.1</version>
                  <configuration><compilerArgs><arg>-Xlint:deprecation</arg><arg>-Werror</arg></compilerArgs></configuration>
                </plugin>""")));

        assertThat(builds.after().policies().strict())
                .extracting(one -> one.module() + " " + one.execution() + " " + one.tests() + " " + one.arguments())
                .containsExactly(
                        "pom.xml default-compile false [-Xlint:deprecation, -Werror]",
                        "pom.xml default-testCompile true [-Xlint:deprecation, -Werror]");
    }
}
