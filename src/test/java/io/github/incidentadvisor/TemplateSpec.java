package io.github.incidentadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.bench.Template;
import io.github.incidentadvisor.evidence.linkage.Library;
import io.github.incidentadvisor.git.GitSandbox;
import io.github.incidentadvisor.inventory.maven.PlainMaven;
import io.github.incidentadvisor.inventory.maven.Repo;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.settings.Setting;
import io.github.incidentadvisor.verify.Verified;
import java.io.IOException;
import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the template says of a whole run holds to the checks that a model's words are held to: none of it would be dropped. */
class TemplateSpec {
    private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");

    @TempDir
    private Path folder;

    private Path project;
    private Repo repo;
    private GitSandbox sandbox;

    @BeforeEach
    void aProjectWithSomethingOfEverything() throws Exception {
        project = Files.createDirectories(folder.resolve("project"));
        repo = new Repo(folder.resolve("repo"));
        release("1.0.1", """
                package lib;
                public class Pool {
                    public void evict(String key) {}
                    public void drain() {}
                    protected void closed() {}
                }
                """, "package lib; public class Gone {}");
        release("1.0.0", """
                package lib;
                public class Pool {
                    public void evict(String key) {}
                    public void drain() {}
                    protected void closed() {}
                }
                """, "package lib; public class Gone {}");
        release("2.0.0", """
                package lib;
                public class Pool {
                    public void evict(String key, int after) {}
                    @Deprecated(forRemoval = true) public void drain() {}
                }
                """);
        repo.library("com.acme:base:1.1", "com.acme:pool:1.0.1");
        Library.jar(
                jar("base", "1.1"),
                List.of(jar("pool", "1.0.1")),
                17,
                "package base; public class Base { public static void tidy() { new lib.Pool().evict(\"a\"); } }");
        sandbox = GitSandbox.in(project)
                .write(".gitignore", "target/\n")
                .write("pom.xml", pom("1.0.1"))
                .write("src/main/java/com/acme/Cache.java", """
                        package com.acme;

                        class Cache extends lib.Pool {
                            void drop(String key) {
                                evict(key);
                                base.Base.tidy();
                                drain();
                            }

                            protected void closed() {}

                            Class<?> gone() throws Exception {
                                return Class.forName("lib.Gone");
                            }
                        }
                        """)
                .write("Dockerfile", "FROM eclipse-temurin:17-jre\n")
                .write(
                        "compose.yml",
                        "services:\n  cache:\n    image: redis:6.0\n  db:\n    image: postgres:12\n  web:\n    image: nginx\n")
                .write("infra/eks.tf", "resource \"aws_eks_cluster\" \"c\" {\n  version = \"1.30\"\n}\n")
                .write(
                        "k8s/cron.yaml",
                        "apiVersion: batch/v1beta1\nkind: CronJob\nmetadata:\n  name: nightly\nspec: {}\n")
                .write(
                        ".github/workflows/build.yml",
                        "on: push\njobs:\n  b:\n    runs-on: ubuntu-20.04\n    steps:\n"
                                + "      - uses: actions/upload-artifact@v3\n")
                .write(
                        "docs/incidents/inc-7.md",
                        "# INC-7: carts were lost\n\nDate: 2026-02-03\n\n## What happened\nAfter the upgrade of Redis from 6.0"
                                + " to 6.2 the order service lost its connections, because the image redis:6.2 evicts keys by"
                                + " another policy than before.\n\n## Action items\n- [ ] alert on evicted keys\n");
        sandbox.commit("as it was");
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void ofAState() {
        assertThat(dropped(check(Map.of()))).isEmpty();
    }

    @Test
    void ofAChangeThatBreaksThingsWhereTestsLookAndWhereNoneDoes() throws Exception {
        sandbox.write("pom.xml", pom("2.0.0"))
                .write("compose.yml", "services:\n  cache:\n    image: redis:6.2\n  db:\n    image: postgres:13\n");
        covered();

        Report report = check(Map.of());

        assertThat(report.advisories().stream().flatMap(one -> one.findings().stream()))
                .extracting(Finding::kind)
                .contains(
                        Finding.Kind.BROKEN_REFERENCE,
                        Finding.Kind.BROKEN_OVERRIDE,
                        Finding.Kind.BEHAVIOUR_CHANGE,
                        Finding.Kind.VERSION_SKEW,
                        Finding.Kind.TARGET_NEAR_END,
                        Finding.Kind.PAST_INCIDENT);
        assertThat(report.evidence()).anyMatch(one -> one.kind().equals("coverage"));
        assertThat(dropped(report)).isEmpty();
    }

    @Test
    void ofAStepBack() throws Exception {
        sandbox.write("pom.xml", pom("1.0.0"));

        Report report = check(Map.of());

        assertThat(report.advisories().get(0).risk().reasons().get(0).text()).startsWith("A patch step back");
        assertThat(dropped(report)).isEmpty();
    }

    @Test
    void ofAChangeNotMadeYet() {
        assertThat(dropped(check(Map.of(Setting.UPGRADE, "com.acme:pool:2.0.0,eks=1.34"))))
                .isEmpty();
    }

    private static List<String> dropped(Report report) {
        List<Verified> all = Template.check(report);
        assertThat(all).flatExtracting(Verified::said).isNotEmpty();
        return all.stream()
                .flatMap(one -> one.dropped().stream())
                .map(left -> left.text() + " [" + left.why() + "]")
                .toList();
    }

    private Report check(Map<Setting, String> settings) {
        var all = new java.util.EnumMap<Setting, String>(Setting.class);
        all.put(Setting.OFFLINE, "true");
        all.putAll(settings);
        Surroundings surroundings = new Surroundings(
                PlainMaven.over(repo.folder(), folder.resolve("local"), project),
                folder.resolve("cache"),
                ProxySelector.getDefault(),
                Clock.fixed(NOW, ZoneOffset.UTC),
                System::nanoTime,
                Progress.SILENT);
        return new Advisor(surroundings)
                .check(new Advisor.Question(project, all, Map.of()))
                .report();
    }

    private void release(String version, String... sources) {
        repo.library("com.acme:pool:" + version);
        Library.jar(jar("pool", version), List.of(), 17, sources);
    }

    private Path jar(String artifact, String version) {
        return repo.folder().resolve("com/acme/" + artifact + "/" + version + "/" + artifact + "-" + version + ".jar");
    }

    private static String pom(String pool) {
        return """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.acme</groupId><artifactId>shop</artifactId><version>1</version>
                  <properties><maven.compiler.release>17</maven.compiler.release></properties>
                  <dependencies>
                    <dependency>
                      <groupId>com.acme</groupId><artifactId>pool</artifactId>
                      <version>%s</version>
                    </dependency>
                    <dependency>
                      <groupId>com.acme</groupId><artifactId>base</artifactId>
                      <version>1.1</version>
                    </dependency>
                  </dependencies>
                </project>
                """.formatted(pool);
    }

    /** A report of tests that run the first of the lines in question. */
    private void covered() throws IOException {
        Path report = project.resolve("target/site/jacoco/jacoco.xml");
        Files.createDirectories(report.getParent());
        Files.writeString(
                report,
                "<report name='shop'><package name='com/acme'><sourcefile name='Cache.java'>"
                        + "<line nr='5' mi='0' ci='3'/><line nr='13' mi='2' ci='0'/></sourcefile></package></report>");
        Files.setLastModifiedTime(report, FileTime.from(Instant.now().plusSeconds(60)));
    }
}
