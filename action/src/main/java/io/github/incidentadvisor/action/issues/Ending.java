package io.github.incidentadvisor.action.issues;

import io.github.incidentadvisor.action.issues.Standing.Ended;
import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Report.Suppressed;
import io.github.incidentadvisor.report.Markdown;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Why a migration that an issue is about is asked for no more.
 *
 * @param comment in a sentence for people
 */
record Ending(Ended why, String comment) {
    /** Where facts of an earlier day stood in: that leaves what they say. */
    private static final String BUNDLED = "used the bundled facts";

    /** Empty when the report could not look where the issue's reason would be. */
    static Optional<Ending> of(Standing standing, Report report) {
        Optional<Suppressed> suppressed = report.suppressed().stream()
                .filter(one -> one.applied() && standing.findings().contains(one.id()))
                .findFirst();
        if (suppressed.isPresent()) {
            var by = suppressed.get().by();
            return Optional.of(new Ending(
                    Ended.SUPPRESSED,
                    "Closed: " + Markdown.code(by.by().toString()) + " suppresses it until " + by.until() + ", "
                            + Markdown.quote(by.reason()) + "."));
        }
        boolean empty = report.migrations().isEmpty() && report.advisories().isEmpty();
        if (empty && !report.notChecked().isEmpty()
                || report.notChecked().stream().anyMatch(gap -> hides(gap, standing))) {
            return Optional.empty();
        }
        return Optional.of(new Ending(Ended.GONE, "Closed: " + gone(standing, report)));
    }

    private static boolean hides(Gap gap, Standing standing) {
        boolean there =
                gap.place().isKnown() && standing.files().contains(gap.place().file());
        return there
                || !gap.reason().contains(BUNDLED)
                        && standing.names().stream()
                                .anyMatch(name -> Pattern.compile("(?<![\\w.-])" + Pattern.quote(name) + "(?![\\w-])")
                                        .matcher(gap.what())
                                        .find());
    }

    private static String gone(Standing standing, Report report) {
        String commit = report.head().commit();
        String at = commit.isEmpty() ? "" : " at " + commit.substring(0, Math.min(9, commit.length()));
        List<Advisory> now = report.advisories().stream()
                .filter(advisory -> standing.names()
                                .contains(advisory.component().name())
                        && advisory.declaredAt().isKnown()
                        && standing.files().contains(advisory.declaredAt().file()))
                .limit(3)
                .toList();
        if (!now.isEmpty()) {
            return now.stream()
                            .map(one -> Markdown.code(one.declaredAt().toString()) + " has "
                                    + Markdown.text(one.component().name() + " "
                                            + one.to().brief()))
                            .collect(Collectors.joining(", "))
                    + at + ".";
        }
        String files = standing.files().stream().limit(3).map(Markdown::code).collect(Collectors.joining(", "));
        String names = standing.names().stream().limit(3).map(Markdown::text).collect(Collectors.joining(", "));
        return "nothing of it is due any more" + at
                + (files.isEmpty() ? "" : " in " + files)
                + (names.isEmpty() ? "" : " (" + names + ")") + ".";
    }
}
