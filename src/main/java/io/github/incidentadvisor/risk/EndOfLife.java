package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.evidence.Cycle;
import io.github.incidentadvisor.evidence.Lifecycles;
import io.github.incidentadvisor.evidence.Product;
import io.github.incidentadvisor.evidence.ProductVersion;
import io.github.incidentadvisor.evidence.lifecycle.Target;
import io.github.incidentadvisor.inventory.Declaration;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Versions whose support has ended or ends in sight, one finding for each product and release line, at the line of the most
 * deliberate declaration. What a product that ends itself brings along is told in that product's finding and not again.
 */
public final class EndOfLife implements Rule {
    /** A target that ends sooner than this is none. */
    private static final int MARGIN_DAYS = 180;
    /** Places named in a sentence. */
    private static final int PLACES = 3;

    /** Products that refuse to skip a minor version. */
    private static final Set<String> CLUSTERS =
            Set.of("amazon-eks", "azure-kubernetes-service", "google-kubernetes-engine", "kubernetes");

    private static final Pattern TEST_FOLDER =
            Pattern.compile("/(?:test|tests|e2e|it|testdata|test-data|fixtures|__tests__)/");

    private final Lifecycles lifecycles;
    private final Urgency urgency;

    public EndOfLife(Lifecycles lifecycles, Urgency urgency) {
        this.lifecycles = lifecycles;
        this.urgency = urgency;
    }

    private record Line(Product product, Cycle cycle) {}

    private record Key(String product, String cycle) {}

    /**
     * A component that is, or brings, a product.
     *
     * @param version the product's, which for an image is a part of its tag
     */
    private record Use(Item item, Version version) {}

    @Override
    public List<Found> apply(Situation situation) {
        Map<Key, Line> lines = new LinkedHashMap<>();
        Map<Key, List<Use>> uses = new LinkedHashMap<>();
        Map<String, List<ProductVersion>> known = new HashMap<>();
        for (Item item : situation.head().items()) {
            if (situation.isOwn(item.component())) {
                continue;
            }
            known.computeIfAbsent(
                            item.component().purl() + "@" + item.version(),
                            k -> lifecycles.productsOf(item.component(), item.version()))
                    .forEach(at -> lifecycles
                            .cycleOf(at.product(), at.version())
                            .filter(cycle -> isDue(cycle, situation.today()))
                            .ifPresent(cycle -> {
                                Key key = new Key(at.product().id(), cycle.name());
                                lines.putIfAbsent(key, new Line(at.product(), cycle));
                                uses.computeIfAbsent(key, k -> new ArrayList<>())
                                        .add(new Use(item, at.version()));
                            }));
        }
        Set<String> endingOwners = new HashSet<>();
        uses.values().forEach(all -> all.stream()
                .map(Use::item)
                .filter(item -> item.declaration().decidedAt().isKnown())
                .forEach(item -> endingOwners.add(item.component().purl())));
        JavaLevels levels = JavaLevels.of(situation.head().items(), lifecycles);
        List<Found> found = new ArrayList<>();
        uses.forEach((key, all) -> {
            Use about = representative(all, situation);
            Declaration declaration = about.item().declaration();
            boolean rides = !declaration.decidedAt().isKnown() && endingOwners.contains(declaration.owner());
            if (!rides) {
                List<String> companions = companions(uses, lines, key, about.item());
                found.add(found(situation, lines.get(key), about, all, companions, levels));
            }
        });
        return found;
    }

    private boolean isDue(Cycle cycle, LocalDate today) {
        return cycle.endedUndated() && !cycle.endOfLife().isKnown() || urgency.isInSight(cycle.endOfLife(), today);
    }

    private static Use representative(List<Use> all, Situation situation) {
        return all.stream()
                .min(Comparator.comparing((Use use) ->
                                !situation.changeOf(use.item().component()).isPresent())
                        .thenComparing(
                                use -> !use.item().declaration().decidedAt().isKnown())
                        .thenComparing(use -> isTest(use.item()))
                        .thenComparing(use -> use.item().role())
                        .thenComparing(use ->
                                !use.item().declaration().decidedAt().file().endsWith("pom.xml"))
                        .thenComparing(use -> use.item().declaration().decidedAt())
                        .thenComparing(use -> use.item().component().purl()))
                .orElseThrow();
    }

