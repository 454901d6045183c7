package io.github.incidentadvisor.report;

import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Migration;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Task;
import io.github.incidentadvisor.model.VendorNotes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The report as GitHub's Markdown, in two forms: a comment, short before its first fold and within GitHub's limit, and a
 * summary that holds everything.
 */
public final class MarkdownReport {
    /** What the comment is found again by. */
    public static final String MARKER = "<!-- incident-advisor:v1 -->";

    /** GitHub takes no more characters in a comment. */
    public static final int COMMENT_LIMIT = 65_536;

    private static final int SUMMARY_LIMIT = 1_000_000;
    private static final int LINES = 25;
    private static final int SHOWN_GAPS = 2;

    private final Report report;
    /** Places of a migration that are listed. */
    private static final int PLACES = 10;

    private final List<Breakage> broken;
    private final boolean whole;
    private final List<String> footnotes;

    /** A search for each citation would take its time where there are thousands. */
    private final Map<Evidence, Integer> numbers = new HashMap<>();

    private int rows = 6;
    private int findings = 5;
    private int tasks = 5;
    private int incidents = 3;

    private MarkdownReport(Report report, boolean whole, List<String> footnotes) {
        this.report = report;
        this.broken = Breakage.of(report);
        this.whole = whole;
        this.footnotes = List.copyOf(footnotes);
        report.evidence().forEach(one -> numbers.putIfAbsent(one, numbers.size() + 1));
        while (!whole && head().lines().count() > LINES && shorten()) {
            // What is taken out here stands in a fold.
        }
    }

    /** For a pull request: at most 25 lines and five findings before the first fold, at most 65,536 characters. */
    public static String comment(Report report) {
        return comment(report, List.of());
    }

    /**
     * The same with small lines of whoever publishes it at its end.
     *
     * @param footnotes Markdown of our own, never somebody else's text
     */
    public static String comment(Report report, List<String> footnotes) {
        return new MarkdownReport(report, false, footnotes).within(COMMENT_LIMIT);
    }

    /** For a job summary or a file: everything. */
    public static String summary(Report report) {
        return new MarkdownReport(report, true, List.of()).within(SUMMARY_LIMIT);
    }

    /** A piece of somebody's text for another Markdown of ours: it is shown as it is, and nothing in it acts. */
    public static String plain(String text) {
        return Markdown.text(text);
    }

    private boolean shorten() {
        if (tasks > 1) {
            tasks--;
        } else if (rows > 3) {
            rows--;
        } else if (incidents > 1) {
            incidents--;
        } else if (findings > 3) {
            findings--;
        } else {
            return false;
        }
        return true;
    }

    private String within(int limit) {
        for (int quotes = Integer.MAX_VALUE, step = 0; step < 12; step++) {
            String text = text(quotes);
            if (text.length() <= limit) {
                return text;
            }
            quotes = step == 0 ? report.evidence().size() / 2 : quotes / 2;
        }
        String head = head();
        String notice = "\n\n_Cut to fit; the job summary and report.json hold the rest._\n";
        return head.substring(0, Math.min(head.length(), limit - notice.length())) + notice;
    }

    private String text(int quotes) {
        return head() + folds(quotes) + footer();
    }

    private String head() {
        List<String> lines = new ArrayList<>();
        lines.add(MARKER);
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
        List<Row> all = Row.of(report);
        if (all.isEmpty()) {
            return;
        }
        int shown = whole ? all.size() : rows;
        lines.add("| change | verdict | why |");
        lines.add("|---|---|---|");
        all.stream().limit(shown).forEach(row -> lines.add(line(row)));
        if (all.size() > shown) {
            lines.add("| … and " + (all.size() - shown) + " more, folded below | | |");
        }
        lines.add("");
    }

