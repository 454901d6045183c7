package io.github.incidentadvisor.incidents.match;

import io.github.incidentadvisor.incidents.match.Mentions.Place;
import io.github.incidentadvisor.incidents.text.Token;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whether a text says that a version of a thing moved: the words for it stand close to the thing's name. */
final class Triggers {
    private static final int REACH = 4;
    private static final int CLOSE = 2;
    private static final Pattern ARROW = Pattern.compile("\\s*(?:->|=>|→)\\s*");
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

    private static final Set<String> SETTINGS = Arrays.stream(
                    ("limit limits size quota increase decrease raise lower reduce"
                                    + " halve double configure setting threshold maximum policy capacity type exhaustion")
                            .split(" "))
            .map(word -> Token.stemOf(word))
            .collect(Collectors.toSet());

    private Triggers() {}

    /**
     * The token that says so.
     *
     * @param setting whether a setting that moved is meant as well
     */
    static Optional<Integer> near(Place place, boolean setting, Reading reading) {
        int last = Math.min(reading.tokens().size() - 1, place.last() + REACH);
        for (int at = Math.max(0, place.first() - REACH); at <= last; at++) {
            boolean close = at >= place.first() - CLOSE && at <= place.last() + CLOSE;
            if (reading.sentenceOf(at) == place.sentence()
                    && (moves(at, reading)
                            || close && isBack(at, reading)
                            || setting && SETTINGS.contains(reading.stem(at)))) {
                return Optional.of(at);
            }
        }
        return goesOn(place, reading) || isPassed(place, reading) ? Optional.of(place.first()) : Optional.empty();
    }

    /** {@code the client to 3.1}; {@code moved its database from 11 to 13}; {@code from nodejs16 to}. */
    private static boolean goesOn(Place place, Reading reading) {
        boolean travels = IntStream.range(Math.max(0, place.first() - REACH), place.first())
                .anyMatch(at -> reading.sentenceOf(at) == place.sentence() && TRAVELS.contains(reading.stem(at)));
        boolean whither = IntStream.rangeClosed(place.last() + 1, place.last() + (travels ? REACH : 1))
                .anyMatch(at -> at + 1 < reading.tokens().size()
                        && reading.sentenceOf(at) == place.sentence()
                        && WHITHER.contains(reading.stem(at))
                        && (travels ? isNumber(at + 1, reading) : isVersion(at + 1, reading)));
        boolean numbered = place.first() > 0
                && WHITHER.contains(reading.stem(place.first() - 1))
                && !reading.tokens().get(place.first()).first().isEmpty();
        return whither || numbered;
    }

    /** {@code Acme servers 1.10 to 1.11}, {@code 2.8 → 3.0}: two versions and nothing but their order between them. */
    private static boolean isPassed(Place place, Reading reading) {
        int last = Math.min(reading.tokens().size() - 1, place.last() + 2 * REACH);
        return IntStream.rangeClosed(place.last() + 1, last - 1)
                .filter(at -> reading.sentenceOf(at) == place.sentence() && isVersion(at, reading))
                .anyMatch(at -> {
                    boolean to = reading.stem(at + 1).equals("to");
                    int next = to ? at + 2 : at + 1;
                    return isVersion(next, reading)
                            && (to
                                    || ARROW.matcher(reading.text()
                                                    .substring(
                                                            reading.tokens()
                                                                    .get(at)
                                                                    .end(),
                                                            reading.tokens()
                                                                    .get(next)
                                                                    .start()))
                                            .matches());
                });
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
