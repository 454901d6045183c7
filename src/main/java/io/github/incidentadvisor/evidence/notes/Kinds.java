package io.github.incidentadvisor.evidence.notes;

import io.github.incidentadvisor.evidence.ReleaseNotes.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an entry is about: what it says of itself first, then how it is worded, then what it stands under. No meaning is guessed
 * from anything else, so an entry may well be more than its kind says.
 */
final class Kinds {
    private static final int WORDS = 1_500;

    /** {@code fix:}, {@code BUGFIX:}, {@code feat(core)!:}, {@code [BREAKING]}. */
    private static final Pattern PREFIX = Pattern.compile(
            "(?:[*_`#\\[(:\\w-]{0,12}\\d{1,7}[\\])]?[:\\s-]{1,3})?[*_`\\[]*((?:[A-Za-z]{1,16}[ -]){0,2}[A-Za-z]{2,16})(?:\\([^)]{1,40}\\))?(!?)[\\]*_`]*\\s*:.*",
            Pattern.DOTALL);

    private static final Map<String, Kind> WORDS_OF_PREFIXES = prefixes();
    private static final Pattern BREAKING = words(
            "breaking[ -]change|backwards?[ -]incompatible|incompatible change|binary incompatib\\w+|not (?:be )?backwards?[ -]compatible");
    private static final Pattern SECURITY =
            words("CVE-\\d{4}-\\d{3,7}|GHSA-[\\w-]{14}|vulnerab\\w+|security (?:fix|issue|advisory|hole)");
    private static final Pattern REQUIREMENT = words(
            "(?:java|jdk|jre|jvm|jakarta ee|servlet|kotlin|maven|gradle|spring(?: boot| framework)?)(?: version)? (?:\\d[\\w.]*)\\+?(?: or (?:later|newer|higher|above))?,? (?:is |are )?(?:now |the )?(?:required|needed|minimum|baseline|minimal)"
                    + "|(?:now )?requires? (?:at least )?(?:java|jdk|jre|maven|gradle|kotlin|servlet|jakarta|spring)[\\w ]{0,16}\\d"
                    + "|(?:minimum|minimal|baseline|lowest)(?: supported| required)? (?:java|jdk|jre|kotlin|maven|gradle|android|api|version)"
                    + "|(?:raise|bump|increase|move|upgrade)\\w* (?:the )?(?:minimum|baseline|java (?:version|baseline|level))"
                    + "|drop\\w* (?:the )?support (?:for|of) (?:java|jdk|android|kotlin|servlet)");
    private static final Pattern REMOVAL = words(
            "(?:has|have|was|were|been|is|are|be)(?: now)?(?: been)? removed|remov(?:e|ed|es|ing|al)\\b|drop(?:s|ped|ping)? (?:the )?(?:support|compatib|old|deprecated|method|class)\\w*|no longer (?:support|avail|ship|includ|provid|publish|contain)\\w*|deleted?\\b");
    private static final Pattern DEPRECATION = words("deprecat\\w+");
    private static final Pattern BEHAVIOUR = words(
            "no longer|from now on|instead of|by default|defaults? (?:value )?(?:is|to|of|was|has|changed?|for)\\b|(?:default|defaults?) .{0,60}(?:from|to) |chang\\w+ (?:the )?default|default: |renam(?:e|ed|es|ing)\\b|used to|behaviou?r|is now\\b|are now\\b|now (?:also |always |only |correctly |eagerly )?(?:use|return|throw|reject|require|respect|fail|reset|prefer|check|includ|captur|default|take|accept|handl|add|ha)\\w*|return(?:s|ed)? .{0,40}(?:instead|rather)|rather than|eagerly|must now|previously|moved? (?:from|to)\\b|replac(?:e|ed|es) .{0,60} (?:with|by)\\b|stricter|(?:are|is) rejected|incompatib\\w+");
    private static final Pattern DEPENDENCY = Pattern.compile(
            "(?i)(?:\\W*(?:chore|build|deps|dependencies|\\w+)(?:\\([^)]*\\))?[:\\s]\\s*)?(?:\\[[^\\]]*\\]\\s*)?(?:bump|upgrad|updat)(?:s|e|es|ed|ing)?\\s+(?:the\\s+)?(?:dependency\\s+)?[\\w.:`@/()*\\[\\] -]{2,90}?(?:\\s+(?:version|library|dependency|dependencies))?\\s+(?:from|to|v?\\d).*|(?i).{0,80}\\bdependency\\b.{0,60}\\b(?:to|removed|added)\\b.*",
            Pattern.DOTALL);
    private static final Pattern CHORE = words(
            "javadocs?|typos?|checkstyle|spotbugs|jacoco|readme|license header|github actions?|ci\\b|travis|appveyor|dependabot|renovate|unit tests?|test (?:suite|case|coverage)s?|code style|pom\\.xml|build script|website|copyright");

