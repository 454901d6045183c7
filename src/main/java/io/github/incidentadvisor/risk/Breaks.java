package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Place;
import java.util.List;
import java.util.Set;

/**
 * What of some findings breaks the build or the run.
 *
 * @param lines lines of the project that have to be changed, each once
 * @param others what breaks and is no matter of single lines: jars that do not fit, checks of the build
 */
public record Breaks(List<Place> lines, List<Finding> others) {
    private static final Set<Kind> OF_LINES =
            Set.of(Kind.BROKEN_REFERENCE, Kind.BROKEN_OVERRIDE, Kind.BEHAVIOUR_CHANGE, Kind.REMOVED_API);

    public Breaks {
        lines = List.copyOf(lines);
        others = List.copyOf(others);
    }

    /** Those of these findings, whatever their grade. */
    public static Breaks of(List<Finding> findings) {
        List<Finding> broken = findings.stream()
                .filter(finding ->
                        finding.severity() == Severity.BREAKS_BUILD || finding.severity() == Severity.BREAKS_RUNTIME)
                .toList();
        return new Breaks(
                broken.stream()
                        .filter(finding -> OF_LINES.contains(finding.kind()))
                        .map(Finding::place)
                        .distinct()
                        .toList(),
                broken.stream()
                        .filter(finding -> !OF_LINES.contains(finding.kind()))
                        .toList());
    }

    int count() {
        return lines.size() + others.size();
    }

    /** What to mend, in the imperative. */
    String mend() {
        String some = lines.size() == 1 ? "the line" : "the " + lines.size() + " lines";
        if (others.isEmpty()) {
            return "Mend " + some + (lines.size() == 1 ? " that breaks" : " that break");
        }
        if (lines.isEmpty()) {
            return others.size() == 1 ? "Mend what breaks" : "Mend the " + others.size() + " things that break";
        }
        return "Mend " + some + " and " + (others.size() == 1 ? "1 other thing" : others.size() + " other things")
                + " that break";
    }
}
