package io.github.incidentadvisor.incidents.match;

import io.github.incidentadvisor.incidents.names.Name;
import io.github.incidentadvisor.incidents.names.Name.Bond;
import io.github.incidentadvisor.incidents.names.Named;
import io.github.incidentadvisor.incidents.text.Span;
import io.github.incidentadvisor.incidents.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a text speaks of what changes: the name of the surest bond that it uses, and all places of it. */
record Mentions(Name name, List<Place> places) {
    /**
     * @param first token
     * @param last token, included
     */
    record Place(int first, int last, int sentence) {}

    static List<Mentions> of(Named named, Reading reading) {
        List<Mentions> all = new ArrayList<>();
        for (Name name : named.names()) {
            List<String> stems =
                    name.words().stream().map(word -> Token.stemOf(word)).toList();
            List<Place> places = new ArrayList<>();
            for (Span span : reading.places(stems)) {
                if (!Aside.isAnother(name, named.client(), span, reading)) {
                    places.add(new Place(span.start(), span.end(), reading.sentenceOf(span.start())));
                }
            }
            if (!places.isEmpty()) {
                all.add(new Mentions(name, places));
            }
        }
        return all;
    }

    Bond bond() {
        return name.bond();
    }

    /** The first place in the title. */
    Optional<Place> in(int sentence) {
        return places.stream().filter(place -> place.sentence() == sentence).findFirst();
    }
}
