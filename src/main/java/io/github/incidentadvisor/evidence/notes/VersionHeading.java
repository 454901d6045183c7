package io.github.incidentadvisor.evidence.notes;

import io.github.incidentadvisor.model.Version;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A heading that opens what is said of one version.
 *
 * @param title as it stands there
 * @param date ISO where it could be read, else as it stands there; may be empty
 * @param unreleased whether it says of itself that it is not out
 */
record VersionHeading(Version version, String title, String date, boolean unreleased) {
    private static final String QUALIFIER =
            "(?:final|ga|release(?![ -]*(?:notes?|history)\\b)|sp|jre|android|alpha|beta|rc|cr|m|milestone|ea|b|pre|preview|snapshot|incubating|java|v(?=\\d{8}))";
    private static final Pattern VERSION =
            Pattern.compile("(?i)(?<![\\w.])(?:v|r|rel|release|version)?[_-]?(\\d{1,8}(?:\\.\\d{1,8}){0,4}(?:[._+ -]?"
                    + QUALIFIER + "[._-]?\\d{0,8}(?![a-z0-9]))*)(?![\\w])(?!\\.\\w)");
    /** Words that may stand before a version in its heading and name nothing. */
    private static final Set<String> LEAD = Set.of(
            "version",
            "versions",
            "release",
            "released",
            "releases",
            "changes",
            "change",
            "changelog",
            "log",
            "in",
            "for",
            "of",
            "to",
            "the",
            "notes",
            "note",
            "what",
            "what's",
            "whats",
            "new",
            "is",
            "upgrading",
            "upgrade",
            "migrating",
            "migration",
            "guide",
            "notable",
            "breaking",
            "from",
            "and",
            "important",
            "highlights",
            "features",
            "this",
            "apache",
            "eclipse",
            "project",
            "library",
            "stable",
            "maintenance",
            "history",
            "v",
            "rel",
            "r",
            "major",
            "minor",
            "patch",
            "series",
            "line",
            "update",
            "updates");

    private static final Pattern UNRELEASED = Pattern.compile(
            "(?i)unreleased|not\\s+(?:yet\\s+)?(?:been\\s+)?released|snapshot|\\bTBD\\b|\\bTBA\\b|YYYY|\\?\\?\\?\\?|in\\s+(?:development|progress)"
                    + "|upcoming|\\bpending\\b|\\bnext\\b|not\\s+out\\s+yet|work\\s+in\\s+progress|\\bWIP\\b|under\\s+development");
    private static final String MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";
    private static final Pattern DATE =
            Pattern.compile("(?i)(\\d{4}[-/]\\d{1,2}[-/]\\d{1,2})|(\\d{1,2})(?:st|nd|rd|th)?[ -]("
                    + MONTH + ")[,.]?[ -](\\d{4})|(" + MONTH
                    + ")[ .]+(\\d{1,2})(?:st|nd|rd|th)?,?[ ]+(\\d{4})|(\\d{4})[ -](" + MONTH
                    + ")[ -](\\d{1,2})");
    private static final Pattern DOTTED_DATE = Pattern.compile("\\d{1,2}\\.\\d{1,2}\\.\\d{4}");
    private static final DateTimeFormatter SHORT_MONTH = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("d MMM uuuu")
            .toFormatter(Locale.ENGLISH);
    private static final int MOST_LEAD_WORDS = 9;
    private static final int LONGEST_TAIL = 120;

    /** What a heading of a document opens, if it is a version of the thing that is called so. */
    static Optional<VersionHeading> of(String heading, NameHints names) {
        return read(heading, names, false);
    }

    /** The same for a plain line, which must be about nothing else. */
    static Optional<VersionHeading> ofPlain(String line, NameHints names) {
        return read(line, names, true);
    }

    /** Whether a heading without a version opens what is not out yet. */
    static boolean isUnreleased(String heading) {
        String plain = plain(heading);
        return plain.length() <= 60 && UNRELEASED.matcher(plain).find() && plain.split("\\s+").length <= 5;
    }

    /** Whether a text says of what it names that it is not out. */
    static boolean isOpen(String text) {
        return UNRELEASED.matcher(text).find();
    }

