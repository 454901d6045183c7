package io.github.incidentadvisor.action.issues;

import io.github.incidentadvisor.action.issues.Standing.Ended;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Migration;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.report.Markdown;
import java.time.LocalDate;
import java.util.Optional;

/** What has changed since an issue was last written that people have to be told. */
final class News {
    private final Report report;

    News(Report report) {
        this.report = report;
    }

    /** Empty when neither the target nor the class of the deadline is another. */
    String ofOpen(Standing before, Migration migration) {
        String target = migration.target().text();
        Nearness now = Nearness.of(migration.deadline(), report.asOf());
        StringBuilder news = new StringBuilder();
        if (!target.equals(before.target())) {
            news.append(
                    target.isEmpty()
                            ? "No version to go to is known any more. "
                            : "The smallest step is " + Markdown.code(target) + " now"
                                    + (before.target().isEmpty()
                                            ? ". "
                                            : ", no longer " + Markdown.code(before.target()) + ". "));
        }
        if (now != before.nearness()) {
            news.append(nearness(now, migration.deadline()));
        }
        return news.toString().strip();
    }

    private static String nearness(Nearness now, Deadline deadline) {
        return switch (now) {
            case UNDATED -> "It has no date any more.";
            case FAR -> "Its date is " + deadline.on() + " now.";
            case NEAR -> "Less than 90 days are left: it is due by " + deadline.on() + ".";
            case PRESSING -> "Less than 30 days are left: it is due by " + deadline.on() + ".";
            case OVER -> "Its date, " + deadline.on() + ", has come.";
        };
    }

    /** Why a closed issue is opened again; empty when there is nothing that whoever closed it did not know. */
    Optional<String> ofClosed(Existing issue, Standing before, Migration migration) {
        LocalDate today = report.asOf();
        if (before.ended() == Ended.TWICE) {
            return Optional.empty();
        }
        if (before.ended() == Ended.SUPPRESSED) {
            return Optional.of("It is suppressed no more.");
        }
        Optional<String> evidence = newEvidence(before, migration);
        if (evidence.isPresent()) {
            return evidence;
        }
        if (before.ended() == Ended.GONE) {
            // The same commit and another answer: the facts waver, the repository does not.
            String commit = report.head().commit();
            return commit.isEmpty() || commit.equals(before.commit())
                    ? Optional.empty()
                    : Optional.of("It is back, at " + commit.substring(0, Math.min(9, commit.length())) + ".");
        }
        boolean wasAhead =
                !before.deadline().equals(LocalDate.MAX) && issue.closedOn().isBefore(before.deadline());
        return wasAhead && !today.isBefore(before.deadline())
                ? Optional.of("The date that stood when this was closed, " + before.deadline()
                        + ", has come, and nothing has changed.")
                : Optional.empty();
    }

    private Optional<String> newEvidence(Standing before, Migration migration) {
        Deadline deadline = migration.deadline();
        if (deadline.isKnown() && deadline.on().isBefore(before.deadline())) {
            return Optional.of("Its date is earlier: " + deadline.on()
                    + (before.deadline().equals(LocalDate.MAX) ? "." : ", no longer " + before.deadline() + "."));
        }
        return Because.of(migration, report).findings().stream()
                .filter(finding -> !before.grounds().contains(Because.ground(finding)))
                .map(Finding::text)
                .findFirst()
                .map(text -> "There is new evidence: " + Markdown.text(text));
    }
}
