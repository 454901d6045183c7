package io.github.incidentadvisor.migration;

import java.util.ArrayList;
import java.util.List;

/** A begun migration as lines for the console. */
public final class MigrationWords {
    private static final int BREAKS = 10;

    private MigrationWords() {}

    static String places(int count) {
        return count == 1 ? "1 place breaks" : count + " places break";
    }

    /**
     * What breaks first, then the diff, then what is left.
     *
     * @param apply where the edits went
     */
    public static List<String> lines(Begun begun, Apply apply) {
        List<String> lines = new ArrayList<>();
        lines.add(begun.migration().id() + "  " + begun.migration().title());
        if (begun.isDraft()) {
            lines.add("BREAKS: with these edits " + places(begun.breaks().size())
                    + ". It is a draft until they are mended:");
            begun.breaks().stream()
                    .limit(BREAKS)
                    .forEach(one -> lines.add("  " + one.place() + " " + one.text()
                            + (one.fix().isEmpty() ? "" : " To mend it: " + one.fix() + ".")));
            if (begun.breaks().size() > BREAKS) {
                lines.add("  and " + (begun.breaks().size() - BREAKS) + " more, all in the JSON file");
            }
        }
        lines.add("");
        begun.diff().lines().map(MigrationWords::shown).forEach(lines::add);
        if (!begun.leftToDo().isEmpty()) {
            lines.add("");
            lines.add("Left to you:");
            begun.leftToDo().forEach(one -> lines.add("  " + one));
        }
        if (!begun.notChecked().isEmpty()) {
            lines.add("");
            lines.add("Not checked of the result:");
            begun.notChecked().forEach(gap -> lines.add("  " + gap.what() + ": " + gap.reason()));
        }
        lines.add("");
        lines.add(
                begun.files().isEmpty()
                        ? "Nothing to edit: all that can be done by itself is done."
                        : end(begun, apply));
        return lines;
    }

    /** A terminal must not take what stands in a file for a command. */
    private static String shown(String line) {
        return line.replaceAll("[\\p{Cntrl}&&[^\t]]", "\ufffd");
    }

    private static String end(Begun begun, Apply apply) {
        String files = begun.files().size() == 1 ? "1 file" : begun.files().size() + " files";
        return switch (apply) {
            case NOWHERE ->
                "Nothing is written. -Dincident-advisor.apply=worktree edits " + files
                        + ", apply=branch commits them on " + begun.branch() + ".";
            case WORKTREE -> files + " edited; git diff shows them.";
            case BRANCH ->
                files + " on the branch " + begun.branch() + ", commit "
                        + begun.commit().substring(0, Math.min(9, begun.commit().length()))
                        + (begun.isDraft() ? ", as a draft." : ".");
        };
    }
}