    private String line(Row row) {
        String elsewhere = row.advisory().inChange() ? "" : "*not in this change:* ";
        String where = row.where().isEmpty() ? "" : " (" + where(row) + ")";
        String verdict = Markdown.text(row.verdict());
        String bold = List.of("no objection", "look", "not checked").contains(row.verdict())
                ? verdict
                : "**" + verdict + "**";
        List<Evidence> evidence = row.advisory().findings().isEmpty()
                ? row.advisory().risk().reasons().stream()
                        .limit(1)
                        .flatMap(r -> r.evidence().stream())
                        .toList()
                : row.advisory().findings().get(0).evidence();
        return "| " + elsewhere + Markdown.text(row.what()) + where + " | " + bold + " | " + Markdown.text(row.why())
                + cites(evidence) + " |";
    }

    /** The place in the face of code, the rest in words. */
    private static String where(Row row) {
        String place = row.advisory().declaredAt().isKnown()
                ? row.advisory().declaredAt().toString()
                : "";
        String rest = row.where().substring(place.length());
        return (place.isEmpty() ? "" : Markdown.code(place))
                + (rest.isEmpty() ? "" : (place.isEmpty() ? "" : ", ") + Markdown.text(rest.replaceFirst("^, ", "")));
    }

    private String cites(List<Evidence> evidence) {
        StringBuilder cited = new StringBuilder();
        evidence.forEach(one -> cited.append(" \\[").append(numbers.get(one)).append("\\]"));
        return cited.toString();
    }

    private void breaks(List<String> lines) {
        if (broken.isEmpty()) {
            return;
        }
        int shown = whole ? broken.size() : findings;
        lines.add("**What breaks**");
        for (int i = 0; i < Math.min(shown, broken.size()); i++) {
            lines.add((i + 1) + ". " + breakage(broken.get(i)));
        }
        if (broken.size() > shown) {
            lines.add((shown + 1) + ". … and " + (broken.size() - shown) + " more, folded below");
        }
        lines.add("");
    }

    private String breakage(Breakage one) {
        Finding finding = one.finding();
        String where = one.where().isEmpty()
                ? ""
                : Markdown.code(finding.place().toString())
                        + one.where().substring(finding.place().toString().length()) + ": ";
        return where + Markdown.text(finding.text()) + " *" + finding.grade().word() + "*" + cites(finding.evidence());
    }

    private void incidents(List<String> lines) {
        if (report.incidents().isEmpty() && whole && report.incidentsSearched().count() > 0) {
            lines.add("**Seen before:** " + Markdown.text(SeenBefore.searched(report)));
            lines.add("");
        }
        if (report.incidents().isEmpty()) {
            return;
        }
        report.incidents().stream()
                .limit(whole ? Integer.MAX_VALUE : incidents)
                .forEach(incident -> lines.add("**Seen before:** " + incident(incident)));
        lines.add("");
    }

    private String incident(Report.PastIncident incident) {
        String title = Markdown.text(incident.id() + ", " + incident.title());
        String link = Markdown.link(title, incident.url());
        String where = link.equals(title) && !incident.url().isEmpty() ? " in " + Markdown.code(incident.url()) : "";
        String quote = incident.incidentQuote().isEmpty() ? "" : " " + Markdown.quote(incident.incidentQuote());
        return link + where + (incident.date().isEmpty() ? "" : " (" + Markdown.text(incident.date()) + ")") + ": "
                + Markdown.text(String.join("; ", incident.why())) + "." + quote
                + " The cause may differ. *inferred*" + cites(List.of(incident.evidence()));
    }

    private List<Task> allTasks() {
        Map<String, Task> all = new LinkedHashMap<>();
        report.advisories().forEach(a -> a.tasks().forEach(task -> all.putIfAbsent(task.id(), task)));
        return List.copyOf(all.values());
    }

    private void tasks(List<String> lines) {
        List<Task> all = allTasks();
        if (all.isEmpty()) {
            return;
        }
        int shown = whole ? all.size() : tasks;
        lines.add("**To do**");
        all.stream().limit(shown).forEach(task -> lines.add(task(task)));
        if (all.size() > shown) {
            lines.add("- … and " + (all.size() - shown) + " more, folded below");
        }
        lines.add("");
    }