    private static final Pattern FAULT = words(
            "fix(?:es|ed)?\\b|fails?\\b|failing|incorrect\\w*|wrong\\w*|does not|doesn't|should not|cannot|can't|throws?\\b|(?:[A-Z]\\w+)?Exception|NPE\\b|off by|leak\\w*|deadlock|infinite loop|regression|broken|crash\\w*|bug\\b|corrupt\\w*|missing");
    private static final Pattern NOVELTY = Pattern.compile(
            "(?i)(?:add|allow|support|introduc|implement|new\\b|improv|optimi[sz]|enabl|expos|provid|mak\\w+ \\w+ (?:public|configurable)|merged #?\\d+ add)\\w*");

    private Kinds() {}

    static Kind of(String label, String text) {
        String words = text.length() > WORDS ? text.substring(0, WORDS) : text;
        Optional<Kind> said = prefix(words);
        Optional<Kind> under = label(label);
        if (said.equals(Optional.of(Kind.BREAKING))
                || BREAKING.matcher(words).find()
                || under.equals(Optional.of(Kind.BREAKING))) {
            return Kind.BREAKING;
        }
        if (SECURITY.matcher(words).find() || said.or(() -> under).equals(Optional.of(Kind.SECURITY))) {
            return Kind.SECURITY;
        }
        if (isAboutTheBuild(said, under, words)) {
            return Kind.CHORE;
        }
        if (DEPENDENCY.matcher(words).matches()) {
            return isTest(words) ? Kind.CHORE : Kind.DEPENDENCY;
        }
        return worded(words, said, under).or(() -> said).or(() -> under).orElse(Kind.OTHER);
    }

    private static boolean isAboutTheBuild(Optional<Kind> said, Optional<Kind> under, String words) {
        boolean called =
                said.equals(Optional.of(Kind.CHORE)) || said.isEmpty() && under.equals(Optional.of(Kind.CHORE));
        return called
                        && !DEPENDENCY.matcher(words).matches()
                        && !BEHAVIOUR.matcher(words).find()
                        && !DEPRECATION.matcher(words).find()
                || isTest(words)
                || CHORE.matcher(words).find() && !words.contains("`") && words.length() < 120;
    }

    /** What is only about tests; but a word on what ends is for users wherever it stands. */
    private static boolean isTest(String words) {
        return !DEPRECATION.matcher(words).find()
                && words.matches("(?is)\\W{0,3}(?:\\[?tests?\\]?|ci|docs?|style)\\b[\\]:(].*");
    }

    private static Optional<Kind> worded(String words, Optional<Kind> said, Optional<Kind> under) {
        if (REQUIREMENT.matcher(words).find()) {
            return Optional.of(Kind.REQUIREMENT);
        }
        boolean adds = said.or(() -> under).equals(Optional.of(Kind.FEATURE));
        if (DEPRECATION.matcher(words).find() && !words.matches("(?is).{0,60}remov\\w+ .{0,40}deprecat.*")) {
            return Optional.of(Kind.DEPRECATION);
        }
        if (REMOVAL.matcher(head(words)).find() && !said.or(() -> under).equals(Optional.of(Kind.BUG)) && !adds) {
            return Optional.of(Kind.REMOVAL);
        }
        if (BEHAVIOUR.matcher(words).find() && !adds) {
            return Optional.of(Kind.BEHAVIOUR);
        }
        return said.or(() -> under).isPresent() ? Optional.empty() : plainly(words);
    }

    /** What nothing but its words classifies. */
    private static Optional<Kind> plainly(String words) {
        String first = head(words);
        if (FAULT.matcher(first).find()) {
            return Optional.of(Kind.BUG);
        }
        return NOVELTY.matcher(first.replaceFirst("^\\W*(?:#?[A-Z0-9-]*\\d+\\W+)?", ""))
                        .lookingAt()
                ? Optional.of(Kind.FEATURE)
                : Optional.empty();
    }

    /** What is removed is said in the beginning; further on it is an explanation. */
    private static String head(String words) {
        return words.substring(0, Math.min(words.length(), 160));
    }

    private static Optional<Kind> prefix(String words) {
        Matcher prefix = PREFIX.matcher(words.substring(0, Math.min(words.length(), 200)));
        if (!prefix.matches()) {
            return Optional.empty();
        }
        if (prefix.group(2).equals("!")) {
            return Optional.of(Kind.BREAKING);
        }
        return known(prefix.group(1));
    }

