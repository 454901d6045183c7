package io.github.incidentadvisor.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.model.Component.Action;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Component.Chart;
import io.github.incidentadvisor.model.Component.TerraformModule;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole files before and after, for every kind of place; and the same again makes nothing. */
class PlanSpec {
    private static final Artifact LIB = Artifact.of("org.a", "lib");

    @TempDir
    private Path folder;

    private Scene scene;

    @BeforeEach
    void inAFolderOfItsOwn() {
        scene = new Scene(folder);
    }

    /** What becomes of a file, and that a second run has nothing to do. */
    private void becomes(String path, String before, String after) {
        scene.file(path, before);
        Plan plan = scene.plan();
        assertThat(Scene.left(plan)).isEmpty();
        assertThat(Scene.text(plan, path)).isEqualTo(after);
        again(plan);
    }

    private void again(Plan plan) {
        plan.changed().forEach(scene::file);
        Plan second = scene.plan();
        assertThat(second.changed()).isEmpty();
    }

    /** That a file stays as it is, and why. */
    private void stays(String path, String text, String why) {
        scene.file(path, text);
        Plan plan = scene.plan();
        assertThat(plan.changed()).isEmpty();
        assertThat(Scene.left(plan)).singleElement().asString().contains(why);
    }

    private static String pom(String inner) {
        return """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>g</groupId><artifactId>app</artifactId><version>1</version>
                """ + inner + "</project>\n";
    }

    private void libs() {
        scene.repo().library("org.a:lib:1.0").library("org.a:lib:2.0");
        scene.toward("lib 1.0 → 2.0", "2.0").advised(LIB, "1.0", "2.0");
    }

    @Test
    void theVersionOfADependency() {
        libs();
        scene.at("pom.xml", 6);
        String pom = pom("""
                  <dependencies>
                    <!-- 1.0 until the end of the year -->
                    <dependency><groupId>org.a</groupId><artifactId>lib</artifactId><version> 1.0 </version></dependency>
                  </dependencies>
                """);

        becomes("pom.xml", pom, pom.replace("<version> 1.0 </version>", "<version> 2.0 </version>"));
    }

    @Test
    void aProperty() {
        libs();
        scene.at("pom.xml", 5);
        String pom = pom("""
                  <properties>
                    <lib.version>1.0</lib.version><!-- keep -->
                  </properties>
                  <dependencies>
                    <dependency><groupId>org.a</groupId><artifactId>lib</artifactId><version>${lib.version}</version></dependency>
                  </dependencies>
                """);

        becomes("pom.xml", pom, pom.replace("<lib.version>1.0", "<lib.version>2.0"));
    }

    @Test
    void aManagedVersion() {
        libs();
        scene.at("pom.xml", 8);
        String pom = pom("""
                  <dependencyManagement><dependencies>
                    <dependency>
                      <groupId>org.a</groupId>
                      <artifactId>lib</artifactId>
                      <version>1.0</version>
                    </dependency>
                  </dependencies></dependencyManagement>
                  <dependencies>
                    <dependency><groupId>org.a</groupId><artifactId>lib</artifactId></dependency>
                  </dependencies>
                """);

        becomes("pom.xml", pom, pom.replace("<version>1.0", "<version>2.0"));
    }

    @Test
    void aBomAndAParent() {
        scene.repo()
                .pom("org.b:bom:1.0", "")
                .pom("org.b:bom:2.0", "")
                .pom("org.p:parent:1.0", "")
                .pom("org.p:parent:3.0", "");
        scene.toward("family", "9")
                .advised(new Artifact("org.b", "bom", "pom", ""), "1.0", "2.0")
                .advised(new Artifact("org.p", "parent", "pom", ""), "1.0", "3.0")
                .at("pom.xml", 3)
                .at("pom.xml", 6);
        becomes("pom.xml", """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <parent><groupId>org.p</groupId><artifactId>parent</artifactId><version>1.0</version><relativePath/></parent>
                  <artifactId>app</artifactId>
                  <dependencyManagement><dependencies>
                    <dependency><groupId>org.b</groupId><artifactId>bom</artifactId><version>1.0</version><type>pom</type><scope>import</scope></dependency>
                  </dependencies></dependencyManagement>
                </project>
                """, """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <parent><groupId>org.p</groupId><artifactId>parent</artifactId><version>3.0</version><relativePath/></parent>
                  <artifactId>app</artifactId>
                  <dependencyManagement><dependencies>
                    <dependency><groupId>org.b</groupId><artifactId>bom</artifactId><version>2.0</version><type>pom</type><scope>import</scope></dependency>
                  </dependencies></dependencyManagement>
                </project>
                """);
    }

