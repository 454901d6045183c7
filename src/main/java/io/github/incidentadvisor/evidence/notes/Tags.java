package io.github.incidentadvisor.evidence.notes;

import io.github.incidentadvisor.model.Version;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which tags are of which version of a component. A repository may hold several components with tags of their own, so what
 * stands before the version must name the component, or nothing.
 */
final class Tags {
    private static final Pattern TAG = Pattern.compile(
            "(.*?(?:^|[^\\dA-Za-z]|(?<=[A-Za-z])))(\\d{1,9}(?:[._]\\d{1,9}){0,4}(?:[._+-]?[A-Za-z]{1,12}[._-]?\\d{0,8}){0,3})");
    private static final int LONGEST = 200;
    /** Words that say that it is a release, or of the whole repository. */
    private static final Set<String> GENERIC = Set.of(
            "v",
            "r",
            "rel",
            "release",
            "releases",
            "version",
            "ver",
            "tag",
            "tags",
            "parent",
            "root",
            "build",
            "project",
            "all",
            "aggregator",
            "pom",
            "bom",
            "main",
            "java",
            "maven",
            "final",
            "rev",
            "at");

    private final NameHints names;

    Tags(NameHints names) {
        this.names = names;
    }

    /**
     * A tag of a version.
     *
     * @param fit how well it names the component; 0 not at all
     */
    private record Reading(String tag, Version version, int fit) {}

    /** The version that a tag is of, if it is one of this component. */
    Optional<Version> versionOf(String tag) {
        return read(tag).filter(reading -> reading.fit() > 0).map(Reading::version);
    }

    /** How well the tag names the component: 0 not at all. */
    int fit(String tag) {
        return read(tag).map(Reading::fit).orElse(0);
    }

    /** The tag of {@code version}; of several the one that names the component best. */
    Optional<String> of(Version version, Collection<String> tags) {
        String digits = version.text().replaceFirst("[^\\d].*", "");
        return tags.stream()
                .filter(tag -> tag.contains(digits))
                .map(this::read)
                .flatMap(Optional::stream)
                .filter(reading -> reading.fit() > 0 && Range.same(reading.version(), version))
                .max(Comparator.comparingInt(Reading::fit).thenComparing(Reading::tag, Comparator.reverseOrder()))
                .map(Reading::tag);
    }

    private Optional<Reading> read(String tag) {
        if (tag.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher matcher = TAG.matcher(tag);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String version = matcher.group(2);
        return Optional.of(new Reading(tag, new Version(version.replace('_', '.')), fitOf(matcher.group(1))));
    }

    private int fitOf(String prefix) {
        List<String> words = Arrays.stream(prefix.split("[^A-Za-z0-9]+"))
                .filter(word -> !word.isEmpty() && !GENERIC.contains(word.toLowerCase(Locale.ROOT)))
                .toList();
        if (words.isEmpty()) {
            return 2;
        }
        int fit = names.fit(words.stream().collect(Collectors.joining("-")));
        return fit >= 2 ? fit + 1 : fit;
    }
}
