package io.github.incidentadvisor.evidence.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.evidence.Privacy;
import io.github.incidentadvisor.evidence.ReleaseNotes.Item;
import io.github.incidentadvisor.evidence.ReleaseNotes.Notes;
import io.github.incidentadvisor.evidence.ReleaseNotes.Step;
import io.github.incidentadvisor.github.RepositoryName;
import io.github.incidentadvisor.inventory.Artifacts;
import io.github.incidentadvisor.inventory.Artifacts.Coordinates;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Version;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedNotesSpec {
    private static final RepositoryName REPOSITORY =
            RepositoryName.parse("acme/pool").orElseThrow();
    private static final Step STEP = step("1.0.0", "2.0.0");

    @TempDir
    Path folder;

    @Test
    void releasesThatCoverTheRangeCostOneQuestion() {
        Shelf shelf = new Shelf()
                .release("v3.0.0", "- later")
                .release(
                        "v2.0.0",
                        "## What's Changed\n* Remove `Pool.drop` by @someone in https://github.com/x/pull/1\n"
                                + "**Full Changelog**: https://github.com/x/compare/v1...v2")
                .release("v1.5.0", "- Fix: a leak")
                .release("v1.0.0", "- before");

        Notes notes = notes(shelf, 3);

        assertThat(items(notes))
                .containsExactly(
                        "1.5.0 bug Fix: a leak",
                        "2.0.0 removal Remove `Pool.drop` by @someone in https://github.com/x/pull/1");
        assertThat(shelf.asked).containsExactly("releases 1");
        assertThat(notes.source()).isEqualTo("github.com/acme/pool/releases");
    }

    @Test
    void releasesThatOnlyPointElsewhereAreNotNotes() {
        Shelf shelf = new Shelf()
                .release("v2.0.0", "See CHANGELOG.md")
                .release("v1.0.0", "See CHANGELOG.md")
                .file("CHANGELOG.md", "## 2.0.0\n- **Breaking:** no more `Pool`\n## 1.0.0\n- first\n");

        Notes notes = notes(shelf, 3);

        assertThat(items(notes)).containsExactly("2.0.0 breaking **Breaking:** no more `Pool`");
        assertThat(notes.sections().get(0).items().get(0).url())
                .isEqualTo("https://github.com/acme/pool/blob/HEAD/CHANGELOG.md#L2");
        assertThat(shelf.asked).containsExactly("releases 1", "tree ", "file :CHANGELOG.md");
    }

    @Test
    void aDefaultBranchOfAnotherMajorLineSendsTheReaderToTheTag() {
        Shelf shelf = new Shelf()
                .release("9.0.0", "")
                .release("2.0.0", "")
                .release("1.0.0", "")
                .file("CHANGELOG.md", "## 9.0.0\n- other\n")
                .file("2.0.0", "CHANGELOG.md", "## 2.0.0\n- ours\n## 1.0.0\n- before\n");

        assertThat(items(notes(shelf, 3))).containsExactly("2.0.0 other ours");
        assertThat(shelf.asked).containsExactly("releases 1", "tree 2.0.0", "file 2.0.0:CHANGELOG.md");
    }

    @Test
    void whatIsNotOnTheDefaultBranchIsLookedForAtTheTag() {
        Shelf shelf = new Shelf()
                .tag("rel/2.0.0")
                .file("CHANGELOG.md", "## 9.0.0\n- other\n")
                .file("rel/2.0.0", "CHANGELOG.md", "## 2.0.0\n- ours\n");

        assertThat(items(notes(shelf, 99))).containsExactly("2.0.0 other ours");
    }

    @Test
    void anOlderMajorLineInAnotherFileIsFollowed() {
        Shelf shelf = new Shelf()
                .file("CHANGELOG.md", "## Version 2.0.0\n- new\n## Version 1.x\nSee docs.\n")
                .file("docs/changelogs/changelog_1x.md", "## Version 1.5.0\n- older\n## Version 1.0.0\n- before\n");

        assertThat(items(notes(shelf, 99))).containsExactly("1.5.0 other older", "2.0.0 feature new");
    }

    @Test
    void theChangelogOfAnotherModuleIsNotOurs() {
        Shelf shelf = new Shelf()
                .file("queue/CHANGELOG.md", "## 2.0.0\n- theirs\n")
                .file("src/test/resources/CHANGELOG.md", "## 2.0.0\n- a fixture\n");

        Notes notes = notes(shelf, 99);

        assertThat(notes.sections()).isEmpty();
        assertThat(notes.lookedAt()).containsExactly("github.com/acme/pool (no file of notes among 2)");
    }

    @Test
    void aDeadChangelogIsSaidAndNothingIsInvented() {
        Shelf shelf = new Shelf().file("doc/release-notes/official.md", """
                # Deprecated
                As of 2020 this file is no longer updated.
                #### 0.9.0
                - old
                """);

        Notes notes = notes(shelf, 99);

        assertThat(notes.sections()).isEmpty();
        assertThat(notes.lookedAt())
                .containsExactly(
                        "github.com/acme/pool, doc/release-notes/official.md (nothing between these versions, its"
                                + " newest is 0.9.0; it says: \"Deprecated\")");
        assertThat(notes.health()).isEmpty();
    }

    @Test
    void oneComponentCostsNoMoreThanItsAllowance() {
        Shelf shelf = new Shelf();
        for (int i = 0; i < 30; i++) {
            shelf.file("docs/changes/changelog_" + i + "x.md", "## 0.1.0\n- x\n")
                    .tag("t" + i);
        }

        Notes notes = notes(shelf, 3);

        assertThat(shelf.asked).hasSize(3);
        assertThat(notes.gaps()).extracting(Gap::reason).contains("no more than 3 requests are made for one component");
    }

    @Test
    void foldersOfEntriesAreReadVersionByVersion() {
        Shelf shelf = new Shelf()
                .file("src/changelog/2.0.0/.release.xml", "<release date=\"2026-01-02\" version=\"2.0.0\"/>")
                .file(
                        "src/changelog/2.0.0/1_it.xml",
                        "<entry type=\"removed\"><issue id=\"7\"/><description>Move it.</description></entry>")
                .file("src/changelog/2.0.0/2_bad.xml", "<entry")
                .file("src/changelog/1.0.0/1_old.xml", "<entry type=\"fixed\"><description>Old.</description></entry>");

        Notes notes = notes(shelf, 99);

        assertThat(items(notes)).containsExactly("2.0.0 removal Move it. (7)");
        assertThat(notes.sections().get(0).date()).isEqualTo("2026-01-02");
        assertThat(notes.gaps())
                .extracting(Gap::what)
                .containsExactly("src/changelog/2.0.0/2_bad.xml of github.com/acme/pool");
    }

    @Test
    void aPlatformsFilesByMinorAreReadFromTheOneThatIsGoneTo() {
        Shelf shelf = new Shelf()
                .release("v1.33.0", "See the CHANGELOG for more details.")
                .file("CHANGELOG/CHANGELOG-1.31.md", "# v1.31.0\n## Changes by Kind\n### Deprecation\n- the old one\n")
                .file(
                        "CHANGELOG/CHANGELOG-1.33.md",
                        "# v1.33.1\n## Changelog since v1.33.0\n- later\n# v1.33.0\n- new\n")
                .file("CHANGELOG/CHANGELOG-1.34.md", "# v1.34.0\n- out\n");

        Notes notes = new PublishedNotes(Optional.empty(), List.of(source(shelf, 4)), Privacy.of(List.of(), List.of()))
                .between(new Step(
                        new io.github.incidentadvisor.model.Component.Platform("pool"),
                        new Version("1.30"),
                        new Version("1.33")));

        assertThat(items(notes)).containsExactly("1.31.0 deprecation the old one", "1.33.0 feature new");
        assertThat(shelf.asked)
                .containsExactly(
                        "releases 1",
                        "tree ",
                        "file :CHANGELOG/CHANGELOG-1.33.md",
                        "file :CHANGELOG/CHANGELOG-1.31.md");
    }

    @Test
    void notesInsideTheJarAreReadWithoutAQuestion() throws IOException {
        Path jar = jar("META-INF/RELEASE-NOTES.md", "## 2.0.0\n- inside\n## 1.0.0\n- before\n");
        Shelf shelf = new Shelf();

        Notes notes = near(shelf, jar, Privacy.of(List.of(), List.of()));

        assertThat(items(notes)).containsExactly("2.0.0 other inside");
        assertThat(notes.source()).isEqualTo("org.acme:pool:2.0.0, META-INF/RELEASE-NOTES.md");
        assertThat(shelf.asked).isEmpty();
    }

    @Test
    void aBombInAJarIsUnpackedOnlySoFar() throws IOException {
        Path jar = jar("META-INF/CHANGES.txt", "2.0.0 (1-Jan-2026)\n\n- a" + "0".repeat(64 << 20));

        assertThat(near(new Shelf(), jar, Privacy.of(List.of(), List.of())).items())
                .allSatisfy(item -> assertThat(item.text()).hasSizeLessThan(9_000));
    }

    @Test
    void whatIsPrivateIsNeverNamedOutside() {
        Shelf shelf = new Shelf().release("v2.0.0", "- secret");

        for (String named : List.of("org.acme", "org.acme.*", "org.*")) {
            Notes notes = new PublishedNotes(
                            Optional.empty(), List.of(source(shelf, 3)), Privacy.of(List.of(), List.of(named)))
                    .between(STEP);

            assertThat(notes.sections()).isEmpty();
            assertThat(notes.lookedAt()).containsExactly("no outside host: its group is private");
        }
        assertThat(shelf.asked).isEmpty();
    }

    @Test
    void aFolderOfTheUsersComesFirst() throws IOException {
        Files.createDirectories(folder.resolve("org.acme"));
        Files.writeString(folder.resolve("org.acme/pool.md"), "## 2.0.0\n- by hand\n## 1.0.0\n");
        Files.writeString(folder.resolve("other.md"), "## 2.0.0\n- of another\n");

        Notes notes = new PublishedNotes(
                        Optional.of(new NearNotes(Optional.of(folder), none())),
                        List.of(source(new Shelf(), 3)),
                        Privacy.of(List.of(), List.of()))
                .between(STEP);

        assertThat(items(notes)).containsExactly("2.0.0 other by hand");
    }

    @Test
    void hostileBodiesStayWordsOfOneEntry() {
        Shelf shelf = new Shelf()
                .release("v2.0.0", "- " + "a`b*c_".repeat(400_000) + "\n<details>\n- @you ![x](https://evil.example)\n")
                .release("v1.0.0", "- x");

        assertThat(notes(shelf, 3).items()).hasSize(2).allSatisfy(item -> assertThat(item.text())
                .hasSizeLessThan(9_000));
    }

    private Notes near(Shelf shelf, Path jar, Privacy privacy) {
        Artifacts artifacts =
                files(Map.of(new Coordinates(Artifact.of("org.acme", "pool"), new Version("2.0.0")), jar));
        return new PublishedNotes(
                        Optional.of(new NearNotes(Optional.empty(), artifacts)), List.of(source(shelf, 3)), privacy)
                .between(STEP);
    }

    private Path jar(String entry, String text) throws IOException {
        Path jar = folder.resolve("pool-2.0.0.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    @Test
    void notesAreFoundInFoldersThatAreCalledSoOrBelongToTheProject() {
        String text = "v2.0.0\n======\n\n* Remove ``Pool``\n\nv1.0.0\n======\n\n* first\n";
        for (String path : List.of(
                "changelog/README.txt",
                "docs/source/about/release-notes.rst",
                "pool-distribution/src/content/changes.txt",
                "doc/ReleaseNotes2.0.0.txt",
                "docs/pages/release_notes_old_pool2.txt")) {
            assertThat(items(notes(new Shelf().file(path, text), 10)))
                    .as(path)
                    .containsExactly("2.0.0 removal Remove ``Pool``");
        }
        for (String path : List.of("other-distribution/src/content/changes.txt", "docs/release_notes_old_pool7.txt")) {
            assertThat(items(notes(new Shelf().file(path, text), 10))).as(path).isEmpty();
        }
    }

    @Test
    void aClusterHasItsNotesInAFileForEachMinorRelease() {
        Shelf shelf = new Shelf()
                .file("CHANGELOG/CHANGELOG-1.33.md", minor("1.33", "- PodSecurity is gone. ([#3], [@x]) [SIG Auth]"))
                .file("CHANGELOG/CHANGELOG-1.32.md", minor("1.32", "- The default of the scheduler is another."))
                .file("CHANGELOG/CHANGELOG-1.31.md", minor("1.31", "- before"));

        Notes notes = cluster(shelf, "1.31", "1.33");

        assertThat(items(notes))
                .containsExactly(
                        "1.32.0 breaking The default of the scheduler is another.",
                        "1.32.0 dependency github.com/acme/lib: v1.2.0",
                        "1.33.0 breaking PodSecurity is gone. ([#3], [@x]) [SIG Auth]",
                        "1.33.0 dependency github.com/acme/lib: v1.2.0");
        assertThat(shelf.asked)
                .containsExactly("file :CHANGELOG/CHANGELOG-1.33.md", "file :CHANGELOG/CHANGELOG-1.32.md");
    }

    @Test
    void aPatchOfAClusterHasTheSectionsUpToIt() {
        Shelf shelf = new Shelf().file("CHANGELOG/CHANGELOG-1.33.md", minor("1.33", "- big"));

        assertThat(items(cluster(shelf, "1.33.0", "1.33.1")))
                .containsExactly("1.33.1 bug Fixed a crash of the kubelet.");
    }

    private static String minor(String minor, String urgent) {
        return """
                <!-- BEGIN MUNGE: GENERATED_TOC -->

                - [vX.1](#vX1)
                  - [Urgent Upgrade Notes](#urgent-upgrade-notes)

                # vX.1

                ## Changelog since vX.0

                ## Changes by Kind

                ### Bug or Regression

                - Fixed a crash of the kubelet.

                # vX.0

                ## Downloads for vX.0

                filename | sha512 hash
                -------- | -----------
                [acme.tar.gz](https://example.org/acme.tar.gz) | `6343ef4f`

                ## Changelog since v1.1.0

                ## Urgent Upgrade Notes

                ### (No, really, you MUST read this before you upgrade)

                URGENT

                ## Dependencies

                ### Removed
                - github.com/acme/lib: v1.2.0

                # vX.0-rc.1

                ## Changes by Kind

                ### Feature

                - Something.
                """.replace("X", minor).replace("URGENT", urgent);
    }

    private static Notes cluster(Shelf shelf, String from, String to) {
        return new PublishedNotes(
                        Optional.empty(),
                        List.of(new PublishedNotes.Source(shelf, new PomHomes(none(), "github.com"), 3)),
                        Privacy.of(List.of(), List.of()))
                .between(new Step(new Component.Platform("amazon-eks"), new Version(from), new Version(to)));
    }

    private static Notes notes(Shelf shelf, int most) {
        return new PublishedNotes(Optional.empty(), List.of(source(shelf, most)), Privacy.of(List.of(), List.of()))
                .between(STEP);
    }

    private static PublishedNotes.Source source(Shelf shelf, int most) {
        Homes homes = step ->
                new Homes.Known(List.of(new Homes.Home(REPOSITORY, Optional.empty(), "test")), List.of(), List.of());
        return new PublishedNotes.Source(shelf, homes, most);
    }

    private static List<String> items(Notes notes) {
        return notes.items().stream().map(PublishedNotesSpec::text).toList();
    }

    private static String text(Item item) {
        return item.version() + " " + item.kind().word() + " " + item.text();
    }

    private static Step step(String from, String to) {
        return new Step(Artifact.of("org.acme", "pool"), new Version(from), new Version(to));
    }

    static Artifacts none() {
        return files(Map.of());
    }

    static Artifacts files(Map<Coordinates, Path> files) {
        return new Artifacts() {
            @Override
            public Map<Coordinates, Path> files(Collection<Coordinates> wanted) {
                Map<Coordinates, Path> found = new HashMap<>(files);
                found.keySet().retainAll(wanted);
                return found;
            }

            @Override
            public List<Gap> gaps() {
                return List.of();
            }
        };
    }
}
