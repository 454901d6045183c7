package io.github.incidentadvisor.evidence.notes;

import io.github.incidentadvisor.evidence.notes.MarkupBlocks.Dialect;
import io.github.incidentadvisor.evidence.notes.RawSection.Entry;
import io.github.incidentadvisor.github.CodeHost.Release;
import io.github.incidentadvisor.model.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A code host's releases as sections: the text of one is about its own version, whatever headings stand in it. */
final class Releases {
    private static final Pattern POINTER = Pattern.compile(
            "(?i).{0,80}(?:full\\s+changelog|see\\s|release\\s+notes\\s+(?:are|can)|changelog:).{0,300}",
            Pattern.DOTALL);
    private static final Pattern THANKS = Pattern.compile(
            "(?i).{0,40}(?:made their first contribution|first-time contributor|thanks? to|❤).{0,400}", Pattern.DOTALL);

    private Releases() {}

    /** A section and the page where it stands. */
    record Published(RawSection section, String url) {}

    /** Those of the range whose text says something; of several releases of one version the one that names the component best. */
    static List<Published> sections(List<Release> releases, Tags tags, NameHints names, Range range, Version to) {
        int best = releases.stream()
                .filter(release -> tags.versionOf(release.tag())
                        .filter(v -> Range.same(v, to))
                        .isPresent())
                .mapToInt(release -> tags.fit(release.tag()))
                .max()
                .orElse(0);
        Map<Version, Release> byVersion = new TreeMap<>(io.github.incidentadvisor.inventory.maven.VersionOrder.MAVEN);
        releases.stream()
                .filter(release -> best == 0 || tags.fit(release.tag()) == best)
                .sorted(Comparator.comparing(release -> tags.fit(release.tag())))
                .forEach(release -> tags.versionOf(release.tag())
                        .filter(range::holds)
                        .ifPresent(version -> byVersion.put(version, release)));
        List<Published> sections = new ArrayList<>();
        byVersion.forEach((version, release) -> section(version, release, names)
                .ifPresent(section -> sections.add(new Published(section, release.url()))));
        return sections;
    }

    private static Optional<RawSection> section(Version version, Release release, NameHints names) {
        List<Entry> entries = new ArrayList<>();
        String label = "";
        String inner = "";
        for (Block block : MarkupBlocks.read(Lines.of(release.body()), Dialect.MARKDOWN, names)) {
            switch (block.kind()) {
                case HEADING -> {
                    label = VersionHeading.of(block.text(), names).isPresent() ? "" : block.text();
                    inner = "";
                }
                case LABEL -> inner = block.text();
                default -> {
                    if (says(block)) {
                        entries.add(new Entry(
                                label.isEmpty() || inner.isEmpty() ? label + inner : label + " / " + inner,
                                block.text(),
                                0));
                    }
                }
            }
        }
        String title = release.title().isBlank() ? release.tag() : release.title();
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(new RawSection(version, title, release.day(), false, 0, entries));
    }

    /** A pointer to somewhere else, a word of thanks or a picture says nothing about the version. */
    private static boolean says(Block block) {
        String text = block.text();
        return text.codePoints().anyMatch(Character::isLetter)
                && !(block.kind() == Block.Kind.TEXT && POINTER.matcher(text).matches())
                && !THANKS.matcher(text).matches()
                && !text.startsWith("|")
                && !text.matches("(?i)<(?:img|details|summary|/)[^>]*>?.{0,80}");
    }
}
