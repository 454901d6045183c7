package io.github.incidentadvisor.inventory.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.Progress;
import io.github.incidentadvisor.git.FolderTree;
import io.github.incidentadvisor.http.Requests;
import io.github.incidentadvisor.inventory.DeclaredReference;
import io.github.incidentadvisor.inventory.DeclaredReference.Status;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.inventory.Inventory.Pin;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenInventorySpec {
    @TempDir
    Path folder;

    @Test
    void aDirectDependencyIsFoundWithItsLineAndWhatItBringsWithItsPath() throws Exception {
        repo().library("org.a:deep:3").library("org.a:lib:1.0", "org.a:deep:3");
        pom("pom.xml", """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>g</groupId><artifactId>app</artifactId><version>1</version>
                  <dependencies>
                    <dependency>
                      <groupId>org.a</groupId>
                      <artifactId>lib</artifactId>
                      <version>1.0</version>
                    </dependency>
                  </dependencies>
                </project>
                """);

        assertThat(dependencies())
                .containsExactly(
                        "DIRECT org.a:lib 1.0 decided pom.xml:8 used pom.xml:8",
                        "TRANSITIVE org.a:deep 3 via org.a:lib:1.0 > org.a:deep:3");
    }

    @Test
    void aPropertyInAParentOfTheTreeDecides() throws Exception {
        repo().library("org.a:lib:1.0");
        pom("pom.xml", """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>g</groupId><artifactId>root</artifactId><version>1</version><packaging>pom</packaging>
                  <modules><module>app</module></modules>
                  <properties>
                    <base.version>1.0</base.version>
                    <lib.version>${base.version}</lib.version>
                  </properties>
                </project>
                """);
        pom("app/pom.xml", """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <parent><groupId>g</groupId><artifactId>root</artifactId><version>1</version></parent>
                  <artifactId>app</artifactId>
                  <dependencies>
                    <dependency><groupId>org.a</groupId><artifactId>lib</artifactId>
                      <version>
                        ${lib.version}
                      </version></dependency>
                  </dependencies>
                </project>
                """);

        assertThat(dependencies())
                .containsExactly("DIRECT org.a:lib 1.0 decided pom.xml:6 used app/pom.xml:8 as ${lib.version}");
    }

    @Test
    void whatAnOutsideParentManagesBelongsToTheParent() throws Exception {
        repo().library("org.a:lib:1.0").pom("org.p:parent:7", managing("org.a:lib:1.0"));
        pom("pom.xml", withParent("org.p:parent:7", "", dependency("org.a:lib", "")));

        assertThat(dependencies())
                .containsExactly("DIRECT org.a:lib 1.0 used pom.xml:5 by pkg:maven/org.p/parent?type=pom");
        assertThat(items(Role.PARENT)).containsExactly("PARENT org.p:parent 7 decided pom.xml:3 used pom.xml:3");
    }

    @Test
    void whatAnImportedBomManagesBelongsToTheBom() throws Exception {
        repo().library("org.a:deep:4")
                .library("org.a:deep:3")
                .library("org.a:lib:1.0", "org.a:deep:3")
                .pom("org.b:bom:2", managing("org.a:lib:1.0", "org.a:deep:4"));
        pom("pom.xml", importing("org.b:bom:2", dependency("org.a:lib", "")));

        assertThat(dependencies())
                .containsExactly(
                        "DIRECT org.a:lib 1.0 used pom.xml:13 by pkg:maven/org.b/bom?type=pom",
                        "TRANSITIVE org.a:deep 4 by pkg:maven/org.b/bom?type=pom via org.a:lib:1.0 > org.a:deep:4"
                                + " instead of 3");
        assertThat(items(Role.BOM)).containsExactly("BOM org.b:bom 2 decided pom.xml:8 used pom.xml:8");
    }

    @Test
    void aBomThatCannotBeHadIsAGapAndTheRestIsRead() throws Exception {
        repo().library("org.a:lib:1.0");
        pom("pom.xml", importing("org.b:gone:2", dependency("org.a:lib", "1.0") + dependency("org.a:other", "")));

        assertThat(dependencies()).containsExactly("DIRECT org.a:lib 1.0 decided pom.xml:13 used pom.xml:13");
        assertThat(inventory().gaps().toString())
                .contains("what org.b:gone:2 manages", "this BOM cannot be had", "pom.xml:8")
                .contains("dependencies.dependency.version' for org.a:other:jar is missing");
        assertThat(inventory().incomplete()).containsExactly("pom.xml");
    }

    @Test
    void aPropertyThatOverridesAnOutsideParentsIsAPinBehindIt() throws Exception {
        repo().library("org.a:lib:1.0")
                .library("org.a:lib:1.5")
                .pom(
                        "org.p:parent:7",
                        "<properties><lib.version>1.5</lib.version></properties>"
                                + managing("org.a:lib:${lib.version}"));
        pom(
                "pom.xml",
                withParent(
                        "org.p:parent:7",
                        "<properties>\n<lib.version>1.0</lib.version>\n</properties>",
                        dependency("org.a:lib", "")));

        assertThat(dependencies())
                .containsExactly("DIRECT org.a:lib 1.0 decided pom.xml:5 used pom.xml:7 as ${lib.version}");
        assertThat(inventory().pins())
                .extracting(MavenInventorySpec::sentence)
                .containsExactly(
                        "org.a:lib set 1.0 at pom.xml:5 given 1.5 by org.p:parent:7 (pom.xml:3) by <lib.version>");
    }

    @Test
    void aVersionWrittenOverAnImportIsAPinAndTheSameVersionIsNone() throws Exception {
        repo().library("org.a:lib:1.0")
                .library("org.a:same:1")
                .pom("org.b:bom:2", managing("org.a:lib:0.9", "org.a:same:1"));
        pom("pom.xml", importing("org.b:bom:2", dependency("org.a:lib", "1.0") + dependency("org.a:same", "1")));

        assertThat(inventory().pins())
                .extracting(MavenInventorySpec::sentence)
                .containsExactly("org.a:lib set 1.0 at pom.xml:13 given 0.9 by org.b:bom:2 (pom.xml:8)");
    }

    @Test
    void ciFriendlyVersionsAndSiblingsNeedNoRepository() throws Exception {
        repo();
        pom("pom.xml", """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>g</groupId><artifactId>root</artifactId><version>${revision}</version><packaging>pom</packaging>
                  <modules><module>a</module><module>b</module></modules>
                  <properties><revision>1-SNAPSHOT</revision></properties>
                </project>
                """);
        String parent =
                "<parent><groupId>g</groupId><artifactId>root</artifactId><version>${revision}</version></parent>";
        pom(
                "a/pom.xml",
                "<project><modelVersion>4.0.0</modelVersion>" + parent + "<artifactId>a</artifactId></project>");
        pom(
                "b/pom.xml",
                "<project><modelVersion>4.0.0</modelVersion>" + parent
                        + "<artifactId>b</artifactId><dependencies>" + dependency("g:a", "${project.version}")
                        + "</dependencies></project>");

        assertThat(inventory().gaps()).isEmpty();
        assertThat(dependencies()).containsExactly("DIRECT g:a 1-SNAPSHOT decided b/pom.xml:1 used b/pom.xml:1");
    }

    @Test
    void whatASiblingBringsComesThroughIt() throws Exception {
        repo().library("org.a:lib:1.0");
        pom("pom.xml", aggregator("a", "b"));
        pom("a/pom.xml", plain(dependency("org.a:lib", "1.0")));
        pom("b/pom.xml", plain(dependency("g:app", "1")).replaceFirst("<artifactId>app", "<artifactId>b"));

        assertThat(dependencies()).contains("TRANSITIVE org.a:lib 1.0 via g:app:1 > org.a:lib:1.0");
    }

    @Test
    void aRangeFloatsAndItsResolvedVersionIsKnown() throws Exception {
        repo().library("org.a:lib:1.0").library("org.a:lib:1.4").library("org.a:lib:2.0");
        pom("pom.xml", plain(dependency("org.a:lib", "[1.0,2.0)")));

        assertThat(dependencies()).singleElement().asString().startsWith("DIRECT org.a:lib 1.4");
        assertThat(inventory().references())
                .filteredOn(r -> r.kind().equals("maven-dependency"))
                .extracting(DeclaredReference::status)
                .containsExactly(Status.FLOATING);
    }

    @Test
    void aRangeWithoutVersionsIsAGapAndTheRestGoesOn() throws Exception {
        repo().library("org.a:lib:1.0").library("org.a:other:1");
        pom("pom.xml", plain(dependency("org.a:lib", "[5,6)") + dependency("org.a:other", "1")));

        assertThat(gaps()).anyMatch(gap -> gap.contains("org.a:lib"));
    }

    @Test
    void dependenciesOfProfilesThatAreNotActiveAreListedAndNotResolved() throws Exception {
        repo();
        pom("pom.xml", """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>g</groupId><artifactId>app</artifactId><version>1</version>
                  <profiles><profile><id>extra</id><dependencies>
                    <dependency><groupId>org.none</groupId><artifactId>x</artifactId>
                      <version>9</version></dependency>
                  </dependencies></profile></profiles>
                </project>
                """);

        assertThat(dependencies()).isEmpty();
        assertThat(inventory().modules().get(0).otherProfiles()).containsExactly("extra");
        assertThat(inventory().references()).singleElement().satisfies(reference -> {
            assertThat(reference.status()).isEqualTo(Status.UNRESOLVED);
            assertThat(reference.place()).hasToString("pom.xml:6");
        });
    }

    @Test
    void theJavaLevelIsFoundByPropertyOrInTheCompilersConfiguration() throws Exception {
        repo();
        pom(
                "pom.xml",
                plain("")
                        .replace(
                                "</project>",
                                "<properties>\n<maven.compiler.release>17</maven.compiler.release>\n</properties></project>"));
        assertThat(items(Role.PLATFORM)).singleElement().asString().startsWith("PLATFORM java 17 decided pom.xml:");

        pom("pom.xml", plain("").replace("</project>", """
                                <build><plugins><plugin>
                                  <artifactId>maven-compiler-plugin</artifactId>
                                  <version>3.14.1</version>
                                  <configuration>
                                    <source>1.8</source>
                                    <target>1.8</target>
                                  </configuration>
                                </plugin></plugins></build></project>
                                """));
        assertThat(items(Role.PLATFORM)).singleElement().asString().startsWith("PLATFORM java 1.8 decided pom.xml:");
    }

    @Test
    void extensionsAreItemsOfTheirFile() throws Exception {
        repo();
        pom("pom.xml", plain(""));
        pom(".mvn/extensions.xml", """
                <extensions>
                  <extension>
                    <groupId>org.e</groupId><artifactId>ext</artifactId>
                    <version>1.2</version>
                  </extension>
                </extensions>
                """);

        assertThat(items(Role.EXTENSION))
                .containsExactly("EXTENSION org.e:ext 1.2 decided .mvn/extensions.xml:4 used .mvn/extensions.xml:4");
    }

    @Test
    void imagesThatPluginsBuildOnAreNamed() throws Exception {
        repo();
        pom("pom.xml", """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>g</groupId><artifactId>app</artifactId><version>1</version><packaging>pom</packaging>
                  <properties>
                    <base>eclipse-temurin:17-jre</base>
                  </properties>
                  <build>
                    <pluginManagement><plugins>
                      <plugin>
                        <groupId>org.springframework.boot</groupId>
                        <artifactId>spring-boot-maven-plugin</artifactId>
                        <configuration><image>
                          <name>acme/app:1</name>
                          <builder>paketobuildpacks/builder-jammy-base:0.4.1</builder>
                        </image></configuration>
                      </plugin>
                      <plugin>
                        <groupId>com.google.cloud.tools</groupId>
                        <artifactId>jib-maven-plugin</artifactId>
                        <configuration>
                          <from><image>${base}</image></from>
                          <to><image>acme/app:1</image></to>
                        </configuration>
                      </plugin>
                      <plugin>
                        <groupId>io.fabric8</groupId>
                        <artifactId>docker-maven-plugin</artifactId>
                        <executions><execution><configuration><images>
                          <image><name>postgres:12</name><run/></image>
                          <image><name>acme/app:1</name><build><from>alpine:${unset}</from></build></image>
                        </images></configuration></execution></executions>
                      </plugin>
                    </plugins></pluginManagement>
                  </build>
                </project>
                """);

        assertThat(inventory().references().stream()
                        .filter(one -> one.kind().equals("docker-image"))
                        .map(one -> one.place() + " " + one.name() + " " + one.version() + " "
                                + one.status().word()
                                + (one.context().decidedAt().isKnown()
                                        ? " " + one.context().decidedAt()
                                        : "")))
                .containsExactly(
                        "pom.xml:14 paketobuildpacks/builder-jammy-base 0.4.1 resolved",
                        "pom.xml:21 eclipse-temurin 17-jre resolved pom.xml:5",
                        "pom.xml:29 postgres 12 resolved",
                        "pom.xml:30 alpine  unresolved");
        assertThat(items(Role.PLATFORM)).contains("PLATFORM eclipse-temurin 17-jre decided pom.xml:5 used pom.xml:21");
    }

    @Test
    void aMalformedPomCostsOnlyItsModule() throws Exception {
        repo().library("org.a:lib:1.0");
        pom("pom.xml", aggregator("good", "bad", "gone"));
        pom("good/pom.xml", plain(dependency("org.a:lib", "1.0")));
        pom("bad/pom.xml", "<project>\n<modelVersion>4.0.0</modelVersion>\n<dependencies>\n</project>");

        assertThat(dependencies()).hasSize(1);
        assertThat(gaps())
                .anyMatch(gap -> gap.startsWith("bad/pom.xml:4 "))
                .anyMatch(gap -> gap.startsWith("pom.xml:4 ") && gap.contains("module 'gone'"));
    }

    @Test
    void entitiesAreNotExpanded() throws Exception {
        repo();
        pom("pom.xml", aggregator("bad"));
        pom(
                "bad/pom.xml",
                "<!DOCTYPE p [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">"
                        + "<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                        + "<project><modelVersion>4.0.0</modelVersion><groupId>g</groupId><artifactId>bad</artifactId>"
                        + "<version>1</version><description>&b;&x;</description></project>");

        assertThat(gaps()).anyMatch(gap -> gap.startsWith("bad/pom.xml"));
        assertThat(gaps()).noneMatch(gap -> gap.contains("root:"));
    }

    @Test
    void parentsInACircleAreAGap() throws Exception {
        repo();
        pom("pom.xml", aggregator("a", "b"));
        pom("a/pom.xml", child("g:b:1", "../b/pom.xml", "a"));
        pom("b/pom.xml", child("g:a:1", "../a/pom.xml", "b"));

        assertThat(gaps()).anyMatch(gap -> gap.startsWith("a/pom.xml")).anyMatch(gap -> gap.startsWith("b/pom.xml"));
    }

    @Test
    void aMissingParentIsAGapThatNamesIt() throws Exception {
        repo();
        pom("pom.xml", withParent("org.p:none:7", "", ""));

        assertThat(gaps()).singleElement().asString().contains("org.p:none").contains("7");
    }

    @Test
    void anUnknownPropertyIsAGapAndTheOtherDependenciesAreThere() throws Exception {
        repo().library("org.a:lib:1.0");
        pom("pom.xml", plain(dependency("org.a:lib", "1.0") + dependency("org.a:x", "${nobody.says}")));

        assertThat(dependencies()).anyMatch(d -> d.startsWith("DIRECT org.a:lib 1.0"));
        assertThat(gaps()).anyMatch(gap -> gap.contains("nobody.says"));
    }

    @Test
    void aRepositoryThatThePomNamesIsNotAsked() throws Exception {
        repo();
        Path theirs = folder.resolve("theirs");
        new Repo(theirs).library("org.a:lib:1.0");
        pom(
                "pom.xml",
                plain(dependency("org.a:lib", "1.0"))
                        .replace(
                                "</project>",
                                "<repositories><repository><id>theirs</id><url>" + theirs.toUri()
                                        + "</url></repository></repositories></project>"));

        inventory();

        assertThat(folder.resolve("local/org/a/lib/1.0/lib-1.0.pom")).doesNotExist();
    }

    @Test
    void anotherEncodingKeepsItsLines() throws Exception {
        repo().library("org.a:lib:1.0");
        Files.write(
                tree().resolve("pom.xml"),
                ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<!-- \u00fc -->\n"
                                + plain(dependency("org.a:lib", "1.0")))
                        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));

        assertThat(dependencies()).singleElement().asString().contains("decided pom.xml:");
    }

    @Test
    void aModuleThatListsItselfEnds() throws Exception {
        repo();
        pom("pom.xml", aggregator(".", "./"));

        assertThat(inventory().modules()).hasSize(1);
    }

    @Test
    void thePropertyOfTheCommandLineDecides() throws Exception {
        repo().library("org.a:lib:2.0");
        pom(
                "pom.xml",
                plain(dependency("org.a:lib", "${lib}"))
                        .replace("</project>", "<properties><lib>1.0</lib></properties></project>"));
        Properties user = new Properties();
        user.setProperty("lib", "2.0");

        assertThat(read(user).items())
                .filteredOn(item -> item.role() == Role.DIRECT)
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.version().text()).isEqualTo("2.0");
                    assertThat(item.declaration().decidedIn()).isEqualTo("-Dlib");
                });
    }

    private Repo repo() {
        return new Repo(folder.resolve("repo"));
    }

    private Path tree() throws IOException {
        return Files.createDirectories(folder.resolve("tree"));
    }

    @Test
    void resourceFoldersAreThoseOfTheModelOrTheUsualOnes() throws Exception {
        repo();
        pom("pom.xml", plain(""));
        assertThat(inventory().modules().get(0).sources().resources())
                .containsExactly("src/main/resources", "src/test/resources");

        pom("pom.xml", plain("").replace("<dependencies>", """
                <build><resources><resource><directory>conf</directory></resource>
                <resource><directory>${basedir}/src/config</directory></resource>
                <resource><directory>/elsewhere</directory></resource></resources></build>
                <dependencies>"""));
        assertThat(inventory().modules().get(0).sources().resources())
                .containsExactly("conf", "src/config", "src/test/resources");
    }

    private void pom(String path, String content) throws IOException {
        Path file = tree().resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private Inventory inventory() throws IOException {
        return read(new Properties());
    }

    private Inventory read(Properties user) throws IOException {
        MavenContext context = PlainMaven.over(
                List.of(new org.eclipse.aether.repository.RemoteRepository.Builder(
                                "test",
                                "default",
                                folder.resolve("repo").toUri().toString())
                        .build()),
                folder.resolve("local"),
                tree(),
                false,
                user);
        return new MavenInventory(context, new Requests()).read(FolderTree.of(tree()), Progress.SILENT);
    }

    private List<String> dependencies() throws IOException {
        return inventory().items().stream()
                .filter(item -> item.role() == Role.DIRECT || item.role() == Role.TRANSITIVE)
                .map(MavenInventorySpec::sentence)
                .toList();
    }

    private List<String> items(Role role) throws IOException {
        return inventory().items().stream()
                .filter(item -> item.role() == role)
                .map(MavenInventorySpec::sentence)
                .toList();
    }

    private List<String> gaps() throws IOException {
        return inventory().gaps().stream()
                .map(gap -> (gap.place().isKnown() ? gap.place().toString() : gap.what()) + " " + gap.reason())
                .toList();
    }

    private static String sentence(Item item) {
        var d = item.declaration();
        String name = item.component() instanceof Artifact artifact
                ? artifact.ga()
                : item.component().name();
        boolean isExpression = d.raw().startsWith("${") && !d.property().isEmpty();
        return item.role() + " " + name + " " + item.version()
                + (d.decidedAt().isKnown() ? " decided " + d.decidedAt() : "")
                + (d.usedAt().isKnown() ? " used " + d.usedAt() : "")
                + (isExpression ? " as " + d.raw() : "")
                + (d.owner().isEmpty()
                                || item.role() == Role.TRANSITIVE
                                        && !item.requested().isKnown()
                        ? ""
                        : " by " + d.owner())
                + (item.path().isEmpty() ? "" : " via " + String.join(" > ", item.path()))
                + (item.requested().isKnown() ? " instead of " + item.requested() : "");
    }

    private static String sentence(Pin pin) {
        return ((Artifact) pin.component()).ga() + " set " + pin.set() + " at " + pin.setAt() + " given " + pin.given()
                + " by " + pin.givenBy() + " (" + pin.giverDeclaredAt() + ")"
                + (pin.property().isEmpty() ? "" : " by <" + pin.property() + ">");
    }

    private static String dependency(String ga, String version) {
        String[] c = ga.split(":");
        return "<dependency><groupId>" + c[0] + "</groupId><artifactId>" + c[1] + "</artifactId>"
                + (version.isEmpty() ? "" : "<version>" + version + "</version>") + "</dependency>\n";
    }

    private static String managing(String... coordinates) {
        StringBuilder all = new StringBuilder();
        for (String c : coordinates) {
            all.append(dependency(c.substring(0, c.lastIndexOf(':')), c.substring(c.lastIndexOf(':') + 1)));
        }
        return "<packaging>pom</packaging><dependencyManagement><dependencies>" + all
                + "</dependencies></dependencyManagement>";
    }

    private static String plain(String dependencies) {
        return "<project>\n<modelVersion>4.0.0</modelVersion>\n"
                + "<groupId>g</groupId><artifactId>app</artifactId><version>1</version>\n<dependencies>" + dependencies
                + "</dependencies>\n</project>\n";
    }

    private static String aggregator(String... modules) {
        StringBuilder all = new StringBuilder();
        for (String module : modules) {
            all.append("<module>" + module + "</module>");
        }
        return "<project>\n<modelVersion>4.0.0</modelVersion>\n<groupId>g</groupId><artifactId>root</artifactId>"
                + "<version>1</version><packaging>pom</packaging>\n<modules>" + all + "</modules></project>";
    }

    private static String child(String parent, String relativePath, String artifact) {
        String[] c = parent.split(":");
        return "<project><modelVersion>4.0.0</modelVersion><parent><groupId>" + c[0] + "</groupId><artifactId>" + c[1]
                + "</artifactId><version>" + c[2] + "</version><relativePath>" + relativePath
                + "</relativePath></parent><artifactId>" + artifact
                + "</artifactId><packaging>pom</packaging></project>";
    }

    private static String withParent(String parent, String more, String dependencies) {
        String[] c = parent.split(":");
        return "<project>\n<modelVersion>4.0.0</modelVersion>\n<parent><groupId>" + c[0] + "</groupId><artifactId>"
                + c[1] + "</artifactId><version>" + c[2]
                + "</version><relativePath/></parent>\n<groupId>g</groupId><artifactId>app</artifactId><version>1</version>"
                + more + "\n<dependencies>" + dependencies + "</dependencies>\n</project>\n";
    }

    private static String importing(String bom, String dependencies) {
        String[] c = bom.split(":");
        return "<project>\n<modelVersion>4.0.0</modelVersion>\n"
                + "<groupId>g</groupId><artifactId>app</artifactId><version>1</version>\n"
                + "<dependencyManagement><dependencies>\n<dependency>\n<groupId>" + c[0] + "</groupId>\n<artifactId>"
                + c[1]
                + "</artifactId>\n<version>" + c[2]
                + "</version>\n<type>pom</type>\n<scope>import</scope>\n</dependency>"
                + "</dependencies></dependencyManagement>\n<dependencies>\n" + dependencies
                + "</dependencies>\n</project>\n";
    }
}
