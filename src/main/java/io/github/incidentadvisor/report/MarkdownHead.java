package io.github.incidentadvisor.report;

import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Report.PastIncident;
import io.github.incidentadvisor.model.Task;
import java.util.ArrayList;
import java.util.List;

/** What everybody reads: the recommendation, what moves, what breaks, what happened before, what to do, what is not known. */
final class MarkdownHead {
    private static final int GAPS = 2;

    private final Report report;
    private final MarkdownLines say;
    private final Room room;
    private final boolean whole;
    private final List<Row> rows;
    private final List<Breakage> broken;
    private final ToDo toDo;

    /** @param whole whether it is for a summary, which names in its folds all that was not checked */
    MarkdownHead(Report report, MarkdownLines say, Room room, boolean whole) {
        this.report = report;
        this.say = say;
        this.room = room;
        this.whole = whole;
        this.rows = Row.of(report);
        this.broken = Breakage.of(report);
        this.toDo = ToDo.of(report);
    }

    // What is left for the folds

    List<Row> moreRows() {
        return after(rows, room.rows());
    }

    List<Breakage> moreBroken() {
        return after(broken, room.findings());
    }

    List<Task> moreTasks() {
        return after(toDo.own(), room.tasks());
    }

    List<Task> elsewhere() {
        return toDo.elsewhere();
    }

    List<PastIncident> moreIncidents() {
        return after(report.incidents(), room.incidents());
    }

    /** Whether some of what was not checked is named in the folds only. */
    boolean leavesGaps() {
        return report.notChecked().size() > (whole ? 0 : GAPS);
    }

    private static <T> List<T> after(List<T> all, int shown) {
        return all.subList(Math.min(shown, all.size()), all.size());
    }

    private static <T> List<T> first(List<T> all, int shown) {
        return all.subList(0, Math.min(shown, all.size()));
    }

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(MarkdownReport.MARKER);
        lines.add("### " + Markdown.text(report.headline()));
        if (!report.candidates().isEmpty()) {
            lines.add("**Tried:** " + Markdown.text(Row.candidates(report)) + ".");
        }
        lines.add("");
        table(lines);
        breaks(lines);
        incidents(lines);
        tasks(lines);
        lines.add(notChecked());
        lines.add("");
        return String.join("\n", lines);
    }

    private void table(List<String> lines) {
        if (rows.isEmpty()) {
            return;
        }
        lines.addAll(MarkdownLines.COLUMNS);
        first(rows, room.rows()).forEach(row -> lines.add(say.row(row)));
        if (!moreRows().isEmpty()) {
            lines.add("| … and " + moreRows().size() + " more, folded below | | |");
        }
        lines.add("");
    }

    private void breaks(List<String> lines) {
        if (broken.isEmpty()) {
            return;
        }
        lines.add("**What breaks**");
        int number = 0;
        for (Breakage one : first(broken, room.findings())) {
            lines.add(++number + ". " + say.breakage(one));
        }
        if (!moreBroken().isEmpty()) {
            lines.add(++number + ". … and " + moreBroken().size() + " more, folded below");
        }
        lines.add("");
    }

    private void incidents(List<String> lines) {
        if (!report.incidents().isEmpty()) {
            first(report.incidents(), room.incidents())
                    .forEach(incident -> lines.add("**Seen before:** " + say.incident(incident)));
            lines.add("");
        } else if (whole && report.incidentsSearched().count() > 0) {
            lines.add("**Seen before:** " + Markdown.text(SeenBefore.searched(report)));
            lines.add("");
        }
    }

    private void tasks(List<String> lines) {
        if (toDo.own().isEmpty()) {
            return;
        }
        lines.add("**To do**");
        first(toDo.own(), room.tasks()).forEach(task -> lines.add(MarkdownLines.box(task)));
        if (!moreTasks().isEmpty()) {
            lines.add("- … and " + moreTasks().size() + " more, folded below");
        }
        lines.add("");
    }

    private String notChecked() {
        if (report.notChecked().isEmpty()) {
            return "**Not checked:** nothing known to be missing.";
        }
        List<String> named = first(report.notChecked(), whole ? 0 : GAPS).stream()
                .map(MarkdownLines::gap)
                .toList();
        int more = report.notChecked().size() - named.size();
        return "**Not checked:** " + String.join("; ", named) + (named.isEmpty() || more == 0 ? "" : "; and ")
                + (more == 0 ? "." : more + (named.isEmpty() ? "" : " more") + ", listed below.");
    }
}
