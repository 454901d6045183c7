package io.github.incidentadvisor.evidence.notes;

import io.github.incidentadvisor.inventory.maven.VersionOrder;
import io.github.incidentadvisor.model.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The versions after one and up to another, in Maven's order.
 *
 * @param from not in it
 * @param to in it
 */
record Range(Version from, Version to) {
    private static final Comparator<Version> ORDER = VersionOrder.MAVEN;
    /** A word about what a publisher builds for, not about the version: {@code 33.0.0-jre}. */
    private static final Pattern FLAVOUR = Pattern.compile("(?i)[.-](?:jre|jdk|java|android)\\d*$");

    private static final Pattern MINOR = Pattern.compile("v?(\\d{1,4})\\.(\\d{1,4})(?![\\d])");

    private static final Pattern REFERS = Pattern.compile(
            "(?i)\\b(?:release\\s+candidate|see\\b.{0,80}\\b(?:rc|alpha|beta|cr|milestone|m)[ .-]?\\d|\\b(?:rc|cr|alpha|beta|m)[ .-]?\\d{1,2}\\b)");

    static boolean same(Version a, Version b) {
        return ORDER.compare(a, b) == 0 || ORDER.compare(plain(a), plain(b)) == 0;
    }

    private static Version plain(Version version) {
        return new Version(FLAVOUR.matcher(version.text()).replaceFirst(""));
    }

    boolean holds(Version version) {
        Version plain = plain(version);
        return ORDER.compare(plain, plain(from)) > 0 && ORDER.compare(plain, plain(to)) <= 0;
    }

    /** The minor releases that it leads through, newest first, at most so many: {@code 1.33, 1.32, 1.31} from 1.30 to 1.33. */
    List<String> minors(int most) {
        Matcher first = MINOR.matcher(from.text());
        Matcher last = MINOR.matcher(to.text());
        if (!first.lookingAt() || !last.lookingAt()) {
            return List.of();
        }
        int newest = Integer.parseInt(last.group(2));
        boolean sameMajor = first.group(1).equals(last.group(1));
        int oldest = sameMajor ? Math.min(Integer.parseInt(first.group(2)) + 1, newest) : 0;
        return IntStream.iterate(newest, minor -> minor >= Math.max(oldest, 0), minor -> minor - 1)
                .limit(most)
                .mapToObj(minor -> last.group(1) + "." + minor)
                .toList();
    }

    /** Whether a version that has come out belongs to what is gone to: of a minor release that is all that is named, only the first. */
    boolean names(Version version) {
        return !MINOR.matcher(to.text()).matches() || version.text().matches("\\d+\\.\\d+(?:\\.0)?");
    }

    /** Whether all of the range could be before {@code version}. */
    boolean endsBefore(Version version) {
        return ORDER.compare(plain(to), plain(version)) < 0;
    }

    /** Whether {@code version} is the first of the range or before it. */
    boolean startsAtOrAfter(Version version) {
        return ORDER.compare(plain(version), plain(from)) <= 0;
    }

    /**
     * The sections of this range, oldest first: none that says that it is not out, unless it is of the very version that is gone
     * to; and no pre-release of a version that has its own section: what only the pre-release tells becomes part of that.
     */
    List<RawSection> of(List<RawSection> sections) {
        List<RawSection> in = new ArrayList<>(sections.stream()
                .filter(section -> holds(section.version()))
                .filter(section -> !section.unreleased() || same(section.version(), to))
                .toList());
        List<RawSection> all = List.copyOf(in);
        List<RawSection> early = all.stream()
                .filter(section -> VersionOrder.isPrerelease(section.version()) && !isNeeded(section, all))
                .toList();
        in.removeAll(early);
        in.replaceAll(section -> section.with(early.stream()
                .filter(pre -> same(base(pre.version()), section.version()))
                .sorted(Comparator.comparing(RawSection::version, ORDER.reversed()))
                .toList()));
        in.sort(Comparator.comparing(RawSection::version, ORDER));
        return in;
    }

    private boolean isNeeded(RawSection pre, List<RawSection> all) {
        if (VersionOrder.isPrerelease(to) && same(base(pre.version()), base(to))) {
            return true;
        }
        if (VersionOrder.isPrerelease(from) && same(base(pre.version()), base(from))) {
            return true;
        }
        return all.stream()
                .filter(section -> same(section.version(), base(pre.version())))
                .allMatch(section -> section.entries().isEmpty()
                        || section.entries().size() <= 3
                                && section.entries().stream().anyMatch(entry -> REFERS.matcher(entry.text())
                                        .find()));
    }

    /** What a pre-release is of. */
    private static Version base(Version version) {
        return new Version(version.text()
                .replaceFirst(
                        "(?i)(?<=\\d)[._-]?(?:alpha|beta|rc|cr|m|milestone|ea|pre|preview|b|a|snapshot)(?=[._-]?\\d|$).*$",
                        ""));
    }
}
