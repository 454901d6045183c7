package io.github.incidentadvisor.migration;

import io.github.incidentadvisor.model.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one kind of work makes of a migration.
 *
 * @param edits exact, for the tree that they were made from
 * @param left what a person has to do
 * @param settled places that nobody else needs to look at: edited, refused with a reason, or already as they should be
 */
record Proposal(List<Edit> edits, List<LeftToDo> left, Set<Place> settled) {
    static final Proposal NOTHING = new Proposal(List.of(), List.of(), Set.of());

    Proposal {
        edits = List.copyOf(edits);
        left = List.copyOf(left);
        settled = Set.copyOf(settled);
    }

    /** Of both; of two edits that cannot both be made neither is. */
    Proposal and(Proposal other) {
        List<LeftToDo> both = new ArrayList<>(left);
        other.left.stream().filter(one -> !both.contains(one)).forEach(both::add);
        List<Edit> all = new ArrayList<>(edits);
        other.edits.stream().filter(one -> !all.contains(one)).forEach(all::add);
        List<Edit> kept = new ArrayList<>();
        for (Edit edit : all) {
            if (all.stream().anyMatch(edit::clashesWith)) {
                both.add(new LeftToDo(
                        new Place(edit.file(), edit.line()),
                        "edit '" + Edit.readable(edit.before()) + "' by hand",
                        "two edits of this migration want different things of it"));
            } else {
                kept.add(edit);
            }
        }
        Set<Place> places = new TreeSet<>(settled);
        places.addAll(other.settled);
        return new Proposal(kept, both, places);
    }

    static Proposal of(Edit edit, Place place) {
        return new Proposal(List.of(edit), List.of(), Set.of(place));
    }

    static Proposal left(Place place, String what, String why) {
        return new Proposal(List.of(), List.of(new LeftToDo(place, what, why)), Set.of(place));
    }

    static Proposal done(Place place) {
        return new Proposal(List.of(), List.of(), Set.of(place));
    }
}
