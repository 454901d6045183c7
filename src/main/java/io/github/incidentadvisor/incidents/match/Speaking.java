package io.github.incidentadvisor.incidents.match;

import io.github.incidentadvisor.incidents.match.Mentions.Place;
import io.github.incidentadvisor.incidents.names.Name.Bond;
import io.github.incidentadvisor.incidents.names.Named;
import io.github.incidentadvisor.incidents.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an incident says of the thing that changes: that it is about it, that a version of it moved, and which versions. */
record Speaking(Bond bond, double points, List<Reason> reasons) {
    private static final double IN_TITLE = 3;
    private static final double IN_TEXT = 2;
    private static final double MOVED = 2;
    private static final double FAILED = 0.5;
    private static final double ONLY_THE_SERVER = 0.5;

    private static final Set<String> CLIENT_WORDS =
            Set.of("client", "driver", "sdk", "library", "librar", "connector", "jdbc", "dependency", "pool");

    static Speaking of(AllEnds ends, Mentions mention, Named named, Reading reading) {
        Optional<Place> title = mention.in(reading.title());
        Place at = title.orElse(mention.places().get(0));
        boolean onlyServer = named.client() && mention.name().server() && !saysClient(mention, reading);
        double name = onlyServer ? ONLY_THE_SERVER : (title.isPresent() ? IN_TITLE : IN_TEXT) - weaker(mention.bond());
        List<Reason> reasons = new ArrayList<>();
        reasons.add(new Reason(
                Reason.Sort.NAME,
                mention.bond().text() + " (" + mention.name().text()
                        + (mention.tracker() ? ", in its own tracker)" : ")"),
                name,
                reading.sentence(at.sentence())));
        Failing.near(mention.places(), reading)
                .ifPresent(sentence ->
                        reasons.add(new Reason(Reason.Sort.FAILED, "it failed", FAILED, reading.sentence(sentence))));
        if (!onlyServer) {
            moved(mention, reading)
                    .ifPresent(
                            span -> reasons.add(new Reason(Reason.Sort.MOVED, "a version of it moved", MOVED, span)));
            VersionsSaid versions = VersionsSaid.of(mention, ends.of(mention.name()), reading);
            if (versions.relation() != VersionRelation.NONE) {
                reasons.add(new Reason(
                        Reason.Sort.VERSION,
                        versions.relation().text(),
                        versions.relation().points(),
                        versions.span()));
            }
        }
        return new Speaking(
                mention.bond(), reasons.stream().mapToDouble(Reason::points).sum(), reasons);
    }

    /** Whether a version that it names is one that the change touches. */
    boolean isInRange() {
        return reasons.stream().anyMatch(reason -> reason.sort() == Reason.Sort.VERSION && reason.points() >= 1);
    }

    /** Whether the title, or a sentence that has the name, is about something that talks to it. */
    private static boolean saysClient(Mentions mention, Reading reading) {
        return CLIENT_WORDS.stream()
                .flatMap(word -> reading.at(word).stream())
                .map(reading::sentenceOf)
                .anyMatch(sentence ->
                        sentence == reading.title() || mention.in(sentence).isPresent());
    }

    private static double weaker(Bond bond) {
        return switch (bond) {
            case OWN -> 0;
            case ALIAS -> 0.25;
            case NOTED -> 0.5;
            case REPLACED, BROUGHT -> 1;
            case FAMILY -> 2.25;
        };
    }

    private static Optional<Span> moved(Mentions mention, Reading reading) {
        return mention.places().stream()
                .filter(place -> Triggers.near(place, reading).isPresent())
                .findFirst()
                .map(place -> reading.sentence(place.sentence()));
    }
}