    @Test
    void aPluginAndAnExtension() {
        Artifact plugin = new Artifact("org.m", "some-maven-plugin", "maven-plugin", "");
        Artifact extension = Artifact.of("org.m", "ext");
        scene.toward("family", "9")
                .advised(plugin, "1.0", "2.0")
                .advised(extension, "3.0", "4.0")
                .at("pom.xml", 5)
                .at(".mvn/extensions.xml", 2);
        scene.file(".mvn/extensions.xml", """
                <extensions>
                  <extension><groupId>org.m</groupId><artifactId>ext</artifactId><version>3.0</version></extension>
                </extensions>
                """);
        String pom = pom("""
                  <build><plugins>
                    <plugin><groupId>org.m</groupId><artifactId>some-maven-plugin</artifactId><version>1.0</version></plugin>
                  </plugins></build>
                """);
        scene.file("pom.xml", pom);

        Plan plan = scene.plan();

        assertThat(Scene.left(plan)).isEmpty();
        assertThat(Scene.text(plan, "pom.xml")).isEqualTo(pom.replace("<version>1.0", "<version>2.0"));
        assertThat(Scene.text(plan, ".mvn/extensions.xml")).contains("<version>4.0</version></extension>");
        again(plan);
    }

    @Test
    void theJavaLevelWhereverAPomRepeatsIt() {
        scene.at("pom.xml", 6);
        String pom = pom("""
                  <properties>
                    <maven.compiler.source>1.8</maven.compiler.source>
                    <maven.compiler.target>1.8</maven.compiler.target>
                    <java.version>8</java.version>
                    <other>8</other>
                    <maven.compiler.testRelease>11</maven.compiler.testRelease>
                  </properties>
                  <build><plugins>
                    <plugin><artifactId>maven-toolchains-plugin</artifactId>
                      <configuration><toolchains><jdk><version>1.8</version></jdk></toolchains></configuration></plugin>
                    <plugin><artifactId>some-plugin</artifactId><configuration><source>1.8</source></configuration></plugin>
                  </plugins></build>
                """);

        becomes(
                "pom.xml",
                pom,
                pom.replace("source>1.8</maven", "source>21</maven")
                        .replace("target>1.8</maven", "target>21</maven")
                        .replace("<java.version>8<", "<java.version>21<")
                        .replace("<version>1.8</version></jdk>", "<version>21</version></jdk>"));
    }

    @Test
    void theJavaLevelInTheCompilersConfiguration() {
        scene.at("pom.xml", 6);
        String pom = pom("""
                  <build><plugins>
                    <plugin><artifactId>maven-compiler-plugin</artifactId><version>3.13.0</version>
                      <configuration><release>17</release></configuration></plugin>
                  </plugins></build>
                """);

        becomes("pom.xml", pom, pom.replace("<release>17", "<release>21"));
    }

    @Test
    void anOrphanPinIsTakenOutWithItsProperty() {
        scene.repo()
                .library("org.a:lib:1.0")
                .library("org.a:lib:2.0")
                .pom(
                        "org.p:parent:1.0",
                        "<properties><lib.version>2.0</lib.version></properties><dependencyManagement><dependencies><dependency>"
                                + "<groupId>org.a</groupId><artifactId>lib</artifactId><version>${lib.version}</version>"
                                + "</dependency></dependencies></dependencyManagement>");
        scene.toward("away from lib 1.0", "2.0")
                .orphan(LIB, "1.0", "2.0", "pom.xml", 7)
                .at("pom.xml", 7);
        becomes("pom.xml", """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <parent><groupId>org.p</groupId><artifactId>parent</artifactId><version>1.0</version><relativePath/></parent>
                  <artifactId>app</artifactId>
                  <properties>
                    <keep>1.0</keep>
                    <lib.version>1.0</lib.version>
                  </properties>
                  <dependencies><dependency><groupId>org.a</groupId><artifactId>lib</artifactId></dependency></dependencies>
                </project>
                """, """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <parent><groupId>org.p</groupId><artifactId>parent</artifactId><version>1.0</version><relativePath/></parent>
                  <artifactId>app</artifactId>
                  <properties>
                    <keep>1.0</keep>
                  </properties>
                  <dependencies><dependency><groupId>org.a</groupId><artifactId>lib</artifactId></dependency></dependencies>
                </project>
                """);
    }

