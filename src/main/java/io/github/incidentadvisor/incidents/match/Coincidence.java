package io.github.incidentadvisor.incidents.match;

import io.github.incidentadvisor.incidents.text.Numbers;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The change's own versions in an incident. With the thing's name in it that is the same step. Without the name it still may
 * be: when both ends stand there, or one that is too particular for chance.
 */
final class Coincidence {
    private static final double BOTH_ENDS = 4;
    private static final double PARTICULAR = 3.5;
    private static final double ONE_MORE = 0.5;
    private static final double ONE_END = 2;

    /** A number that is the same by chance comes with a word that is, too. */
    private static final int FEWEST_WORDS = 2;

    private Coincidence() {}

    static Optional<Reason> of(VersionRelation.Ends ends, boolean named, int shared, Reading reading) {
        Set<String> seen = new LinkedHashSet<>();
        int at = -1;
        boolean particular = false;
        boolean more = false;
        for (Map.Entry<Integer, Numbers> version : reading.versions().entrySet()) {
            Numbers numbers = version.getValue();
            if (numbers.parts().size() < 2) {
                continue;
            }
            VersionRelation relation = VersionRelation.of(numbers, ends);
            if (relation == VersionRelation.EXACT) {
                at = at < 0 ? version.getKey() : at;
                seen.add(numbers.toString());
                particular |= VersionRelation.isParticular(numbers);
            } else {
                more |= relation == VersionRelation.CROSSED || relation == VersionRelation.SAME_LINE;
            }
        }
        if (seen.isEmpty() || !named && shared < FEWEST_WORDS) {
            return Optional.empty();
        }
        double points = named
                ? VersionRelation.EXACT.points()
                : seen.size() > 1 ? BOTH_ENDS : particular ? PARTICULAR + (more ? ONE_MORE : 0) : ONE_END;
        return Optional.of(new Reason(
                Reason.Sort.VERSION,
                "the very version " + String.join(" and ", seen),
                points,
                reading.sentence(reading.sentenceOf(at))));
    }
}
