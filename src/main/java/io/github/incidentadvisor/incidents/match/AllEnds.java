package io.github.incidentadvisor.incidents.match;

import io.github.incidentadvisor.incidents.Step;
import io.github.incidentadvisor.incidents.match.VersionRelation.Ends;
import io.github.incidentadvisor.incidents.names.Name;
import io.github.incidentadvisor.incidents.names.Name.Bond;
import io.github.incidentadvisor.incidents.names.Named;
import java.util.List;

/**
 * Between which versions a change moves what.
 *
 * @param change those of the change itself
 * @param noted those of things that the notes name
 */
record AllEnds(Ends change, List<Ends> noted) {
    static AllEnds of(Step step, Named named) {
        return new AllEnds(
                Ends.of(step),
                named.names().stream()
                        .filter(name -> name.moves().own() && name.moves().to().isKnown())
                        .map(name -> new Ends(name.moves().from(), name.moves().to()))
                        .distinct()
                        .toList());
    }

    /** Those of a name; what comes along without a version of its own may be what the notes call otherwise. */
    List<Ends> of(Name name) {
        if (!name.moves().own()) {
            return List.of(change);
        }
        boolean unsaid = !name.moves().to().isKnown();
        return unsaid && name.bond() == Bond.BROUGHT
                ? noted
                : List.of(new Ends(name.moves().from(), name.moves().to()));
    }
}
