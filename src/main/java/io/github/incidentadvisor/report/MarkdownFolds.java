package io.github.incidentadvisor.report;

import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.VendorNotes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** What stands below the first screen, each part behind a title that says how much there is. */
final class MarkdownFolds {
    private final Report report;
    private final MarkdownLines say;
    private final MarkdownHead head;
    private final StringBuilder folds = new StringBuilder();

    /** @param head what stands above, and so need not be said again */
    MarkdownFolds(Report report, MarkdownLines say, MarkdownHead head) {
        this.report = report;
        this.say = say;
        this.head = head;
    }

    /**
     * The folds.
     *
     * @param most how many entries lists may have that nobody has to act on
     * @param acts how many those may have that somebody has to act on
     */
    String text(int most, int acts) {
        folds.setLength(0);
        rows(acts);
        fold("More that breaks", head.moreBroken(), acts, say::listed);
        fold("More to do", head.moreTasks(), acts, MarkdownLines::box);
        fold(
                "More seen before",
                head.moreIncidents().stream().map(say::incident).toList());
        fold("Due elsewhere, whatever becomes of this change", head.elsewhere(), acts, MarkdownLines::item);
        fold("Migrations", report.migrations().stream().map(say::migration).toList());
        List<Breakage> notes = Breakage.notes(report);
        fold("Cautions and notes", notes.size(), notes.stream().limit(most).map(say::listed));
        vendorNotes(most);
        if (head.leavesGaps()) {
            fold(
                    "Not checked",
                    report.notChecked().size(),
                    report.notChecked().stream().limit(most).map(gap -> "- " + MarkdownLines.gap(gap)));
        }
        evidence(most);
        suppressions();
        return folds.toString();
    }

    private void rows(int acts) {
        List<Row> rows = head.moreRows();
        if (!rows.isEmpty()) {
            List<String> lines = new ArrayList<>(MarkdownLines.COLUMNS);
            rows.stream().limit(acts).forEach(row -> lines.add(say.row(row)));
            if (rows.size() > acts) {
                lines.add("| … " + left(rows.size() - acts) + " | | |");
            }
            add("More changes (" + rows.size() + ")", lines);
        }
    }

    private void vendorNotes(int most) {
        for (VendorNotes read : report.notes()) {
            if (!read.shown().isEmpty()) {
                add(
                        Markdown.text(ReadNotes.title(read)),
                        ReadNotes.first(read, most).stream().map(say::entry).toList());
            }
        }
    }

    private void evidence(int most) {
        List<String> lines = new ArrayList<>();
        report.evidence().stream().limit(most).forEach(one -> lines.add(say.evidence(one)));
        int left = report.evidence().size() - lines.size();
        if (left > 0) {
            lines.add("- … " + left(left));
        }
        fold("Evidence", report.evidence().size(), lines.stream());
    }

    private void suppressions() {
        List<String> lines = new ArrayList<>();
        report.suppressed().forEach(one -> lines.add(MarkdownLines.suppressed(one)));
        report.unusedSuppressions()
                .forEach(one -> lines.add("- unused or run out: " + Markdown.code(one.target()) + " at "
                        + Markdown.code(one.by().toString())));
        fold("Suppressed", report.suppressed().size(), lines.stream());
    }

    private <T> void fold(String title, List<T> all, int most, Function<T, String> line) {
        List<String> lines = new ArrayList<>(all.stream().limit(most).map(line).toList());
        if (all.size() > most) {
            lines.add("- … " + left(all.size() - most));
        }
        fold(title, all.size(), lines.stream());
    }

    private static String left(int count) {
        return count + " more in report.json, left out here to fit";
    }

    private void fold(String title, Collection<String> lines) {
        fold(title, lines.size(), lines.stream());
    }

    private void fold(String title, int count, java.util.stream.Stream<String> shown) {
        List<String> lines = shown.toList();
        if (!lines.isEmpty()) {
            add(title + " (" + count + ")", lines);
        }
    }

    private void add(String title, List<String> lines) {
        folds.append("<details><summary>")
                .append(title)
                .append("</summary>\n\n")
                .append(String.join("\n", lines))
                .append("\n\n</details>\n");
    }
}
