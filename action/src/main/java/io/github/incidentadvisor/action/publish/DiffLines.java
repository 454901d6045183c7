package io.github.incidentadvisor.action.publish;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a pull request that GitHub lets us write at: those of the head that its diff shows, with their text. */
final class DiffLines {
    private static final Pattern HUNK = Pattern.compile("^@@ -\\d+(?:,\\d+)? \\+(\\d{1,9})(?:,\\d+)? @@.*");

    private final Map<String, TreeMap<Integer, String>> shown = new LinkedHashMap<>();
    private final Map<String, TreeMap<Integer, String>> added = new LinkedHashMap<>();

    /** @param patch as GitHub gives it of a file: hunks without file names */
    void add(String file, String patch) {
        TreeMap<Integer, String> all = shown.computeIfAbsent(file, f -> new TreeMap<>());
        TreeMap<Integer, String> fresh = added.computeIfAbsent(file, f -> new TreeMap<>());
        int line = 0;
        for (String one : patch.split("\n", -1)) {
            Matcher hunk = HUNK.matcher(one);
            if (hunk.matches()) {
                line = Integer.parseInt(hunk.group(1));
            } else if (line > 0 && (one.startsWith("+") || one.startsWith(" "))) {
                all.put(line, one.substring(1));
                if (one.startsWith("+")) {
                    fresh.put(line, one.substring(1));
                }
                line++;
            }
        }
    }

    boolean has(String file, int line) {
        return shown.getOrDefault(file, new TreeMap<>()).containsKey(line);
    }

    /** A line of the head. */
    record Line(int number, String text) {}

    /**
     * The changed line that holds {@code version} on its own: at {@code line}, else the only one of the file, since the report's
     * lines are those of the merge with the base, which may stand elsewhere.
     */
    Optional<Line> changed(String file, int line, String version) {
        Pattern alone = Pattern.compile("(?<![\\w.-])" + Pattern.quote(version) + "(?![\\w.-])");
        List<Line> holders = added.getOrDefault(file, new TreeMap<>()).entrySet().stream()
                .filter(one -> alone.matcher(one.getValue()).results().count() == 1)
                .map(one -> new Line(one.getKey(), one.getValue()))
                .toList();
        Optional<Line> exact =
                holders.stream().filter(one -> one.number() == line).findFirst();
        return exact.isPresent() || holders.size() != 1 ? exact : Optional.of(holders.get(0));
    }
}
