package io.github.incidentadvisor.report;

import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Verdict;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The deadlines of a report as a drawing: one row each, what is past on the left of today. */
final class Timeline {
    private static final int ROWS = 14;
    private static final int WIDTH = 920;
    private static final int LABELS = 250;
    private static final int DATES = 180;
    private static final int ROW = 26;
    private static final int TOP = 28;

    private final LocalDate today;
    private final List<Mark> marks;
    private final LocalDate from;
    private final LocalDate to;

    private record Mark(String id, String label, Deadline deadline, Verdict verdict) {}

    private Timeline(LocalDate today, List<Mark> marks) {
        this.today = today;
        this.marks = marks;
        LocalDate first = marks.get(0).deadline().on();
        LocalDate last = marks.get(marks.size() - 1).deadline().on();
        LocalDate bound = today.minusYears(3);
        this.from = (first.isBefore(bound) ? bound : first.isBefore(today) ? first : today).minusDays(20);
        this.to = (last.isAfter(today) ? last : today).plusDays(20);
    }

    /** The drawing; empty when nothing has a date. */
    static String svg(Report report) {
        List<Mark> marks = new ArrayList<>();
        for (Advisory advisory : report.advisories()) {
            advisory.findings().stream()
                    .filter(finding -> finding.deadline().isKnown())
                    .min(Comparator.comparing(Finding::deadline))
                    .ifPresent(finding -> marks.add(new Mark(
                            finding.id(),
                            (advisory.component().name() + " " + advisory.to()).strip(),
                            finding.deadline(),
                            advisory.verdict())));
        }
        marks.sort(Comparator.comparing(Mark::deadline).thenComparing(Mark::label));
        if (marks.isEmpty()) {
            return "";
        }
        List<Mark> shown = marks.size() > ROWS ? nearest(marks, report.asOf()) : marks;
        return new Timeline(report.asOf(), shown).draw(marks.size() - shown.size());
    }

    private static List<Mark> nearest(List<Mark> marks, LocalDate today) {
        return marks.stream()
                .sorted(Comparator.comparingLong(
                        mark -> Math.abs(mark.deadline().daysFrom(today))))
                .limit(ROWS)
                .sorted(Comparator.comparing(Mark::deadline).thenComparing(Mark::label))
                .toList();
    }

    private String draw(int left) {
        int height = TOP + marks.size() * ROW + 8;
        StringBuilder svg = new StringBuilder();
        svg.append("<svg viewBox=\"0 0 ").append(WIDTH).append(' ').append(height);
        svg.append("\" role=\"img\" aria-label=\"Deadlines, as of ")
                .append(today)
                .append("\">\n");
        years(svg, height);
        double now = x(today);
        svg.append(line("today", now, TOP - 6, now, height));
        svg.append(text("soft", now, 14, "middle", "today"));
        for (int i = 0; i < marks.size(); i++) {
            row(svg, marks.get(i), TOP + i * ROW + 14, now);
        }
        svg.append("</svg>\n");
        if (left > 0) {
            svg.append("<p class=\"quiet\">… and ").append(left).append(" further from today.</p>\n");
        }
        return svg.toString();
    }

    private void years(StringBuilder svg, int height) {
        for (int year = from.getYear() + 1; year <= to.getYear(); year++) {
            double at = x(LocalDate.of(year, 1, 1));
            svg.append(line("year", at, TOP - 6, at, height));
            if (Math.abs(at - x(today)) > 40) {
                svg.append(text("soft", at, 14, "middle", String.valueOf(year)));
            }
        }
    }

    private void row(StringBuilder svg, Mark mark, int y, double now) {
        double at = x(mark.deadline().on());
        long days = mark.deadline().daysFrom(today);
        svg.append("<g class=\"").append(mark.verdict().word()).append("\">");
        svg.append("<a href=\"#").append(Html.text(mark.id())).append("\">");
        svg.append(text("label", 0, y + 4, "start", shortened(mark.label())));
        svg.append("</a>");
        svg.append(line("span", now, y, at, y));
        svg.append("<circle class=\"dot\" cx=\"")
                .append(number(at))
                .append("\" cy=\"")
                .append(y);
        svg.append("\" r=\"5\"/>");
        String when = days > 0 ? "in " + days + " days" : days == 0 ? "today" : -days + " days ago";
        svg.append(text("soft", WIDTH, y + 4, "end", mark.deadline().on() + ", " + when));
        svg.append("</g>\n");
    }

    private static String shortened(String label) {
        return label.length() <= 34 ? label : label.substring(0, 33) + "…";
    }

    private double x(LocalDate day) {
        LocalDate within = day.isBefore(from) ? from : day.isAfter(to) ? to : day;
        double share = (double) ChronoUnit.DAYS.between(from, within) / ChronoUnit.DAYS.between(from, to);
        return LABELS + share * (WIDTH - LABELS - DATES);
    }

    private static String line(String kind, double x1, int y1, double x2, int y2) {
        return "<line class=\"" + kind + "\" x1=\"" + number(x1) + "\" y1=\"" + y1 + "\" x2=\"" + number(x2)
                + "\" y2=\"" + y2 + "\"/>";
    }

    private static String text(String kind, double x, int y, String anchor, String words) {
        return "<text class=\"" + kind + "\" x=\"" + number(x) + "\" y=\"" + y + "\" text-anchor=\"" + anchor + "\">"
                + Html.text(words) + "</text>";
    }

    private static String number(double value) {
        return String.valueOf(Math.round(value * 10) / 10.0);
    }
}