    private static Optional<Kind> known(String phrase) {
        String plain = phrase.toLowerCase(java.util.Locale.ROOT).replace('-', ' ');
        if (plain.contains("breaking")) {
            return Optional.of(Kind.BREAKING);
        }
        return Optional.ofNullable(WORDS_OF_PREFIXES.get(plain));
    }

    private static Optional<Kind> label(String label) {
        String plain = label.toLowerCase(java.util.Locale.ROOT);
        String last = plain.substring(plain.lastIndexOf(" / ") < 0 ? 0 : plain.lastIndexOf(" / ") + 3)
                .replaceAll("[^a-z ]", " ")
                .replaceAll(" +", " ")
                .strip();
        if (plain.contains("urgent upgrade")) {
            return Optional.of(Kind.BREAKING);
        }
        if (plain.matches("(?:.* / )?dependencies / .*")) {
            return Optional.of(Kind.DEPENDENCY);
        }
        Optional<Kind> exact = known(last);
        if (exact.isPresent()) {
            return exact;
        }
        if (plain.contains("breaking") || plain.contains("incompatib") || plain.contains("compatibility note")) {
            return Optional.of(Kind.BREAKING);
        }
        if (plain.contains("remov")) {
            return Optional.of(Kind.REMOVAL);
        }
        if (plain.contains("deprecat")) {
            return Optional.of(Kind.DEPRECATION);
        }
        if (plain.contains("security") || plain.contains("vulnerab")) {
            return Optional.of(Kind.SECURITY);
        }
        if (plain.contains("dependenc") || plain.contains("upgrades")) {
            return Optional.of(Kind.DEPENDENCY);
        }
        if (plain.contains("bug") || plain.contains("fix")) {
            return Optional.of(Kind.BUG);
        }
        if (plain.contains("feature")
                || plain.contains("enhancement")
                || plain.contains("improvement")
                || plain.contains("added")) {
            return Optional.of(Kind.FEATURE);
        }
        if (plain.contains("documentation") || plain.contains("contributors") || plain.contains("build")) {
            return Optional.of(Kind.CHORE);
        }
        return plain.contains("changed") || plain.contains("behavio") || plain.contains("migrat")
                ? Optional.of(Kind.BEHAVIOUR)
                : Optional.empty();
    }

    private static Map<String, Kind> prefixes() {
        Map<String, Kind> prefixes = new LinkedHashMap<>();
        put(
                prefixes,
                Kind.FEATURE,
                "feat",
                "feature",
                "features",
                "new",
                "add",
                "added",
                "enhancement",
                "new feature",
                "new features",
                "enhancements",
                "improvement",
                "improvements",
                "task",
                "story",
                "sub task");
        put(
                prefixes,
                Kind.BUG,
                "fix",
                "fixed",
                "bugfix",
                "bug",
                "bugs",
                "bug fix",
                "bug fixes",
                "fixes",
                "fixed bugs",
                "hotfix",
                "regression");
        put(
                prefixes,
                Kind.BEHAVIOUR,
                "change",
                "changed",
                "changes",
                "behavior",
                "behaviour",
                "update",
                "migration",
                "renamed");
        put(prefixes, Kind.OTHER, "perf", "performance", "optimization", "necromancy");
        put(prefixes, Kind.REMOVAL, "remove", "removed", "removal", "removals", "dropped");
        put(prefixes, Kind.DEPRECATION, "deprecated", "deprecation", "deprecate", "deprecations");
        put(prefixes, Kind.SECURITY, "security", "security fix", "security fixes", "vulnerability");
        put(
                prefixes,
                Kind.DEPENDENCY,
                "upgrade",
                "upgrades",
                "deps",
                "dependencies",
                "dependency",
                "dependency upgrades",
                "dependency updates",
                "updated",
                "bump",
                "build deps");
        put(
                prefixes,
                Kind.CHORE,
                "chore",
                "docs",
                "doc",
                "documentation",
                "test",
                "tests",
                "ci",
                "build",
                "style",
                "refactor",
                "refactoring",
                "internal",
                "infrastructure",
                "contributors",
                "thanks");
        put(prefixes, Kind.REQUIREMENT, "requirement", "requirements", "minimum requirements", "platform requirement");
        return Map.copyOf(prefixes);
    }

    private static void put(Map<String, Kind> prefixes, Kind kind, String... words) {
        for (String word : words) {
            prefixes.put(word, kind);
        }
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("(?i)(?<![\\w-])(?:" + alternatives + ")");
    }
}
