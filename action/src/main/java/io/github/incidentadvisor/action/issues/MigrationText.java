package io.github.incidentadvisor.action.issues;

import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Migration;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Task;
import io.github.incidentadvisor.report.Markdown;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A migration in words: when and why, where to, what to do, on what grounds. */
final class MigrationText {
    private static final int TITLE = 200;

    /** Of each list, from generous to what always fits beside what people write. */
    private static final int[] MOST = {100, 40, 15, 5};

    private static final int LONGEST = 40_000;
    private static final int WORDS = 600;

    private final Report report;

    /** Where a migration that must come first is worked on, by its id. */
    private final Map<String, Integer> numbers;

    MigrationText(Report report, Map<String, Integer> numbers) {
        this.report = report;
        this.numbers = Map.copyOf(numbers);
    }

    static String title(Migration migration, LocalDate today) {
        String name = name(migration);
        if (!migration.deadline().isKnown()) {
            return name;
        }
        return name
                + (migration.deadline().isPast(today) ? ", due since " : ", by ")
                + migration.deadline().on();
    }

    /** The beginning of its title, which stays the same while the day comes and goes. */
    static String name(Migration migration) {
        String plain = migration
                .title()
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ")
                .strip()
                .replaceFirst("^away from ", "Away from ");
        return plain.length() <= TITLE ? plain : plain.substring(0, TITLE - 1) + "…";
    }

    /** @param waiting migrations that have no issue of their own yet; told in one issue only */
    List<String> lines(Migration migration, List<Migration> waiting) {
        List<String> lines = List.of();
        for (int most : MOST) {
            lines = lines(migration, waiting, most);
            if (lines.stream().mapToInt(String::length).sum() <= LONGEST) {
                break;
            }
        }
        return lines;
    }

    private List<String> lines(Migration migration, List<Migration> waiting, int most) {
        Because because = Because.of(migration, report);
        List<String> lines = new ArrayList<>();
        lines.add(when(migration) + text(migration.trigger()));
        target(migration, lines);
        if (migration.cost().measured()) {
            lines.add("");
            lines.add("**Tried:** " + migration.cost().text() + ".");
        }
        after(migration, lines);
        list("**What breaks or changes with it**", migration.breaks(), most, lines);
        toDo(migration, most, lines);
        seenBefore(migration, lines);
        evidence(because, most, lines);
        waiting(waiting, most, lines);
        lines.add("");
        lines.add(footer(migration));
        return lines;
    }

    private String when(Migration migration) {
        if (!migration.deadline().isKnown()) {
            return "";
        }
        long days = migration.deadline().daysFrom(report.asOf());
        return days <= 0
                ? "**Due since " + migration.deadline().on() + ".** "
                : "**Due by " + migration.deadline().on() + ", in " + days + (days == 1 ? " day.** " : " days.** ");
    }

    private static void target(Migration migration, List<String> lines) {
        List<String> targets = new ArrayList<>();
        if (migration.target().isKnown()) {
            targets.add(
                    "The smallest step is " + Markdown.code(migration.target().text()));
        }
        if (migration.longTerm().isKnown() && !migration.longTerm().equals(migration.target())) {
            targets.add((targets.isEmpty() ? "W" : "w") + "hat lasts longest is "
                    + Markdown.code(migration.longTerm().text()));
        }
        if (!targets.isEmpty()) {
            lines.add("");
            lines.add(String.join("; ", targets) + ".");
        }
    }

    private void after(Migration migration, List<String> lines) {
        String first = migration.after().stream()
                .flatMap(id ->
                        report.migrations().stream().filter(one -> one.id().equals(id)))
                .map(one -> Markdown.text(one.title())
                        + (numbers.containsKey(one.id()) ? " (#" + numbers.get(one.id()) + ")" : ""))
                .collect(Collectors.joining(", "));
        if (!first.isEmpty()) {
            lines.add("");
            lines.add("**First:** " + first + ".");
        }
    }

    private static void list(String title, List<String> all, int most, List<String> lines) {
        if (all.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(title);
        all.stream().limit(most).forEach(one -> lines.add("- " + text(one)));
        if (all.size() > most) {
            lines.add("- … and " + (all.size() - most) + " more");
        }
    }

    private static void toDo(Migration migration, int most, List<String> lines) {
        lines.add("");
        lines.add("**To do**");
        migration.tasks().stream().limit(most).forEach(task -> lines.add(box(task)));
        lines.add(IssueBody.THEIRS);
        int more = migration.tasks().size() - most;
        if (more > 0) {
            lines.add("- … and " + more + " more places, all in the scan's report");
        }
    }

    private static String box(Task task) {
        String place = task.place().isKnown() ? Markdown.code(task.place().toString()) + ": " : "";
        return "- [ ] " + place + text(task.text()) + " <!-- id:" + task.id().replaceAll("[^a-z0-9-]", "") + " -->";
    }

    private void seenBefore(Migration migration, List<String> lines) {
        report.incidents().stream()
                .filter(incident -> migration.advisories().contains(incident.advisory()))
                .limit(3)
                .forEach(incident -> {
                    lines.add("");
                    lines.add("**Seen before:** "
                            + Markdown.link(Markdown.text(incident.id() + ", " + incident.title()), incident.url())
                            + ". The cause may differ. *inferred*");
                });
    }

    private static void evidence(Because because, int most, List<String> lines) {
        List<String> grounds = because.findings().stream()
                .map(Finding::evidence)
                .flatMap(List::stream)
                .distinct()
                .map(MigrationText::ground)
                .toList();
        fold("Evidence", grounds, most, lines);
    }

    private static String ground(Evidence one) {
        String day = one.asOf().isEmpty() ? "" : ", as of " + Markdown.text(one.asOf());
        return "*" + one.grade().word() + "*, " + Markdown.link(Markdown.text(one.source()), one.url()) + day + ": "
                + Markdown.quote(cut(one.quote()));
    }

    private void waiting(List<Migration> waiting, int most, List<String> lines) {
        fold(
                "Also due, without an issue of their own while so many are open",
                waiting.stream()
                        .map(one -> Markdown.text(title(one, report.asOf())))
                        .toList(),
                most,
                lines);
    }

    private static void fold(String title, List<String> all, int most, List<String> lines) {
        if (all.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("<details><summary>" + title + " (" + all.size() + ")</summary>");
        lines.add("");
        all.stream().limit(most).forEach(one -> lines.add("- " + one));
        if (all.size() > most) {
            lines.add("- … and " + (all.size() - most) + " more");
        }
        lines.add("");
        lines.add("</details>");
    }

    private static String text(String words) {
        return Markdown.text(cut(words));
    }

    private static String cut(String words) {
        return words.length() <= WORDS ? words : words.substring(0, WORDS - 1) + "…";
    }

    private String footer(Migration migration) {
        String commit = report.head().commit();
        String until = migration.deadline().isKnown() && !migration.deadline().isPast(report.asOf())
                ? " until " + migration.deadline().on()
                : " until there is something new";
        return "<sub>"
                + Markdown.text(report.tool().name() + " " + report.tool().version()) + " · judged on "
                + report.asOf() + (commit.isEmpty() ? "" : " at " + commit.substring(0, Math.min(9, commit.length())))
                + " · written anew by each scan; boxes that you tick or add stay, and so does what you write above or below"
                + " · closes by itself when done; close it as not planned to hear nothing" + until + "</sub>";
    }
}