    @Test
    void anOrphanPinOfAnImportedBomIsTakenOutWhereItIsManaged() {
        scene.repo()
                .library("org.a:lib:1.0")
                .library("org.a:lib:2.0")
                .pom(
                        "org.b:bom:1",
                        "<dependencyManagement><dependencies><dependency><groupId>org.a</groupId><artifactId>lib</artifactId>"
                                + "<version>2.0</version></dependency></dependencies></dependencyManagement>");
        scene.toward("away from lib 1.0", "2.0")
                .orphan(LIB, "1.0", "2.0", "pom.xml", 9)
                .at("pom.xml", 9);
        String pom = pom("""
                  <dependencyManagement><dependencies>
                    <dependency><groupId>org.b</groupId><artifactId>bom</artifactId><version>1</version><type>pom</type><scope>import</scope></dependency>
                    <dependency>
                      <groupId>org.a</groupId>
                      <artifactId>lib</artifactId>
                      <version>1.0</version>
                    </dependency>
                  </dependencies></dependencyManagement>
                  <dependencies><dependency><groupId>org.a</groupId><artifactId>lib</artifactId></dependency></dependencies>
                """);

        becomes("pom.xml", pom, pom.replaceAll("(?s)    <dependency>\n      <groupId>org.a.*?</dependency>\n", ""));
    }

    @Test
    void aPinThatIsWrittenThroughAPropertyGoesWithItsProperty() {
        scene.repo()
                .library("org.a:lib:1.0")
                .library("org.a:lib:2.0")
                .pom(
                        "org.b:bom:1",
                        "<dependencyManagement><dependencies><dependency><groupId>org.a</groupId><artifactId>lib</artifactId>"
                                + "<version>2.0</version></dependency></dependencies></dependencyManagement>");
        scene.toward("no more pins over bom 1", "")
                .orphan(LIB, "1.0", "2.0", "pom.xml", 4)
                .at("pom.xml", 4, "remove the pin to 1.0");
        String pom = pom("""
                  <properties><v>1.0</v></properties>
                  <dependencyManagement><dependencies>
                    <dependency><groupId>org.b</groupId><artifactId>bom</artifactId><version>1</version><type>pom</type><scope>import</scope></dependency>
                  </dependencies></dependencyManagement>
                  <dependencies>
                    <dependency>
                      <groupId>org.a</groupId>
                      <artifactId>lib</artifactId>
                      <version>${v}</version>
                    </dependency>
                  </dependencies>
                """);

        becomes("pom.xml", pom, pom.replace("<v>1.0</v>", "").replace("      <version>${v}</version>\n", ""));
    }

    @Test
    void aPinOfAPropertyThatIsUsedForMoreIsLeft() {
        scene.repo()
                .library("org.a:lib:1.0")
                .library("org.a:lib:2.0")
                .library("org.z:zip:1.0")
                .pom(
                        "org.b:bom:1",
                        "<dependencyManagement><dependencies><dependency><groupId>org.a</groupId><artifactId>lib</artifactId>"
                                + "<version>2.0</version></dependency></dependencies></dependencyManagement>");
        scene.toward("no more pins over bom 1", "")
                .orphan(LIB, "1.0", "2.0", "pom.xml", 4)
                .at("pom.xml", 4);
        stays("pom.xml", pom("""
                  <properties><v>1.0</v></properties>
                  <dependencyManagement><dependencies>
                    <dependency><groupId>org.b</groupId><artifactId>bom</artifactId><version>1</version><type>pom</type><scope>import</scope></dependency>
                  </dependencies></dependencyManagement>
                  <dependencies>
                    <dependency><groupId>org.a</groupId><artifactId>lib</artifactId><version>${v}</version></dependency>
                    <dependency><groupId>org.z</groupId><artifactId>zip</artifactId><version>${v}</version></dependency>
                  </dependencies>
                """), "${v} is used for something else too");
    }

