package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.evidence.Cycle;
import io.github.incidentadvisor.evidence.KubernetesApis;
import io.github.incidentadvisor.evidence.KubernetesRelease;
import io.github.incidentadvisor.evidence.Lifecycles;
import io.github.incidentadvisor.evidence.Product;
import io.github.incidentadvisor.evidence.ProductVersion;
import io.github.incidentadvisor.evidence.lifecycle.Support;
import io.github.incidentadvisor.evidence.lifecycle.Target;
import io.github.incidentadvisor.inventory.Declaration;
import io.github.incidentadvisor.inventory.Inventory.Item;
import io.github.incidentadvisor.model.Change;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Reference;
import io.github.incidentadvisor.model.StableId;
import io.github.incidentadvisor.model.Version;
import io.github.incidentadvisor.risk.VendorRetirements.Covered;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Versions whose support has ended or ends in sight, one finding for each product and release line, at the line of the most
 * deliberate declaration. What a product that ends itself brings along is told in that product's finding and not again.
 */
public final class EndOfLife implements Rule {
    private static final Pattern TEST_FOLDER =
            Pattern.compile("/(?:test|tests|e2e|it|testdata|test-data|fixtures|__tests__)/");

    private final Lifecycles lifecycles;
    private final Urgency urgency;
    private final Set<Covered> covered;
    private final KubernetesApis apis;

    /**
     * A rule.
     *
     * @param covered lines whose end a vendor's announcement tells more exactly
     * @param apis what a step of a cluster's version stops
     */
    public EndOfLife(Lifecycles lifecycles, Urgency urgency, Set<Covered> covered, KubernetesApis apis) {
        this.lifecycles = lifecycles;
        this.urgency = urgency;
        this.covered = Set.copyOf(covered);
        this.apis = apis;
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
        Map<Key, List<Use>> uses = uses(situation, lines);
        Map<Key, List<Use>> due = new LinkedHashMap<>();
        uses.forEach((key, all) -> {
            List<Use> ours = all.stream()
                    .filter(use -> !covered.contains(Covered.of(use.item())))
                    .toList();
            if (!ours.isEmpty() && isDue(lines.get(key).cycle(), situation.today())) {
                due.put(key, ours);
            }
        });
        Set<String> endingOwners = new HashSet<>();
        due.values().forEach(all -> all.stream()
                .map(Use::item)
                .filter(item -> item.declaration().decidedAt().isKnown())
                .forEach(item -> endingOwners.add(item.component().purl())));
        JavaLevels levels = JavaLevels.of(situation.head().items(), lifecycles);
        List<Found> found = new ArrayList<>();
        due.forEach((key, all) -> {
            Use about = representative(all, situation);
            Declaration declaration = about.item().declaration();
            boolean rides = !declaration.decidedAt().isKnown() && endingOwners.contains(declaration.owner());
            if (!rides) {
                List<String> companions = companions(situation, due, lines, key, about.item());
                found.add(found(situation, lines.get(key), about, all, companions, levels, uses));
            }
        });
        return found;
    }

