package io.github.incidentadvisor.incidents.match;

import io.github.incidentadvisor.incidents.match.Mentions.Place;
import io.github.incidentadvisor.incidents.names.Name.Bond;
import io.github.incidentadvisor.incidents.names.Named;
import io.github.incidentadvisor.incidents.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What an incident says of the thing that changes: that it is about it, that a version of it moved, and which versions. */
record Speaking(Bond bond, double points, List<Reason> reasons) {
    private static final double IN_TITLE = 3;
    private static final double IN_TEXT = 2;
    private static final double MOVED = 2;
    private static final double FAILED = 0.5;
    private static final double ONLY_THE_SERVER = 0.5;
    private static final int REACH = 5;
    private static final int NO_NAME = Integer.MIN_VALUE / 2;

    private static final Set<String> CLIENT_WORDS =
            Set.of("client", "driver", "sdk", "library", "librar", "connector", "jdbc", "dependency", "pool");

    static Speaking of(VersionRelation.Ends ends, Mentions mention, Named named, Reading reading) {
        Optional<Place> title = mention.in(reading.title());
        Place at = title.orElse(mention.places().get(0));
        boolean onlyServer = named.client()
                && mention.name().server()
                && CLIENT_WORDS.stream().noneMatch(reading::has);
        double name = onlyServer ? ONLY_THE_SERVER : (title.isPresent() ? IN_TITLE : IN_TEXT) - weaker(mention.bond());
        List<Reason> reasons = new ArrayList<>();
        reasons.add(new Reason(
                Reason.Sort.NAME,
                mention.bond().text() + " (" + mention.name().text()
                        + (mention.tracker() ? ", in its own tracker)" : ")"),
                name,
                reading.sentence(at.sentence())));
        moved(mention, reading)
                .ifPresent(span -> reasons.add(new Reason(Reason.Sort.MOVED, "a version of it moved", MOVED, span)));
        Failing.near(mention.places(), reading)
                .ifPresent(sentence ->
                        reasons.add(new Reason(Reason.Sort.FAILED, "it failed", FAILED, reading.sentence(sentence))));
        Found versions = versions(ends.of(mention.name()), mention, title.isPresent(), reading);
        if (versions.relation() != VersionRelation.NONE) {
            reasons.add(new Reason(
                    Reason.Sort.VERSION,
                    versions.relation().text(),
                    versions.relation().points(),
                    versions.span()));
        }
        return new Speaking(
                mention.bond(), reasons.stream().mapToDouble(Reason::points).sum(), reasons);
    }

    /** Whether a version that it names is one that the change touches. */
    boolean isInRange() {
        return reasons.stream().anyMatch(reason -> reason.sort() == Reason.Sort.VERSION && reason.points() >= 1);
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

    private record Found(VersionRelation relation, Span span) {}

    /** The versions close to the name; where the title has the name, those of the title and of the sentence after it too. */
    private static Found versions(VersionRelation.Ends ends, Mentions mention, boolean inTitle, Reading reading) {
        Found best = new Found(VersionRelation.NONE, reading.sentence(reading.title()));
        for (Place place : mention.places()) {
            int from = Math.max(0, place.first() - REACH);
            int to = Math.min(reading.tokens().size() - 1, place.last() + 2 * REACH);
            best = better(
                    best,
                    IntStream.rangeClosed(from, to)
                            .filter(i -> reading.sentenceOf(i) == place.sentence())
                            .filter(i -> VersionRelation.isVersion(i, place.last(), reading)),
                    ends,
                    reading);
        }
        best = better(
                best,
                reading.versions().keySet().stream()
                        .mapToInt(Integer::intValue)
                        .filter(i -> reading.sentenceOf(i) == reading.title()
                                || inTitle && reading.sentenceOf(i) == reading.title() + 1)
                        .filter(i -> VersionRelation.isVersion(i, NO_NAME, reading)),
                ends,
                reading);
        return best;
    }

    private static Found better(Found so, IntStream tokens, VersionRelation.Ends ends, Reading reading) {
        Found best = so;
        for (int i : tokens.toArray()) {
            VersionRelation relation = VersionRelation.of(reading.versions().get(i), ends);
            if (relation.compareTo(best.relation()) < 0) {
                best = new Found(relation, reading.sentence(reading.sentenceOf(i)));
            }
        }
        return best;
    }
}
