package io.github.incidentadvisor.incidents.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What the notes and findings share with an incident: telling words, each weighed by how few incidents have it. A sentence of
 * the notes stands or falls for itself, since long notes share something with everything.
 *
 * @param weight of the words together, 1 for one that is in no other incident
 * @param stems the rarest first
 */
record Shared(double weight, List<String> stems) {
    private static final double MOST = 5;
    /** So much weight makes some two thirds of the most. */
    private static final double MUCH = 2;

    static final Shared NOTHING = new Shared(0, List.of());

    /** @param rarity of a stem, between 0 (in very many) and 1 (in one) */
    static Shared of(Asked asked, Reading reading, ToDoubleFunction<String> rarity) {
        Shared best = NOTHING;
        for (Asked.Sentence sentence : asked.sentences()) {
            double weight = 0;
            List<String> both = new ArrayList<>();
            for (String stem : sentence.stems()) {
                double rare = asked.words().contains(stem) ? rarity.applyAsDouble(stem) : 0;
                if (rare > 0 && reading.has(stem)) {
                    weight += rare;
                    both.add(stem);
                }
            }
            for (String letters : sentence.shorts()) {
                if (reading.abbreviates(letters) && rarity.applyAsDouble(letters) > 0) {
                    weight += rarity.applyAsDouble(letters);
                    both.add(letters);
                }
            }
            if (weight > best.weight()) {
                both.sort((a, b) -> Double.compare(rarity.applyAsDouble(b), rarity.applyAsDouble(a)));
                best = new Shared(weight, both);
            }
        }
        return best;
    }

    boolean isEmpty() {
        return stems.isEmpty();
    }

    /** Each further word counts less. */
    double points() {
        return MOST * (1 - Math.exp(-weight / MUCH));
    }

    Optional<Reason> reason(Reading reading) {
        if (isEmpty()) {
            return Optional.empty();
        }
        int sentence = reading.sentenceOf(reading.at(stems.get(0)).get(0));
        String words = stems.stream()
                .map(stem -> reading.tokens().get(reading.at(stem).get(0)).term())
                .collect(Collectors.joining(", "));
        return Optional.of(
                new Reason(Reason.Sort.WORDS, "both speak of " + words, points(), reading.sentence(sentence)));
    }
}