    @Test
    void imagesOfADockerfileAndItsArguments() {
        scene.at("Dockerfile", 1).at("Dockerfile", 2).at("Dockerfile", 5);
        scene.file("Dockerfile", """
                ARG JAVA=17 # 17
                ARG JDK=17
                FROM eclipse-temurin:${JDK}-jdk AS build
                RUN echo 17
                FROM --platform=linux/amd64 eclipse-temurin:17-jre
                """);

        Plan plan = scene.plan();

        assertThat(Scene.text(plan, "Dockerfile")).isEqualTo("""
                ARG JAVA=17 # 17
                ARG JDK=21
                FROM eclipse-temurin:${JDK}-jdk AS build
                RUN echo 17
                FROM --platform=linux/amd64 eclipse-temurin:21-jre
                """);
        assertThat(Scene.left(plan))
                .anyMatch(line -> line.contains("see that the image eclipse-temurin:21-jre exists"))
                .anyMatch(line -> line.contains("the line does not hold what the report read there"));
        again(plan);
    }

    @Test
    void aDigestOfTheOldImageGoesAndIsTold() {
        scene.at("compose.yaml", 3).toward("PostgreSQL 13 → 16", "16");
        scene.file("compose.yaml", "services:\n  db:\n    image: \"postgres:13@sha256:" + "a".repeat(64) + "\" # 13\n");

        Plan plan = scene.plan();

        assertThat(Scene.text(plan, "compose.yaml")).isEqualTo("services:\n  db:\n    image: \"postgres:16\" # 13\n");
        assertThat(Scene.left(plan)).singleElement().asString().contains("pin it to its digest again");
    }

    @Test
    void kubernetesAndHelmImages() {
        scene.at("k8s/db.yaml", 6).at("chart/values.yaml", 3).toward("PostgreSQL 13 → 16", "16");
        scene.file("k8s/db.yaml", """
                apiVersion: v1
                kind: Pod
                metadata: { name: db }
                spec:
                  containers:
                  - { name: db, image: 'postgres:13.4' }
                """)
                .file("chart/Chart.yaml", "apiVersion: v2\nname: c\nversion: 0.1.0\n")
                .file("chart/values.yaml", """
                image:
                  repository: postgres
                  tag: "13-alpine"
                """);

        Plan plan = scene.plan();

        assertThat(Scene.text(plan, "k8s/db.yaml")).containsPattern("image: 'postgres:16\\.\\d+' }");
        assertThat(Scene.text(plan, "chart/values.yaml")).endsWith("  tag: \"16-alpine\"\n");
        again(plan);
    }

    @Test
    void theVersionOfAChart() {
        scene.toward("redis 17 → 18", "18.1.0")
                .advised(new Chart("redis", "https://charts.example.com"), "17.0.0", "18.1.0")
                .at("chart/Chart.yaml", 6);
        becomes("chart/Chart.yaml", """
                apiVersion: v2
                name: c
                version: 17.0.0
                dependencies:
                  - name: redis
                    version: "17.0.0" # keep
                    repository: https://charts.example.com
                """, """
                apiVersion: v2
                name: c
                version: 17.0.0
                dependencies:
                  - name: redis
                    version: "18.1.0" # keep
                    repository: https://charts.example.com
                """);
    }

    @Test
    void valuesOfTerraform() {
        scene.at("eks.tf", 2).toward("Amazon EKS 1.32 → 1.33", "1.33");
        becomes(
                "eks.tf",
                "resource \"aws_eks_cluster\" \"c\" {\n\tversion  = \"1.32\" # keep\n}\n",
                "resource \"aws_eks_cluster\" \"c\" {\n\tversion  = \"1.33\" # keep\n}\n");
    }

