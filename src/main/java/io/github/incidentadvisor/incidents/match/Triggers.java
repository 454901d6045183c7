package io.github.incidentadvisor.incidents.match;

import io.github.incidentadvisor.incidents.match.Mentions.Place;
import io.github.incidentadvisor.incidents.text.Token;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whether a text says that a version of a thing moved: the words for it stand close to the thing's name. */
final class Triggers {
    private static final int REACH = 4;
    private static final int CLOSE = 2;
    private static final Set<String> STARTS = Set.of("since", "after", "from");
    private static final Set<String> WHITHER = Set.of("to", "from");
    private static final Set<String> TRAVELS = Set.of("mov", "went", "go");
    private static final Set<String> MOVES = Arrays.stream(
                    ("upgrade update bump upgraded raise raising switch switching downgrade"
                                    + " downgraded override overriding overridden version versions release released"
                                    + " stepping")
                            .split(" "))
            .map(word -> Token.stemOf(word))
            .collect(Collectors.toSet());

    private Triggers() {}

    /** The token that says so. */
    static Optional<Integer> near(Place place, Reading reading) {
        int last = reading.tokens().size() - 1;
        for (int distance = 1; distance <= REACH; distance++) {
            for (int at : new int[] {place.last() + distance, place.first() - distance}) {
                boolean here = at >= 0 && at <= last && reading.sentenceOf(at) == place.sentence();
                if (here && (moves(at, reading) || distance <= CLOSE && isBack(at, reading))) {
                    return Optional.of(at);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean moves(int at, Reading reading) {
        String stem = reading.stem(at);
        boolean since = STARTS.contains(stem) && isVersion(at + 1, reading);
        boolean movedTo = TRAVELS.contains(stem)
                && at + 1 < reading.tokens().size()
                && WHITHER.contains(reading.stem(at + 1))
                && IntStream.rangeClosed(at + 1, at + REACH).anyMatch(next -> isNumber(next, reading));
        return MOVES.contains(stem) || since || movedTo;
    }

    private static boolean isBack(int at, Reading reading) {
        String stem = reading.stem(at);
        return stem.equals("revert")
                || stem.equals("rollback")
                || stem.equals("back") && at > 0 && reading.stem(at - 1).equals("roll");
    }

    private static boolean isNumber(int at, Reading reading) {
        return at < reading.tokens().size() && reading.tokens().get(at).number();
    }

    private static boolean isVersion(int at, Reading reading) {
        return isNumber(at, reading) && reading.tokens().get(at).term().contains(".");
    }
}
