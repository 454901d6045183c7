package io.github.incidentadvisor.evidence.notes;

import io.github.incidentadvisor.model.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which files of a repository hold notes about a step, the likeliest first; those of its neighbours are refused. */
final class Places {
    private static final Pattern EXTENSION = Pattern.compile("(?i)\\.(?:md|markdown|txt|adoc|asciidoc|html?|xml|rst)$");
    private static final Pattern NAME = Pattern.compile(
            "(?i)(?:(.*?)[-_. ]?)?(change[-_ ]?(?:logs?|archives?)|changes|release[-_ ]?notes?|releases?|news|history|what'?s[-_ ]?new"
                    + "|versions?|upgrad(?:e|ing)(?:[-_ ]guide)?|migrat(?:ion|e|ing)(?:[-_ ]guide)?)(?:[-_. ](.*))?");
    private static final Set<String> GUIDES = Set.of("upgrad", "migrat", "what's", "whats-", "whatsn");
    private static final Set<String> NEUTRAL = Set.of(
            "",
            "doc",
            "docs",
            "documentation",
            "src",
            "source",
            "main",
            "release-notes",
            "releasenotes",
            "notes",
            "site",
            "website",
            "changes",
            "changelog",
            "changelogs",
            "webapps",
            "asciidoc",
            "html",
            "docsrc",
            "releases",
            "xdoc",
            "resources",
            "markdown",
            "pages",
            "modules",
            "root",
            "antora",
            "news",
            "content",
            "java",
            "core",
            "guide",
            "guides",
            "lib",
            "library",
            "en",
            "about",
            "appendix",
            "distribution",
            "dist");
    private static final Set<String> FOREIGN = Set.of(
            "test",
            "tests",
            "it",
            "its",
            "example",
            "examples",
            "sample",
            "samples",
            "demo",
            "node_modules",
            "vendor",
            "third_party",
            "template",
            "templates",
            ".github",
            "archive",
            "buildsrc",
            "fixtures",
            "testdata");
    private static final Pattern LINE = Pattern.compile("(?i)(?:.*[^\\d.])?v?(\\d{1,4}(?:\\.\\d{1,4})?)\\.?x");

    /** A file of one major line: {@code release_notes_pmd7}, {@code changes-4}. */
    private static final Pattern MAJOR = Pattern.compile("(?i).*[a-z_-](\\d{1,2})");

    /** A file whose folder alone says that it holds notes. */
    private static final Pattern IN_FOLDER = Pattern.compile(
            "(?i)(?:.*/)?(?:release-?notes|changelogs?)/[\\w -]{1,40}\\.(?:md|markdown|txt|adoc|html?)");

    /** A file about what comes next is, at the tag of a version, about that version. */
    private static final Pattern NEXT =
            Pattern.compile("(?i)(?:.*/)?next[-_]?release[-_]?(?:change-?log|changes|notes)\\.\\w+");

    private final NameHints names;
    private final Range range;

    Places(NameHints names, Range range) {
        this.names = names;
        this.range = range;
    }

    private record Ranked(String path, int rank) {}

    /** Changelogs, at most so many. */
    List<String> changelogs(List<String> paths, int most) {
        return ranked(paths, false, most);
    }

    /** Guides for those who upgrade, at most so many. */
    List<String> guides(List<String> paths, int most) {
        return ranked(paths, true, most);
    }

    /** Files each of which is about one version of the range, by version. */
    Map<Version, String> single(List<String> paths) {
        Map<Version, String> single = new TreeMap<>(io.github.incidentadvisor.inventory.maven.VersionOrder.MAVEN);
        for (String path : paths) {
            if (folderRank(path) <= -100 || !path.matches("(?i).*(?:release|change|news|notes|history).*")) {
                continue;
            }
            String name = path.substring(path.lastIndexOf('/') + 1);
            if (name.matches("(?i).*\\.(?:md|markdown|txt|adoc|asciidoc|html?)")) {
                NoteFile.versionOf(path).filter(this::isWanted).ifPresent(version -> single.putIfAbsent(version, path));
            }
        }
        return single;
    }

    /** Folders of log4j-changelog, one for each version of the range: their files. */
    Map<Version, List<String>> folders(List<String> paths) {
        Map<Version, List<String>> folders =
                new TreeMap<>(io.github.incidentadvisor.inventory.maven.VersionOrder.MAVEN);
        Pattern entry = Pattern.compile("(?:.*/)?changelog/(\\d[\\w.-]*)/[^/]+\\.xml");
        for (String path : paths) {
            Matcher matcher = entry.matcher(path);
            if (matcher.matches()) {
                Version version = new Version(matcher.group(1));
                if (range.holds(version)) {
                    folders.computeIfAbsent(version, v -> new ArrayList<>()).add(path);
                }
            }
        }
        return folders;
    }

    private boolean isWanted(Version version) {
        return range.holds(version);
    }