    private static Optional<VersionHeading> read(String heading, NameHints names, boolean strict) {
        if (heading.length() > 300) {
            return Optional.empty();
        }
        String plain = plain(heading);
        String dateless =
                DATE.matcher(plain).replaceAll(match -> " ".repeat(match.group().length()));
        Matcher version = VERSION.matcher(dateless);
        while (version.find()) {
            String lead = dateless.substring(0, version.start());
            String tail = plain.substring(version.end());
            boolean whole = version.group(1).indexOf('.') < 0;
            if (DOTTED_DATE.matcher(version.group(1)).matches()
                    || whole && !mayBeWhole(lead, version.group(), tail)
                    || !leads(lead, names)) {
                return Optional.empty();
            }
            if (lead.strip().toLowerCase(Locale.ROOT).endsWith("from") || !isTail(tail, strict)) {
                // "from 1.0 to 2.0" is about the second one.
                if (lead.strip().toLowerCase(Locale.ROOT).endsWith("from")) {
                    continue;
                }
                return Optional.empty();
            }
            return Optional.of(new VersionHeading(
                    new Version(normal(version.group(1))),
                    heading,
                    date(plain),
                    UNRELEASED.matcher(lead + " " + tail).find()
                            || version.group(1).toLowerCase(Locale.ROOT).contains("snapshot")));
        }
        return Optional.empty();
    }

    /** A number alone is a version only where it is called one, or stands alone. */
    private static boolean mayBeWhole(String lead, String token, String tail) {
        String before = lead.strip().toLowerCase(Locale.ROOT);
        boolean called = before.endsWith("version")
                || before.endsWith("release")
                || token.toLowerCase(Locale.ROOT).startsWith("v");
        boolean alone = before.replaceAll("\\W", "").isEmpty()
                && DATE.matcher(tail).replaceAll("").replaceAll("[\\W_]", "").isEmpty();
        return called || alone;
    }

    /** Whether what stands before the version names the thing itself, or nothing. */
    private static boolean leads(String lead, NameHints names) {
        List<String> words = new ArrayList<>();
        for (String word : lead.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}'’.+]+")) {
            String bare = word.replace("’", "'").replaceAll("^[.+']+|[.+']+$", "");
            if (!bare.isEmpty() && !LEAD.contains(bare)) {
                words.addAll(NameHints.words(bare).isEmpty() ? List.of(bare) : List.of(bare.split("[^\\p{L}\\p{N}]+")));
            }
        }
        return words.size() <= MOST_LEAD_WORDS
                && words.stream()
                        .allMatch(word -> word.isEmpty()
                                || names.words().contains(word)
                                || names.words().contains(word.replaceFirst("(?<=\\p{L})\\d+$", "")));
    }

    private static boolean isTail(String tail, boolean strict) {
        String rest = tail.strip();
        if (rest.isEmpty()) {
            return true;
        }
        if (strict) {
            return rest.matches("(?i)[(\\[\\-–—:,\"“].{0," + LONGEST_TAIL
                                    + "}|(?:released?\\b|is\\b|release\\s+notes).{0,60}")
                            && !rest.matches("[-:,]?\\s*[a-z].{40,}")
                    || DATE.matcher(rest).lookingAt();
        }
        return rest.length() <= LONGEST_TAIL;
    }

    /** Without the marks of Markdown, AsciiDoc and HTML. */
    private static String plain(String heading) {
        return heading.replaceAll("<[^<>]{0,200}>", " ")
                .replaceAll("\\[([^\\[\\]]{0,200})\\]\\([^()]{0,300}\\)", "$1")
                .replaceAll("[\\[\\]*`_]+(?=\\W|$)|(?<=\\W|^)[\\[\\]*`_]+", " ")
                .replaceAll("[\\[\\]*`]", " ")
                .strip();
    }

    /** As Maven writes it: a qualifier after a hyphen, without blanks. */
    private static String normal(String version) {
        return version.strip().replaceAll("(?i)[ ]+(?=" + QUALIFIER + ")", "-").replace(" ", "");
    }

    private static String date(String text) {
        Matcher date = DATE.matcher(text);
        if (!date.find()) {
            return "";
        }
        try {
            if (date.group(1) != null) {
                String[] parts = date.group(1).split("[-/]");
                return LocalDate.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]))
                        .toString();
            }
            if (date.group(8) != null) {
                String yearFirst = date.group(10) + " " + date.group(9).substring(0, 3) + " " + date.group(8);
                return LocalDate.parse(yearFirst, SHORT_MONTH).toString();
            }
            boolean dayFirst = date.group(2) != null;
            String month = (dayFirst ? date.group(3) : date.group(5)).substring(0, 3);
            String day = dayFirst ? date.group(2) : date.group(6);
            String year = dayFirst ? date.group(4) : date.group(7);
            return LocalDate.parse(day + " " + month + " " + year, SHORT_MONTH).toString();
        } catch (DateTimeException e) {
            return date.group();
        }
    }
}