    @Test
    void aClusterGoesOneMinorVersionAtATime() {
        scene.at("eks.tf", 2).toward("Amazon EKS 1.31 → 1.34", "1.34");
        scene.file("eks.tf", "resource \"aws_eks_cluster\" \"c\" {\n  version = \"1.31\"\n}\n");

        Plan plan = scene.plan();

        assertThat(Scene.text(plan, "eks.tf")).contains("version = \"1.32\"");
        assertThat(Scene.left(plan)).singleElement().asString().contains("apply 1.32 first", "to 1.34");
    }

    @Test
    void engineAndRuntimeAndModuleOfTerraform() {
        scene.advised(new TerraformModule("terraform-aws-modules/vpc/aws"), "4.0.0", "5.0.0")
                .at("main.tf", 7)
                .at("main.tf", 12)
                .toward("Java 17 → 21", "java21");
        becomes("main.tf", """
                resource "aws_db_instance" "d" {
                  engine         = "postgres"
                  engine_version = "13.4"
                }
                resource "aws_lambda_function" "f" {
                  function_name = "f"
                  runtime = "java17"
                  handler = "H"
                }
                module "vpc" {
                  source  = "terraform-aws-modules/vpc/aws"
                  version = "4.0.0"
                }
                """, """
                resource "aws_db_instance" "d" {
                  engine         = "postgres"
                  engine_version = "13.4"
                }
                resource "aws_lambda_function" "f" {
                  function_name = "f"
                  runtime = "java21"
                  handler = "H"
                }
                module "vpc" {
                  source  = "terraform-aws-modules/vpc/aws"
                  version = "5.0.0"
                }
                """);
    }

    @Test
    void cloudFormation() {
        scene.at("template.yaml", 6).toward("Java 11 → 21", "java21");
        becomes("template.yaml", """
                AWSTemplateFormatVersion: '2010-09-09'
                Resources:
                  F:
                    Type: AWS::Lambda::Function
                    Properties:
                      Runtime: java11
                """, """
                AWSTemplateFormatVersion: '2010-09-09'
                Resources:
                  F:
                    Type: AWS::Lambda::Function
                    Properties:
                      Runtime: java21
                """);
    }

    @Test
    void workflows() {
        scene.advised(new Action("actions", "cache"), "v2", "v4")
                .at(".github/workflows/w.yml", 6)
                .at(".github/workflows/w.yml", 10);
        becomes(".github/workflows/w.yml", """
                on: push
                jobs:
                  b:
                    runs-on: ubuntu-latest
                    steps:
                    - uses: actions/cache@v2 # not @v2.1
                    - uses: actions/setup-java@v4
                      with:
                        distribution: temurin
                        java-version: '17'
                """, """
                on: push
                jobs:
                  b:
                    runs-on: ubuntu-latest
                    steps:
                    - uses: actions/cache@v4 # not @v2.1
                    - uses: actions/setup-java@v4
                      with:
                        distribution: temurin
                        java-version: '21'
                """);
    }

    @Test
    void runnersAndNode() {
        scene.at(".github/workflows/w.yml", 4)
                .toward("github-runner/ubuntu 20.04 → 24.04", "24.04")
                .advised(
                        new io.github.incidentadvisor.model.Component.Platform("github-runner/ubuntu"),
                        "20.04",
                        "24.04");
        becomes(
                ".github/workflows/w.yml",
                "on: push\njobs:\n  b:\n    runs-on: ubuntu-20.04\n    steps: []\n",
                "on: push\njobs:\n  b:\n    runs-on: ubuntu-24.04\n    steps: []\n");
    }

    @Test
    void toolFiles() {
        scene.at(".java-version", 1).at(".tool-versions", 2).at(".mise.toml", 2).at(".sdkmanrc", 2);
        scene.file(".tool-versions", "# java 17\njava\t17\nmaven 3.9.9")
                .file(".mise.toml", "[tools]\njava = \"17\" # keep\n")
                .file(".sdkmanrc", "# java=11\njava=17.0.9-tem\n")
                .file(".java-version", "17");

        Plan plan = scene.plan();

        assertThat(Scene.text(plan, ".java-version")).isEqualTo("21");
        assertThat(Scene.text(plan, ".tool-versions")).isEqualTo("# java 17\njava\t21\nmaven 3.9.9");
        assertThat(Scene.text(plan, ".mise.toml")).isEqualTo("[tools]\njava = \"21\" # keep\n");
        assertThat(Scene.left(plan))
                .singleElement()
                .asString()
                .contains(".sdkmanrc:2", "17.0.9-tem names a release", "how its tag reads is not known");
        again(plan);
    }

