package io.github.incidentadvisor.incidents.source;

import io.github.incidentadvisor.git.History.Hunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version that a commit changed in a manifest.
 *
 * @param file where
 * @param slot the line without its version, with what names it: equal slots are the same place at another time
 * @param name what it is the version of
 */
record VersionMove(String file, String slot, String name, String from, String to) {
    private static final Pattern VERSION =
            Pattern.compile("(?<![\\w.])v?\\d{1,9}(?:\\.\\d{1,9}){1,5}(?:[.+-][A-Za-z0-9]{1,20}){0,4}(?![\\w.])");
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>\\s*([\\w.${}-]{1,120})\\s*</artifactId>");
    private static final Pattern GROUP = Pattern.compile("<groupId>\\s*([\\w.${}-]{1,120})\\s*</groupId>");
    private static final Pattern PROPERTY = Pattern.compile("<([\\w.-]{2,80}?)>[^<]*</\\1>");
    private static final Pattern IMAGE = Pattern.compile(
            "(?:FROM(?:\\s+--platform=\\S+)?\\s+|image:\\s*[\"']?|image\\s*=\\s*[\"'])([\\w./${}-]{2,160}):");
    private static final Pattern KEY = Pattern.compile("^\\s*-?\\s*[\"']?([A-Za-z][\\w.-]{1,60})[\"']?\\s*[:=]");
    private static final Pattern NAMED =
            Pattern.compile("(?:name|source|repository|chart)\\s*[:=]\\s*[\"']?([\\w./-]{2,120})");
    private static final Pattern USES = Pattern.compile("uses:\\s*[\"']?([\\w./-]{3,120})@");
    private static final Pattern OPENS = Pattern.compile("<(?:parent|dependency|plugin|extension)>");
    private static final String STAR = "*";

    /** The moves of a hunk: lines that differ in one version alone. */
    static List<VersionMove> of(Hunk hunk) {
        List<VersionMove> moves = new ArrayList<>();
        if (hunk.removed().size() != hunk.added().size()) {
            return moves;
        }
        for (int i = 0; i < hunk.removed().size(); i++) {
            of(hunk, i).ifPresent(moves::add);
        }
        return moves;
    }

    private static Optional<VersionMove> of(Hunk hunk, int line) {
        String before = hunk.removed().get(line);
        String after = hunk.added().get(line);
        Matcher old = VERSION.matcher(before);
        Matcher now = VERSION.matcher(after);
        String oldSkeleton = VERSION.matcher(before).replaceAll(STAR).strip();
        boolean same = before.length() < 1_000
                && oldSkeleton.equals(VERSION.matcher(after).replaceAll(STAR).strip())
                && !before.contains("SNAPSHOT")
                && !after.contains("SNAPSHOT");
        while (same && old.find() && now.find()) {
            if (!old.group().equals(now.group())) {
                String name = name(hunk, line);
                return name.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new VersionMove(hunk.file(), name + " " + oldSkeleton, name, old.group(), now.group()));
            }
        }
        return Optional.empty();
    }

    private static String name(Hunk hunk, int line) {
        String text = hunk.added().get(line);
        if (hunk.file().endsWith("-wrapper.properties")) {
            return hunk.file().contains("gradle") ? "gradle" : "maven";
        }
        if (text.contains("<version>")) {
            return coordinates(hunk, line);
        }
        Optional<String> own = first(IMAGE, text).or(() -> first(USES, text));
        if (own.isPresent()) {
            return own.get();
        }
        Optional<String> property = first(PROPERTY, text);
        if (property.isPresent()) {
            return property.get().replaceFirst("^version[.-]|[.-]version$|^ver[.-]|\\.ver$|Version$", "");
        }
        Optional<String> key = first(KEY, text);
        if (key.isPresent() && key.get().matches("(?i)version|appVersion|tag|ref|required_version|engine_version")) {
            return near(hunk, line, NAMED).orElse(key.get().equals("required_version") ? "terraform" : "");
        }
        return key.map(k -> k.replaceFirst("(?i)[._-]?version$", "")).orElse("");
    }

    /** The artifact that a {@code <version>} stands under; the file's own version has none that says so. */
    private static String coordinates(Hunk hunk, int line) {
        Optional<String> artifact = near(hunk, line, ARTIFACT);
        Optional<String> group = near(hunk, line, GROUP);
        boolean own = hunk.above().stream().anyMatch(above -> above.contains("<modelVersion>"))
                && hunk.above().stream().noneMatch(above -> OPENS.matcher(above).find());
        return own || artifact.isEmpty() ? "" : group.map(g -> g + ":").orElse("") + artifact.get();
    }

    /** The nearest line above, the hunk's own lines first. */
    private static Optional<String> near(Hunk hunk, int line, Pattern pattern) {
        List<String> above = new ArrayList<>(hunk.above());
        above.addAll(hunk.added().subList(0, line));
        for (int i = above.size() - 1; i >= Math.max(0, above.size() - 4); i--) {
            Optional<String> found = first(pattern, above.get(i));
            if (found.isPresent()) {
                return found;
            }
            if (above.get(i).contains("</dependency>") || above.get(i).contains("</plugin>")) {
                break;
            }
        }
        return hunk.below().stream()
                .limit(2)
                .map(below -> first(pattern, below))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
