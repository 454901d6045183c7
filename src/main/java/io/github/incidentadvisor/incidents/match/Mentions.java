package io.github.incidentadvisor.incidents.match;

import io.github.incidentadvisor.incidents.names.Name;
import io.github.incidentadvisor.incidents.names.Name.Bond;
import io.github.incidentadvisor.incidents.names.Named;
import io.github.incidentadvisor.incidents.names.Projects;
import io.github.incidentadvisor.incidents.text.Span;
import io.github.incidentadvisor.incidents.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where a text speaks of what changes: a name of it, and all places of that.
 *
 * @param tracker whether it stands in the tracker of the thing's own project, so that its title and first sentences are about it
 */
record Mentions(Name name, List<Place> places, boolean tracker) {
    private static final int FIRST_SENTENCES = 3;

    /**
     * @param first token
     * @param last token, included
     */
    record Place(int first, int last, int sentence) {}

    static List<Mentions> of(Named named, Reading reading, Projects projects) {
        List<Mentions> all = new ArrayList<>();
        for (Name name : named.names()) {
            List<String> stems = name.words().stream().map(Token::stemOf).toList();
            if (stems.size() == 1 && !Telling.is(stems.get(0)) && !name.common()) {
                continue;
            }
            List<Place> places = new ArrayList<>();
            for (Span span : reading.places(stems)) {
                boolean itself = !name.common() || reading.isVersioned(span.end());
                if (itself && !Aside.isAnother(name, named.client(), span, reading)) {
                    places.add(new Place(span.start(), span.end(), reading.sentenceOf(span.start())));
                }
            }
            boolean tracker = places.isEmpty() && projects.isOf(name, reading.tracker());
            if (tracker) {
                IntStream.range(0, FIRST_SENTENCES)
                        .mapToObj(reading::whole)
                        .flatMap(Optional::stream)
                        .forEach(places::add);
            }
            if (!places.isEmpty()) {
                all.add(new Mentions(name, places, tracker));
            }
        }
        return all;
    }

    Bond bond() {
        return name.bond();
    }

    /** The first place in a sentence. */
    Optional<Place> in(int sentence) {
        return places.stream().filter(place -> place.sentence() == sentence).findFirst();
    }
}