    @Test
    void nodeVersionOfNvm() {
        scene.at(".nvmrc", 1).toward("Node.js 18 → 24", "24");
        becomes(".nvmrc", "v18\n", "v24\n");
    }

    @Test
    void theMavenWrapper() {
        scene.at(".mvn/wrapper/maven-wrapper.properties", 2).toward("Apache Maven 3.8 → 3.9", "3.9");
        String url =
                "distributionUrl=https\\://repo.example.com/org/apache/maven/apache-maven/3.8.6/apache-maven-3.8.6-bin.zip";
        scene.file(".mvn/wrapper/maven-wrapper.properties", "# wrapper\r\n" + url + "\r\nverbose=true");

        Plan plan = scene.plan();

        assertThat(Scene.text(plan, ".mvn/wrapper/maven-wrapper.properties"))
                .matches("(?s)# wrapper\r\n.*/apache-maven/(3\\.9\\.\\d+)/apache-maven-\\1-bin\\.zip\r\nverbose=true");
        again(plan);
    }

    @Test
    void aWrapperWithAChecksumIsLeft() {
        scene.at(".mvn/wrapper/maven-wrapper.properties", 1).toward("Apache Maven 3.8 → 3.9", "3.9");
        stays(
                ".mvn/wrapper/maven-wrapper.properties",
                "distributionUrl=https://r.example.com/org/apache/maven/apache-maven/3.8.6/apache-maven-3.8.6-bin.zip\n"
                        + "distributionSha256Sum=" + "a".repeat(64) + "\n",
                "a checksum of the old distribution");
    }

    @Test
    void apiVersionsWhereNothingElseChanges() {
        scene.at("job.yaml", 2).at("pdb.yaml", 1).toward("Kubernetes 1.24 → 1.25", "1.25");
        scene.file("pdb.yaml", "apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nmetadata: {name: p}\n");
        scene.file("job.yaml", "---\napiVersion: batch/v1beta1 # old\nkind: CronJob\nmetadata: {name: j}\n");

        Plan plan = scene.plan();

        assertThat(Scene.text(plan, "job.yaml"))
                .isEqualTo("---\napiVersion: batch/v1 # old\nkind: CronJob\nmetadata: {name: j}\n");
        assertThat(Scene.left(plan))
                .singleElement()
                .asString()
                .startsWith("pdb.yaml:1")
                .contains("fields change too");
        again(plan);
    }

    @Test
    void everyOtherByteIsAsItWas() {
        scene.at("Dockerfile", 2);
        byte[] before =
                "# caf\u00e9\r\nFROM\teclipse-temurin:17-jre\tAS\u00a0x\r\nRUN x".getBytes(StandardCharsets.ISO_8859_1);
        scene.file("Dockerfile", before);

        Plan plan = scene.plan();

        String after = new String(
                plan.after().read(plan.after().find("Dockerfile").orElseThrow()), StandardCharsets.ISO_8859_1);
        assertThat(after).isEqualTo("# caf\u00e9\r\nFROM\teclipse-temurin:21-jre\tAS\u00a0x\r\nRUN x");
    }

    @Test
    void aByteOrderMarkStays() {
        libs();
        scene.at("pom.xml", 4);
        String pom =
                "\ufeff<project><modelVersion>4.0.0</modelVersion>\r\n<groupId>g</groupId><artifactId>app</artifactId>"
                        + "<version>1</version>\r\n\t<dependencies><dependency>\r\n\t<groupId>org.a</groupId><artifactId>lib</artifactId>"
                        + "<version>1.0</version>\r\n\t</dependency></dependencies></project>";

        becomes("pom.xml", pom, pom.replace("<version>1.0", "<version>2.0"));
    }

