package io.github.incidentadvisor.evidence.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.Progress;
import io.github.incidentadvisor.changes.Changes;
import io.github.incidentadvisor.evidence.Linkage;
import io.github.incidentadvisor.evidence.Linkage.Answer;
import io.github.incidentadvisor.git.FolderTree;
import io.github.incidentadvisor.http.Requests;
import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.maven.MavenArtifacts;
import io.github.incidentadvisor.inventory.maven.MavenContext;
import io.github.incidentadvisor.inventory.maven.MavenInventory;
import io.github.incidentadvisor.inventory.maven.PlainMaven;
import io.github.incidentadvisor.inventory.maven.Repo;
import io.github.incidentadvisor.inventory.maven.VersionOrder;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Report.Mode;
import io.github.incidentadvisor.model.Version;
import io.github.incidentadvisor.risk.BrokenReferences;
import io.github.incidentadvisor.risk.NewerJava;
import io.github.incidentadvisor.risk.Rule.Found;
import io.github.incidentadvisor.risk.Situation;
import io.github.incidentadvisor.risk.VersionSkews;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole projects, a change of their POM, and what it does to their sources and to their dependencies. */
class ProjectLinkageSpec {
    private static final String POOL = "package lib; public class Pool { public void evict(String key) {} }";

    @TempDir
    private Path folder;

    private Repo repo;
    private Path project;
    private int running = 17;

    @BeforeEach
    void layOut() {
        repo = new Repo(folder.resolve("repo"));
        project = folder.resolve("project");
    }

    private void release(String coordinates, int java, List<Path> classPath, String... sources) {
        repo.library(coordinates);
        jar(coordinates, java, classPath, sources);
    }

    private Path jar(String coordinates, int java, List<Path> classPath, String... sources) {
        return Library.jar(file(coordinates), classPath, java, sources);
    }

    private Path file(String coordinates) {
        String[] c = coordinates.split(":");
        return repo.folder().resolve(c[0] + "/" + c[1] + "/" + c[2] + "/" + c[1] + "-" + c[2] + ".jar");
    }

