package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.inventory.Newest;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Recommendation;
import io.github.incidentadvisor.model.Recommendation.Action;
import io.github.incidentadvisor.model.Verdict;
import io.github.incidentadvisor.model.Version;
import io.github.incidentadvisor.risk.Rule.Found;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What to do about one advisory. */
final class Recommendations {
    private Recommendations() {}

    /** @param newest what repositories offer: the target where the evidence names none */
    static Recommendation of(
            Verdict verdict, boolean moved, Version to, List<Finding> findings, List<Found> found, Newest newest) {
        Version smallest = first(found.stream().map(Found::smallestStep).toList());
        Version longTerm = first(found.stream().map(Found::longTerm).toList());
        if (verdict == Verdict.BROKEN) {
            long places = findings.stream()
                    .filter(f -> f.severity() == Severity.BREAKS_BUILD || f.severity() == Severity.BREAKS_RUNTIME)
                    .map(Finding::place)
                    .distinct()
                    .count();
            String text = (places == 1 ? "Mend the place that breaks" : "Mend the " + places + " places that break")
                    + (moved ? ", then merge." : ".");
            return new Recommendation(Action.FIX_FIRST, text, smallest, longTerm);
        }
        if (verdict == Verdict.ACTION || verdict == Verdict.PLAN) {
            Optional<String> target = smallest.isKnown()
                    ? Optional.of(" Go to " + smallest + further(smallest, longTerm) + ".")
                    : elsewhere(findings);
            String unknown = "no later release that stays supported is known" + unjudged(newest) + ".";
            boolean now = verdict == Verdict.ACTION;
            String text = moved
                    ? (to.isKnown() ? to + " does not last." : "") + target.orElse(" So far " + unknown)
                    : target.map(one -> (now ? "Upgrade now." : "Plan the upgrade.") + one)
                            .orElse((now ? "Look for a way on now: " : "Keep an eye on it: ") + unknown);
            return new Recommendation(Action.PLAN, text.strip(), smallest, longTerm);
        }
        long cautions = findings.stream()
                .filter(finding -> finding.severity() == Severity.CAUTION)
                .count();
        if (moved && cautions > 0) {
            String text = "Merge after a look at the " + (cautions == 1 ? "caution." : cautions + " cautions.");
            return new Recommendation(Action.MERGE, text, smallest, longTerm);
        }
        if (moved) {
            return new Recommendation(Action.MERGE, "Nothing that was checked speaks against it.", smallest, longTerm);
        }
        return new Recommendation(Action.PLAN, "Look at it when you are there.", smallest, longTerm);
    }

    private static String further(Version smallest, Version longTerm) {
        return longTerm.isKnown() && !longTerm.equals(smallest) ? ", or to " + longTerm + " to stay longest" : "";
    }

    /** What is taken away has no newer release, but often something that does its work. */
    private static Optional<String> elsewhere(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.kind() == Finding.Kind.RETIREMENT
                        && !finding.fix().isEmpty())
                .map(finding -> " " + Character.toUpperCase(finding.fix().charAt(0))
                        + finding.fix().substring(1) + ".")
                .findFirst();
    }

    private static String unjudged(Newest newest) {
        return Stream.of(newest.major(), newest.minor(), newest.patch())
                .filter(Version::isKnown)
                .findFirst()
                .map(version -> "; the newest one is " + version)
                .orElse("");
    }

    private static Version first(List<Version> versions) {
        return versions.stream().filter(Version::isKnown).findFirst().orElse(Version.NONE);
    }
}