    private static String task(Task task) {
        String place = task.place().isKnown() ? Markdown.code(task.place().toString()) + ": " : "";
        return "- [ ] " + place + Markdown.text(task.text()) + " <!-- id:"
                + task.id().replaceAll("[^a-z0-9-]", "") + " -->";
    }

    private String notChecked() {
        if (report.notChecked().isEmpty()) {
            return "**Not checked:** nothing known to be missing.";
        }
        int shown = whole ? 0 : SHOWN_GAPS;
        List<String> first = report.notChecked().stream()
                .limit(shown)
                .map(MarkdownReport::gap)
                .toList();
        int more = report.notChecked().size() - first.size();
        return "**Not checked:** " + String.join("; ", first) + (first.isEmpty() || more == 0 ? "" : "; and ")
                + (more == 0 ? "." : more + (first.isEmpty() ? "" : " more") + ", listed below.");
    }

    private static String gap(Gap gap) {
        String place = gap.place().isKnown() ? Markdown.code(gap.place().toString()) + " " : "";
        return place + Markdown.text(gap.what()) + " (" + Markdown.text(gap.reason()) + ")";
    }

    private String folds(int quotes) {
        StringBuilder folds = new StringBuilder();
        List<Row> all = Row.of(report);
        List<String> told = InWords.lines(report, this::cites);
        if (!told.isEmpty()) {
            folds.append(fold("In words: a model's, each sentence checked by code", told));
        }
        if (!whole && all.size() > rows) {
            List<String> rest = new ArrayList<>(List.of("| change | verdict | why |", "|---|---|---|"));
            all.stream().skip(rows).forEach(row -> rest.add(line(row)));
            folds.append(fold("More changes (" + (all.size() - rows) + ")", rest));
        }
        if (!whole && broken.size() > findings) {
            folds.append(fold(
                    "More that breaks (" + (broken.size() - findings) + ")",
                    broken.stream()
                            .skip(findings)
                            .map(one -> "- " + breakage(one))
                            .toList()));
        }
        List<Task> todo = allTasks();
        if (!whole && todo.size() > tasks) {
            folds.append(fold(
                    "More to do (" + (todo.size() - tasks) + ")",
                    todo.stream().skip(tasks).map(MarkdownReport::task).toList()));
        }
        if (!whole && report.incidents().size() > incidents) {
            folds.append(fold(
                    "More seen before (" + (report.incidents().size() - incidents) + ")",
                    report.incidents().stream()
                            .skip(incidents)
                            .map(this::incident)
                            .toList()));
        }
        if (!report.migrations().isEmpty()) {
            folds.append(fold(
                    "Migrations (" + report.migrations().size() + ")",
                    report.migrations().stream().map(this::migration).toList()));
        }
        List<Breakage> notes = Breakage.notes(report);
        if (!notes.isEmpty()) {
            folds.append(fold(
                    "Cautions and notes (" + notes.size() + ")",
                    notes.stream()
                            .limit(quotes)
                            .map(one -> "- " + breakage(one))
                            .toList()));
        }
        report.notes().stream()
                .filter(read -> !read.shown().isEmpty())
                .forEach(read -> folds.append(fold(
                        Markdown.text(ReadNotes.title(read)),
                        ReadNotes.first(read, quotes).stream().map(this::entry).toList())));
        if (report.notChecked().size() > (whole ? 0 : SHOWN_GAPS)) {
            folds.append(fold(
                    "Not checked (" + report.notChecked().size() + ")",
                    report.notChecked().stream()
                            .limit(quotes)
                            .map(gap -> "- " + gap(gap))
                            .toList()));
        }
        if (!report.evidence().isEmpty()) {
            List<String> register = new ArrayList<>();
            report.evidence().stream().limit(quotes).forEach(one -> register.add(evidence(one)));
            if (report.evidence().size() > quotes) {
                register.add(
                        "- … " + (report.evidence().size() - quotes) + " more in report.json, left out here to fit");
            }
            folds.append(fold("Evidence (" + report.evidence().size() + ")", register));
        }
        suppressions(folds);
        return folds.toString();
    }

