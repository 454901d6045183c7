package io.github.incidentadvisor.evidence.policy;

import static io.github.incidentadvisor.evidence.policy.Builds.dependencies;
import static io.github.incidentadvisor.evidence.policy.Builds.enforcer;
import static io.github.incidentadvisor.evidence.policy.Builds.pom;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BannedDependenciesSpec {
    @TempDir
    Path folder;

    private Builds builds;

    @BeforeEach
    void libraries() {
        builds = new Builds(folder);
        builds.repo()
                .library("org.bad:thing:1.5")
                .library("org.bad:fine:1.5")
                .library("org.a:lib:1.0")
                .library("org.a:lib:2.0", "org.bad:thing:1.5", "org.bad:fine:1.5");
    }

    private List<String> objections(String rule) {
        return builds.file("pom.xml", pom(dependencies("org.a:lib:1.0"), enforcer("3.0.0", rule)))
                .change("<version>1.0", "<version>2.0")
                .objections();
    }

    @Test
    void whatIsExcludedAndNotIncludedIsBanned() {
        assertThat(objections("<bannedDependencies><excludes><exclude>org.bad:*</exclude></excludes>"
                        + "<includes><include>org.bad:fine</include></includes></bannedDependencies>"))
                .containsExactly("FAILS bannedDependencies in pom.xml:"
                        + " org.bad:thing:1.5, which org.a:lib:2.0 brings, is banned by org.bad:*");
    }

    @Test
    void aPatternGoesToTheScopeAndAVersionIsARange() {
        assertThat(objections("<bannedDependencies><excludes><exclude>*:thing:[1.4,2):jar:compile</exclude>"
                        + "<exclude>*:fine:(,1.5):jar</exclude></excludes></bannedDependencies>"))
                .singleElement()
                .asString()
                .contains("org.bad:thing");
        assertThat(objections("<bannedDependencies><excludes><exclude>*:thing:1.5:jar:test</exclude></excludes>"
                        + "</bannedDependencies>"))
                .isEmpty();
    }

    @Test
    void aPlainVersionMeansFromThereOn() {
        assertThat(objections(
                        "<bannedDependencies><excludes><exclude>*:thing:1.4</exclude></excludes></bannedDependencies>"))
                .hasSize(1);
        assertThat(objections(
                        "<bannedDependencies><excludes><exclude>*:thing:1.6</exclude></excludes></bannedDependencies>"))
                .isEmpty();
    }

    @Test
    void onlyWhatIsDeclaredCountsWhereTheRuleSaysSo() {
        assertThat(objections("<bannedDependencies><searchTransitive>false</searchTransitive>"
                        + "<excludes><exclude>org.bad</exclude></excludes></bannedDependencies>"))
                .isEmpty();
    }
}
