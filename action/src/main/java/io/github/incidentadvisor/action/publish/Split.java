package io.github.incidentadvisor.action.publish;

import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Verdict;
import io.github.incidentadvisor.report.Markdown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What of a grouped update is quiet. Updates that one line decides (a property, a BOM, a parent) move in lock-step and count as one:
 * they are quiet together or not at all.
 */
final class Split {
    private static final int NAMED = 6;

    private Split() {}

    /** A sentence, when some of several updates leave nothing to say and others do. */
    static Optional<String> of(Report report) {
        Map<Place, List<Advisory>> byLine = new LinkedHashMap<>();
        report.advisories().stream()
                .filter(advisory -> advisory.inChange()
                        && advisory.moved()
                        && advisory.declaredAt().isKnown())
                .forEach(advisory -> byLine.computeIfAbsent(advisory.declaredAt(), place -> new ArrayList<>())
                        .add(advisory));
        List<List<Advisory>> quiet = byLine.values().stream()
                .filter(group -> group.stream().allMatch(Split::isQuiet))
                .toList();
        if (quiet.isEmpty() || quiet.size() == byLine.size()) {
            return Optional.empty();
        }
        String names = quiet.stream()
                .limit(NAMED)
                .map(group -> Markdown.text(group.get(0).component().name()))
                .collect(Collectors.joining(", "));
        int more = quiet.size() - NAMED;
        return Optional.of("Of " + byLine.size() + " updates in this pull request " + quiet.size()
                + (quiet.size() == 1 ? " leaves" : " leave") + " nothing to say: " + names
                + (more > 0 ? " and " + more + " more" : "") + ". Whether they go without the rest was not tried.");
    }

    private static boolean isQuiet(Advisory advisory) {
        return advisory.verdict() == Verdict.NONE
                && advisory.findings().stream().allMatch(finding -> finding.severity() == Severity.INFO);
    }
}
