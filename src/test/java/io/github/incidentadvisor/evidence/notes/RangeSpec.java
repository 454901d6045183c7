package io.github.incidentadvisor.evidence.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.evidence.notes.RawSection.Entry;
import io.github.incidentadvisor.model.Version;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RangeSpec {
    @Test
    void versionsAreOrderedAsMavenDoesWhateverTheirOrderInTheDocument() {
        assertThat(of("2.9.0", "2.11.0", "2.10.0", "2.9.0", "2.11.0", "2.9.0.1", "2.11.1", "2.2.0"))
                .containsExactly("2.9.0.1", "2.10.0", "2.11.0");
    }

    @Test
    void wordsAboutTheSameReleaseMakeNoDifference() {
        assertThat(of("6.4.4.Final", "6.5.2.Final", "6.4.4", "6.5.0", "6.5.2")).containsExactly("6.5.0", "6.5.2");
        assertThat(of("32.1.3-jre", "33.0.0-jre", "32.1.3", "33.0.0")).containsExactly("33.0.0");
    }

    @Test
    void preReleasesAreLeftOutUnlessTheReleaseOnlyPointsToThem() {
        assertThat(of("4.0.0", "5.0.0", "5.0.0-alpha.1", "5.0.0-RC1", "5.0.0")).containsExactly("5.0.0");
        assertThat(range("4.0.0", "5.0.0")
                        .of(List.of(
                                section("5.0.0-RC1", false, "Removes it."), section("5.0.0", false, "See 5.0.0 RC1."))))
                .hasSize(2);
        assertThat(of("4.0.0", "5.0.0", "5.0.0-RC1")).containsExactly("5.0.0-RC1");
        assertThat(of("5.0.0-RC1", "5.0.0-RC3", "5.0.0-RC1", "5.0.0-RC2", "5.0.0-RC3"))
                .containsExactly("5.0.0-RC2", "5.0.0-RC3");
    }

    @Test
    void whatOnlyAPreReleaseTellsIsToldByTheReleaseUnderItsName() {
        List<RawSection> sections = range("4.0.0", "5.0.0")
                .of(List.of(
                        section("5.0.0-RC1", false, "Removes `Pool`."),
                        section("5.0.0-RC2", false, "Fixes a leak."),
                        section("5.0.0", false, "fixes a leak")));

        assertThat(sections).singleElement().satisfies(one -> assertThat(one.entries())
                .extracting(entry -> entry.label() + ": " + entry.text())
                .containsOnly(": fixes a leak", "5.0.0-RC1: Removes `Pool`."));
    }

    @Test
    void whatIsNotOutIsLeftOutUnlessItIsWhatIsGoneTo() {
        assertThat(range("1.0", "3.0").of(List.of(section("2.0", true, "a"), section("3.0", true, "b"))))
                .extracting(section -> section.version().text())
                .containsExactly("3.0");
    }

    private static List<String> of(String from, String to, String... versions) {
        return range(from, to)
                .of(Stream.of(versions)
                        .map(version -> section(version, false, "an entry"))
                        .toList())
                .stream()
                .map(section -> section.version().text())
                .toList();
    }

    private static Range range(String from, String to) {
        return new Range(new Version(from), new Version(to));
    }

    private static RawSection section(String version, boolean unreleased, String entry) {
        return new RawSection(
                new Version(version),
                version,
                "",
                unreleased,
                1,
                List.of(new Entry("", entry, 2), new Entry("", entry, 3)));
    }
}
