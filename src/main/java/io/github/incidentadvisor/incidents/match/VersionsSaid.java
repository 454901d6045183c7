package io.github.incidentadvisor.incidents.match;

import io.github.incidentadvisor.incidents.match.Mentions.Place;
import io.github.incidentadvisor.incidents.match.VersionRelation.Ends;
import io.github.incidentadvisor.incidents.names.Name.Bond;
import io.github.incidentadvisor.incidents.text.Span;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The closest of the versions that a text says of a thing: those by its name; where the title has the name, those of the
 * title and of the sentence after it too.
 */
record VersionsSaid(VersionRelation relation, Span span) {
    private static final int REACH = 5;
    private static final int NO_NAME = Integer.MIN_VALUE / 2;

    /** @param ends what the thing moves between; several where it is not known which are its own */
    static VersionsSaid of(Mentions mention, List<Ends> ends, Reading reading) {
        boolean inTitle = mention.in(reading.title()).isPresent();
        VersionsSaid best = new VersionsSaid(VersionRelation.NONE, reading.sentence(reading.title()));
        for (Place place : mention.places()) {
            int from = Math.max(0, place.first() - REACH);
            int to = Math.min(reading.tokens().size() - 1, place.last() + 2 * REACH);
            best = best.or(
                    IntStream.rangeClosed(from, to)
                            .filter(i -> reading.sentenceOf(i) == place.sentence())
                            .filter(i -> VersionRelation.isVersion(i, place.last(), reading)),
                    ends,
                    reading);
        }
        VersionsSaid around = best.or(
                reading.versions().keySet().stream()
                        .mapToInt(Integer::intValue)
                        .filter(i -> isAbout(reading.sentenceOf(i), mention, inTitle, reading.title()))
                        .filter(i -> VersionRelation.isVersion(i, NO_NAME, reading)),
                ends,
                reading);
        return around.relation() == VersionRelation.PASSED ? best : around;
    }

    /** The title, what follows on it, and what follows on a sentence that has a name of the thing. */
    private static boolean isAbout(int sentence, Mentions mention, boolean inTitle, int title) {
        return sentence == title
                || inTitle && sentence == title + 1
                || mention.bond().compareTo(Bond.NOTED) <= 0
                        && mention.bond() != Bond.FAMILY
                        && mention.in(sentence - 1).isPresent();
    }

    private VersionsSaid or(IntStream tokens, List<Ends> ends, Reading reading) {
        VersionsSaid best = this;
        for (int i : tokens.toArray()) {
            for (Ends one : ends) {
                VersionRelation relation = VersionRelation.of(reading.versions().get(i), one);
                if (relation.compareTo(best.relation()) < 0) {
                    best = new VersionsSaid(relation, reading.sentence(reading.sentenceOf(i)));
                }
            }
        }
        return best;
    }
}
