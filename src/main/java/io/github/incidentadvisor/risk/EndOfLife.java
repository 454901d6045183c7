package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.evidence.Cycle;
import io.github.incidentadvisor.evidence.Lifecycles;
import io.github.incidentadvisor.evidence.Product;
import io.github.incidentadvisor.evidence.lifecycle.Target;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Deadline;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Reference;
import io.github.incidentadvisor.model.StableId;
import io.github.incidentadvisor.model.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Versions whose support has ended or ends in sight, one finding for each product and release line, at the line of the most
 * deliberate declaration. What a product that ends itself brings along is told in that product's finding and not again.
 */
public final class EndOfLife implements Rule {
    /** A target that ends sooner than this is none. */
    private static final int MARGIN_DAYS = 180;

    private final Lifecycles lifecycles;
    private final Urgency urgency;

    public EndOfLife(Lifecycles lifecycles, Urgency urgency) {
        this.lifecycles = lifecycles;
        this.urgency = urgency;
    }

    private record Line(Product product, Cycle cycle) {}

    private record Key(String product, String cycle) {}

    @Override
    public List<Found> apply(Situation situation) {
        Map<Key, Line> lines = new LinkedHashMap<>();
        Map<Key, List<Item>> items = new LinkedHashMap<>();
        Map<String, Optional<Line>> known = new java.util.HashMap<>();
        for (Item item : situation.head().items()) {
            if (situation.isOwn(item.component())) {
                continue;
            }
            Optional<Line> line = known.computeIfAbsent(
                    item.component().purl() + "@" + item.version(), k -> line(item.component(), item.version()));
            if (line.isPresent() && isDue(line.get().cycle(), situation.today())) {
                Key key = new Key(line.get().product().id(), line.get().cycle().name());
                lines.putIfAbsent(key, line.get());
                items.computeIfAbsent(key, k -> new ArrayList<>()).add(item);
            }
        }
        Set<String> endingOwners = new HashSet<>();
        items.values().forEach(all -> all.stream()
                .filter(item -> item.declaration().decidedAt().isKnown())
                .forEach(item -> endingOwners.add(item.component().purl())));
        List<Found> found = new ArrayList<>();
        items.forEach((key, all) -> {
            Item about = representative(all, situation);
            boolean rides = !about.declaration().decidedAt().isKnown()
                    && endingOwners.contains(about.declaration().owner());
            if (!rides) {
                found.add(found(situation, lines.get(key), about, all, companions(items, lines, key, about)));
            }
        });
        return found;
    }

    private Optional<Line> line(Component component, Version version) {
        return lifecycles
                .productOf(component)
                .flatMap(product -> lifecycles.cycleOf(product, version).map(cycle -> new Line(product, cycle)));
    }

    private boolean isDue(Cycle cycle, LocalDate today) {
        return cycle.endedUndated() && !cycle.endOfLife().isKnown() || urgency.isInSight(cycle.endOfLife(), today);
    }

    private static Item representative(List<Item> all, Situation situation) {
        return all.stream()
                .min(Comparator.comparing((Item item) ->
                                !situation.changeOf(item.component()).isPresent())
                        .thenComparing(item -> !item.declaration().decidedAt().isKnown())
                        .thenComparing(EndOfLife::isTest)
                        .thenComparing(Item::role)
                        .thenComparing(
                                item -> !item.declaration().decidedAt().file().endsWith("pom.xml"))
                        .thenComparing(item -> item.declaration().decidedAt())
                        .thenComparing(item -> item.component().purl()))
                .orElseThrow();
    }

