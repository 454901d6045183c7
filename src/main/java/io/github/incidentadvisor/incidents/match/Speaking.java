package io.github.incidentadvisor.incidents.match;

import io.github.incidentadvisor.incidents.match.Mentions.Place;
import io.github.incidentadvisor.incidents.names.Name.Bond;
import io.github.incidentadvisor.incidents.names.Named;
import io.github.incidentadvisor.incidents.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an incident says of the thing that changes: that it is about it, that a version of it moved, and which versions.
 *
 * @param needsMore whether the name is a common word, so that one of the change's versions must stand with it
 */
record Speaking(Bond bond, boolean needsMore, double points, List<Reason> reasons) {
    private static final double IN_TITLE = 3;
    private static final double IN_LEAD = 3;
    private static final double IN_TEXT = 2;
    private static final double MOVED = 2;
    private static final double MOVED_AROUND = 1;
    private static final double FAILED = 0.5;
    private static final double ONLY_THE_SERVER = 0.5;

    private static final Set<String> CLIENT_WORDS =
            Set.of("client", "driver", "sdk", "library", "librar", "connector", "jdbc", "dependency", "pool");

    static Speaking of(AllEnds ends, Mentions mention, Named named, Reading reading) {
        Optional<Place> title = mention.in(reading.title());
        Optional<Place> lead = mention.in(reading.lead());
        Place at = title.or(() -> lead).orElse(mention.places().get(0));
        double where = title.isPresent() ? IN_TITLE : lead.isPresent() ? IN_LEAD : IN_TEXT;
        boolean onlyServer = named.client() && mention.name().server() && !saysClient(mention, reading);
        double name = onlyServer ? ONLY_THE_SERVER : where - weaker(mention);
        boolean ofItself = mention.tracker() && mention.bond() == Bond.OWN;
        List<Reason> reasons = new ArrayList<>();
        reasons.add(new Reason(
                ofItself ? Reason.Sort.TRACKER : Reason.Sort.NAME,
                mention.bond().text() + " (" + mention.name().text()
                        + (mention.tracker() ? ", in its own tracker)" : ")"),
                name,
                reading.sentence(at.sentence())));
        Failing.near(mention.places(), reading)
                .ifPresent(sentence ->
                        reasons.add(new Reason(Reason.Sort.FAILED, "it failed", FAILED, reading.sentence(sentence))));
        if (!onlyServer) {
            boolean onlyAround =
                    mention.bond() == Bond.FAMILY && mention.name().moves().own();
            boolean setting = !named.setting().isEmpty();
            String what = setting ? "a version or a setting of it moved" : "a version of it moved";
            moved(mention, named, reading)
                    .ifPresent(span ->
                            reasons.add(new Reason(Reason.Sort.MOVED, what, onlyAround ? MOVED_AROUND : MOVED, span)));
            VersionsSaid versions = VersionsSaid.of(mention, ends.of(mention.name()), reading);
            if (counts(versions.relation(), mention.bond())) {
                reasons.add(new Reason(
                        Reason.Sort.VERSION,
                        versions.relation().text(),
                        versions.relation().points(),
                        versions.span()));
            }
        }
        return new Speaking(
                mention.bond(),
                mention.name().common(),
                reasons.stream().mapToDouble(Reason::points).sum(),
                reasons);
    }

    /** By another name the thing may count its versions otherwise; of a family, only versions that are touched say anything. */
    private static boolean counts(VersionRelation relation, Bond bond) {
        return switch (relation) {
            case NONE -> false;
            case PASSED -> bond != Bond.ALIAS;
            case BEYOND -> bond != Bond.FAMILY;
            default -> true;
        };
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

    private static double weaker(Mentions mention) {
        return switch (mention.bond()) {
            case OWN -> 0;
            case ALIAS -> 0.25;
            case NOTED -> mention.name().moves().to().isKnown() ? 0.5 : 1.25;
            case REPLACED, BROUGHT -> 1;
            case FAMILY -> 2.25;
        };
    }

    private static Optional<Span> moved(Mentions mention, Named named, Reading reading) {
        return mention.places().stream()
                .filter(place -> Triggers.near(place, !named.setting().isEmpty(), reading)
                        .isPresent())
                .findFirst()
                .map(place -> reading.sentence(place.sentence()));
    }
}