    private List<String> ranked(List<String> paths, boolean guides, int most) {
        return paths.stream()
                .map(path -> rank(path, guides))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Ranked::rank, Comparator.reverseOrder())
                        .thenComparing(one -> one.path().length())
                        .thenComparing(Ranked::path))
                .limit(most)
                .map(Ranked::path)
                .toList();
    }

    /** Whether a file is called for the release that comes next. */
    static boolean isAboutNext(String path) {
        return NEXT.matcher(path).matches();
    }

    private Optional<Ranked> rank(String path, boolean guides) {
        if (isAboutNext(path)) {
            return guides || folderRank(path) <= 0 ? Optional.empty() : Optional.of(new Ranked(path, 60));
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        Matcher ending = EXTENSION.matcher(name);
        String extension = ending.find() ? ending.group().toLowerCase(Locale.ROOT) : "";
        Matcher matcher = NAME.matcher(name.substring(0, name.length() - extension.length()));
        if (name.length() > 80 || !matcher.matches()) {
            return guides || !IN_FOLDER.matcher(path).matches() || folderRank(path) <= 0 || lineRank(name) < 0
                    ? Optional.empty()
                    : Optional.of(new Ranked(path, 30));
        }
        if (extension.isEmpty() && !hasNoExtension(name)) {
            return Optional.empty();
        }
        String word = matcher.group(2).toLowerCase(Locale.ROOT);
        boolean guide = GUIDES.stream().anyMatch(word::startsWith);
        int rank = base(word, extension, path);
        rank += folderRank(path) + around(matcher.group(1)) + around(matcher.group(3)) + lineRank(name);
        return guide != guides || rank <= 0 ? Optional.empty() : Optional.of(new Ranked(path, rank));
    }

    /** What stands after the last dot is a version or a line of them. */
    private static boolean hasNoExtension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).matches("(?i)[\\dx]+") || name.indexOf('.') < 0;
    }

    private static int base(String word, String extension, String path) {
        if (extension.equals(".xml")) {
            return path.matches("(?i)(?:.*/)?(?:changes|changelog|change-log|release-?notes)\\.xml") ? 115 : -500;
        }
        if (word.startsWith("change")) {
            return 100;
        }
        if (word.startsWith("release") && word.contains("note")) {
            return 90;
        }
        if (word.startsWith("version")) {
            return path.toLowerCase(Locale.ROOT).contains("release")
                    ? 90
                    : extension.matches("(?:\\.txt|\\.md)?") ? 45 : 0;
        }
        return word.startsWith("release") ? 35 : 70;
    }

    /** What else the file's name says: a line of versions, the component, or something foreign. */
    private int around(String rest) {
        if (rest == null || rest.isEmpty()) {
            return 0;
        }
        if (rest.matches("(?i)v?[\\d._x-]+(?:[-.]?(?:final|ga))?|next[-_ ]?release")) {
            return 0;
        }
        return names.know(List.copyOf(NameHints.words(rest))) ? 10 : -75;
    }

    private int lineRank(String name) {
        Matcher line = LINE.matcher(name.replaceFirst("\\.[a-z]{2,8}$", ""));
        Optional<Version> single = NoteFile.versionOf(name);
        if (single.isPresent()) {
            boolean last = Range.same(single.get(), range.to())
                    || isOf(range.to(), single.get().text());
            return last ? 15 : range.holds(single.get()) ? 10 : -200;
        }
        Matcher major = MAJOR.matcher(name.replaceFirst("\\.[a-z]{2,8}$", ""));
        if (!line.matches()) {
            return !major.matches() ? 0 : isOf(range.to(), major.group(1)) ? 15 : -60;
        }
        String prefix = line.group(1);
        if (isOf(range.to(), prefix)) {
            return 15;
        }
        return isOf(range.from(), prefix) ? 5 : -60;
    }

    private static boolean isOf(Version version, String line) {
        return version.text().startsWith(line + ".") || version.text().equals(line);
    }

    /** {@code docs}, {@code acme-docs}. */
    private boolean isNeutral(String folder) {
        int last = folder.lastIndexOf('-');
        return NEUTRAL.contains(folder)
                || last > 0
                        && NEUTRAL.contains(folder.substring(last + 1))
                        && names.fit(folder.substring(0, last)) >= 2;
    }

    private int folderRank(String path) {
        String[] folders =
                path.contains("/") ? path.substring(0, path.lastIndexOf('/')).split("/") : new String[0];
        int rank = folders.length == 0 ? 20 : 0;
        for (String folder : folders) {
            String plain = folder.toLowerCase(Locale.ROOT);
            if (FOREIGN.contains(plain)) {
                return -200;
            }
            if (names.fit(plain) >= 2) {
                rank += 25;
            } else if (plain.contains("release-notes") || plain.matches("changelogs?|changes")) {
                rank += 10;
            } else if (!isNeutral(plain)) {
                rank -= plain.matches("v?\\d[\\w.]*") ? 10 : 150;
            }
            rank -= 4;
        }
        return rank;
    }
}
