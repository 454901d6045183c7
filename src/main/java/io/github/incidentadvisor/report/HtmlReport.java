package io.github.incidentadvisor.report;

import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Migration;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Risk;
import io.github.incidentadvisor.model.Task;
import io.github.incidentadvisor.model.VendorNotes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The report as one page that needs nothing from outside: no script, no font, no picture; light and dark. */
public final class HtmlReport {
    private final Report report;
    private final StringBuilder page = new StringBuilder();

    private HtmlReport(Report report) {
        this.report = report;
    }

    /** The file's bytes, UTF-8. */
    public static byte[] write(Report report) {
        HtmlReport html = new HtmlReport(report);
        html.draw();
        return html.page.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void draw() {
        Html.begin(page, report.headline());
        top();
        timeline();
        advisories("What this change brings", true);
        advisories(report.mode() == Report.Mode.STATE ? "Elsewhere" : "Due elsewhere, not in this change", false);
        migrations();
        tasks();
        incidents();
        notes();
        notChecked();
        suppressed();
        evidence();
        foot();
        page.append("</body>\n</html>\n");
    }

    private void top() {
        page.append("<span class=\"badge ").append(report.verdict().word()).append("\">verdict: ");
        page.append(report.verdict().word()).append("</span>\n<h1>");
        page.append(Html.text(report.headline())).append("</h1>\n<p class=\"meta\">");
        page.append(Html.text(compared()))
                .append(" Judged by ")
                .append(report.asOf())
                .append(".</p>\n");
    }

    private String compared() {
        String head = side(report.head());
        return switch (report.mode()) {
            case CHANGE -> "From " + side(report.base()) + " to " + head + ".";
            case STATE -> "The state of " + head + ".";
            case WHAT_IF -> "What if, on " + head + ".";
        };
    }

    private static String side(Report.Revision revision) {
        if (revision.commit().isEmpty()) {
            return "the folder";
        }
        String commit =
                revision.commit().substring(0, Math.min(9, revision.commit().length()));
        String ref = revision.ref().isEmpty() || revision.ref().equals(revision.commit()) ? "" : revision.ref() + " ";
        return ref + commit + (revision.dirty() ? " with uncommitted edits" : "");
    }

    private void timeline() {
        String drawing = Timeline.svg(report);
        if (!drawing.isEmpty()) {
            page.append("<h2>Deadlines</h2>\n").append(drawing);
        }
    }

    private void migrations() {
        if (report.migrations().isEmpty()) {
            return;
        }
        page.append("<h2>Migrations (").append(report.migrations().size()).append(")</h2>\n");
        for (Migration migration : report.migrations()) {
            page.append("<article id=\"").append(Html.text(migration.id())).append("\"><header><h3>");
            page.append(Html.text(migration.title())).append("</h3>");
            if (migration.deadline().isKnown()) {
                page.append("<span class=\"badge\">by ")
                        .append(migration.deadline().on());
                page.append("</span>");
            }
            page.append("</header>\n<p>").append(Html.text(migration.trigger())).append("</p>\n<ul>\n");
            for (Task task : migration.tasks()) {
                page.append("<li>").append(Html.code(task.place().toString())).append(": ");
                page.append(Html.text(task.text())).append("</li>\n");
            }
            page.append("</ul>\n</article>\n");
        }
    }

    private void advisories(String title, boolean inChange) {
        List<Advisory> all = report.advisories().stream()
                .filter(advisory -> advisory.inChange() == inChange)
                .toList();
        if (all.isEmpty()) {
            return;
        }
        page.append("<h2>").append(report.mode() == Report.Mode.STATE && inChange ? "What is there" : title);
        page.append(" (").append(all.size()).append(")</h2>\n");
        all.forEach(this::advisory);
    }

    private void advisory(Advisory advisory) {
        Row row = Row.of(advisory, report.asOf());
        page.append("<article id=\"").append(Html.text(advisory.id())).append("\"><header><h3>");
        page.append(Html.text(row.what())).append("</h3><span class=\"badge ");
        page.append(advisory.verdict().word()).append("\">").append(Html.text(row.verdict()));
        page.append("</span></header>\n");
        if (!row.where().isEmpty()) {
            page.append("<p class=\"meta\">").append(Html.code(row.where())).append("</p>\n");
        }
        page.append("<p>").append(Html.text(advisory.recommendation().text())).append("</p>\n");
        if (!advisory.findings().isEmpty()) {
            page.append("<ul>\n");
            advisory.findings().forEach(this::finding);
            page.append("</ul>\n");
        }
        List<Risk.Reason> reasons = advisory.risk().reasons();
        if (!reasons.isEmpty()) {
            page.append("<details><summary>Risk ")
                    .append(advisory.risk().level().word());
            page.append(": why</summary><ul>\n");
            reasons.forEach(reason -> page.append("<li>")
                    .append(Html.text(reason.text()))
                    .append(cites(reason.evidence()))
                    .append("</li>\n"));
            page.append("</ul></details>\n");
        }
        page.append("</article>\n");
    }

    private void finding(Finding finding) {
        page.append("<li id=\"").append(Html.text(finding.id())).append("\">");
        if (finding.place().isKnown()) {
            page.append(Html.code(finding.place().toString())).append(": ");
        }
        page.append(Html.text(finding.text())).append(" <span class=\"grade\">");
        page.append(finding.grade().word()).append("</span>").append(cites(finding.evidence()));
        if (finding.tests() != Finding.Tests.UNKNOWN) {
            page.append(finding.tests() == Finding.Tests.RUN ? " Tests run this line." : " No test runs this line.");
        }
        if (!finding.fix().isEmpty()) {
            page.append("<br><strong>To do:</strong> ").append(Html.text(finding.fix()));
        }
        page.append(" <small><code>").append(Html.text(finding.id())).append("</code></small></li>\n");
    }

    private String cites(List<Evidence> evidence) {
        StringBuilder cites = new StringBuilder();
        for (Evidence one : evidence) {
            String number = report.numberOf(one);
            cites.append(" <a href=\"#")
                    .append(number)
                    .append("\">[")
                    .append(number.substring(1))
                    .append("]</a>");
        }
        return cites.toString();
    }

    private void tasks() {
        ToDo toDo = ToDo.of(report);
        tasks("To do", toDo.own());
        tasks("Due elsewhere, whatever becomes of this change", toDo.elsewhere());
    }

    private void tasks(String title, List<Task> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        page.append("<h2>").append(title).append("</h2>\n<ul class=\"tasks\">\n");
        for (Task task : tasks) {
            page.append("<li>");
            if (task.place().isKnown()) {
                page.append(Html.code(task.place().toString())).append(": ");
            }
            page.append(Html.text(task.text())).append("</li>\n");
        }
        page.append("</ul>\n");
    }

    private void incidents() {
        if (report.incidents().isEmpty() && report.incidentsSearched().count() == 0) {
            return;
        }
        page.append("<h2>Seen before</h2>\n<p class=\"meta\">")
                .append(Html.text(SeenBefore.searched(report)))
                .append("</p>\n");
        report.incidents().forEach(incident -> {
            page.append("<article><h3>").append(Html.link(incident.url(), incident.title()));
            page.append("</h3><p class=\"meta\">")
                    .append(Html.text(incident.date()))
                    .append("</p><blockquote>");
            page.append(Html.text(incident.incidentQuote())).append("</blockquote><p>");
            page.append(Html.text(String.join("; ", incident.why()))).append(" <span class=\"grade\">inferred</span>");
            page.append(cites(List.of(incident.evidence()))).append("</p></article>\n");
        });
    }

    private void notes() {
        List<VendorNotes> read = report.notes();
        if (read.isEmpty()) {
            return;
        }
        page.append("<h2>What the vendors say</h2>\n");
        for (VendorNotes notes : read) {
            page.append("<details><summary>").append(Html.text(ReadNotes.title(notes)));
            page.append("</summary>\n<p class=\"meta\">")
                    .append(Html.link(notes.url(), notes.source()))
                    .append("</p>\n<ul>\n");
            for (VendorNotes.Entry entry : notes.shown()) {
                Evidence said = entry.evidence();
                page.append("<li>").append(Html.link(said.url(), entry.version().text()));
                page.append(Html.text(said.asOf().isEmpty() ? "" : ", " + said.asOf()))
                        .append(", ")
                        .append(Html.text(entry.kind()))
                        .append(": <q>")
                        .append(Html.text(ReadNotes.cut(said.quote())))
                        .append("</q>");
                if (!entry.touches().isEmpty()) {
                    page.append(" You use ")
                            .append(Html.code(String.join(", ", entry.touches())))
                            .append(".");
                }
                page.append(cites(List.of(said))).append("</li>\n");
            }
            page.append("</ul></details>\n");
        }
    }

    private void notChecked() {
        List<Gap> gaps = report.notChecked();
        page.append("<h2>Not checked</h2>\n");
        if (gaps.isEmpty()) {
            page.append("<p>Nothing known to be missing.</p>\n");
            return;
        }
        page.append(
                "<div class=\"table\"><table><thead><tr><th>what</th><th>why</th><th>where</th></tr></thead><tbody>\n");
        gaps.forEach(gap -> page.append("<tr><td>")
                .append(Html.text(gap.what()))
                .append("</td><td>")
                .append(Html.text(gap.reason()))
                .append("</td><td>")
                .append(gap.place().isKnown() ? Html.code(gap.place().toString()) : "")
                .append("</td></tr>\n"));
        page.append("</tbody></table></div>\n");
    }

    private void suppressed() {
        if (report.suppressed().isEmpty() && report.unusedSuppressions().isEmpty()) {
            return;
        }
        page.append("<h2>Suppressions</h2>\n<ul>\n");
        report.suppressed().forEach(one -> page.append("<li>")
                .append(Html.code(one.id()))
                .append(" ")
                .append(Html.text(one.text()))
                .append(
                        one.applied()
                                ? " Until "
                                : " <strong>Shown, because this change itself adds it.</strong> Until ")
                .append(one.by().until())
                .append(": ")
                .append(Html.text(one.by().reason()))
                .append("</li>\n"));
        report.unusedSuppressions().forEach(one -> page.append("<li>")
                .append(Html.code(one.target()))
                .append(": covers nothing now, or has run out (until ")
                .append(one.until())
                .append(")</li>\n"));
        page.append("</ul>\n");
    }

    private void evidence() {
        if (report.evidence().isEmpty()) {
            return;
        }
        page.append("<h2>Evidence</h2>\n<details open><summary>")
                .append(report.evidence().size());
        page.append(
                " pieces</summary><div class=\"table\"><table><thead><tr><th>no.</th><th>grade</th><th>what it says</th>"
                        + "<th>source</th></tr></thead><tbody>\n");
        for (Evidence one : report.evidence()) {
            String number = report.numberOf(one);
            page.append("<tr id=\"")
                    .append(number)
                    .append("\"><td>")
                    .append(number.substring(1))
                    .append("</td><td>");
            page.append(one.grade().word()).append("</td><td><blockquote>").append(Html.text(one.quote()));
            page.append("</blockquote></td><td>").append(Html.link(one.url(), one.source()));
            Optional.of(one.asOf()).filter(day -> !day.isEmpty()).ifPresent(day -> page.append(", as of ")
                    .append(Html.text(day)));
            page.append("</td></tr>\n");
        }
        page.append("</tbody></table></div></details>\n");
    }

    private void foot() {
        page.append("<p class=\"quiet\"><small>")
                .append(Html.text(report.tool().name()))
                .append(' ');
        page.append(Html.text(report.tool().version())).append(" · ");
        page.append(report.usage().requests()).append(report.usage().requests() == 1 ? " request" : " requests");
        page.append(
                " · facts by code, wording by template · <em>measured</em>: computed from bytes or your repository; "
                        + "<em>stated</em>: the vendor wrote it; <em>inferred</em>: likeness, may be wrong</small></p>\n");
    }
}
