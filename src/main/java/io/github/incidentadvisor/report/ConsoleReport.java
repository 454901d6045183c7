package io.github.incidentadvisor.report;

import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Migration;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The report for a terminal: never more than twenty lines, in the order of what to do. */
public final class ConsoleReport {
    /** The most lines. */
    public static final int LINES = 20;

    private static final int WIDTH = 160;
    private static final int BREAKS = 3;

    private ConsoleReport() {}

    /**
     * The lines.
     *
     * @param written where the whole report is; empty when no file was written
     * @param failOn the setting in force
     */
    public static List<String> lines(Report report, String written, String failOn) {
        List<String> lines = new ArrayList<>();
        lines.add(clean(report.headline(), 400));
        candidates(report).ifPresent(lines::add);
        List<Row> rows = Row.of(report);
        List<Breakage> broken = Breakage.of(report);
        int shown = (broken.isEmpty() ? 6 : 4)
                - (report.candidates().isEmpty() ? 0 : 1)
                - (ReadNotes.summary(report).isEmpty() ? 0 : 1)
                - (broken.isEmpty() || report.incidents().isEmpty() ? 0 : 1);
        rows.stream().limit(shown).forEach(row -> lines.add("  " + line(row)));
        more(lines, rows.size() - shown, "more in the report");
        breaks(broken, lines);
        SeenBefore.line(report).ifPresent(line -> lines.add(clean(line, WIDTH)));
        tasks(report, broken.isEmpty() ? 4 : 2, lines);
        ReadNotes.summary(report).ifPresent(line -> lines.add(clean(line, WIDTH)));
        lines.add(notChecked(report.notChecked()));
        suppressed(report).ifPresent(lines::add);
        lines.add("judged by " + report.asOf() + counted(report) + SeenBefore.nothing(report)
                + (written.isEmpty() ? "" : "; report: " + written));
        firstId(report)
                .ifPresent(id -> lines.add("evidence: mvn incident-advisor:explain -Dincident-advisor.id=" + id));
        migration(report).ifPresent(lines::add);
        lines.add(failOnLine(report, failOn));
        return lines;
    }

    /** Of a state the nearest migration; a change has its own work to do first. */
    private static Optional<String> migration(Report report) {
        if (report.mode() != Report.Mode.STATE || report.migrations().isEmpty()) {
            return Optional.empty();
        }
        Migration first = report.migrations().get(0);
        int more = report.migrations().size() - 1;
        return Optional.of("begin " + clean(first.title(), WIDTH / 2)
                + ": mvn incident-advisor:migrate -Dincident-advisor.id=" + first.id()
                + (more == 0
                        ? ""
                        : "; " + more + (more == 1 ? " more migration" : " more migrations") + " in the report"));
    }

    private static Optional<String> candidates(Report report) {
        return report.candidates().isEmpty() ? Optional.empty() : Optional.of("Tried: " + Row.candidates(report) + ".");
    }

    private static String line(Row row) {
        String head = (row.advisory().inChange() ? "" : "elsewhere: ") + row.what()
                + (row.where().isEmpty() ? "" : " (" + row.where() + ")") + ": " + row.verdict();
        int left = WIDTH - head.length() - 3;
        return clean(left < 20 || row.why().isEmpty() ? head : head + " — " + cut(row.why(), left), 400);
    }

    private static void breaks(List<Breakage> broken, List<String> lines) {
        if (!broken.isEmpty()) {
            lines.add("What breaks:");
            broken.stream().limit(BREAKS).forEach(one -> lines.add("  " + clean(at(one) + one.text(), WIDTH)));
            more(lines, broken.size() - BREAKS, "more");
        }
    }

    private static String at(Breakage one) {
        return one.where().isEmpty() ? "" : one.where() + ": ";
    }

