package io.github.incidentadvisor.incidents.source;

import io.github.incidentadvisor.incidents.text.Numbers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A version that was taken back.
 *
 * @param move from where it was to where it went before it was taken back
 * @param raised the commit that raised it
 * @param lowered the commit that took it back
 */
record TakenBack(VersionMove move, Bump raised, Bump lowered) {
    private static final int LONGEST_APART_DAYS = 400;
    private static final int MOST_LOWERED = 3;
    private static final Pattern SAYS_REVERT = Pattern.compile(
            "(?i)^revert\\b|\\bthis reverts\\b|\\b(?:roll(?:ed|ing)? ?back|downgrad\\w*|back to)\\b|^reverts? ");
    private static final Pattern RELEASE = Pattern.compile(
            "(?i)\\[maven-release-plugin]|^prepare (?:for )?(?:next|release)|^(?:release|bump) version\\b");

    /** All of them, the oldest first. */
    static List<TakenBack> in(List<Bump> newestFirst) {
        List<Bump> commits = new ArrayList<>(newestFirst);
        Collections.reverse(commits);
        Map<String, List<Raise>> raises = new HashMap<>();
        Map<String, TakenBack> reverts = new LinkedHashMap<>();
        for (Bump commit : commits) {
            if (RELEASE.matcher(commit.subject()).find()) {
                continue;
            }
            Map<String, TakenBack> found = isOtherLine(commit) ? new HashMap<>() : reverts;
            commit.moves().forEach(move -> step(commit, move, raises, found));
        }
        return List.copyOf(reverts.values());
    }

    /**
     * Whether a commit brings another line of the history rather than a decision about a version: a merge, or many versions
     * lowered at once, that does not say that it takes something back.
     */
    private static boolean isOtherLine(Bump commit) {
        boolean says = SAYS_REVERT.matcher(commit.subject()).find();
        long lowered = commit.moves().stream()
                .filter(TakenBack::isDown)
                .map(VersionMove::name)
                .distinct()
                .count();
        return !says && (lowered > MOST_LOWERED || commit.subject().startsWith("Merge "));
    }

    private static boolean isDown(VersionMove move) {
        return Numbers.of(move.to()).order(Numbers.of(move.from())) < 0;
    }

    private record Raise(VersionMove move, Bump commit) {}

    private static void step(
            Bump commit, VersionMove move, Map<String, List<Raise>> raises, Map<String, TakenBack> reverts) {
        List<Raise> before = raises.computeIfAbsent(move.file() + "\n" + move.slot(), slot -> new ArrayList<>());
        if (!isDown(move) && !SAYS_REVERT.matcher(commit.subject()).find()) {
            before.add(new Raise(move, commit));
            return;
        }
        for (int i = before.size() - 1; i >= 0; i--) {
            Raise raise = before.get(i);
            boolean undone = raise.move().from().equals(move.to());
            boolean near = raise.commit().day().plusDays(LONGEST_APART_DAYS).isAfter(commit.day());
            if (undone && near) {
                VersionMove whole = new VersionMove(move.file(), move.slot(), move.name(), move.to(), move.from());
                reverts.putIfAbsent(move.name() + "\n" + commit.id(), new TakenBack(whole, raise.commit(), commit));
                before.subList(i, before.size()).clear();
                return;
            }
        }
    }
}
