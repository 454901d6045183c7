package io.github.incidentadvisor.action.issues;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an issue remembers from one scan to the next, in a comment that GitHub does not show. People can edit it; whatever does not
 * read as ours counts as taken away.
 *
 * @param scope the folder that was looked at, for repositories that look at several; empty for the whole
 * @param id of the migration
 * @param deadline {@link LocalDate#MAX} when there is none
 * @param said the day that it was judged by
 * @param commit what it was said of
 * @param findings ids of what stood behind it
 * @param grounds what sorts of findings these are, and each vulnerability: another one is new evidence
 * @param advisories ids, by which a migration with another target is known as the same
 * @param names components that it moves
 * @param files where
 * @param named hash of the title that we gave
 * @param ended why we closed it; {@link Ended#NOT} while it is open or when a person closed it
 */
record Standing(
        String scope,
        String id,
        String target,
        LocalDate deadline,
        Nearness nearness,
        LocalDate said,
        String commit,
        List<String> findings,
        List<String> grounds,
        List<String> advisories,
        List<String> names,
        List<String> files,
        String named,
        Ended ended) {
    /** Why we closed an issue ourselves. */
    enum Ended {
        NOT,
        GONE,
        SUPPRESSED,
        TWICE
    }

    private static final int MOST = 20;
    private static final int MOST_GROUNDS = 200;
    private static final int LONGEST = 120;
    private static final Pattern MARK =
            Pattern.compile("<!-- incident-advisor:migration v1 ([A-Za-z0-9=,.%_+ -]{1,40000}) -->");

    Standing {
        findings = few(findings, MOST);
        grounds = few(grounds, MOST_GROUNDS);
        advisories = few(advisories, MOST);
        names = few(names, MOST);
        files = few(files, MOST);
    }

    private static List<String> few(List<String> all, int most) {
        return new TreeSet<>(all)
                .stream().filter(one -> one.length() <= LONGEST).limit(most).toList();
    }

    /** The same under a title that people gave: the hash of ours stays, and so theirs is known as theirs. */
    Standing named(String hash) {
        return new Standing(
                scope,
                id,
                target,
                deadline,
                nearness,
                said,
                commit,
                findings,
                grounds,
                advisories,
                names,
                files,
                hash,
                ended);
    }

    /** Closed by us, on that day and of that commit. */
    Standing ended(Ended why, LocalDate day, String of) {
        return new Standing(
                scope,
                id,
                target,
                deadline,
                nearness,
                day,
                of,
                findings,
                grounds,
                advisories,
                names,
                files,
                named,
                why);
    }

    /** As it stands in the issue. */
    String mark() {
        return "<!-- incident-advisor:migration v1 " + (scope.isEmpty() ? "" : "scope=" + coded(scope) + " ") + "id="
                + coded(id) + " target=" + coded(target) + " deadline="
                + (deadline.equals(LocalDate.MAX) ? "none" : deadline) + " nearness=" + nearness.word() + " said="
                + said
                + " commit=" + coded(commit) + " findings=" + coded(findings) + " grounds=" + coded(grounds)
                + " advisories=" + coded(advisories)
                + " names=" + coded(names) + " files=" + coded(files) + " named=" + coded(named) + " ended="
                + ended.name().toLowerCase(java.util.Locale.ROOT) + " -->";
    }

    /** What the first mark in a text says; empty when there is none that can be read. */
    static Optional<Standing> in(String text) {
        Matcher mark = MARK.matcher(text);
        if (!mark.find()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : mark.group(1).split(" ")) {
            int at = pair.indexOf('=');
            values.put(at < 0 ? pair : pair.substring(0, at), at < 0 ? "" : pair.substring(at + 1));
        }
        try {
            String day = values.getOrDefault("deadline", "none");
            return Optional.of(new Standing(
                    decoded(values.getOrDefault("scope", "")),
                    decoded(values.getOrDefault("id", "")),
                    decoded(values.getOrDefault("target", "")),
                    day.equals("none") ? LocalDate.MAX : LocalDate.parse(day),
                    Nearness.named(values.getOrDefault("nearness", "")),
                    LocalDate.parse(values.getOrDefault("said", "")),
                    decoded(values.getOrDefault("commit", "")),
                    list(values.getOrDefault("findings", "")),
                    list(values.getOrDefault("grounds", "")),
                    list(values.getOrDefault("advisories", "")),
                    list(values.getOrDefault("names", "")),
                    list(values.getOrDefault("files", "")),
                    decoded(values.getOrDefault("named", "")),
                    Ended.valueOf(values.getOrDefault("ended", "not").toUpperCase(java.util.Locale.ROOT))));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String coded(List<String> all) {
        return String.join(",", all.stream().map(Standing::coded).toList());
    }

    /** Two hyphens would end the comment. */
    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("--", "%2D%2D")
                .replace("*", "%2A");
    }

    private static List<String> list(String text) {
        List<String> all = new ArrayList<>();
        for (String one : text.split(",")) {
            if (!one.isEmpty()) {
                all.add(decoded(one));
            }
        }
        return all;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