    /** Other products that end and that {@code about} brings: they leave with it. */
    private static List<String> companions(Map<Key, List<Use>> uses, Map<Key, Line> lines, Key own, Item about) {
        String purl = about.component().purl();
        return uses.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(own))
                .filter(entry -> entry.getValue().stream()
                        .noneMatch(use -> use.item().declaration().decidedAt().isKnown()))
                .filter(entry -> entry.getValue().stream()
                        .anyMatch(use -> use.item().declaration().owner().equals(purl)))
                .map(entry -> lines.get(entry.getKey()).product().label() + " "
                        + entry.getKey().cycle())
                .sorted()
                .toList();
    }

    /** What is only tested with; of a manifest its folder says so. */
    private static boolean isTest(Item item) {
        return item.scope().equals("test")
                || !(item.component() instanceof Component.Artifact)
                        && TEST_FOLDER.matcher("/" + item.module()).find();
    }

    private Found found(
            Situation situation, Line line, Use use, List<Use> all, List<String> companions, JavaLevels levels) {
        LocalDate today = situation.today();
        Cycle cycle = line.cycle();
        Item about = use.item();
        Deadline deadline = cycle.endOfLife();
        boolean moved = situation
                .changeOf(about.component())
                .filter(change -> change.to().equals(about.version()))
                .isPresent();
        Optional<Target> target =
                Target.of(line.product(), use.version(), today, MARGIN_DAYS, to -> levels.against(line.product(), to)
                        .isEmpty());
        Optional<Target> barred = Target.of(line.product(), use.version(), today, MARGIN_DAYS)
                .filter(free -> !target.filter(free::equals).isPresent());
        Kind kind = moved ? Kind.TARGET_NEAR_END : Kind.END_OF_LIFE;
        boolean shipped = all.stream().anyMatch(one -> !isTest(one.item()));
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
                text(line, about, today, companions) + alsoAt(place, all),
                fix(line.product(), about, target, barred, levels),
                evidence(line, about));
        return new Found(
                about,
                finding,
                target.map(t -> version(about, t.smallest())).orElse(Version.NONE),
                target.map(t -> version(about, t.longest())).orElse(Version.NONE));
    }

    /** Where else it stands. */
    private static String alsoAt(Place place, List<Use> all) {
        List<String> others = all.stream()
                .map(use -> use.item().declaration().decidedAt())
                .filter(Place::isKnown)
                .filter(other -> !other.equals(place))
                .distinct()
                .sorted()
                .map(Place::toString)
                .toList();
        if (others.isEmpty() || !place.isKnown()) {
            return "";
        }
        int more = others.size() - PLACES;
        return " Also at " + String.join(", ", others.subList(0, Math.min(PLACES, others.size())))
                + (more > 0 ? " and " + more + " more." : ".");
    }

    private static String fix(
            Product product, Item about, Optional<Target> target, Optional<Target> barred, JavaLevels levels) {
        String step = CLUSTERS.contains(product.id()) ? ", one minor version at a time" : "";
        String go = target.map(t -> "move to " + product.label() + " " + words(about, t) + step)
                .orElse("");
        Optional<String> bar = barred.map(Target::longest).flatMap(to -> levels.against(product, to.cycle())
                .map(why -> product.label() + " " + to.cycle().name() + " is ruled out for now: " + why));
        return bar.map(why -> go.isEmpty() ? why : go + "; " + why).orElse(go);
    }

    private static String words(Item about, Target target) {
        return until(about, target.smallest())
                + (target.longest().equals(target.smallest())
                        ? ""
                        : ", or to " + until(about, target.longest()) + " to stay longest");
    }

    /** A platform or image is asked for by its line ({@code 21}), a library by its release. */
    private static Version version(Item about, Target.Step step) {
        return about.component() instanceof Component.Artifact
                ? step.version()
                : new Version(step.cycle().name());
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
