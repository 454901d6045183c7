package io.github.incidentadvisor.evidence.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.evidence.TestedLines;
import io.github.incidentadvisor.evidence.TestedLines.Run;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Module;
import io.github.incidentadvisor.inventory.Inventory.SourceRoots;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JacocoReportsSpec {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final String POOL = "src/main/java/com/acme/Pool.java";

    /** As JaCoCo writes it, but for line breaks. */
    private static final String REPORT = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <!DOCTYPE report PUBLIC "-//JACOCO//DTD Report 1.1//EN" "report.dtd">
            <report name="app">
              <sessioninfo id="host-1" start="1764000000000" dump="1764000001000"/>
              <package name="com/acme">
                <class name="com/acme/Pool" sourcefilename="Pool.java">
                  <method name="evict" desc="()V" line="7"><counter type="LINE" missed="1" covered="1"/></method>
                </class>
                <sourcefile name="Other.java"><line nr="7" mi="9" ci="0" mb="0" cb="0"/></sourcefile>
                <sourcefile name="Pool.java">
                  <line nr="7" mi="0" ci="3" mb="0" cb="0"/>
                  <line nr="8" mi="4" ci="0" mb="2" cb="0"/>
                  <line nr="9" mi="1" ci="1" mb="1" cb="1"/>
                  <counter type="LINE" missed="1" covered="2"/>
                </sourcefile>
              </package>
            </report>
            """;

    @TempDir
    private Path root;

    private final List<Module> modules = new ArrayList<>();

    @BeforeEach
    void anApplication() throws IOException {
        module("", "app");
        source(POOL);
    }

    @Test
    void aLineIsRunWhereAnyInstructionOfItIs() throws IOException {
        report("target/site/jacoco", REPORT);

        TestedLines tested = asked(POOL, 7, 8, 9);

        assertThat(tested.of(new Place(POOL, 7)))
                .contains(new Run(true, "target/site/jacoco/jacoco.xml", LocalDate.parse("2026-11-24")));
        assertThat(covered(tested, POOL, 8)).isFalse();
        assertThat(covered(tested, POOL, 9)).isTrue();
        assertThat(tested.gaps()).isEmpty();
    }

    @Test
    void nothingIsSaidOfALineWithoutCodeOrOfAFileThatNoReportKnows() throws IOException {
        report("target/site/jacoco", REPORT);
        source("src/main/java/com/acme/Pump.java");

        TestedLines tested = JacocoReports.of(
                root, head(), List.of(new Place(POOL, 3), new Place("src/main/java/com/acme/Pump.java", 7)));

        assertThat(tested.of(new Place(POOL, 3))).isEmpty();
        assertThat(tested.of(new Place("src/main/java/com/acme/Pump.java", 7))).isEmpty();
    }

    @Test
    void withoutAReportNothingIsSaidAndNothingMissed() {
        TestedLines tested = asked(POOL, 7);

        assertThat(tested.of(new Place(POOL, 7))).isEmpty();
        assertThat(tested.gaps()).isEmpty();
    }

    @Test
    void whatIsNoShippedCodeOpensNoReport() throws IOException {
        report("target/site/jacoco", "nonsense");

        assertThat(JacocoReports.of(
                                root,
                                head(),
                                List.of(
                                        new Place("pom.xml", 3),
                                        new Place("src/main/resources/application.yml", 4),
                                        new Place("src/test/java/com/acme/PoolTest.java", 5)))
                        .gaps())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {POOL, "src/test/java/com/acme/PoolTest.java", "src/main/java/com/acme/New.java"})
    void aReportThatIsOlderThanASourceOrTestIsNotUsedAndThatIsSaid(String newer) throws IOException {
        report("target/site/jacoco", REPORT);
        source(newer);
        Files.setLastModifiedTime(root.resolve(newer), FileTime.from(NOON.plusSeconds(1)));

        TestedLines tested = asked(POOL, 7, 8);

        assertThat(tested.of(new Place(POOL, 8))).isEmpty();
        assertThat(tested.gaps())
                .containsExactly(Gap.of(
                        "which lines tests run, in target/site/jacoco/jacoco.xml",
                        "it is older than the sources beside pom.xml; run the tests again"));
    }

    @Test
    void aNewerPomMakesNoReportOld() throws IOException {
        report("target/site/jacoco", REPORT);
        Files.writeString(root.resolve("pom.xml"), "<project/>");

        assertThat(covered(asked(POOL, 8), POOL, 8)).isFalse();
    }

    @Test
    void ofSeveralReportsOneThatRanTheLineIsEnough() throws IOException {
        report("target/site/jacoco", REPORT);
        report("target/site/jacoco-it", REPORT.replace("nr=\"8\" mi=\"4\" ci=\"0\"", "nr=\"8\" mi=\"0\" ci=\"4\""));

        assertThat(asked(POOL, 8).of(new Place(POOL, 8)))
                .hasValueSatisfying(run -> assertThat(run.covered()).isTrue())
                .hasValueSatisfying(run -> assertThat(run.report()).isEqualTo("target/site/jacoco-it/jacoco.xml"));
    }

    @Test
    void anAggregateReportNamesItsModulesSoThatEqualFilesAreToldApart() throws IOException {
        module("a", "mod-a");
        module("b", "mod-b");
        source("a/" + POOL);
        source("b/" + POOL);
        String packages = REPORT.substring(REPORT.indexOf("<package"), REPORT.indexOf("</report>"));
        String run = packages.replace("nr=\"8\" mi=\"4\" ci=\"0\"", "nr=\"8\" mi=\"0\" ci=\"4\"");
        report(
                "target/site/jacoco-aggregate",
                "<report name='all'><group name='mod-a'>" + packages + "</group><group name='mod-b'>" + run
                        + "</group></report>");

        TestedLines tested = JacocoReports.of(
                root, head(), List.of(new Place(POOL, 8), new Place("a/" + POOL, 8), new Place("b/" + POOL, 8)));

        assertThat(covered(tested, "a/" + POOL, 8)).isFalse();
        assertThat(covered(tested, "b/" + POOL, 8)).isTrue();
        assertThat(tested.of(new Place(POOL, 8))).isEmpty();
    }

    @Test
    void aReportThatNamesNoModuleIsUsedWhereOnlyOneHasTheFile() throws IOException {
        module("a", "mod-a");
        module("report", "report");
        Files.delete(root.resolve(POOL));
        source("a/" + POOL);
        report("report/target/site/jacoco", REPORT);

        assertThat(covered(asked("a/" + POOL, 8), "a/" + POOL, 8)).isFalse();

        source(POOL);
        assertThat(asked("a/" + POOL, 8).of(new Place("a/" + POOL, 8))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no XML",
                "<coverage/>",
                "<report name='x'><package name='com/acme'>",
                "<report><line nr='7' mi='1' ci='0'/></report>",
                "<report><package name='com/acme'><sourcefile name='Pool.java'><line nr='-1' ci='1'/></sourcefile>"
                        + "</package></report>",
                "<report><package name='com/acme'><sourcefile name='Pool.java'><line nr='99999999999' ci='1'/>"
                        + "</sourcefile></package></report>",
                "<report>&undefined;<package name='&x;'/></report>"
            })
    void whatIsNoReportIsAGapThatNamesItAndSaysNothingOfAnyLine(String text) throws IOException {
        report("target/site/jacoco", text);

        TestedLines tested = asked(POOL, 7);

        assertThat(tested.of(new Place(POOL, 7))).isEmpty();
        assertThat(tested.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.what()).isEqualTo("which lines tests run, in target/site/jacoco/jacoco.xml");
            assertThat(gap.reason()).startsWith("it is no JaCoCo report that can be read");
        });
    }

    @Test
    void entitiesAreNeitherFetchedNorGrown() throws IOException {
        Path secret = Files.writeString(root.resolve("secret"), "<line nr='8' mi='0' ci='5'/>");
        report(
                "target/site/jacoco",
                "<!DOCTYPE report [<!ENTITY s SYSTEM '" + secret.toUri() + "'>"
                        + "<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
                        + "<report name='x'>&b;<package name='com/acme'><sourcefile name='Pool.java'>&s;"
                        + "<line nr='8' mi='1' ci='0'/></sourcefile></package></report>");

        TestedLines tested = asked(POOL, 8);

        assertThat(tested.of(new Place(POOL, 8)).filter(Run::covered)).isEmpty();
    }

    @Test
    void whatIsNestedTooDeepOrHasEndlessTagsIsRefused() throws IOException {
        report("target/site/jacoco", "<report>" + "<group name='g'>".repeat(1_000));
        report("target/site/jacoco-it", "<report name='" + "x".repeat(2 << 20) + "'/>");

        assertThat(asked(POOL, 7).gaps())
                .extracting(Gap::reason)
                .containsExactlyInAnyOrder(
                        "it is no JaCoCo report that can be read: elements are nested too deep",
                        "it is no JaCoCo report that can be read: a tag or text of more than 1048576 bytes");
    }

    @Test
    void aLinkOutOfTheProjectIsNotFollowed(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("jacoco.xml"), REPORT);
        Files.createDirectories(root.resolve("target/site"));
        Files.createSymbolicLink(root.resolve("target/site/jacoco"), elsewhere);

        TestedLines tested = asked(POOL, 7);

        assertThat(tested.of(new Place(POOL, 7))).isEmpty();
        assertThat(tested.gaps()).extracting(Gap::reason).containsExactly("it lies outside of the project");
    }

    @Test
    void onlyWantedFilesAreKept() throws Exception {
        try (var in = new java.io.ByteArrayInputStream(REPORT.getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
            assertThat(JacocoXml.read(in, Set.of("com/acme/Pool.java")))
                    .extracting(JacocoXml.Source::name)
                    .containsExactly("com/acme/Pool.java");
        }
    }

    private static boolean covered(TestedLines tested, String file, int line) {
        return tested.of(new Place(file, line)).orElseThrow().covered();
    }

    private TestedLines asked(String file, int... lines) {
        return JacocoReports.of(
                root,
                head(),
                java.util.Arrays.stream(lines)
                        .mapToObj(line -> new Place(file, line))
                        .toList());
    }

    private Inventory head() {
        return new Inventory(modules, List.of(), List.of(), List.of(), Set.of(), List.of());
    }

    private void module(String folder, String artifact) {
        String under = folder.isEmpty() ? "" : folder + "/";
        modules.add(new Module(
                under + "pom.xml",
                "com.acme",
                artifact,
                "1",
                "jar",
                List.of(),
                List.of(),
                new SourceRoots(List.of(under + "src/main/java"), List.of(under + "src/test/java"), 17),
                Set.of()));
    }

    private void source(String file) throws IOException {
        write(file, "", NOON.minusSeconds(60));
    }

    private void report(String folder, String text) throws IOException {
        write(folder + "/jacoco.xml", text, NOON);
    }

    private void write(String file, String text, Instant at) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        Files.setLastModifiedTime(path, FileTime.from(at));
    }
}
