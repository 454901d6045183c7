package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Recommendation;
import io.github.incidentadvisor.model.Recommendation.Action;
import java.util.List;

/**
 * Where one part of a change breaks much and the rest nothing, the rest need not wait: the part is better a change of its own. A
 * few lines are sooner mended than split off; what one line decides, or one group releases together, stays together.
 */
final class Splits {
    /** As many lines as are mended at a sitting, and shown in a comment. */
    private static final int FEW = 5;

    private Splits() {}

    static List<Advisory> of(List<Advisory> advisories) {
        return advisories.stream().map(one -> split(one, advisories)).toList();
    }

    private static Advisory split(Advisory advisory, List<Advisory> all) {
        if (advisory.recommendation().action() != Action.FIX_FIRST
                || !advisory.moved()
                || Breaks.of(advisory.findings()).count() <= FEW) {
            return advisory;
        }
        long free = all.stream().filter(other -> isFree(other, advisory)).count();
        if (free == 0) {
            return advisory;
        }
        Recommendation own = advisory.recommendation();
        String text = "Take it out of this change: nothing that was checked speaks against "
                + (free == 1 ? "the other one" : "the other " + free) + ". " + own.text();
        return advisory.with(new Recommendation(Action.SPLIT, text, own.smallestStep(), own.longTerm()));
    }

    private static boolean isFree(Advisory other, Advisory broken) {
        boolean sameLine = other.declaredAt().isKnown() && other.declaredAt().equals(broken.declaredAt());
        return other.moved()
                && other.movedBy().isEmpty()
                && other.recommendation().action() == Action.MERGE
                && other.findings().stream().allMatch(finding -> finding.severity() == Severity.INFO)
                && !sameLine
                && !(other.component() instanceof Artifact a
                        && broken.component() instanceof Artifact b
                        && a.group().equals(b.group()));
    }
}
