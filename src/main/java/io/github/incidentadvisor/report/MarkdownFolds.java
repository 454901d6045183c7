package io.github.incidentadvisor.report;

import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.VendorNotes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

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

    /** @param most how many entries lists may have that nobody has to act on */
    String text(int most) {
        folds.setLength(0);
        rows();
        fold("More that breaks", head.moreBroken().stream().map(say::listed).toList());
        fold("More to do", head.moreTasks().stream().map(MarkdownLines::box).toList());
        fold(
                "More seen before",
                head.moreIncidents().stream().map(say::incident).toList());
        fold(
                "Due elsewhere, whatever becomes of this change",
                head.elsewhere().stream().map(MarkdownLines::item).toList());
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

    private void rows() {
        if (!head.moreRows().isEmpty()) {
            List<String> lines = new ArrayList<>(MarkdownLines.COLUMNS);
            head.moreRows().forEach(row -> lines.add(say.row(row)));
            add("More changes (" + head.moreRows().size() + ")", lines);
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
            lines.add("- … " + left + " more in report.json, left out here to fit");
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