    private static void tasks(Report report, int shown, List<String> lines) {
        ToDo toDo = ToDo.of(report);
        List<String> own = toDo.own().stream()
                .map(task -> (task.place().isKnown() ? task.place() + ": " : "") + task.text())
                .distinct()
                .toList();
        String elsewhere = toDo.elsewhereInWords();
        if (own.isEmpty()) {
            if (!elsewhere.isEmpty()) {
                lines.add("To do: " + elsewhere + ".");
            }
            return;
        }
        lines.add("To do:");
        own.stream().limit(shown).forEach(task -> lines.add("  " + clean(task, WIDTH)));
        int more = own.size() - shown;
        if (more > 0 || !elsewhere.isEmpty()) {
            lines.add("  … and " + (more > 0 ? more + " more" : "") + (more > 0 && !elsewhere.isEmpty() ? "; " : "")
                    + elsewhere);
        }
    }

    private static void more(List<String> lines, int more, String words) {
        if (more > 0) {
            lines.add("  … and " + more + " " + words);
        }
    }

    static String notChecked(List<Gap> gaps) {
        if (gaps.isEmpty()) {
            return "Not checked: nothing known to be missing.";
        }
        String first = gaps.stream()
                .limit(2)
                .map(gap -> clean(gap.what(), 50) + " (" + clean(gap.reason(), 70) + ")")
                .reduce((a, b) -> a + "; " + b)
                .orElse("");
        return "Not checked: " + first + (gaps.size() > 2 ? "; and " + (gaps.size() - 2) + " more." : ".");
    }

    private static Optional<String> suppressed(Report report) {
        int applied = (int)
                report.suppressed().stream().filter(Report.Suppressed::applied).count();
        int added = report.suppressed().size() - applied;
        int unused = report.unusedSuppressions().size();
        List<String> parts = new ArrayList<>();
        if (applied > 0) {
            parts.add(applied + " suppressed");
        }
        if (added > 0) {
            parts.add(added + " suppressed by this change itself, so shown");
        }
        if (unused > 0) {
            parts.add(unused + (unused == 1 ? " suppression" : " suppressions") + " unused or run out");
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of("Suppressions: " + String.join(", ", parts) + ".");
    }

    private static String counted(Report report) {
        return report.usage().requests() == 0
                ? ", no request"
                : ", " + report.usage().requests() + (report.usage().requests() == 1 ? " request to " : " requests to ")
                        + String.join(", ", report.usage().byHost().keySet());
    }

    private static Optional<String> firstId(Report report) {
        return report.advisories().stream()
                .flatMap(advisory -> advisory.findings().stream())
                .map(Finding::id)
                .findFirst()
                .or(() -> report.advisories().stream().map(Advisory::id).findFirst());
    }

    /** Whether {@code failOn} turns the verdict and findings of the change into a failure. */
    public static boolean fails(Report report, String failOn) {
        return switch (failOn) {
            case "never" -> false;
            case "broken" -> report.verdict() == Verdict.BROKEN;
            case "action" -> report.verdict().compareTo(Verdict.ACTION) >= 0;
            default ->
                report.advisories().stream().filter(Advisory::inChange).anyMatch(advisory -> !advisory.findings()
                        .isEmpty());
        };
    }

    private static String failOnLine(Report report, String failOn) {
        List<String> would = new ArrayList<>();
        for (String other : List.of("broken", "action", "any")) {
            if (!other.equals(failOn) && fails(report, other) != fails(report, failOn)) {
                would.add(other);
            }
        }
        String state = "failOn=" + failOn + (fails(report, failOn) ? ": fails the build" : ": does not fail the build");
        return would.isEmpty()
                ? state + ", nor would another value change that."
                : state + "; " + String.join(" or ", would) + (fails(report, failOn) ? " would not." : " would.");
    }

    static String clean(String text, int atMost) {
        String plain =
                text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ").strip();
        return cut(plain, atMost);
    }

    private static String cut(String text, int atMost) {
        return text.length() <= atMost ? text : text.substring(0, Math.max(1, atMost - 1)) + "…";
    }
}
