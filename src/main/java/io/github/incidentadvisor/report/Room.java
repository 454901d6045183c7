package io.github.incidentadvisor.report;

import java.util.List;
import java.util.function.Predicate;

/** How much of each part stands before the first fold; the rest of it stands in a fold of its own. */
record Room(int rows, int findings, int tasks, int incidents) {
    /** For a summary, which is read at length: as much as is read in one go. */
    static final Room SUMMARY = new Room(20, 20, 20, 5);

    /** From roomy to narrow: what breaks is kept longest, since it decides; a to-do says the same again. */
    private static final List<Room> STEPS = List.of(
            new Room(6, 5, 5, 3),
            new Room(5, 5, 4, 3),
            new Room(4, 5, 4, 2),
            new Room(4, 5, 3, 1),
            new Room(3, 5, 3, 1),
            new Room(3, 5, 2, 1),
            new Room(3, 5, 1, 1),
            new Room(3, 4, 1, 1),
            new Room(3, 3, 1, 1));

    /** The roomiest that fits, or the narrowest of all. */
    static Room fitting(Predicate<Room> fits) {
        return STEPS.stream().filter(fits).findFirst().orElse(STEPS.get(STEPS.size() - 1));
    }
}
