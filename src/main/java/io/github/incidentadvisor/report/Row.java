package io.github.incidentadvisor.report;

import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Recommendation;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.risk.Unjudged;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One advisory in the three columns that every output shows: what, verdict, why. The texts are plain; each output escapes
 * them in its own way.
 *
 * @param what name and versions
 * @param where the deciding line and the role, without brackets; empty when nothing is known
 */
record Row(Advisory advisory, String what, String where, String verdict, String why) {
    static List<Row> of(Report report) {
        return report.advisories().stream()
                .map(advisory -> {
                    Row row = of(advisory, report.asOf());
                    return advisory.findings().isEmpty() && Unjudged.is(advisory, report.notChecked())
                            ? row.judged("not checked")
                            : row;
                })
                .toList();
    }

    static Row of(Advisory advisory, LocalDate today) {
        return new Row(advisory, what(advisory), where(advisory), verdict(advisory, today), why(advisory));
    }

    private Row judged(String other) {
        return new Row(advisory, what, where, other, why);
    }

    /** What each version that was tried breaks; empty when none was. */
    static String candidates(Report report) {
        return report.candidates().stream()
                .map(one -> one.version() + " breaks "
                        + (one.lines() == 0
                                ? "nothing of yours"
                                : one.lines()
                                        + (one.lines() == 1 ? " line" : " lines")
                                        + (one.files() > 1 ? " in " + one.files() + " files" : "")))
                .collect(Collectors.joining("; "));
    }

    private static String what(Advisory advisory) {
        String name = advisory.component().name();
        String from = advisory.from().brief();
        String to = advisory.to().brief();
        if (!advisory.moved()) {
            return (name + " " + to).strip();
        }
        if (from.isEmpty()) {
            return name + " " + to + " (new)";
        }
        return to.isEmpty() ? name + " " + from + " (removed)" : name + " " + from + " → " + to;
    }

    private static String where(Advisory advisory) {
        StringBuilder where = new StringBuilder();
        if (advisory.declaredAt().isKnown()) {
            where.append(advisory.declaredAt()).append(", ");
        }
        where.append(advisory.component() instanceof Component.Platform ? "" : role(advisory.role()));
        if (!advisory.movedBy().isEmpty()) {
            where.append(" by ").append(name(advisory.movedBy()));
        }
        if (advisory.moves() > 0) {
            where.append("; moves ").append(advisory.moves()).append(advisory.moves() == 1 ? " other" : " others");
        }
        return where.toString().replaceAll(",\\s*$", "");
    }

    private static String role(Role role) {
        return role == Role.DIRECT ? "dependency" : role.word();
    }

    /** The last part of a purl's path. */
    static String name(String purl) {
        String path = purl.replaceFirst("\\?.*", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String verdict(Advisory advisory, LocalDate today) {
        Deadline first = advisory.findings().stream()
                .filter(finding -> finding.severity() == Severity.DEADLINE)
                .map(Finding::deadline)
                .min(Comparator.naturalOrder())
                .orElse(Deadline.NONE);
        return switch (advisory.verdict()) {
            case BROKEN -> "needs a fix";
            case ACTION -> !first.isKnown() ? "act now" : first.isPast(today) ? "past its end" : "act by " + first.on();
            case PLAN -> first.isKnown() ? "plan by " + first.on() : "plan";
            case NONE ->
                advisory.recommendation().action() == Recommendation.Action.WAIT
                        ? "wait"
                        : advisory.findings().isEmpty() ? "no objection" : "look";
        };
    }

    private static String why(Advisory advisory) {
        if (!advisory.findings().isEmpty()) {
            int more = advisory.findings().size() - 1;
            String text = advisory.findings().get(0).text();
            return more == 0 ? text : text + " And " + more + " more.";
        }
        return advisory.risk().reasons().isEmpty()
                ? ""
                : advisory.risk().reasons().get(0).text();
    }
}
