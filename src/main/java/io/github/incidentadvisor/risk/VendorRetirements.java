package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.evidence.Retirement;
import io.github.incidentadvisor.evidence.Retirement.Successor;
import io.github.incidentadvisor.evidence.Retirements;
import io.github.incidentadvisor.evidence.Retirements.Match;
import io.github.incidentadvisor.inventory.Declaration;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Reference;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.StableId;
import io.github.incidentadvisor.model.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What vendors take away, one finding for each place that relies on it. Places that have the same value of the same component fold
 * into one advisory.
 */
public final class VendorRetirements implements Rule {
    private final Retirements retirements;
    private final Urgency urgency;

    public VendorRetirements(Retirements retirements, Urgency urgency) {
        this.retirements = retirements;
        this.urgency = urgency;
    }

    /**
     * A line whose version ends by what a vendor takes away.
     *
     * @param purl of the component, without a version
     */
    public record Covered(Place place, String purl) {
        /** The line that decides an item's version. */
        public static Covered of(Item item) {
            return new Covered(item.declaration().decidedAt(), item.component().purl());
        }
    }

    /**
     * The lines of which a finding here says the day on which the very version that stands there goes. A finding from lifecycle
     * data about the same would say it a second time and less exactly.
     */
    public Set<Covered> covered(Situation situation) {
        Set<Covered> covered = new HashSet<>();
        matches(situation).forEach(match -> {
            Retirement fact = match.fact();
            boolean says = fact.kind().endsTheVersion()
                    && fact.origin().isConfirmed()
                    && !match.aside()
                    && fact.deadline(situation.today()).isKnown()
                    && isDue(fact, situation.today());
            if (says) {
                covered.add(new Covered(match.place(), match.purl()));
            }
        });
        return covered;
    }

    @Override
    public List<Found> apply(Situation situation) {
        List<Match> matches = matches(situation).stream()
                .filter(match -> isDue(match.fact(), situation.today()) || isAnnounced(match.fact(), situation.today()))
                .toList();
        Map<Place, List<Item>> items = new HashMap<>();
        situation.head().items().forEach(item -> items.computeIfAbsent(
                        item.declaration().usedAt(), place -> new ArrayList<>())
                .add(item));
        Map<String, Item> abouts = new HashMap<>();
        Map<String, Integer> ids = new HashMap<>();
        List<Found> found = new ArrayList<>();
        for (Match match : noted(matches)) {
            Item about = abouts.computeIfAbsent(
                    match.fact().id() + " " + match.purl() + " " + match.version(), key -> item(match, items));
            int nth = ids.merge(
                    match.fact().id() + " " + match.holder() + " "
                            + match.place().file(),
                    1,
                    Integer::sum);
            found.add(found(match, about, nth, match.aside() ? alike(match, matches) : 1, situation.today()));
        }
        return found;
    }

    private static long alike(Match match, List<Match> matches) {
        return matches.stream()
                .filter(other ->
                        other.aside() && other.fact().id().equals(match.fact().id()))
                .count();
    }

    /** Of what is only worth a note the first place stands for all. */
    private static List<Match> noted(List<Match> matches) {
        Set<String> seen = new HashSet<>();
        return matches.stream()
                .filter(match -> !match.aside() || seen.add(match.fact().id()))
                .toList();
    }

    /** One for each fact and deciding line, in the order of lines; in force if any use of the line is. */
    private List<Match> matches(Situation situation) {
        Inventory head = situation.head();
        Map<List<Object>, Match> all = new LinkedHashMap<>();
        Stream.concat(
                        head.references().stream().flatMap(reference -> retirements.of(reference).stream()),
                        head.objects().stream().flatMap(object -> retirements.of(object).stream()))
                .forEach(match -> all.merge(
                        List.of(match.fact().id(), match.place(), match.value()), match, VendorRetirements::both));
        return all.values().stream()
                .sorted(Comparator.comparing(Match::place)
                        .thenComparing(match -> match.fact().id())
                        .thenComparing(Match::value))
                .toList();
    }

    /** A line that decides a version is a reference of its own beside those of the lines that use it. */
    private static Match both(Match a, Match b) {
        Match telling = a.usedAt().equals(a.place()) ? b : a;
        return new Match(
                telling.fact(),
                telling.value(),
                telling.place(),
                telling.usedAt(),
                telling.holder(),
                telling.purl(),
                telling.version(),
                a.conditional() && b.conditional(),
                a.aside() && b.aside());
    }

