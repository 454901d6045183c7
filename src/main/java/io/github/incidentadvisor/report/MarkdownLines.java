package io.github.incidentadvisor.report;

import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Migration;
import io.github.incidentadvisor.model.Prose;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Task;
import io.github.incidentadvisor.model.VendorNotes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How one thing of a report reads in Markdown, on one line, with the numbers of its evidence. */
final class MarkdownLines {
    static final List<String> COLUMNS = List.of("| change | verdict | why |", "|---|---|---|");

    /** Places of a migration that are listed. */
    private static final int PLACES = 10;

    /** What a model says of one change in its row. */
    private static final int SENTENCES = 3;

    /** Verdicts that nobody has to act on. */
    private static final List<String> QUIET = List.of("no objection", "look", "not checked");

    private final Report report;

    /** A search for each citation would take its time where there are thousands. */
    private final Map<Evidence, Integer> numbers = new HashMap<>();

    MarkdownLines(Report report) {
        this.report = report;
        report.evidence().forEach(one -> numbers.putIfAbsent(one, numbers.size() + 1));
    }

    String row(Row row) {
        String elsewhere = row.advisory().inChange() ? "" : "*not in this change:* ";
        String where = row.where().isEmpty() ? "" : " (" + where(row) + ")";
        String verdict = Markdown.text(row.verdict());
        String bold = QUIET.contains(row.verdict()) ? verdict : "**" + verdict + "**";
        return "| " + elsewhere + Markdown.text(row.what()) + where + " | " + bold + " | " + why(row) + " |";
    }

    /** A model's words where it said something that holds, and the first finding's elsewhere. */
    private String why(Row row) {
        Prose prose = row.advisory().prose();
        if (prose.author() == Prose.Author.MODEL && !prose.sentences().isEmpty()) {
            return prose.sentences().stream()
                    .limit(SENTENCES)
                    .map(sentence -> Markdown.text(sentence.text()) + cites(sentence.cites()))
                    .collect(Collectors.joining(" "));
        }
        List<Evidence> evidence = row.advisory().findings().isEmpty()
                ? row.advisory().risk().reasons().stream()
                        .limit(1)
                        .flatMap(r -> r.evidence().stream())
                        .toList()
                : row.advisory().findings().get(0).evidence();
        return Markdown.text(row.why()) + cites(evidence);
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

    String breakage(Breakage one) {
        Finding finding = one.finding();
        String where = one.where().isEmpty()
                ? ""
                : Markdown.code(finding.place().toString())
                        + one.where().substring(finding.place().toString().length()) + ": ";
        return where + Markdown.text(one.text()) + " *" + finding.grade().word() + "*" + cites(finding.evidence());
    }

    String listed(Breakage one) {
        return "- " + breakage(one);
    }

    String incident(Report.PastIncident incident) {
        String title = Markdown.text(incident.id() + ", " + incident.title());
        String link = Markdown.link(title, incident.url());
        String where = link.equals(title) && !incident.url().isEmpty() ? " in " + Markdown.code(incident.url()) : "";
        String quote = incident.incidentQuote().isEmpty() ? "" : " " + Markdown.quote(incident.incidentQuote());
        return link + where + (incident.date().isEmpty() ? "" : " (" + Markdown.text(incident.date()) + ")") + ": "
                + Markdown.text(String.join("; ", incident.why())) + "." + quote
                + " The cause may differ. *inferred*" + cites(List.of(incident.evidence()));
    }

    /** With a box to tick, which is found again by the task's id. */
    static String box(Task task) {
        return "- [ ] " + words(task) + " <!-- id:" + task.id().replaceAll("[^a-z0-9-]", "") + " -->";
    }

    static String item(Task task) {
        return "- " + words(task);
    }

    private static String words(Task task) {
        return (task.place().isKnown() ? Markdown.code(task.place().toString()) + ": " : "")
                + Markdown.text(task.text());
    }

    static String gap(Gap gap) {
        String place = gap.place().isKnown() ? Markdown.code(gap.place().toString()) + " " : "";
        return place + Markdown.text(gap.what()) + " (" + Markdown.text(gap.reason()) + ")";
    }

    String migration(Migration migration) {
        List<String> lines = new ArrayList<>();
        lines.add("- **" + Markdown.text(migration.title()) + "**" + by(migration.deadline()) + ": "
                + Markdown.text(migration.trigger()));
        if (migration.cost().measured()) {
            lines.add("  - Tried: " + migration.cost().text() + ".");
        }
        migration.tasks().stream().limit(PLACES).forEach(task -> lines.add("  " + box(task)));
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

    String entry(VendorNotes.Entry entry) {
        Evidence said = entry.evidence();
        String when = said.asOf().isEmpty() ? "" : ", " + Markdown.text(said.asOf());
        String where = Markdown.link(Markdown.text(entry.version().text()), said.url());
        String touches =
                entry.touches().isEmpty() ? "" : " You use " + Markdown.text(String.join(", ", entry.touches())) + ".";
        return "- " + where + when + ", " + Markdown.text(entry.kind()) + ": "
                + Markdown.quote(ReadNotes.cut(said.quote())) + touches + cites(List.of(said));
    }

    String evidence(Evidence one) {
        String source = Markdown.link(Markdown.text(one.source()), one.url());
        String day = one.asOf().isEmpty() ? "" : ", as of " + Markdown.text(one.asOf());
        return "- \\[" + numbers.get(one) + "\\] *" + one.grade().word() + "*, " + Markdown.text(one.kind()) + ": "
                + source + day + ": " + Markdown.quote(one.quote());
    }

    static String suppressed(Report.Suppressed one) {
        return "- " + Markdown.code(one.id()) + " " + Markdown.text(one.text()) + " — "
                + Markdown.text(one.by().reason()) + ", until " + one.by().until()
                + (one.applied() ? "" : " (**added by this change itself: not applied**)");
    }
}
