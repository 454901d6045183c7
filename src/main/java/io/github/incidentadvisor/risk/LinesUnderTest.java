package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.evidence.TestedLines;
import io.github.incidentadvisor.evidence.TestedLines.Run;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Finding.Tests;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Risk.Reason;
import io.github.incidentadvisor.risk.Rule.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What tests would show of what was found: it says where to look first and asks for more care where no test looks. Tests that run a
 * line take nothing back.
 */
public final class LinesUnderTest {
    /** Kinds that are about what one line does. */
    private static final Set<Kind> LINES =
            Set.of(Kind.BROKEN_REFERENCE, Kind.BROKEN_OVERRIDE, Kind.BEHAVIOUR_CHANGE, Kind.DEPRECATED_REFERENCE);

    private static final int NAMED = 3;

    private LinesUnderTest() {}

    /** The lines to ask about. */
    public static List<Place> asked(List<Found> found) {
        return found.stream()
                .map(Found::finding)
                .filter(finding ->
                        LINES.contains(finding.kind()) && finding.place().isKnown())
                .map(Finding::place)
                .distinct()
                .toList();
    }

    /** The same findings, those about lines with what tests do there. */
    public static List<Found> marked(List<Found> found, TestedLines tested) {
        return found.stream().map(one -> marked(one, tested)).toList();
    }

    private static Found marked(Found found, TestedLines tested) {
        Finding finding = found.finding();
        return !LINES.contains(finding.kind())
                ? found
                : tested.of(finding.place())
                        .map(run -> found.with(finding.with(run.covered() ? Tests.RUN : Tests.NONE)))
                        .orElse(found);
    }

    /** Whether something may be different at run time where no test would show it. */
    static boolean isUnwatched(Finding finding) {
        return finding.tests() == Tests.NONE
                && finding.severity() != Severity.BREAKS_BUILD
                && finding.severity() != Severity.INFO;
    }

    /** What tests run of the lines that these are about; empty when nothing is known of any. */
    static Optional<Reason> reason(List<Finding> findings, TestedLines tested) {
        Map<Place, Run> runs = new TreeMap<>();
        findings.stream()
                .filter(finding -> finding.tests() != Tests.UNKNOWN)
                .forEach(finding -> tested.of(finding.place()).ifPresent(run -> runs.put(finding.place(), run)));
        return runs.isEmpty() ? Optional.empty() : Optional.of(new Reason(text(runs), evidence(runs)));
    }

    private static String text(Map<Place, Run> runs) {
        List<Place> without = runs.keySet().stream()
                .filter(place -> !runs.get(place).covered())
                .toList();
        int with = runs.size() - without.size();
        if (without.isEmpty()) {
            return (with == 1 ? "Tests run the line" : "Tests run the " + with + " lines")
                    + " that this is about; whether they would notice is not known.";
        }
        return "No test runs " + names(without)
                + (with == 0 ? "." : with == 1 ? "; tests run 1 other line." : "; tests run " + with + " other lines.");
    }

    private static String names(List<Place> places) {
        List<String> names = places.stream().limit(NAMED).map(Place::brief).toList();
        int more = places.size() - names.size();
        if (more > 0) {
            return String.join(", ", names) + " and " + more + (more == 1 ? " more line" : " more lines");
        }
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    private static List<Evidence> evidence(Map<Place, Run> runs) {
        Map<String, List<Place>> byReport = new TreeMap<>();
        runs.forEach((place, run) -> byReport.computeIfAbsent(run.report(), report -> new ArrayList<>())
                .add(place));
        return byReport.entrySet().stream()
                .map(entry -> new Evidence(
                        "coverage",
                        Grade.MEASURED,
                        entry.getKey(),
                        "",
                        runs.get(entry.getValue().get(0)).on().toString(),
                        entry.getValue().stream()
                                .map(place -> place + (runs.get(place).covered() ? " run" : " not run"))
                                .collect(Collectors.joining(", "))))
                .toList();
    }
}
