package io.github.incidentadvisor.evidence.notes;

import static org.assertj.core.api.Assertions.assertThat;

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