    private String migration(Migration migration) {
        List<String> lines = new ArrayList<>();
        lines.add("- **" + Markdown.text(migration.title()) + "**" + by(migration.deadline()) + ": "
                + Markdown.text(migration.trigger()));
        migration.tasks().stream().limit(PLACES).forEach(task -> lines.add("  " + task(task)));
        if (migration.tasks().size() > PLACES) {
            lines.add("  - … and " + (migration.tasks().size() - PLACES) + " more places, all in report.json");
        }
        return String.join("\n", lines);
    }

    private String by(Deadline deadline) {
        if (!deadline.isKnown()) {
            return "";
        }
        long days = deadline.daysFrom(report.asOf());
        return days <= 0
                ? ", due since " + deadline.on()
                : ", by " + deadline.on() + " (" + days + (days == 1 ? " day" : " days") + " left)";
    }

    private String entry(VendorNotes.Entry entry) {
        Evidence said = entry.evidence();
        String when = said.asOf().isEmpty() ? "" : ", " + Markdown.text(said.asOf());
        String where = Markdown.link(Markdown.text(entry.version().text()), said.url());
        String touches =
                entry.touches().isEmpty() ? "" : " You use " + Markdown.text(String.join(", ", entry.touches())) + ".";
        return "- " + where + when + ", " + Markdown.text(entry.kind()) + ": "
                + Markdown.quote(ReadNotes.cut(said.quote())) + touches + cites(List.of(said));
    }

    private String evidence(Evidence one) {
        int number = numbers.get(one);
        String source = Markdown.link(Markdown.text(one.source()), one.url());
        String day = one.asOf().isEmpty() ? "" : ", as of " + Markdown.text(one.asOf());
        return "- \\[" + number + "\\] *" + one.grade().word() + "*, " + Markdown.text(one.kind()) + ": " + source + day
                + ": " + Markdown.quote(one.quote());
    }

    private void suppressions(StringBuilder folds) {
        List<String> lines = new ArrayList<>();
        report.suppressed()
                .forEach(one -> lines.add("- " + Markdown.code(one.id()) + " " + Markdown.text(one.text()) + " — "
                        + Markdown.text(one.by().reason()) + ", until "
                        + one.by().until()
                        + (one.applied() ? "" : " (**added by this change itself: not applied**)")));
        report.unusedSuppressions()
                .forEach(one -> lines.add("- unused or run out: " + Markdown.code(one.target()) + " at "
                        + Markdown.code(one.by().toString())));
        if (!lines.isEmpty()) {
            folds.append(fold("Suppressed (" + report.suppressed().size() + ")", lines));
        }
    }

    private static String fold(String title, List<String> lines) {
        return "<details><summary>" + title + "</summary>\n\n" + String.join("\n", lines) + "\n\n</details>\n";
    }

    private String footer() {
        Advisory first =
                report.advisories().isEmpty() ? null : report.advisories().get(0);
        String author = first == null ? "template" : first.prose().author().word();
        // The blank line ends the fold's HTML: without it the Markdown that follows is none.
        return "\n<sub>"
                + Markdown.text(report.tool().name() + " " + report.tool().version()) + " · "
                + String.format(Locale.ROOT, "%.1f", report.usage().seconds()) + " s, "
                + report.usage().requests()
                + " requests · facts by code, wording by " + author
                + " · wrong? see .incident-advisor.yml (suppressions need a reason and an end date)"
                + footnotes.stream().map(note -> "<br>" + note).collect(Collectors.joining()) + "</sub>\n";
    }
}
