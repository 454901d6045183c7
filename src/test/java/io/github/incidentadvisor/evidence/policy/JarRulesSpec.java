package io.github.incidentadvisor.evidence.policy;

import static io.github.incidentadvisor.evidence.policy.Builds.dependencies;
import static io.github.incidentadvisor.evidence.policy.Builds.enforcer;
import static io.github.incidentadvisor.evidence.policy.Builds.pom;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that open the jars of dependencies. */
class JarRulesSpec {
    @TempDir
    Path folder;

    private Builds builds;

    @BeforeEach
    void libraries() {
        builds = new Builds(folder);
        builds.repo()
                .library("org.a:lib:1.0")
                .jar("org.a:lib:1.0", Map.of("a/A.class", compiledFor(8)))
                .library("org.a:other:1.0")
                .jar("org.a:other:1.0", Map.of("b/B.class", compiledFor(8)));
    }

    private List<String> objections(String rule) {
        return builds.file("pom.xml", pom(dependencies("org.a:lib:1.0", "org.a:other:1.0"), enforcer("3.0.0", rule)))
                .change("<artifactId>lib</artifactId><version>1.0", "<artifactId>lib</artifactId><version>2.0")
                .objections();
    }

    private void lib2(Map<String, byte[]> entries) {
        builds.repo().library("org.a:lib:2.0").jar("org.a:lib:2.0", entries);
    }

    /** The first eight bytes are all that a version needs (JVMS 4.1). */
    private static byte[] compiledFor(int java) {
        return new byte[] {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0, 0, (byte) (java + 44)};
    }

    private static final String MAX_8 =
            "<enforceBytecodeVersion><maxJdkVersion>1.8</maxJdkVersion>%s</enforceBytecodeVersion>";

    @Test
    void aClassForANewerJavaIsAnObjection() {
        lib2(Map.of("a/A.class", compiledFor(11)));

        assertThat(objections(MAX_8.formatted("")))
                .containsExactly(
                        "FAILS enforceBytecodeVersion in pom.xml: org.a:lib:2.0, which the project itself brings,"
                                + " has classes for a newer Java than the 8 that is allowed");
    }

    @Test
    void whatAMultiReleaseJarHasForNewerJavasIsFineAndModuleDescriptorsAre() {
        lib2(Map.of(
                "a/A.class",
                compiledFor(8),
                "META-INF/versions/11/a/A.class",
                compiledFor(11),
                "module-info.class",
                compiledFor(9)));

        assertThat(objections(MAX_8.formatted(""))).isEmpty();
        assertThat(objections(MAX_8.formatted("<strict>true</strict>"))).hasSize(1);
    }

    @Test
    void ignoredClassesAndExcludedArtifactsAndScopesAreLeftAlone() {
        lib2(Map.of("a/A.class", compiledFor(11)));

        assertThat(objections(MAX_8.formatted("<ignoreClasses><ignoreClass>a.*</ignoreClass></ignoreClasses>")))
                .isEmpty();
        assertThat(objections(MAX_8.formatted("<excludes><exclude>org.a:l*</exclude></excludes>")))
                .isEmpty();
        assertThat(objections(MAX_8.formatted("<ignoredScopes><scope>compile</scope></ignoredScopes>")))
                .isEmpty();
    }

    @Test
    void aJarThatIsNoneIsAGap() throws Exception {
        builds.repo().library("org.a:lib:2.0");
        Files.writeString(builds.repo().folder().resolve("org/a/lib/2.0/lib-2.0.jar"), "this is no jar");

        assertThat(objections(MAX_8.formatted(""))).isEmpty();
        assertThat(builds.gaps()).anyMatch(gap -> gap.startsWith("the class files of lib-2.0.jar"));
    }

    @Test
    void aLimitThatIsNoJavaIsAGap() {
        lib2(Map.of("a/A.class", compiledFor(11)));
        String rule = "<enforceBytecodeVersion><maxJdkVersion>${none}</maxJdkVersion></enforceBytecodeVersion>";

        assertThat(objections(rule)).isEmpty();
        assertThat(builds.gaps()).anyMatch(gap -> gap.contains("its limit is no version of Java"));
    }

    @Test
    void aClassInTwoJarsIsAnObjection() {
        lib2(Map.of("a/A.class", compiledFor(8), "b/B.class", compiledFor(8)));

        assertThat(objections("<banDuplicateClasses/>"))
                .containsExactly(
                        "FAILS banDuplicateClasses in pom.xml:" + " org.a:lib and org.a:other both have b/B.class");
    }

    @Test
    void identicalOnesAreFineWhereTheRuleSaysSo() {
        lib2(Map.of("b/B.class", compiledFor(8)));
        String rule = "<banDuplicateClasses><ignoreWhenIdentical>true</ignoreWhenIdentical></banDuplicateClasses>";

        assertThat(objections(rule)).isEmpty();
    }

    @Test
    void differentOnesOfOneNameAreNot() {
        lib2(Map.of("b/B.class", compiledFor(9)));
        String rule = "<banDuplicateClasses><ignoreWhenIdentical>true</ignoreWhenIdentical></banDuplicateClasses>";

        assertThat(objections(rule)).hasSize(1);
    }

    @Test
    void duplicatesThatAreKnownMayBeNamed() {
        lib2(Map.of("b/B.class", compiledFor(8), "module-info.class", compiledFor(9)));

        assertThat(objections("<banDuplicateClasses><ignoreClasses><ignoreClass>b.*</ignoreClass></ignoreClasses>"
                        + "</banDuplicateClasses>"))
                .isEmpty();
        assertThat(objections("<banDuplicateClasses><dependencies><dependency><groupId>org.a</groupId>"
                        + "<artifactId>other</artifactId><ignoreClasses><ignoreClass>*</ignoreClass></ignoreClasses>"
                        + "</dependency></dependencies></banDuplicateClasses>"))
                .isEmpty();
    }

    @Test
    void aClassOfASiblingModuleCountsBeforeItIsCompiled() {
        lib2(Map.of("s/Shared.class", compiledFor(8)));
        String module =
                "<project><modelVersion>4.0.0</modelVersion><groupId>g</groupId><artifactId>%s</artifactId><version>1</version>";
        builds.file(
                        "pom.xml",
                        pom("<packaging>pom</packaging>", "<modules><module>a</module><module>b</module></modules>"))
                .file("a/pom.xml", module.formatted("a") + "</project>")
                .file("a/src/main/java/s/Shared.java", "package s; class Shared {}")
                .file(
                        "b/pom.xml",
                        module.formatted("b") + dependencies("g:a:1", "org.a:lib:1.0")
                                + enforcer("3.0.0", "<banDuplicateClasses/>") + "</project>")
                .change("b/pom.xml", "<version>1.0", "<version>2.0");

        assertThat(builds.objections())
                .containsExactly("FAILS banDuplicateClasses in b/pom.xml: g:a and org.a:lib both have s/Shared.class");
    }
}