    private boolean isDue(Retirement fact, LocalDate today) {
        return fact.phases().isEmpty()
                || urgency.isInSight(fact.begins(), today)
                || urgency.isInSight(fact.deadline(today), today);
    }

    private static boolean isAnnounced(Retirement fact, LocalDate today) {
        LocalDate announced = fact.origin().announced();
        return !announced.equals(LocalDate.MIN) && !announced.isAfter(today);
    }

    private static Item item(Match match, Map<Place, List<Item>> items) {
        return items.getOrDefault(match.usedAt(), List.of()).stream()
                .filter(item -> item.component().purl().equals(match.purl()))
                .filter(item -> item.version().unpinned().text().equals(match.version())
                        || item.version().text().equals(match.version()))
                .findFirst()
                .orElseGet(() -> named(match));
    }

    /** What has no version is no item of the inventory: the thing that is taken away stands for it. */
    private static Item named(Match match) {
        return new Item(
                new Component.Platform(match.fact().id()),
                Version.NONE,
                Role.PLATFORM,
                match.usedAt().file(),
                match.holder(),
                false,
                new Declaration(match.place(), match.usedAt(), match.value(), "", "", ""),
                List.of(),
                Version.NONE);
    }

    private Found found(Match match, Item about, int nth, long alike, LocalDate today) {
        Retirement fact = match.fact();
        Deadline deadline = fact.deadline(today);
        LocalDate from = deadline.isKnown() && !deadline.isPast(today) ? deadline.on() : today;
        List<Successor> targets = retirements.successors(fact, match.value(), from.plusDays(Urgency.MARGIN_DAYS));
        Finding finding = new Finding(
                StableId.of(
                        Kind.RETIREMENT,
                        about.component().purl(),
                        match.place().file(),
                        fact.id() + " " + match.holder() + (nth > 1 ? " " + nth : "")),
                Kind.RETIREMENT,
                severity(match, today),
                Grade.STATED,
                match.place(),
                Reference.NONE,
                deadline,
                RetirementWords.text(match, alike, today),
                RetirementWords.fix(fact, targets),
                RetirementWords.evidence(match));
        Optional<Successor> smallest = targets.stream().findFirst();
        Optional<Successor> longest = targets.stream().reduce((a, b) -> b);
        Found found = new Found(
                about, finding, version(match, smallest), version(match, longest), move(match, about, smallest));
        return fact.phases().stream().anyMatch(Retirement.Phase::stops) ? found.stopping() : found;
    }

    /**
     * What is taken away moves by itself, each flavour of a platform on its own: {@code java11} is no {@code nodejs14}. Where
     * everything of a registry goes, leaving it is one step.
     */
    private static Move move(Match match, Item about, Optional<Successor> smallest) {
        Version version = about.version();
        String name = about.component().name();
        String from = version.isKnown() ? version.brief() : match.value();
        List<Move.Part> parts = match.place().isKnown()
                ? List.of(new Move.Part(match.place(), name.equals(from) ? name : name + " " + from))
                : List.of();
        if (match.fact().kind() == Retirement.Kind.REGISTRY) {
            return new Move(match.fact().id(), match.fact().product(), "", "", parts);
        }
        String flavour = version.text().replaceFirst("\\d.*", "");
        Version to = version(match, smallest);
        String instead = smallest.map(Successor::value).orElse("");
        return new Move(
                about.component().purl() + (flavour.isEmpty() ? "" : " " + flavour),
                name,
                name.equals(from) ? "" : from,
                to.isKnown() ? to.text() : instead.equals(from) ? "" : instead,
                parts);
    }

    /** What nobody confirmed, has no day, or is far away fails no build. */
    private Severity severity(Match match, LocalDate today) {
        Retirement fact = match.fact();
        if (match.aside() || !isDue(fact, today)) {
            return Severity.INFO;
        }
        return fact.origin().isConfirmed() && fact.deadline(today).isKnown() ? Severity.DEADLINE : Severity.CAUTION;
    }

    /** What the successor is as a version of the same component: {@code ubuntu-24.04} is {@code 24.04} of {@code ubuntu}. */
    private static Version version(Match match, Optional<Successor> successor) {
        if (successor.isEmpty() || match.version().isEmpty() || !match.value().endsWith(match.version())) {
            return Version.NONE;
        }
        String stem = match.value()
                .substring(0, match.value().length() - match.version().length());
        String value = successor.get().value();
        return value.startsWith(stem) ? new Version(value.substring(stem.length())) : Version.NONE;
    }
}
