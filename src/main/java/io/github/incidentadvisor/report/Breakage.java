package io.github.incidentadvisor.report;

import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * What breaks, said once for all the lines that say it: findings of one advisory with the same words about the same thing.
 *
 * @param finding the first of them
 * @param places all of them, the first one included
 * @param untested how many of the places no test runs
 */
record Breakage(Finding finding, List<Place> places, int untested) {
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(finding -> isTest(finding.place()))
            .thenComparing(finding -> !isUnwatched(finding))
            .thenComparing(finding -> finding.fix().isEmpty())
            .thenComparing(Finding::place);

    /** Shown in a place of their own. */
    private static final Set<Kind> SEEN_BEFORE = Set.of(Kind.PAST_INCIDENT, Kind.PAST_REVERT);

    /**
     * Worst first; what ships before its tests; what neither the compiler nor a test would show before what they would; what has a
     * known fix before what follows from it.
     */
    static List<Breakage> of(Report report) {
        return of(report, (advisory, finding) -> advisory.inChange() && isBreak(finding));
    }

    /** What breaks nothing by this change and has no deadline: cautions, then what is only worth knowing. */
    static List<Breakage> notes(Report report) {
        return of(
                report,
                (advisory, finding) -> !(advisory.inChange() && isBreak(finding))
                        && finding.severity() != Severity.DEADLINE
                        && !SEEN_BEFORE.contains(finding.kind()));
    }

    private static List<Breakage> of(Report report, BiPredicate<Advisory, Finding> wanted) {
        Map<List<Object>, List<Finding>> groups = new LinkedHashMap<>();
        for (Advisory advisory : report.advisories()) {
            advisory.findings().stream()
                    .filter(finding -> wanted.test(advisory, finding))
                    .sorted(ORDER)
                    .forEach(finding -> groups.computeIfAbsent(
                                    List.of(
                                            advisory.id(),
                                            finding.kind(),
                                            finding.reference().text(),
                                            finding.text()),
                                    key -> new ArrayList<>())
                            .add(finding));
        }
        return groups.values().stream()
                .map(group -> new Breakage(
                        group.get(0),
                        group.stream().map(Finding::place).distinct().toList(),
                        (int) group.stream()
                                .filter(finding -> finding.tests() == Finding.Tests.NONE)
                                .map(Finding::place)
                                .distinct()
                                .count()))
                .sorted(Comparator.comparing(Breakage::finding, ORDER))
                .toList();
    }

    static boolean isBreak(Finding finding) {
        return finding.severity() == Severity.BREAKS_BUILD || finding.severity() == Severity.BREAKS_RUNTIME;
    }

    private static boolean isUnwatched(Finding finding) {
        return finding.severity() != Severity.BREAKS_BUILD && finding.tests() == Finding.Tests.NONE;
    }

    private static boolean isTest(Place place) {
        return place.file().startsWith("src/test/") || place.file().contains("/src/test/");
    }

    /** The first place, and how many there are besides; empty when there is none. */
    String where() {
        if (!finding.place().isKnown()) {
            return "";
        }
        int more = places.size() - 1;
        long files = places.stream().map(Place::file).distinct().count();
        return more == 0
                ? finding.place().toString()
                : finding.place() + " and " + more + (more == 1 ? " more line" : " more lines")
                        + (files > 1 ? " in " + files + " files" : "");
    }

    /** What is said of it, and of the places that no test runs. */
    String text() {
        if (untested == 0) {
            return finding.text();
        }
        String which = places.size() == 1
                ? "this line"
                : untested == places.size() ? "these lines" : untested + " of these lines";
        return finding.text() + (finding.text().matches("(?s).*[.!?”]") ? "" : ".") + " No test runs " + which + ".";
    }
}