    @Test
    void whatWasEditedSinceTheReportIsNotTouched() {
        scene.at("Dockerfile", 1, "eclipse-temurin 11-jre");
        stays("Dockerfile", "FROM eclipse-temurin:17-jre\n", "it was edited since the report: run check again");
    }

    @Test
    void aLineThatIsGoneIsSaid() {
        scene.at("Dockerfile", 7, "eclipse-temurin 17-jre");
        stays("Dockerfile", "FROM scratch\n", "the line is gone since the report");
    }

    @Test
    void aVersionThatOccursTwiceOnALineIsLeft() {
        libs();
        scene.at("pom.xml", 4);
        stays(
                "pom.xml",
                pom(
                        "  <dependencies><dependency><groupId>org.a</groupId><artifactId>lib</artifactId><version>1.0</version>"
                                + "</dependency><!-- <version>1.0</version> --></dependencies>\n"),
                "'1.0' stands there 2 times");
    }

    @Test
    void aPropertyOfTwoThingsOfWhichOneMovesIsLeft() {
        libs();
        scene.repo().library("org.z:zip:1.0");
        scene.at("pom.xml", 4, "lib 1.0");
        stays("pom.xml", pom("""
                          <properties><v>1.0</v></properties>
                          <dependencies>
                            <dependency><groupId>org.a</groupId><artifactId>lib</artifactId><version>${v}</version></dependency>
                            <dependency><groupId>org.z</groupId><artifactId>zip</artifactId><version>${v}</version></dependency>
                          </dependencies>
                        """), "the same line decides zip 1.0, which this migration does not move");
    }

    @Test
    void aTagThatFloatsIsLeft() {
        scene.at("Dockerfile", 1, "eclipse-temurin latest");
        stays("Dockerfile", "FROM eclipse-temurin:latest\n", "names no definite version");
    }

    @Test
    void aReleaseWhoseTagNobodyNamedIsLeft() {
        scene.at("Dockerfile", 1);
        stays("Dockerfile", "FROM eclipse-temurin:17.0.4.1_1-jre\n", "how its tag reads is not known");
    }

    @Test
    void aTagThatNamesAnOperatingSystemTooIsLeft() {
        scene.at("Dockerfile", 1);
        stays("Dockerfile", "FROM eclipse-temurin:17-jre-alpine3.14\n", "names alpine3.14 too");
    }

    @Test
    void anActionPinnedToACommitIsLeft() {
        scene.toward("cache v2 → v4", "v4")
                .advised(new Action("actions", "cache"), "v2", "v4")
                .at("action.yml", 4);
        scene.file(
                ".github/workflows/w.yml",
                "on: push\njobs:\n  b:\n    runs-on: x\n    steps:\n    - uses: actions/cache@" + "a1".repeat(20)
                        + " # v2\n");
        scene = new Scene(folder);
        scene.toward("cache v2 → v4", "v4")
                .advised(new Action("actions", "cache"), "v2", "v4")
                .at(".github/workflows/w.yml", 6);

        Plan plan = scene.plan();

        assertThat(plan.changed()).isEmpty();
        assertThat(Scene.left(plan)).singleElement().asString().contains("is pinned to a commit");
    }

    @Test
    void withoutATargetAllIsLeft() {
        scene.at("Dockerfile", 1).toward("away from Java 17", "");
        stays("Dockerfile", "FROM eclipse-temurin:17\n", "no version to go to is known");
    }

    @Test
    void aListOfVersionsIsAPersonsChoice() {
        scene.at(".github/workflows/w.yml", 7, "java/temurin 17");
        stays(".github/workflows/w.yml", """
                on: push
                jobs:
                  b:
                    runs-on: ubuntu-latest
                    strategy:
                      matrix:
                        java: [17, 21]
                    steps:
                    - uses: actions/setup-java@v4
                      with:
                        distribution: temurin
                        java-version: ${{ matrix.java }}
                """, "the line names 21 too");
    }

    @Test
    void hostileXmlIsNotEdited() {
        scene.at("pom.xml", 3);
        scene.file("pom.xml", "<!DOCTYPE x [<!ENTITY v \"17\">]>\n<project>\n<version>&v;</version>\n</project>\n");

        assertThat(scene.plan().changed()).isEmpty();
    }
}