    /** Other products that end and that {@code about} brings: they leave with it. */
    private List<String> companions(Map<Key, List<Item>> items, Map<Key, Line> lines, Key own, Item about) {
        String purl = about.component().purl();
        return items.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(own))
                .filter(entry -> entry.getValue().stream()
                        .noneMatch(item -> item.declaration().decidedAt().isKnown()))
                .filter(entry -> entry.getValue().stream()
                        .anyMatch(item -> item.declaration().owner().equals(purl)))
                .map(entry -> lines.get(entry.getKey()).product().label() + " "
                        + entry.getKey().cycle())
                .sorted()
                .toList();
    }

    private static boolean isTest(Item item) {
        return item.scope().equals("test");
    }

    private Found found(Situation situation, Line line, Item about, List<Item> all, List<String> companions) {
        LocalDate today = situation.today();
        Cycle cycle = line.cycle();
        Deadline deadline = cycle.endOfLife();
        boolean moved = situation
                .changeOf(about.component())
                .filter(change -> change.to().equals(about.version()))
                .isPresent();
        Optional<Target> target = Target.of(line.product(), about.version(), today, MARGIN_DAYS);
        Kind kind = moved ? Kind.TARGET_NEAR_END : Kind.END_OF_LIFE;
        boolean shipped = all.stream().anyMatch(item -> !isTest(item));
        Place place = about.declaration().decidedAt();
        Finding finding = new Finding(
                StableId.of(
                        kind,
                        about.component().purl(),
                        place.file(),
                        line.product().id() + " " + cycle.name()),
                kind,
                shipped ? Severity.DEADLINE : Severity.CAUTION,
                Grade.STATED,
                place,
                Reference.NONE,
                deadline,
                text(line, about, today, companions),
                target.map(t -> "move to " + line.product().label() + " " + words(about, t))
                        .orElse(""),
                evidence(line, about));
        return new Found(
                about,
                finding,
                target.map(t -> version(about, t.smallest())).orElse(Version.NONE),
                target.map(t -> version(about, t.longest())).orElse(Version.NONE));
    }

    private static String words(Item about, Target target) {
        return until(about, target.smallest())
                + (target.longest().equals(target.smallest())
                        ? ""
                        : ", or to " + until(about, target.longest()) + " to stay longest");
    }

    /** A platform is asked for by its line ({@code 21}), a library by its release. */
    private static Version version(Item about, Target.Step step) {
        return about.component() instanceof Component.Platform
                ? new Version(step.cycle().name())
                : step.version();
    }

    private static String until(Item about, Target.Step step) {
        Version version = version(about, step);
        return (version.isKnown() ? version.text() : step.cycle().name())
                + (step.cycle().endOfLife().isKnown()
                        ? " (" + step.cycle().endOfLife().what() + " until "
                                + step.cycle().endOfLife().on() + ")"
                        : " (no end announced)");
    }

    private static String text(Line line, Item about, LocalDate today, List<String> companions) {
        Cycle cycle = line.cycle();
        Deadline end = cycle.endOfLife();
        String name = line.product().label() + " " + cycle.name();
        String what = end.what().isEmpty() ? "support" : end.what();
        String state;
        if (!end.isKnown()) {
            state = name + " is not supported any more";
        } else if (end.isPast(today)) {
            state = name + ": " + what + " ended on " + end.on();
        } else {
            state = name + ": " + what + " ends on " + end.on() + ", in " + end.daysFrom(today) + " days";
        }
        String paid = cycle.paidSupport().isKnown() && !cycle.paidSupport().isPast(today)
                ? "; "
                        + (cycle.paidSupport().what().isEmpty()
                                ? "paid support"
                                : cycle.paidSupport().what()) + " until "
                        + cycle.paidSupport().on()
                : "";
        String brought = about.declaration().decidedAt().isKnown()
                        || about.declaration().owner().isEmpty()
                ? ""
                : " It comes with " + shortName(about.declaration().owner()) + ".";
        String with = companions.isEmpty() ? "" : " With it go " + String.join(", ", companions) + ", which end too.";
        return state + paid + "." + brought + with;
    }

    private static String shortName(String purl) {
        String path = purl.replaceFirst("\\?.*", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static List<Evidence> evidence(Line line, Item about) {
        Cycle cycle = line.cycle();
        List<String> facts = new ArrayList<>();
        facts.add("cycle " + cycle.name());
        if (cycle.endOfLife().isKnown()) {
            facts.add(cycle.endOfLife().what() + " until " + cycle.endOfLife().on());
        } else if (cycle.endedUndated()) {
            facts.add("ended");
        }
        if (cycle.paidSupport().isKnown()) {
            facts.add(
                    cycle.paidSupport().what() + " until " + cycle.paidSupport().on());
        }
        if (cycle.latest().isKnown()) {
            facts.add("latest " + cycle.latest());
        }
        Evidence lifecycle = new Evidence(
                "lifecycle",
                Grade.STATED,
                "lifecycle data, product " + line.product().id(),
                line.product().url(),
                line.product().asOf(),
                String.join(", ", facts));
        String version = about.component().name() + " " + about.version();
        Evidence use = about.declaration().decidedAt().isKnown()
                ? Evidence.declaration(about.declaration().decidedAt(), version)
                : new Evidence(
                        "resolution",
                        Grade.MEASURED,
                        "the resolved dependency graph of " + about.module(),
                        "",
                        "",
                        about.path().isEmpty() ? version : String.join(" > ", about.path()));
        return List.of(use, lifecycle);
    }
}
