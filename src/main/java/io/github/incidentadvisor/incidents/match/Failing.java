package io.github.incidentadvisor.incidents.match;

import io.github.incidentadvisor.incidents.match.Mentions.Place;
import io.github.incidentadvisor.incidents.text.Token;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whether a text says that the thing itself failed, rather than that it was there: words of failure stand in its sentence. */
final class Failing {
    private static final int REACH = 8;
    private static final Set<String> WORDS = Arrays.stream(
                    ("fail failed failing failure failures crash crashed crashing crashloop crashlooping error errors exception"
                                    + " exhaustion exhausted mismatch refuse refused reject rejected broken broke break breaks"
                                    + " timeout unavailable unhealthy down outage leak deadlock stuck hang hung hangs slow"
                                    + " corrupt corrupted lost lose expired dropped blocked flood bug unable incompatible"
                                    + " disruption downtime restart restarted overload overloaded missing wrong")
                            .split(" "))
            .map(Token::stemOf)
            .collect(Collectors.toSet());

    private Failing() {}

    static Optional<Integer> near(List<Place> places, Reading reading) {
        return places.stream()
                .flatMap(place -> IntStream.rangeClosed(place.first() - REACH, place.last() + REACH)
                        .filter(i -> i >= 0 && i < reading.tokens().size())
                        .filter(i -> reading.sentenceOf(i) == place.sentence())
                        .filter(i -> WORDS.contains(reading.stem(i))
                                || reading.tokens().get(i).term().endsWith("exception"))
                        .mapToObj(i -> place.sentence()))
                .findFirst();
    }
}