    private void write(String path, String text) {
        try {
            Path file = project.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pom(String... dependencies) {
        StringBuilder all = new StringBuilder();
        for (String dependency : dependencies) {
            String[] d = dependency.split(":");
            all.append("<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>"
                    .formatted(d[0], d[1], d[2]));
        }
        return """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>app</groupId><artifactId>app</artifactId><version>1</version>
                  <properties><maven.compiler.release>11</maven.compiler.release></properties>
                  <dependencies>%s</dependencies>
                </project>
                """.formatted(all);
    }

    /** What the change from one POM to the other does, as findings say it. */
    private List<Finding> findings(String before, String after) {
        MavenContext context = PlainMaven.over(repo.folder(), folder.resolve("local"), project);
        Requests requests = new Requests();
        MavenInventory maven = new MavenInventory(context, requests);
        write("pom.xml", before);
        Inventory base = maven.read(FolderTree.of(project), Progress.SILENT);
        write("pom.xml", after);
        FolderTree tree = FolderTree.of(project);
        Inventory head = maven.read(tree, Progress.SILENT);
        Answer answer = new ProjectLinkage(
                        tree,
                        base,
                        head,
                        new MavenArtifacts(context, requests),
                        new Workspace(project, folder.resolve("cache"), running))
                .compare();
        Situation situation = new Situation(
                Mode.CHANGE, head, Changes.between(base, head, VersionOrder.MAVEN), LocalDate.parse("2026-11-24"));
        List<Finding> findings = new ArrayList<>();
        Stream.of(new BrokenReferences(answer), new NewerJava(answer), new VersionSkews(answer))
                .flatMap(rule -> rule.apply(situation).stream())
                .map(Found::finding)
                .forEach(findings::add);
        return findings;
    }

    private static List<String> shown(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.kind().word() + " " + finding.severity().word() + " " + finding.place() + " "
                        + finding.text())
                .toList();
    }

    @Test
    void aLineThatNamesWhatTheNewVersionHasNotIsAFindingOfTheChange() {
        release("lib:lib:1", 8, List.of(), POOL);
        release("lib:lib:2", 8, List.of(), "package lib; public class Pool {}");
        write("src/main/java/app/Cache.java", """
                package app;
                class Cache {
                    void drop(lib.Pool pool) {
                        pool.evict("k");
                    }
                }
                """);

        assertThat(shown(findings(pom("lib:lib:1"), pom("lib:lib:2"))))
                .containsExactly(
                        "broken-reference breaks-build src/main/java/app/Cache.java:4 uses Pool.evict, which lib 2"
                                + " no longer has: will not compile.");
    }

    @Test
    void theSecondRunSaysTheSameFromWhatIsKept() throws IOException {
        aLineThatNamesWhatTheNewVersionHasNotIsAFindingOfTheChange();

        List<Path> kept;
        try (var files = Files.list(folder.resolve("cache"))) {
            kept = files.toList();
        }
        assertThat(kept).isNotEmpty();
        assertThat(shown(findings(pom("lib:lib:1"), pom("lib:lib:2")))).hasSize(1);
        for (Path file : kept) {
            Files.writeString(file, "{\"lines\": [ {");
        }
        assertThat(shown(findings(pom("lib:lib:1"), pom("lib:lib:2")))).hasSize(1);
    }

    @Test
    void aJarThatCannotBeHadBreaksNothing() {
        release("lib:lib:1", 8, List.of(), POOL);
        repo.library("lib:lib:2");
        write("src/main/java/app/Cache.java", "package app; class Cache { lib.Pool pool; }");

        assertThat(findings(pom("lib:lib:1"), pom("lib:lib:2"))).isEmpty();
    }

    @Test
    void whatAVersionBroughtWhosePomCannotBeHadIsNotTakenToBeGone() {
        release("lib:lib:1", 8, List.of(), POOL);
        repo.library("top:top:1", "lib:lib:1");
        jar("top:top:1", 8, List.of(), "package top; public class Top {}");
        write("src/main/java/app/Cache.java", "package app; class Cache { lib.Pool pool; }");

        assertThat(findings(pom("top:top:1"), pom("top:top:2"))).isEmpty();
    }

    @Test
    void sourcesOfOtherLanguagesAreJudgedByTheClassFilesOfTheLastBuildWhereTheseAreFresh() throws IOException {
        release("lib:lib:1", 8, List.of(), POOL);
        release("lib:lib:2", 8, List.of(), "package lib; public class Pool {}");
        write("src/main/kotlin/app/Cache.kt", "package app\n\nfun drop(pool: lib.Pool) = pool.evict(\"k\")\n");
        String before = pom("lib:lib:1");

        assertThat(shown(findings(before, pom("lib:lib:2")))).isEmpty();

        Path classes = project.resolve("target/classes");
        Files.createDirectories(classes);
        Library.compiledAs("Cache.kt", classes, List.of(file("lib:lib:1")), """
                package app; public class CacheKt {
                    public static void drop(lib.Pool pool) {
                        pool.evict("k"); } }
                """);
        write("pom.xml", before);
        Files.walk(classes).forEach(file -> file.toFile().setLastModified(System.currentTimeMillis() + 60_000));

        assertThat(shown(findings(before, pom("lib:lib:2"))))
                .containsExactly(
                        "broken-reference breaks-build src/main/kotlin/app/Cache.kt:3 uses Pool.evict, which lib 2 no"
                                + " longer has: will not compile.");
    }

    @Test
    void aJarForANewerJavaThanTheLevelIsNamedWithTheLine() {
        release("lib:lib:1", 8, List.of(), POOL);
        release("lib:lib:2", 17, List.of(), POOL);
        write("src/main/java/app/Cache.java", "package app; class Cache { lib.Pool pool; }");

        assertThat(shown(findings(pom("lib:lib:1"), pom("lib:lib:2"))))
                .containsExactly(
                        "needs-newer-java breaks-runtime pom.xml:5 lib 2 needs Java 17; pom.xml is built for Java 11,"
                                + " where loading it ends in UnsupportedClassVersionError.");
    }

    @Test
    void aJarThatTheRunningJdkCannotReadFailsTheBuild() {
        running = 11;
        release("lib:lib:1", 8, List.of(), POOL);
        release("lib:lib:2", 17, List.of(), POOL);
        write("src/main/java/app/Cache.java", "package app; class Cache { lib.Pool pool; }");

        assertThat(shown(findings(pom("lib:lib:1"), pom("lib:lib:2"))))
                .containsExactly(
                        "needs-newer-java breaks-build pom.xml:5 lib 2 needs Java 17; the JDK that runs this build is"
                                + " 11 and cannot read it.");
    }

    @Test
    void dependenciesThatDoNotFitEachOtherAnyMoreAreNamedWithWhoBroughtThem() {
        release("core:core:1", 8, List.of(), "package core; public class Parser { public void limits() {} }");
        release("core:core:2", 8, List.of(), "package core; public class Parser {}");
        repo.library("bind:bind:1", "core:core:1");
        jar("bind:bind:1", 8, List.of(file("core:core:1")), """
                package bind;
                public class Mapper {
                    public void map(core.Parser parser) {
                        parser.limits();
                    }
                }
                """);
        write("src/main/java/app/Main.java", "package app; import bind.Mapper; class Main { Mapper mapper; }");

        List<Finding> findings = findings(pom("bind:bind:1", "core:core:1"), pom("bind:bind:1", "core:core:2"));

        assertThat(shown(findings))
                .containsExactly(
                        "version-skew breaks-runtime pom.xml:5 bind 1 needs of core 2 what it has not: Mapper.java:4"
                                + " calls Parser.limits(), which was removed.");
        assertThat(findings.get(0).fix())
                .isEqualTo("bring bind and core to versions that were released for each other");
    }

    @Test
    void aPairThatDidNotFitBeforeEitherIsNoFindingOfTheChange() {
        release("core:core:1", 8, List.of(), "package core; public class Parser { public void limits() {} }");
        release("core:core:2", 8, List.of(), "package core; public class Parser {}");
        release("core:core:3", 8, List.of(), "package core; public class Parser { int size; }");
        repo.library("bind:bind:1", "core:core:1");
        jar("bind:bind:1", 8, List.of(file("core:core:1")), """
                package bind; public class Mapper { public void map(core.Parser parser) { parser.limits(); } }
                """);
        write("src/main/java/app/Main.java", "package app; import bind.Mapper; class Main { Mapper mapper; }");

        assertThat(findings(pom("bind:bind:1", "core:core:2"), pom("bind:bind:1", "core:core:3")))
                .isEmpty();
    }

    @Test
    void howMuchWasLookedAtIsCounted() {
        release("lib:lib:1", 8, List.of(), POOL);
        release("lib:lib:2", 8, List.of(), POOL, "package lib; public class More {}");
        write("src/main/java/app/Cache.java", "package app; class Cache { lib.Pool pool; }");
        write("src/main/java/app/Other.java", "package app; class Other { int x; }");
        write("src/test/java/app/OtherTest.java", "package app; class OtherTest { Other other; }");

        assertThat(compared(pom("lib:lib:1"), pom("lib:lib:2")).coverage()).isEqualTo(new Linkage.Coverage(3, 1, 0));
    }

    @Test
    void whatCouldNotBeReadIsCountedAsNotLookedAt() {
        release("lib:lib:1", 8, List.of(), POOL);
        repo.library("lib:lib:2");
        write("src/main/java/app/Cache.java", "package app; class Cache { lib.Pool pool; }");

        assertThat(compared(pom("lib:lib:1"), pom("lib:lib:2")).coverage().unread())
                .containsExactly(new Coordinates(Artifact.of("lib", "lib"), new Version("2")));
    }

    private Answer compared(String before, String after) {
        MavenContext context = PlainMaven.over(repo.folder(), folder.resolve("local"), project);
        MavenInventory maven = new MavenInventory(context, new Requests());
        write("pom.xml", before);
        Inventory base = maven.read(FolderTree.of(project), Progress.SILENT);
        write("pom.xml", after);
        FolderTree tree = FolderTree.of(project);
        return new ProjectLinkage(
                        tree,
                        base,
                        maven.read(tree, Progress.SILENT),
                        new MavenArtifacts(context, new Requests()),
                        new Workspace(project, folder.resolve("cache"), 17))
                .compare();
    }
}
