package io.github.incidentadvisor.evidence.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.incidentadvisor.github.RepositoryName;
import io.github.incidentadvisor.model.Component.Artifact;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShapesSpec {
    @Test
    void aKeepAChangelogHasASectionAVersionAndALabelAnEntry() throws Exception {
        assertThat(said("CHANGELOG.md", """
                # Changelog
                ## [Unreleased]
                ### Added
                - not yet

                ## [2.1.0] (2026-07-06 08:48:00 -0400)
                ### Removed
                * `Pool.evict(String)`, use
                  `Pool.clear()`. [#12](https://example.org/12)
                and this line belongs to it.

                ## [2.0.0] - 2025-01-02
                """))
                .containsExactly(
                        "2.1.0 2026-07-06 | Removed: `Pool.evict(String)`, use `Pool.clear()`. [#12](https://example.org/12) and this line belongs to it.",
                        "2.0.0 2025-01-02");
    }

    @Test
    void entriesBelowAnEntryArePartOfItWhateverTheyEndIn() throws Exception {
        assertThat(said("RELEASENOTES.adoc", """
                == Version 2.0.1

                * Removed old keys [#1188]
                ** Breaker:
                *** `a` replaced by `b`
                ** Retry:
                *** `c` replaced by `d`
                * Another
                """))
                .containsExactly(
                        "2.0.1 | : Removed old keys [#1188] ** Breaker: *** `a` replaced by `b` ** Retry: *** `c` replaced by `d`",
                        "2.0.1 | : Another");
    }

    @Test
    void aSentenceThatHeadsAListIsAnEntryItself() throws Exception {
        assertThat(said("CHANGELOG.md", """
                ## 2.0.0
                - **`Claims` instances are now immutable** to be safe, so use the builder:
                  - `with` is new
                """))
                .containsExactly(
                        "2.0.0 | : **`Claims` instances are now immutable** to be safe, so use the builder:",
                        "2.0.0 | **`Claims` instances are now immutable** to be safe, so use the builder: `with` is new");
    }

    @Test
    void aHeadingThatIsExplainedIsAnEntryAndOneOverAListIsNot() throws Exception {
        assertThat(said("doc/ReleaseNotes4.13.1.md", """
                ## Summary of changes in version 4.13.1

                # Rules

                ### [Pull request #1669:](https://example.org/1669) Make the field public

                It was not.

                ### Everything else that was done in this release [#1]

                - a list
                """))
                .containsExactly(
                        "4.13.1 | Rules / [Pull request #1669:](https://example.org/1669) Make the field public: [Pull request #1669:](https://example.org/1669) Make the field public",
                        "4.13.1 | Rules / [Pull request #1669:](https://example.org/1669) Make the field public: It was not.",
                        "4.13.1 | Rules / Everything else that was done in this release [#1]: a list");
    }

    @Test
    void chaptersWithTheVersionInTheLineBelowAreOfThatVersion() throws Exception {
        assertThat(said("docs/releasenotes.html", """
                <h2>2.0 Release History</h2>
                <a id="r2"><h3>2.1.1 Version</h3></a>
                Release: 1.86<br/>
                Date: 2026, TBD
                <h3>2.1.2 Defects Fixed</h3>
                <ul><li>Soon.</li></ul>
                <a id="r1"><h3>2.2.1 Version</h3></a>
                Release: 1.85, 1.85.1<br/>
                Date: 2026, July 12th
                <h3>2.2.2 Defects Fixed</h3>
                <ul><li>A leak.</li></ul>
                """))
                .containsExactly(
                        "2.0", "1.86 unreleased | 2.1.2 Defects Fixed: Soon.", "1.85 | 2.2.2 Defects Fixed: A leak.");
    }

    @Test
    void xdocHasASectionAVersionAndListsBelowWords() throws Exception {
        assertThat(said("src/site/xdoc/releasenotes.xml", """
                <document xmlns="http://maven.apache.org/XDOC/2.0"><body>
                  <section name="Release 12.0.0">
                    <div class="releaseDate">18.08.2026</div>
                    <p>Breaking backward compatibility:</p>
                    <ul><li>JDK 17 is needed. <a href="https://example.org/1">#1</a></li></ul>
                    <p>Thanks to all.</p>
                  </section>
                </body></document>
                """))
                .containsExactly(
                        "12.0.0 | Breaking backward compatibility: JDK 17 is needed. #1",
                        "12.0.0 | Breaking backward compatibility: Thanks to all.");
    }

    @Test
    void plainTextIsHeadedByLinesThatNameAVersionAndLittleElse() throws Exception {
        assertThat(said("release-notes/VERSION-2.x", """
                Project: acme-pool
                ------------------------------------------------------------
                === Releases ===
                ------------------------------------------------------------

                2.2.0 (not yet released)

                #9: Nothing to see

                2.1.0 (12-Mar-2024)

                #7: Change default `Pool` to lock free
                  (from `ThreadPool`)
                 (contributed by somebody)
                - Smaller jar

                2.0.0 (1-Jan-2024)

                No changes since 1.9
                """))
                .containsExactly(
                        "2.2.0 unreleased | : #9: Nothing to see",
                        "2.1.0 2024-03-12 | : #7: Change default `Pool` to lock free (from `ThreadPool`) (contributed by somebody)",
                        "2.1.0 2024-03-12 | : Smaller jar",
                        "2.0.0 2024-01-01");
    }

    @Test
    void plainVersionsMayStandAmongMarkdownHeadings() throws Exception {
        assertThat(said("CHANGES", """
                # Changelog
                # https://example.org/relnotes

                Version 9.1.0

                  - Fix for Bug#1, writes wrong values
                    when asked twice.

                Version 9.0.0

                  - WL#2
                """))
                .containsExactly("9.1.0 | : Fix for Bug#1, writes wrong values when asked twice.", "9.0.0 | : WL#2");
    }

    @Test
    void headingsOfBoldLinesLabelTheirEntriesAndAListBelowAColonIsLabelledByIt() throws Exception {
        assertThat(said("CHANGELOG.md", """
                ## 3.0.0 (April 22nd, 2026)

                **New**

                 - A converter!

                   It has coordinates of its own.

                **Fixed**
                - These no longer leak:
                  - sockets
                  - threads
                """))
                .containsExactly(
                        "3.0.0 2026-04-22 | New: A converter! It has coordinates of its own.",
                        "3.0.0 2026-04-22 | Fixed / These no longer leak: sockets",
                        "3.0.0 2026-04-22 | Fixed / These no longer leak: threads");
    }

    @Test
    void whatIsSaidInFencesAndCommentsIsNoStructure() throws Exception {
        assertThat(said("CHANGELOG.md", """
                ## 3.0.0
                - see
                  ```
                  ## 2.0.0
                  ```
                <!--
                ## 1.0.0
                -->
                """)).containsExactly("3.0.0 | : see ``` ## 2.0.0 ```");
    }

    @Test
    void aNumberInTheHeadingOfAPartIsNoVersionOfTheThing() throws Exception {
        assertThat(said("CHANGELOG.md", """
                ## 3.0.0
                ### Support for Java 17.0.1
                - one
                ### Upgrade to Kotlin 1.9.22
                - two
                """))
                .containsExactly("3.0.0 | Support for Java 17.0.1: one", "3.0.0 | Upgrade to Kotlin 1.9.22: two");
    }

    @Test
    void sectionsOfOtherArtifactsOfTheRepositoryAreRefused() throws Exception {
        assertThat(said("CHANGELOG.md", """
                ## acme-pool 2.0.0
                - ours
                ## acme-queue 9.1.0
                - theirs
                """)).allMatch(line -> line.startsWith("2.0.0"));
    }

    @Test
    void mavenChangesHaveTypesAndUnreleasedDates() throws Exception {
        assertThat(said("src/changes/changes.xml", """
                <?xml version="1.0"?>
                <document><body>
                  <release version="2.1" date="YYYY-MM-DD" description=""/>
                  <release version="2.0" date="2026-04-19" description="Java 8 or later is required.">
                    <action type="fix" issue="IO-1">Closes &lt;all&gt;
                      of it.</action>
                  </release>
                </body></document>
                """))
                .containsExactly(
                        "2.1 unreleased",
                        "2.0 2026-04-19 | : Java 8 or later is required.",
                        "2.0 2026-04-19 | fix: IO-1: Closes <all> of it.");
    }

    @Test
    void tomcatsChangelogIsReadThoughItsDocumentTypeIsNot() throws Exception {
        assertThat(said("webapps/docs/changelog.xml", """
                <?xml version="1.0"?>
                <!DOCTYPE document [ <!ENTITY project SYSTEM "file:///etc/passwd"> ]>
                <document>&project;<body>
                <section name="Acme Pool 10.1.41 (who)" rtext="not released">
                  <subsection name="Core"><changelog><add>An <code>Option</code>.</add></changelog></subsection>
                </section>
                <section name="Acme Pool 10.1.40 (who)" rtext="2025-04-08">
                  <subsection name="Core"><changelog><fix><bug>7</bug>: it. (who)</fix></changelog></subsection>
                </section></body></document>
                """))
                .containsExactly(
                        "10.1.41 unreleased | Core / add: An Option .",
                        "10.1.40 2025-04-08 | Core / fix: 7 : it. (who)");
    }

    @Test
    void webPagesHaveHeadingsAndEntriesEvenInTemplates() throws Exception {
        assertThat(said("docs/upgrade.html", """
                <script>var x = "<h2>Version 9.9.9</h2>";</script>
                <script id="upgrade-template" type="text/x-handlebars-template">
                <h4><a id="upgrade_3_9_0" href="#x">Upgrading to 3.9.0 from any version 0.8.x through 3.8.x</a></h4>
                <h5>Notable changes in 3.9.0</h5>
                <ul>
                    <li>The <code>a.b.c</code> config is <b>gone</b> &amp; forgotten.
                        <ul><li>Really.</li></ul></li>
                </ul>
                <h4>Upgrading to 3.8.0 from any version 0.8.x through 3.7.x</h4>
                <p>Nothing special.</p>
                </script>
                """))
                .containsExactly(
                        "3.9.0 | Notable changes in 3.9.0: The a.b.c config is gone & forgotten. Really.",
                        "3.8.0 | : Nothing special.");
    }

    @Test
    void aGuideInAsciiDocIsAboutTheVersionOfItsTitle() throws Exception {
        assertThat(said("migration-guide.adoc", """
                :version: 6.5

                = {version} Migration Guide
                :toc:

                // a remark
                == Java Time
                Defaults to `INSTANT`
                from now on.

                * one
                ** more of it
                """))
                .containsExactly(
                        "6.5 | Java Time: Defaults to `INSTANT` from now on.", "6.5 | Java Time: one ** more of it");
    }

    @Test
    void aFileNamedForAVersionIsAboutItAsAWhole() throws Exception {
        assertThat(said("src/main/releases/release_1.6.0.txt", """

                Removed deprecated class org.acme.Old

                Removed deprecated method org.acme.Pool#drop
                """))
                .containsExactly(
                        "1.6.0 | : Removed deprecated class org.acme.Old",
                        "1.6.0 | : Removed deprecated method org.acme.Pool#drop");
    }

    @Test
    void underlinedHeadingsOfPlainTextMayBeginSections() throws Exception {
        assertThat(said("RELEASE_NOTES.txt", """
                Release 5.4
                ------------------

                IMPORTANT! Flush the cache.

                Change Log
                ----------

                * HC-1: Closes it.
                  Contributed by somebody

                Release 5.4 BETA1
                -----------------

                * HC-0: Opens it.
                """))
                .containsExactly(
                        "5.4 | : IMPORTANT! Flush the cache.",
                        "5.4 | Change Log: HC-1: Closes it. Contributed by somebody",
                        "5.4-BETA1 | : HC-0: Opens it.");
    }

    @Test
    void datesAreReadInEveryOrder() throws Exception {
        for (String date : List.of(
                "2022-08-24",
                "24-Aug-2022",
                "2022-Aug-24",
                "August 24, 2022",
                "Aug 24th, 2022",
                "24 August 2022",
                "2022/8/24")) {
            assertThat(said("CHANGES", "Release 1.15.3 [" + date + "]\n  * It.\n"))
                    .as(date)
                    .containsExactly("1.15.3 2022-08-24 | : It.");
        }
    }

    @Test
    void anEntryThatSaysReleasedHeadsThoseAfterIt() throws Exception {
        assertThat(said("Changelog", """
                01/18/2026
                \t- 3.6.4 released
                \t- Fix it (#391)

                01/26/2025
                \t- 3.6.3 released
                \t- Support sizes
                """))
                .containsExactly("3.6.4 01/18/2026 | : Fix it (#391)", "3.6.3 01/26/2025 | : Support sizes");
    }

    @Test
    void hostileTextIsBoundedAndStaysText() throws Exception {
        assertThat(said("CHANGELOG.md", "## 2.0.0\n- " + "x".repeat(10 << 20)))
                .singleElement()
                .satisfies(line -> assertThat(line).hasSizeLessThan(9_000));
        assertThat(said("CHANGELOG.md", "## 2.0.0\n- \u0000\uFFFD<script>alert(1)</script> @you #1\n"))
                .containsExactly("2.0.0 | : \uFFFD<script>alert(1)</script> @you #1");
        assertThat(said("CHANGELOG.md", "#".repeat(100_000))).isEmpty();
        assertThat(said("a.html", "<".repeat(200_000))).isEmpty();
        assertThat(said("CHANGES", "1.".repeat(100_000))).isEmpty();
        assertThat(said("CHANGELOG.md", "## [[[[[" + "[".repeat(200) + "1.0.0\n- a"))
                .containsExactly("1.0.0 | : a");
        assertThatThrownBy(() -> said("changes.xml", "<a>".repeat(100_000))).isInstanceOf(NoteFile.Unreadable.class);
        assertThatThrownBy(() -> said("changes.xml", "no xml")).isInstanceOf(NoteFile.Unreadable.class);
    }

    static List<String> said(String path, String text) throws Exception {
        NameHints names = NameHints.of(Artifact.of("org.acme", "acme-pool"), RepositoryName.parse("acme/pool"));
        return NoteFile.read(path, text.getBytes(StandardCharsets.UTF_8), names).sections().stream()
                .flatMap(section -> {
                    String head = section.version()
                            + (section.date().isEmpty() ? "" : " " + section.date())
                            + (section.unreleased() ? " unreleased" : "");
                    return section.entries().isEmpty()
                            ? java.util.stream.Stream.of(head)
                            : section.entries().stream()
                                    .map(entry -> head + " | " + entry.label() + ": " + entry.text());
                })
                .toList();
    }
}