    private Map<Key, List<Use>> uses(Situation situation, Map<Key, Line> lines) {
        Map<Key, List<Use>> uses = new LinkedHashMap<>();
        Map<String, List<ProductVersion>> known = new HashMap<>();
        for (Item item : situation.head().items()) {
            if (situation.isOwn(item.component())) {
                continue;
            }
            known.computeIfAbsent(
                            item.component().purl() + "@" + item.version(),
                            k -> lifecycles.productsOf(item.component(), item.version()))
                    .forEach(
                            at -> lifecycles.cycleOf(at.product(), at.version()).ifPresent(cycle -> {
                                Key key = new Key(at.product().id(), cycle.name());
                                lines.putIfAbsent(key, new Line(at.product(), cycle));
                                uses.computeIfAbsent(key, k -> new ArrayList<>())
                                        .add(new Use(item, at.version()));
                            }));
        }
        return uses;
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
    private static List<String> companions(
            Situation situation, Map<Key, List<Use>> uses, Map<Key, Line> lines, Key own, Item about) {
        String purl = about.component().purl();
        Set<String> others = situation.head().items().stream()
                .filter(item -> item.component().equals(about.component())
                        && !item.version().equals(about.version()))
                .map(Item::module)
                .collect(Collectors.toSet());
        return uses.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(own))
                .filter(entry -> entry.getValue().stream()
                        .noneMatch(use -> use.item().declaration().decidedAt().isKnown()))
                .filter(entry -> entry.getValue().stream()
                        .anyMatch(use -> use.item().declaration().owner().equals(purl)
                                && !others.contains(use.item().module())))
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
            Situation situation,
            Line line,
            Use use,
            List<Use> all,
            List<String> companions,
            JavaLevels levels,
            Map<Key, List<Use>> uses) {
        LocalDate today = situation.today();
        Product product = line.product();
        Cycle cycle = line.cycle();
        Item about = use.item();
        boolean moved = situation
                .changeOf(about.component())
                .filter(change -> change.to().equals(about.version()))
                .isPresent();
        Optional<Version> higher = leftBehind(situation, product, about);
        Version present = higher.orElse(use.version());
        Optional<Target> target =
                Target.of(product, present, today, Urgency.MARGIN_DAYS, to -> levels.against(product, to)
                        .isEmpty());
        Optional<Target> barred = Target.of(product, present, today, Urgency.MARGIN_DAYS)
                .filter(free -> !target.filter(free::equals).isPresent());
        Kind kind = moved ? Kind.TARGET_NEAR_END : Kind.END_OF_LIFE;
        boolean shipped = all.stream().anyMatch(one -> !isTest(one.item()));
        Place place = about.declaration().decidedAt();
        Optional<Cycle> stays = higher.flatMap(version -> lifecycles.cycleOf(product, version))
                .filter(was -> Support.isFree(was, today.plusDays(Urgency.MARGIN_DAYS)));
        Version smallest = stays.map(was -> new Version(was.name()))
                .or(() -> target.map(t -> EndingWords.version(about, t.smallest())))
                .orElse(Version.NONE);
        Optional<Target> afterJava = barred.filter(t -> target.isEmpty()
                && stays.isEmpty()
                && JavaLevels.number(t.smallest().cycle().javaVersions()) > 0);
        Move move = afterJava
                .map(t -> move(situation, line, all, smallest, uses)
                        .after(
                                JavaLevels.number(t.smallest().cycle().javaVersions()),
                                EndingWords.version(about, t.smallest())))
                .orElseGet(() -> move(situation, line, all, smallest, uses));
        List<Place> others = move.parts().stream()
                .filter(part -> part.todo().isEmpty())
                .map(Move.Part::place)
                .filter(other -> place.isKnown() && !other.equals(place))
                .toList();
        ClusterStep step = clusterStep(situation, line, all, smallest);
        Finding finding = new Finding(
                StableId.of(kind, about.component().purl(), place.file(), product.id() + " " + cycle.name()),
                kind,
                shipped ? Severity.DEADLINE : Severity.CAUTION,
                Grade.STATED,
                place,
                Reference.NONE,
                cycle.endOfLife(),
                EndingWords.text(product, cycle, about, today, companions) + step.words(),
                stays.map(was -> "stay on " + product.label() + " " + was.name())
                        .orElseGet(() -> EndingWords.fix(product, about, target, barred, levels, others)
                                + ClusterStep.sentence(move.parts())),
                Stream.concat(EndingWords.evidence(product, cycle, about).stream(), step.evidence().stream())
                        .toList());
        return new Found(
                about,
                finding,
                smallest,
                target.filter(t -> stays.isEmpty())
                        .map(t -> EndingWords.version(about, t.longest()))
                        .orElse(Version.NONE),
                move);
    }

    /** The product's version that the change under review gives up for a lower one. */
    private Optional<Version> leftBehind(Situation situation, Product product, Item about) {
        return situation
                .changeOf(about.component())
                .filter(change -> change.direction() == Change.Direction.DOWN
                        && change.to().equals(about.version()))
                .flatMap(change -> lifecycles.productsOf(about.component(), change.from()).stream()
                        .filter(at -> at.product().id().equals(product.id()))
                        .map(ProductVersion::version)
                        .findFirst());
    }

    /** What has to move with this line: its own places, and for Java whatever else would stay behind the target. */
    private Move move(Situation situation, Line line, List<Use> all, Version smallest, Map<Key, List<Use>> uses) {
        String id = line.product().id();
        if (EndingWords.isCluster(id)) {
            List<Move.Part> parts = new ArrayList<>(parts(all.stream()));
            parts.addAll(clusterStep(situation, line, all, smallest).parts());
            return new Move(id, line.product().label(), line.cycle().name(), smallest.text(), parts);
        }
        int java = JavaLevels.java(id, smallest.text());
        if (java == 0) {
            String name = line.product().label();
            return new Move(id, name, line.cycle().name(), smallest.text(), parts(all.stream()));
        }
        Stream<Use> behind = uses.entrySet().stream()
                .filter(entry -> {
                    Key key = entry.getKey();
                    int level = JavaLevels.java(key.product(), key.cycle());
                    return level > 0 && level < java;
                })
                .flatMap(entry -> entry.getValue().stream());
        int from = JavaLevels.java(id, line.cycle().name());
        return new Move("java", "Java", String.valueOf(from), String.valueOf(java), parts(behind));
    }

    private ClusterStep clusterStep(Situation situation, Line line, List<Use> all, Version smallest) {
        return EndingWords.isCluster(line.product().id())
                ? ClusterStep.of(
                        situation.head(),
                        all.stream().map(Use::item).toList(),
                        apis,
                        KubernetesRelease.of(line.cycle().name()),
                        KubernetesRelease.of(smallest.text()))
                : ClusterStep.NONE;
    }

    private static List<Move.Part> parts(Stream<Use> uses) {
        return uses.map(Use::item)
                .filter(item -> item.declaration().decidedAt().isKnown())
                .map(item -> new Move.Part(
                        item.declaration().decidedAt(),
                        item.component().name() + " " + item.version().brief()))
                .distinct()
                .sorted(Comparator.comparing(Move.Part::place).thenComparing(Move.Part::what))
                .toList();
    }
}
